import type { PortfolioRow } from '@klyngevagt/contracts';
import { looksLikeDate, type PastedLine } from './pasted-lines.js';

export const columns = ['slug', 'validUntil', 'level'] as const;
export type Column = (typeof columns)[number];

/** One line of the grid, as typed. */
export interface GridLine {
  key: string;
  /** Slug of a cluster of the list; null where the cluster is typed. */
  listed: string | null;
  /** What goes to the server as the cluster: a slug, or what was typed. */
  slug: string;
  validUntil: string;
  level: string;
}

/** As many lines as one request takes. */
export const maximum = 100;

export function listedLines(rows: readonly Pick<PortfolioRow, 'slug' | 'requiredLevel'>[]): GridLine[] {
  return rows.map(({ slug, requiredLevel }) => ({
    key: slug,
    listed: slug,
    slug,
    validUntil: '',
    level: requiredLevel ?? 'gold',
  }));
}

export function newLine(lines: readonly GridLine[], pasted?: PastedLine): GridLine {
  const numbers = lines.map(({ key }) => (key.startsWith('line ') ? Number(key.slice(5)) : 0));
  return {
    key: `line ${Math.max(0, ...numbers) + 1}`,
    listed: null,
    slug: pasted?.cluster ?? '',
    validUntil: pasted?.validUntil ?? '',
    level: levelOf(pasted?.level ?? ''),
  };
}

/** A line that changes something: a date beside a listed cluster, or anything in a line of its own. */
export function isTyped({ listed, slug, validUntil }: GridLine): boolean {
  return validUntil.trim() !== '' || (listed === null && slug.trim() !== '');
}

export interface Placed {
  lines: GridLine[];
  placed: number;
  withoutDate: number;
  /** Did not fit: nothing of it may get lost. */
  left: PastedLine[];
}

/**
 * Puts pasted lines beside the clusters they name. A cluster that is named twice, or that the list does not know, gets a line of its
 * own, so that the server can say what is wrong with it.
 */
export function placePasted(lines: readonly GridLine[], pasted: readonly PastedLine[], names: ReadonlyMap<string, string>): Placed {
  const result = [...lines];
  const left: PastedLine[] = [];
  const taken = new Set<string>();
  for (const line of pasted) {
    const index = result.findIndex(({ key, listed }) => listed !== null && !taken.has(key) && isNamed(line.cluster, listed, names));
    const found = result[index];
    if (found) {
      taken.add(found.key);
      if (line.validUntil !== '')
        result[index] = { ...found, validUntil: line.validUntil, level: line.level ? levelOf(line.level) : found.level };
    } else if (result.filter(isTyped).length < maximum) {
      result.push(newLine(result, line));
    } else {
      left.push(line);
    }
  }
  const withoutDate = pasted.filter(({ validUntil }) => validUntil === '').length;
  return { lines: result, placed: pasted.length - left.length, withoutDate, left };
}

/** Fills a pasted block into the grid from a cell on, to the right and downwards, as a spreadsheet does. */
export function fillFrom(lines: readonly GridLine[], key: string, column: Column, block: readonly string[][]): GridLine[] {
  const start = lines.findIndex((line) => line.key === key);
  const result = [...lines];
  block.forEach((cells, offset) => {
    const line = result[start + offset] ?? newLine(result);
    const filled = { ...line };
    cells.forEach((cell, right) => {
      const target = columns[columns.indexOf(column) + right];
      if (target === undefined || (target === 'slug' && line.listed !== null)) return;
      filled[target] = target === 'level' ? levelOf(cell) : cell;
    });
    result[start + offset < result.length ? start + offset : result.length] = filled;
  });
  return result;
}

/** Whether a block names clusters: then it is placed by name and not by position. */
export function namesClusters(block: readonly string[][]): boolean {
  return block.some((cells) => cells.length > 1 && (cells[0] ?? '').trim() !== '' && !looksLikeDate(cells[0] ?? ''));
}

const levelWords: Record<string, string> = { guld: 'gold', gold: 'gold', sølv: 'silver', silver: 'silver', bronze: 'bronze' };
/** Known words become the level's name; anything else stays as typed, for the server to refuse. Nothing is gold. */
function levelOf(typed: string): string {
  const text = typed.trim();
  return text === '' ? 'gold' : (levelWords[text.toLowerCase()] ?? text);
}

function isNamed(typed: string, slug: string, names: ReadonlyMap<string, string>): boolean {
  const text = plain(typed);
  return text !== '' && (text === plain(slug) || text === plain(names.get(slug) ?? ''));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\-–_.]+/g, ' ')
    .trim();
}
