import { comparedFields } from '@klyngevagt/scoring';
import { z } from 'zod';
import { LadderStep, LadderTrial } from './ladder.js';
import { ReminderEvent } from './reminder.js';
import { Confidence, Day, Id, KnownTime, Level, Line, ReasonText, Revision, Slug, Source } from './values.js';

export const RuleQuery = z.strictObject({ on: Day.optional(), known: KnownTime.optional() });

const Months = z.int().min(1).max(240);
const Days = z.int().min(0).max(1000);

/** What of a rule can be changed; what it is about (level, step) stays. */
export const RuleValue = z.discriminatedUnion('group', [
  z.strictObject({ group: z.literal('validity'), months: Months }),
  z.strictObject({ group: z.literal('renewal-window'), months: z.int().min(0).max(240), event: z.enum(['assessed', 'approved']) }),
  z.strictObject({ group: z.literal('figure'), value: Days }),
  z.strictObject({
    group: z.literal('process-step'),
    offset: Days,
    unit: z.enum(['calendar-days', 'working-days']),
    lasts: z.int().min(0).max(30),
  }),
  /** What a programme asks for, and whether a label that ended but can still be renewed satisfies it. */
  z.strictObject({ group: z.literal('obligation'), requiredLevel: Level, acceptsRenewalWindow: z.boolean() }),
]);
export type RuleValue = z.infer<typeof RuleValue>;

export const RuleView = z
  .object({
    id: Id,
    group: z.enum(['validity', 'renewal-window', 'figure', 'process-step', 'obligation']),
    label: z.string(),
    value: z.string(),
    /** The same, for a form. */
    values: RuleValue,
    /** Of a single figure; null for every other rule. */
    unit: z.enum(['days', 'months', 'years']).nullable(),
    /** Stable name of a single figure; null for every other rule. */
    key: z.string().nullable(),
    /** On the day asked about: in force, still to come, or replaced by a later row of the same rule. */
    applies: z.enum(['now', 'later', 'no-longer']),
    effectiveFrom: Day,
    source: z.string(),
    confidence: Confidence,
  })
  .meta({ id: 'Rule' });
/** `programme` null: closed for everybody. */
const ClosedDayView = z.object({ on: Day, name: z.string(), programme: z.object({ slug: Slug, name: z.string() }).nullable() });
export const RuleList = z
  .object({
    rules: z.array(RuleView),
    /** From and to: the years for which closed days are entered; null where there are none. */
    closedDays: z.object({ from: Day.nullable(), to: Day.nullable(), next: z.array(ClosedDayView) }),
    /** Programmes that can have closed weeks of their own. */
    programmes: z.array(z.object({ slug: Slug, name: z.string() })),
  })
  .meta({ id: 'RuleList' });
export type RuleList = z.infer<typeof RuleList>;

const stated = { source: Source.min(1), confidence: Confidence.exclude(['illustrative']) };
const span = { from: Day, to: Day, programme: Slug.nullable() };

/** One change of the rules. A changed rule is a new row: days before `effectiveFrom` stay under the old one. */
export const RuleChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rule'), ruleId: Id, value: RuleValue, effectiveFrom: Day, ...stated }),
  /**
   * The steps towards one event as they are from `effectiveFrom` on, whatever was entered for that day or later. `cluster` null: for every
   * cluster that has none of its own; a cluster without steps goes by those for all.
   */
  z.strictObject({
    kind: z.literal('ladder'),
    event: ReminderEvent,
    cluster: Slug.nullable(),
    steps: z.array(LadderStep).max(24),
    effectiveFrom: Day,
    ...stated,
  }),
  /** Inclusive, Monday to Friday; at most 92 days, none of them past. */
  z.strictObject({ kind: z.literal('close-days'), ...span, nameDa: Line(80).min(1), nameEn: Line(80).min(1), ...stated }),
  z.strictObject({ kind: z.literal('open-days'), ...span }),
]);
export type RuleChange = z.infer<typeof RuleChange>;

export const RulePreviewBody = z.strictObject({ change: RuleChange });
/** `version`: of the rules that the preview was made with; when any rule has changed since, saving is refused. */
export const RuleSave = z.strictObject({ change: RuleChange, version: z.int().min(0), reason: ReasonText });

/** What would be different. Values are in the reader's words; null: nothing. */
export const RulePreview = z
  .object({
    version: z.int(),
    /** The day that is compared: today, or the first day of a change that is still to come. */
    on: Day,
    compared: z.int(),
    clusters: z.array(
      z.object({
        slug: Slug,
        name: z.string(),
        changes: z.array(
          z.object({
            field: z.enum(comparedFields),
            before: z.string().nullable(),
            after: z.string().nullable(),
          }),
        ),
        /** What the changed rules say about it and the present ones do not. */
        reasons: z.array(z.string()),
        /** What the present rules say about it and the changed ones do not. */
        noLonger: z.array(z.string()),
      }),
    ),
    /** Reminders that planning would add to the plan, take out of it unsent, and send on another day. */
    reminders: z.object({ added: z.int(), withdrawn: z.int(), moved: z.int() }),
    /** Where steps of reminders are changed; null where none are. */
    trial: LadderTrial.nullable(),
    /** Days that are closed or opened by the change. */
    days: z.int(),
  })
  .meta({ id: 'RulePreview' });
export type RulePreview = z.infer<typeof RulePreview>;

/** Several changes under one name, tried out before they are made. Each is read on top of those before it. */
export const RuleDraftBody = z.strictObject({ name: Line(120).min(1), changes: z.array(RuleChange).max(50) });
export const RuleDraftEdit = RuleDraftBody.extend({ revision: Revision });
/** `on`: the day to compare; default today, or the first day of a change that is still to come. */
export const RuleSimulationBody = z.strictObject({ on: Day.optional(), revision: Revision });
export const RuleDraftDiscard = z.strictObject({ revision: Revision });
/** `version`: of the rules that the draft was tried out on. */
export const RuleDraftActivation = z.strictObject({ revision: Revision, version: z.int().min(0), reason: ReasonText });

const draft = {
  id: Id,
  name: z.string(),
  revision: z.int(),
  changedAt: z.string(),
  /** Null: somebody who was erased. */
  changedBy: z.string().nullable(),
};
export const RuleDraftList = z.object({ drafts: z.array(z.object({ ...draft, changes: z.int() })) }).meta({ id: 'RuleDraftList' });
export type RuleDraftList = z.infer<typeof RuleDraftList>;
export const RuleDraftView = z
  .object({
    ...draft,
    changes: z.array(
      z.object({
        change: RuleChange,
        label: z.string(),
        /** In the reader's words, a ladder step by step; empty: there was nothing, or nothing is left. */
        before: z.array(z.string()),
        after: z.array(z.string()),
        /** Why it cannot be made any more; null: it can. */
        error: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'RuleDraft' });
export type RuleDraftView = z.infer<typeof RuleDraftView>;
