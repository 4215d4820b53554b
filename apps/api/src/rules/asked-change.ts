import type { RuleChange as AskedChange } from '@klyngevagt/contracts';
import { changedRows, type RuleChange, type RuleRowChange, type RuleRows, rowChangeOf } from '@klyngevagt/db';
import { type CalendarDate, daysBetween, type ReminderEvent } from '@klyngevagt/scoring';
import { Refusal } from '../http/refusal.js';
import type { Reading } from '../portfolio/decision-reader.js';

/** As many working days as a quarter has, with its weekends. */
const longestSpanDays = 92;

/** What a change is looked at against: the rules as they stand, or as earlier changes of the same draft leave them. */
export interface RuleGround {
  rows: RuleRows;
  today: CalendarDate;
  programmes: Reading['programmes'];
  clusters: readonly { id: string; slug: string; name: string }[];
}

/** The rows of a change that may be made; refuses what would change the past or leave the calendar. `at`: where the request holds it. */
export function rowsOfChange(asked: AskedChange, ground: RuleGround, at = 'change'): RuleRowChange {
  const refuse: Refuse = (field, code) => {
    throw new Refusal('invalid-input', [{ field: `${at}.${field}`, code }]);
  };
  const change = withIds(asked, ground, refuse);
  if (change.kind === 'close-days' || change.kind === 'open-days') checkSpan(change, ground, refuse);
  if (change.kind === 'rule') checkBegin(change, ground, refuse);
  if (change.kind === 'ladder') checkLadder(change, ground, refuse);
  const rows = rowChangeOf(ground.rows, change);
  const isNothing = rows.add.length + rows.remove.length === 0;
  if (isNothing && change.kind === 'ladder') refuse('steps', 'nothing-changes');
  if (isNothing) refuse('to', change.kind === 'close-days' ? 'already-closed' : 'nothing-closed');
  return rows;
}

/** The rows of several changes, each made on top of those before it. */
export function rowsOfChanges(asked: readonly AskedChange[], ground: RuleGround): { changes: RuleRowChange[]; rows: RuleRows } {
  let { rows } = ground;
  const changes = asked.map((one, index) => {
    const change = rowsOfChange(one, { ...ground, rows }, `changes.${index}`);
    rows = changedRows(rows, change);
    return change;
  });
  return { changes, rows };
}

type Refuse = (field: string, code: string) => never;

function withIds(asked: AskedChange, { programmes, clusters }: RuleGround, refuse: Refuse): RuleChange {
  if (asked.kind === 'rule') return asked;
  if (asked.kind === 'ladder') {
    const { cluster: slug, ...change } = asked;
    const found = clusters.find((cluster) => cluster.slug === slug);
    return { ...change, clusterId: slug === null ? null : (found?.id ?? refuse('cluster', 'no-such-cluster')) };
  }
  const { programme: slug, ...change } = asked;
  const found = programmes.find((programme) => programme.slug === slug);
  return { ...change, programmeId: slug === null ? null : (found?.id ?? refuse('programme', 'no-such-programme')) };
}

const duties: readonly ReminderEvent[] = ['booking', 'end', 'window-end', 'plan', 'waiver'];

/** Whatever is due must be told of by something; what nothing may hold back must reach a mailbox. */
function checkLadder(
  { event, clusterId, steps, effectiveFrom }: Extract<RuleChange, { kind: 'ladder' }>,
  { today }: RuleGround,
  refuse: Refuse,
): void {
  if (effectiveFrom < today) refuse('effectiveFrom', 'in-the-past');
  if (clusterId === null && steps.length === 0 && duties.includes(event)) refuse('steps', 'ladder-empty');
  steps.forEach((step, index) => {
    const isTwice = steps.findIndex(({ level, offsetDays }) => level === step.level && offsetDays === step.offsetDays) < index;
    if (isTwice) refuse(`steps.${index}.offsetDays`, 'twice-the-same');
    if (new Set(step.recipients).size < step.recipients.length) refuse(`steps.${index}.recipients`, 'twice-the-same');
    if (step.urgency === 'final' && step.channel === 'inbox') refuse(`steps.${index}.channel`, 'final-by-mail');
  });
}

function checkSpan({ from, to }: { from: CalendarDate; to: CalendarDate }, { rows, today }: RuleGround, refuse: Refuse): void {
  const lastYear = rows.closedDays.at(-1)?.dayOn.slice(0, 4) ?? '0001';
  if (to < from) refuse('to', 'before-start');
  if (from < today) refuse('from', 'in-the-past');
  if (to > `${lastYear}-12-31`) refuse('to', 'outside-calendar');
  if (daysBetween(from, to) >= longestSpanDays) refuse('to', 'span-too-long');
}

/** A row that began before the one it follows would be hidden by it; a second one of the same day would have no place. */
function checkBegin(
  { ruleId, effectiveFrom }: { ruleId: string; effectiveFrom: CalendarDate },
  { rows }: RuleGround,
  refuse: Refuse,
): void {
  const all: { id: string; effectiveFrom?: CalendarDate; startsOn?: CalendarDate; endsOn?: CalendarDate }[] = Object.values(rows).flat();
  const present = all.find(({ id }) => id === ruleId);
  const begins = present?.effectiveFrom ?? present?.startsOn;
  if (begins !== undefined && effectiveFrom <= begins) refuse('effectiveFrom', 'not-later');
  if (present?.endsOn !== undefined && effectiveFrom > present.endsOn) refuse('effectiveFrom', 'after-its-end');
}
