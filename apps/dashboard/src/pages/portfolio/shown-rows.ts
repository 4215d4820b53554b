import type { PortfolioRow } from '@klyngevagt/contracts';
import { addMonths, type CalendarDate } from '@klyngevagt/scoring';
import { findWords } from '../../find-words.js';
import type { PortfolioSearch, SortColumn, TileName, ViewName } from './portfolio-search.js';

/** What the address asks to see, of the rows the server decided. Nothing is computed but which rows, and in which order. */
export function shownRows(rows: readonly PortfolioRow[], search: PortfolioSearch, on: CalendarDate): PortfolioRow[] {
  const chosen = rows.filter((row) => isShown(row, search, on));
  const textsOf = ({ name, domain, slug, officer }: PortfolioRow) => [name, domain, slug, officer?.name ?? ''];
  const shown = search.find === undefined ? chosen : findWords(chosen, search.find, textsOf);
  return search.sort === undefined ? shown : sorted(shown, search.sort, search.descending ?? false);
}

export function isFiltered({ tile, view, level, officer, booking, find }: PortfolioSearch): boolean {
  return [tile, view, level, officer, booking, find].some((value) => value !== undefined);
}

function isShown(row: PortfolioRow, search: PortfolioSearch, on: CalendarDate): boolean {
  const { tile, view, level, officer, booking } = search;
  return (
    (tile === undefined || tileOf(row) === tile) &&
    (view === undefined || isInView(row, view, on)) &&
    (level === undefined || row.level === level) &&
    (officer === undefined || (row.officer?.id ?? 'none') === officer) &&
    (booking === undefined || (row.booking !== null) === (booking === 'booked'))
  );
}

/** The tile that counts the row: by the state of the label which the duty asks for, among the bound. */
export function tileOf({ bound, requiredStatus }: Pick<PortfolioRow, 'bound' | 'requiredStatus'>): TileName | null {
  if (!bound) return null;
  if (requiredStatus === 'in-force' || requiredStatus === 'expiring' || requiredStatus === 'unknown') return requiredStatus;
  return 'not-in-force';
}

export function isInView(row: PortfolioRow, view: ViewName, on: CalendarDate): boolean {
  if (view === 'needs-action') return row.needsAction;
  if (view === 'mine') return row.officer?.isMe ?? false;
  return row.booking === null && row.bound && row.validUntil !== null && row.validUntil >= on && row.validUntil <= addMonths(on, 6);
}

const severity = ['lapsed', 'revoked', 'renewable', 'none', 'unknown', 'expiring', 'in-force'];
const levels = ['gold', 'silver', 'bronze'];

type Key = string | number | null;
const keys: Record<SortColumn, (row: PortfolioRow) => Key> = {
  name: ({ name }) => name,
  status: ({ status, exitedOn }) => (exitedOn === null ? severity.indexOf(status) : severity.length),
  level: ({ level }) => (level === null ? null : levels.indexOf(level)),
  validUntil: ({ validUntil, validUntilPartial }) => validUntil ?? validUntilPartial,
  daysLeft: ({ daysLeft }) => daysLeft,
  recertification: ({ booking, orderBy }) => booking?.firstDayOn ?? orderBy,
  officer: ({ officer }) => officer?.name ?? null,
};

function sorted(rows: PortfolioRow[], column: SortColumn, isDescending: boolean): PortfolioRow[] {
  const keyOf = keys[column];
  const direction = isDescending ? -1 : 1;
  return rows.sort((one, other) => {
    const [left, right] = [keyOf(one), keyOf(other)];
    // What is not known stands last in either direction.
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compare(left, right);
  });
}

const danish = new Intl.Collator('da');
function compare(left: string | number, right: string | number): number {
  return typeof left === 'number' && typeof right === 'number' ? left - right : danish.compare(String(left), String(right));
}
