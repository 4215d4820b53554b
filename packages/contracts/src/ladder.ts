import { z } from 'zod';
import { RecipientRole, ReminderChannel, ReminderEvent, ReminderUrgency } from './reminder.js';
import { Confidence, Day, Id, KnownTime, Level, Slug } from './values.js';

/** One step: so many days from the day that is reminded of, negative before it. */
export const LadderStep = z.strictObject({
  /** Null: whatever the level. Steps of a level replace those of all levels. */
  level: Level.nullable(),
  offsetDays: z.int().min(-730).max(365),
  unit: z.enum(['calendar-days', 'working-days']),
  recipients: z.array(RecipientRole).min(1).max(4),
  channel: ReminderChannel,
  urgency: ReminderUrgency,
});
export type LadderStep = z.infer<typeof LadderStep>;

const LadderStepView = LadderStep.extend({
  id: Id,
  /** "14 dage før udløb" in the reader's language. */
  about: z.string(),
  effectiveFrom: Day,
  source: z.string(),
  confidence: Confidence,
});
export type LadderStepView = z.infer<typeof LadderStepView>;

const Cluster = z.object({ slug: Slug, name: z.string() });
const Ladder = z.object({
  /** Null: of every cluster that has no steps of its own. */
  cluster: Cluster.nullable(),
  steps: z.array(LadderStepView),
  /** The ladder as it will be from a later day on. */
  later: z.array(z.object({ from: Day, steps: z.array(LadderStepView) })),
});

export const LadderQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });
/** The steps of every event on a day: those for all, then those of single clusters in scope. */
export const LadderList = z
  .object({
    on: Day,
    events: z.array(z.object({ event: ReminderEvent, name: z.string(), ladders: z.array(Ladder) })),
    /** Clusters that can have steps of their own. */
    clusters: z.array(Cluster),
  })
  .meta({ id: 'LadderList' });
export type LadderList = z.infer<typeof LadderList>;

const LadderSums = z.object({
  /** One person's day is one mail, but for what is urgent: that goes alone, cluster by cluster. */
  mails: z.int(),
  /** Of each ladder that was asked about: reminders that went out, those shown in the product only included. */
  events: z.array(z.object({ event: ReminderEvent, name: z.string(), reminders: z.int() })),
  /** The first ten that are to come. */
  next: z.array(
    z.object({
      on: Day,
      cluster: Cluster,
      about: z.string(),
      roles: z.array(RecipientRole),
      people: z.int(),
      urgency: ReminderUrgency,
      channel: ReminderChannel,
    }),
  ),
});
export type LadderSums = z.infer<typeof LadderSums>;

/** Steps as if they had applied for the last year, with the facts and people of today. `after` null: nothing is changed. */
export const LadderTrial = z
  .object({ from: Day, to: Day, clusters: z.int(), before: LadderSums, after: LadderSums.nullable() })
  .meta({ id: 'LadderTrial' });
export type LadderTrial = z.infer<typeof LadderTrial>;

/** How far the trial that the caller waits for has come; null: none runs, or it has not begun. */
export const LadderTrialProgress = z.object({ percent: z.int().min(0).max(100).nullable() }).meta({ id: 'LadderTrialProgress' });
export type LadderTrialProgress = z.infer<typeof LadderTrialProgress>;
