import { setImmediate as turn } from 'node:timers/promises';
import type { LadderSums, LadderTrial } from '@klyngevagt/contracts';
import type { Language } from '@klyngevagt/messages';
import {
  addDays,
  beginTrial,
  type CalendarDate,
  type ClusterDecision,
  countMails,
  daysBetween,
  decideCluster,
  liveDay,
  type PlanInput,
  type RecipientRole,
  type ReminderEvent,
  type ReminderStepRule,
  type ReminderTrial,
  type Rules,
  type StoredReminder,
  toComeAfter,
} from '@klyngevagt/scoring';
import { Refusal } from '../http/refusal.js';
import type { DecidedCluster, Reading } from '../portfolio/decision-reader.js';
import { ruleWords } from './rule-words.js';

const yearDays = 365;
const nextShown = 10;
/** Clusters that live through a day before other requests have their turn. */
const clustersATurn = 25;

export interface LadderQuestion {
  /** Steps as they are, and as they would be; null: nothing is changed. */
  before: readonly ReminderStepRule[];
  after: readonly ReminderStepRule[] | null;
  /** Whose reminders are counted and listed by themselves. */
  events: readonly ReminderEvent[];
}

/** A trial that goes on: whoever waits for it can see how far it is, and give it up. */
export interface TrialRun {
  percent: number;
  gone?: AbortSignal | undefined;
}

/**
 * What steps of reminders would have sent in the last year, and send next: every cluster lives through the days of the year with the facts
 * and people of today, in memory. The mails are all of the product's: a step that joins a mail that goes out anyway makes none.
 */
export async function tryLadders(
  reading: Reading,
  { before, after, events }: LadderQuestion,
  inputs: ReadonlyMap<string, PlanInput>,
  language: Language,
  run: TrialRun,
): Promise<LadderTrial> {
  const { today, clusters } = reading;
  const from = addDays(today, -yearDays);
  const tried = [before, ...(after ? [after] : [])].map((steps) => begin(reading, steps, from, inputs));
  for (let on = from; on <= today; on = addDays(on, 1)) {
    run.percent = Math.floor((daysBetween(from, on) / (yearDays + 1)) * 100);
    for (let place = 0; place < clusters.length; place += clustersATurn) {
      for (let index = place; index < Math.min(place + clustersATurn, clusters.length); index += 1) liveThrough(tried, index, on);
      await turn();
      if (run.gone?.aborted) throw new Refusal('not-available');
    }
  }
  const [sumsBefore, sumsAfter = null] = tried.map((one) => sumsOf(clusters, one, events, language));
  if (!sumsBefore) throw new Error('A trial without steps to try.');
  return { from, to: today, clusters: clusters.length, before: sumsBefore, after: sumsAfter };
}

interface Tried {
  rules: Rules;
  /** In the order of the clusters. */
  trials: ReminderTrial[];
}

const nobody: PlanInput = { recipients: [], stored: [], holds: [], tasks: [] };

/** The steps as if they had applied all along, under all other rules as they are. */
function begin(
  { rules, clusters }: Reading,
  steps: LadderQuestion['before'],
  from: CalendarDate,
  inputs: ReadonlyMap<string, PlanInput>,
): Tried {
  return {
    rules: { ...rules.rules, reminderSteps: steps.map((step) => ({ ...step, effectiveFrom: from })) },
    trials: clusters.map(({ cluster }) => beginTrial(cluster.facts, inputs.get(cluster.id) ?? nobody)),
  };
}

/** One day of one cluster, under each list of steps. What it decides is the same under all of them. */
function liveThrough(tried: readonly Tried[], index: number, on: CalendarDate): void {
  let decision: ClusterDecision | undefined;
  for (const { rules, trials } of tried) {
    const trial = trials[index];
    if (!trial) continue;
    decision ??= decideCluster(trial.facts, rules, on);
    trials[index] = liveDay(trial, rules, on, decision);
  }
}

function sumsOf(clusters: readonly DecidedCluster[], tried: Tried, events: readonly ReminderEvent[], language: Language): LadderSums {
  const { t } = ruleWords(language);
  const lived = clusters.flatMap(({ cluster }, index) => {
    const trial = tried.trials[index];
    return trial ? [{ cluster, trial }] : [];
  });
  const sent = lived.flatMap(({ cluster, trial }) => trial.sent.map((reminder) => ({ ...reminder, clusterId: cluster.id })));
  return {
    mails: countMails(sent),
    events: events.map((event) => ({
      event,
      name: t(`explanation.reminder.event.${event}`),
      reminders: sent.filter((reminder) => reminder.event === event).length,
    })),
    next: lived
      .flatMap(({ cluster, trial }) =>
        toldTogether(
          toComeAfter(trial).filter(({ event }) => events.includes(event)),
          cluster,
          tried,
          language,
        ),
      )
      .sort((one, other) => one.on.localeCompare(other.on))
      .slice(0, nextShown),
  };
}

/** One line for each step of a deadline that goes out on a day, with everybody who is told. */
function toldTogether(
  planned: readonly StoredReminder[],
  { id, slug, name }: DecidedCluster['cluster'],
  { rules }: Tried,
  language: Language,
): LadderSums['next'] {
  const lines = new Map<string, StoredReminder[]>();
  for (const row of planned) {
    const key = [row.dueOn, row.cycle, row.event, row.subject, row.offsetDays, row.deadlineOn].join(' ');
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { event, offsetDays, dueOn, urgency, channel } = first;
    const steps = rules.reminderSteps.filter((step) => step.event === event && step.offsetDays === offsetDays);
    const unit = (steps.find(({ clusterId }) => clusterId === id) ?? steps[0])?.unit ?? 'calendar-days';
    return [
      {
        on: dueOn,
        cluster: { slug, name },
        about: ruleWords(language).reminderStep({ event, offsetDays, unit }),
        roles: recipientRoles.filter((role) => rows.some((row) => row.role === role)),
        people: rows.length,
        urgency,
        channel,
      },
    ];
  });
}

const recipientRoles = ['manager', 'chair', 'officer', 'head'] as const satisfies readonly RecipientRole[];
