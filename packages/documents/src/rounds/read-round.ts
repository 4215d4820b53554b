import type { Framework, FrameworkIndicator } from '@klyngevagt/scoring';
import { roundColumns, type RoundColumn, type RoundWords } from './round-rows.js';
import type { ReadCell } from './read-cell.js';

export interface ReadAnswer {
  indicator: string;
  score: number | null;
  isToConfirm: boolean;
  comment: string | null;
}

export type CellFault =
  | 'column-missing'
  | 'no-lines'
  | 'indicator-missing'
  | 'indicator-unknown'
  | 'indicator-repeated'
  | 'not-a-number'
  | 'not-on-scale'
  | 'comment-too-long'
  | 'comment-has-controls'
  | 'not-yes-or-no'
  | 'confirms-nothing'
  | 'other-cluster'
  | 'other-framework';

/** What is wrong with a cell: line as the spreadsheet counts it, from 1, and the column's heading. */
export interface CellError {
  row: number;
  column: RoundColumn;
  fault: CellFault;
  params: Readonly<Record<string, string | number>>;
}

export interface ReadRound {
  answers: ReadAnswer[];
  errors: CellError[];
}

export interface RoundQuestion {
  framework: Framework;
  /** Words of every language that a file may be in. */
  words: readonly RoundWords[];
  /** What the file must be about, where it says so. */
  cluster: string;
  frameworkName: string;
}

const needed = ['indicator', 'score'] as const satisfies RoundColumn[];
const longestComment = 2000;

/** The answers of a table. With any error none of them may be used; every faulty cell is named. */
export function readRound([heading = [], ...lines]: readonly (readonly ReadCell[])[], question: RoundQuestion): ReadRound {
  const places = placesOf(heading, question.words);
  const missing = needed.filter((column) => !places.has(column));
  const none = (errors: CellError[]): ReadRound => ({ answers: [], errors });
  if (missing.length > 0) return none(missing.map((column) => ({ row: 1, column, fault: 'column-missing', params: {} })));
  const reading = new Reading(question, places);
  lines.forEach((line, index) => {
    if (line.some((cell) => textOf(cell) !== '')) reading.take(line, index + 2);
  });
  if (reading.errors.length > 0) return none(reading.errors);
  if (reading.answers.length === 0) return none([{ row: 2, column: 'indicator', fault: 'no-lines', params: {} }]);
  return { answers: reading.answers, errors: [] };
}

function placesOf(heading: readonly ReadCell[], words: readonly RoundWords[]): Map<RoundColumn, number> {
  const names = heading.map((cell) => textOf(cell).toLowerCase());
  const places = new Map<RoundColumn, number>();
  for (const column of roundColumns) {
    const place = names.findIndex((name) => words.some(({ columns }) => columns[column].toLowerCase() === name));
    if (place >= 0) places.set(column, place);
  }
  return places;
}

class Reading {
  readonly answers: ReadAnswer[] = [];
  readonly errors: CellError[] = [];
  private readonly firstRow = new Map<string, number>();

  constructor(
    private readonly question: RoundQuestion,
    private readonly places: ReadonlyMap<RoundColumn, number>,
  ) {}

  take(line: readonly ReadCell[], row: number): void {
    const cell = (column: RoundColumn): ReadCell => line[this.places.get(column) ?? -1] ?? null;
    const wrong = (column: RoundColumn, fault: CellFault, params: CellError['params'] = {}): null => {
      this.errors.push({ row, column, fault, params });
      return null;
    };
    this.checkSubject(cell, wrong);
    const indicator = this.indicatorOf(textOf(cell('indicator')), row, wrong);
    const score = indicator && scoreOf(cell('score'), indicator, wrong);
    const comment = commentOf(cell('comment'), wrong);
    const isToConfirm = this.flagOf(textOf(cell('toConfirm')), wrong);
    if (isToConfirm && score === null) wrong('toConfirm', 'confirms-nothing');
    if (indicator) this.answers.push({ indicator: indicator.code, score, isToConfirm: isToConfirm === true, comment });
  }

  /** A file that was made for something else. */
  private checkSubject(cell: (column: RoundColumn) => ReadCell, wrong: Wrong): void {
    const { cluster, frameworkName } = this.question;
    const about = textOf(cell('cluster'));
    if (about !== '' && about !== cluster) wrong('cluster', 'other-cluster', { expected: cluster });
    const under = textOf(cell('framework'));
    if (under !== '' && under !== frameworkName) wrong('framework', 'other-framework', { expected: frameworkName });
  }

  private indicatorOf(code: string, row: number, wrong: Wrong): FrameworkIndicator | null {
    if (code === '') return wrong('indicator', 'indicator-missing');
    const found = this.question.framework.indicators.find((indicator) => indicator.code.toLowerCase() === code.toLowerCase());
    if (!found) return wrong('indicator', 'indicator-unknown', { typed: code });
    const first = this.firstRow.get(found.code);
    if (first !== undefined) return wrong('indicator', 'indicator-repeated', { typed: code, row: first });
    this.firstRow.set(found.code, row);
    return found;
  }

  private flagOf(typed: string, wrong: Wrong): boolean | null {
    const is = (word: 'yes' | 'no'): boolean => this.question.words.some((words) => words[word].toLowerCase() === typed.toLowerCase());
    if (typed === '' || is('no')) return false;
    return is('yes') || wrong('toConfirm', 'not-yes-or-no', { typed });
  }
}

type Wrong = (column: RoundColumn, fault: CellFault, params?: CellError['params']) => null;

function scoreOf(cell: ReadCell, { scale }: FrameworkIndicator, wrong: Wrong): number | null {
  const typed = textOf(cell);
  if (typed === '') return null;
  const value = typeof cell === 'number' ? cell : /^-?\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : NaN;
  if (Number.isNaN(value)) return wrong('score', 'not-a-number', { typed: typed.slice(0, 40) });
  if (scale.some((step) => step.value === value)) return value;
  return wrong('score', 'not-on-scale', { typed: typed.slice(0, 40), steps: scale.map((step) => step.value).join(', ') });
}

function commentOf(cell: ReadCell, wrong: Wrong): string | null {
  const text = (cell === null ? '' : String(cell)).replace(/\r\n?/g, '\n').trim();
  if (text.length > longestComment) return wrong('comment', 'comment-too-long', { maximum: longestComment });
  if (/[^\t\n\P{Cc}]/u.test(text)) return wrong('comment', 'comment-has-controls');
  return text === '' ? null : text;
}

function textOf(cell: ReadCell): string {
  return cell === null ? '' : String(cell).trim();
}
