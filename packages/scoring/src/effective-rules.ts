import type { CalendarDate } from './calendar-date.js';
import type { AwardKind, Level } from './facts.js';
import type {
  FigureKey,
  FigureRule,
  ProcessStep,
  ProcessStepRule,
  RenewalWindowRule,
  ReminderStepRule,
  Rules,
  RuleSource,
  ValidityRule,
} from './rules.js';

/** The rule of these rows that matches the key and applies on the day: the newest `effectiveFrom` not after it; null if none does. */
export function ruleOn<Rule extends RuleSource>(rows: readonly Rule[], key: Partial<Rule>, day: CalendarDate): Rule | null {
  const fields = Object.keys(key) as (keyof Rule)[];
  let newest: Rule | null = null;
  for (const row of rows) {
    if (row.effectiveFrom > day || (newest && row.effectiveFrom <= newest.effectiveFrom)) continue;
    if (fields.every((field) => row[field] === key[field])) newest = row;
  }
  return newest;
}

/** The validity rule for an award that counts from the day. */
export function validityRuleOn(rules: Rules, level: Level, kind: AwardKind, day: CalendarDate): ValidityRule | null {
  return ruleOn(rules.validity, { level, kind }, day);
}

/** The renewal window of a label that ended on the day. */
export function renewalWindowOn(rules: Rules, level: Level, endedOn: CalendarDate): RenewalWindowRule | null {
  let newest: RenewalWindowRule | null = null;
  for (const row of rules.renewalWindows) {
    if (row.level === level && row.effectiveFrom <= endedOn && (!newest || row.effectiveFrom > newest.effectiveFrom)) newest = row;
  }
  return newest;
}

/** A single figure on a day; null if no row applies. */
export function figureOn(rules: Rules, key: FigureKey, day: CalendarDate): FigureRule | null {
  return ruleOn(rules.figures, { key }, day);
}

/** A step of the template that the chain counts with. */
export type ChainRule = ProcessStepRule & { step: ProcessStep };

/** What applies on one day, picked once for all clusters. */
export interface EffectiveRules {
  rules: Rules;
  horizon: FigureRule | null;
  /** Steps of the way to an award in order of time, the decision last. */
  steps: Readonly<Record<AwardKind, readonly ChainRule[]>>;
  /** Those that apply to a cluster are picked by `stepsTowards`. */
  reminderSteps: readonly ReminderStepRule[];
  /** `cluster event` where the cluster has steps of its own. */
  ownSteps: ReadonlySet<string>;
  repeatFromMoveDays: FigureRule | null;
}

const daysKept = 64;
const effective = new WeakMap<Rules, Map<CalendarDate, EffectiveRules>>();

/** The rules on a day. Rules are never changed in place: an edit is a new `Rules`. */
export function effectiveRules(rules: Rules, day: CalendarDate): EffectiveRules {
  let days = effective.get(rules);
  if (!days) effective.set(rules, (days = new Map()));
  const known = days.get(day);
  if (known) return known;
  if (days.size >= daysKept) days.clear();
  const reminderSteps = effectiveReminderSteps(rules.reminderSteps, day);
  const picked: EffectiveRules = {
    rules,
    horizon: figureOn(rules, 'expiring-horizon-days', day),
    steps: { first: stepsOn(rules, 'first', day), renewal: stepsOn(rules, 'renewal', day) },
    reminderSteps,
    ownSteps: new Set(reminderSteps.flatMap(({ clusterId, event }) => (clusterId ? [`${clusterId} ${event}`] : []))),
    repeatFromMoveDays: figureOn(rules, 'reminder-repeat-from-move-days', day),
  };
  days.set(day, picked);
  return picked;
}

const programmes = new WeakMap<Rules, Map<string, Rules>>();

/** The rules of the same day under one programme: with its own closed weeks, where it has any. */
export function effectiveUnder(programmeId: string, effective: EffectiveRules, day: CalendarDate): EffectiveRules {
  const { rules } = effective;
  const closedDays = rules.programmeClosedDays?.get(programmeId);
  if (!closedDays) return effective;
  let own = programmes.get(rules);
  if (!own) programmes.set(rules, (own = new Map()));
  let under = own.get(programmeId);
  if (!under) own.set(programmeId, (under = { ...rules, closedDays }));
  return effectiveRules(under, day);
}

const stepOrder = ['self-test', 'order', 'submission', 'audit', 'decision'] as const;

function stepsOn(rules: Rules, kind: AwardKind, day: CalendarDate): ChainRule[] {
  return stepOrder.flatMap((step) => (ruleOn(rules.processSteps, { step, kind }, day) as ChainRule | null) ?? []);
}

/** One row for each event, level, cluster and offset: the newest. A step without recipients has been taken out. */
export function effectiveReminderSteps<Row extends ReminderStepRule>(rows: readonly Row[], day: CalendarDate): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.event} ${row.level} ${row.clusterId} ${row.offsetDays}`;
    const other = newest.get(key);
    if (row.effectiveFrom <= day && (!other || row.effectiveFrom > other.effectiveFrom)) newest.set(key, row);
  }
  return [...newest.values()].filter((row) => row.recipients.length > 0).sort((one, other) => one.offsetDays - other.offsetDays);
}

/** A cluster's own steps for an event, else those for the level, else those for every level; in order of time. */
export function stepsTowards(
  { reminderSteps }: EffectiveRules,
  { event, level, clusterId }: Pick<ReminderStepRule, 'event' | 'level' | 'clusterId'>,
): readonly ReminderStepRule[] {
  const ofEvent = reminderSteps.filter((row) => row.event === event);
  const own = ofEvent.filter((row) => row.clusterId !== null && row.clusterId === clusterId);
  const candidates = own.length > 0 ? own : ofEvent.filter((row) => row.clusterId === null);
  const ofLevel = candidates.filter((row) => row.level !== null && row.level === level);
  return ofLevel.length > 0 ? ofLevel : candidates.filter((row) => row.level === null);
}
