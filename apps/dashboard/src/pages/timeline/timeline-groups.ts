import type { Timeline, TimelineRow } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import type { TimelineSearch } from './timeline-search.js';

interface RowGroup {
  /** Null: the rows are not grouped. */
  name: string | null;
  rows: TimelineRow[];
}

const levels = ['gold', 'silver', 'bronze'] as const;

/** Rows by officer or by the label in force, each group in the order of the whole. */
export function groupsOf(rows: Timeline['rows'], group: TimelineSearch['group'], t: TFunction): RowGroup[] {
  if (group === undefined) return [{ name: null, rows }];
  const nameOf = group === 'officer' ? officerOf : levelOf;
  const names = new Map<string, RowGroup>();
  for (const row of rows) {
    const name = nameOf(row);
    const found = names.get(name) ?? { name, rows: [] };
    found.rows.push(row);
    names.set(name, found);
  }
  const byName = new Intl.Collator('da-DK');
  const order = group === 'level' ? levels.map((level) => t(`terms.level.${level}`)) : [];
  const place = ({ name }: RowGroup) => (order.includes(name ?? '') ? order.indexOf(name ?? '') : order.length);
  return [...names.values()].sort((one, other) => place(one) - place(other) || byName.compare(one.name ?? '', other.name ?? ''));

  function officerOf({ officer }: TimelineRow): string {
    return officer === null ? t('timeline.group.noOfficer') : (officer.name ?? t('portfolio.hiddenOfficer'));
  }

  function levelOf({ level, status }: TimelineRow): string {
    const isHeld = status === 'in-force' || status === 'expiring';
    return isHeld && level !== null ? t(`terms.level.${level}`) : t('timeline.group.noLevel');
  }
}
