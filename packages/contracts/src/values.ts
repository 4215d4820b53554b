import { type CalendarDate, type Reason, reasonCodes } from '@klyngevagt/scoring';
import { z } from 'zod';

/** Building stones of the shapes. */

/** A plain day `YYYY-MM-DD` that exists, between 1990 and 2099. */
export const Day = z
  .string()
  .regex(/^(19|20)\d\d-\d\d-\d\d$/)
  .refine((text) => {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  })
  .transform((text) => text as CalendarDate)
  .meta({ format: 'date' });
const Instant = z.iso.datetime({ offset: true }).regex(/^(19|20)/);

/**
 * Recorded time: an instant, or a day for the end of that day in Copenhagen. The answer then rests on what had been recorded by then;
 * absent: on everything recorded until now. A time that has not come is refused (`known-in-future`), and so is one before which somebody
 * is still recording (`not-settled`): what is answered for a recorded time never changes afterwards.
 */
export const KnownTime = z
  .string()
  .refine((text) => Day.safeParse(text).success || Instant.safeParse(text).success)
  .meta({ examples: ['2025-12-31', '2026-01-20T09:30:00+01:00'] });

/** What an answer rests on: the day asked about, today, and recorded time (an instant; null: now). Spread into the shape of the answer. */
export const askedTime = { on: Day, today: Day, known: z.string().nullable() };

/** A day, a month or a year, as precise as it is known. */
export const PartialDay = z.union([Day, z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/), z.string().regex(/^(19|20)\d\d$/)]);

export const Id = z.uuid();
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
export const Level = z.enum(['bronze', 'silver', 'gold']);
export const AwardKind = z.enum(['first', 'renewal']);
export const Confidence = z.enum(['sourced', 'partly', 'assumption', 'illustrative']);
export const Answer = z.enum(['yes', 'no', 'not-known']);
export const Language = z.enum(['da', 'en']);
export const LabelStatus = z.enum(['in-force', 'expiring', 'renewable', 'lapsed', 'revoked', 'none', 'unknown']);
export const VerdictCode = z.enum(['not-bound', 'met', 'at-risk', 'exempt', 'by-plan', 'renewable', 'unknown', 'breach']);
export const ProcessStep = z.enum(['self-test', 'order', 'submission', 'audit', 'decision']);
export const NextStepCode = z.enum([
  'confirm-record',
  'confirm-end',
  'confirm-duty',
  'self-test',
  'book-audit',
  'rebook-audit',
  'submit-documents',
  'hold-audit',
  'await-decision',
  'renew-in-window',
  'hold-level',
  'none',
]);
/** What a person can type: no control characters but tab and line break. The database could not even store the zero character. */
const typedText = z
  .string()
  .trim()
  .regex(/^(?:[\t\n\r]|\P{Cc})*$/u);
/** Why a fact is changed. Kept in the ledger by reference. */
export const ReasonText = typedText.min(3).max(500);
/** Free text of a person, plain. */
export const Text = (max: number) => typedText.max(max);
/**
 * A name, a title, a town: text of one line, in the direction in which it is read. It stands in subjects and heads of mails, where a line of
 * its own would say something that nobody wrote.
 */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u)
    .max(max);
export const Source = Text(500);
/** Revision the editor saw; an older one is refused with `changed-meanwhile`. */
export const Revision = z.int().min(1);

/** A reason as the rules gave it, with the sentence in the reader's language. */
export const ExplainedReason = z
  .object({
    code: z.enum(reasonCodes),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    text: z.string(),
  })
  .meta({ id: 'Reason' });
export type ExplainedReason = Reason & { text: string };
/** As a row of a list gives it: the figures stand in the sentence. */
export const ShortReason = z.object({ code: z.enum(reasonCodes), text: z.string() }).meta({ id: 'ShortReason' });
export type ShortReason = z.infer<typeof ShortReason>;

export const NextStep = z
  .object({ code: NextStepCode, dueOn: Day.nullable(), by: z.enum(['cluster', 'officer', 'assessor']).nullable(), overdue: z.boolean() })
  .meta({ id: 'NextStep' });
export type NextStep = z.infer<typeof NextStep>;

export const Ok = z.object({ id: Id });

/** It stands in the database; `isQueueAway`: the worker could not be woken for it, and does it with its next run. */
export const Noted = Ok.extend({ isQueueAway: z.boolean() });
