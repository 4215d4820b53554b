import { setImmediate as turn } from 'node:timers/promises';
import type { RulePreview } from '@klyngevagt/contracts';
import { toRules } from '@klyngevagt/db';
import {
  addDays,
  beginTrial,
  type CalendarDate,
  liveDay,
  type PlanInput,
  type ReminderStepRule,
  type StoredReminder,
  toComeAfter,
} from '@klyngevagt/scoring';
import type { Reading } from '../portfolio/decision-reader.js';

const yearDays = 365;
const nextShown = 5;

type StepTrial = NonNullable<RulePreview['step']>;

/**
 * What a reminder step would have sent in the last year, and sends next: every cluster lives through the days of the year with the facts and
 * people of today, in memory. Other requests are answered between two days.
 */
export async function tryStep(reading: Reading, step: ReminderStepRule, inputs: ReadonlyMap<string, PlanInput>): Promise<StepTrial> {
  const { today, rules, clusters } = reading;
  const from = addDays(today, -yearDays);
  // The step as if it had applied all along: in the place of every other row of its key.
  const others = rules.rows.reminderSteps.filter((row) => !isOfStep(row, step));
  const row = { ...step, effectiveFrom: from };
  const tried = toRules({ ...rules.rows, reminderSteps: [...others, row] as typeof others });
  let trials = clusters.map(({ cluster }) => ({ cluster, trial: beginTrial(cluster.facts, inputs.get(cluster.id) ?? nobody) }));
  for (let day = from; day <= today; day = addDays(day, 1)) {
    const on = day;
    trials = trials.map(({ cluster, trial }) => ({ cluster, trial: liveDay(trial, tried, on) }));
    await turn();
  }
  const sentLastYear = trials.reduce((sum, { trial }) => sum + mailsOf(trial.sent.filter((sent) => isOfStep(sent, step))), 0);
  const next = trials
    .flatMap(({ cluster, trial }) =>
      daysOf(
        toComeAfter(trial).filter((planned) => isOfStep(planned, step)),
        cluster,
      ),
    )
    .sort((one, other) => one.on.localeCompare(other.on))
    .slice(0, nextShown);
  return { sentLastYear, next };
}

type StepKey = Pick<ReminderStepRule, 'event' | 'offsetDays'>;
const nobody: PlanInput = { recipients: [], stored: [], holds: [], tasks: [] };

const isOfStep = (one: StepKey, step: StepKey) => one.event === step.event && one.offsetDays === step.offsetDays;

/** What goes to one person on one day is one mail. */
function mailsOf(sent: readonly { personId: string; sentOn: CalendarDate }[]): number {
  return new Set(sent.map(({ personId, sentOn }) => `${personId} ${sentOn}`)).size;
}

function daysOf(planned: readonly StoredReminder[], { slug, name }: { slug: string; name: string }): StepTrial['next'] {
  const people = new Map<CalendarDate, Set<string>>();
  for (const { dueOn, personId } of planned) people.set(dueOn, (people.get(dueOn) ?? new Set()).add(personId));
  return [...people].map(([on, told]) => ({ on, cluster: { slug, name }, people: told.size }));
}
