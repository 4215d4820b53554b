import { z } from 'zod';
import { ReminderState } from './reminder.js';
import { Day, Id, KnownTime, Language, Slug } from './values.js';

/** A reminder belongs to the period by the day on which it was to go out; both days are included. */
export const ReminderRecordQuery = z.strictObject({ from: Day.optional(), to: Day.optional(), known: KnownTime.optional() });
/** `language`: of the document; the reader's own where absent. */
export const ReminderRecordDocumentQuery = z.strictObject({ ...ReminderRecordQuery.shape, language: Language.optional() });

/** Something that happened to a reminder, in a sentence of the reader's language; in order of time. */
const RecordEntry = z.object({
  code: z.string(),
  /** Null: when is not kept. */
  at: z.string().nullable(),
  text: z.string(),
  /** Number of the letter that it speaks of. */
  letter: z.int().nullable(),
});

const RecordStep = z.object({
  id: Id,
  /** "30 dage før sidste sikre bookingdag". */
  about: z.string(),
  dueOn: Day,
  role: z.string(),
  roleWord: z.string(),
  /** Null for those who may not see names, and where the person is erased. */
  recipient: z.string().nullable(),
  /** Channel and language: "e-mail, dansk". */
  sendingWord: z.string(),
  state: ReminderState,
  stateWord: z.string(),
  entries: z.array(RecordEntry),
});

/** Everything about one deadline: the day, what it was for, and who was told. */
const RecordDeadline = z.object({
  key: z.string(),
  event: z.string(),
  deadlineOn: Day,
  title: z.string(),
  /** How often the cluster was warned, first and last, and what went wrong. */
  summary: z.string(),
  /** How the day was counted, from what was recorded when notice was first sent; null where that can't be told. */
  basis: z.object({ title: z.string(), lines: z.array(z.object({ label: z.string(), value: z.string() })) }).nullable(),
  steps: z.array(RecordStep),
});

/** A mail as it was sent; one letter may stand for several reminders. In order of sending. */
const RecordLetter = z.object({
  number: z.int(),
  /** A reminder by which the look of the mail can be fetched; null: it was sent anew since, and only the words are kept here. */
  reminderId: Id.nullable(),
  about: z.string(),
  roleWord: z.string(),
  recipient: z.string().nullable(),
  sentTo: z.string().nullable(),
  sentAt: z.string(),
  messageId: z.string(),
  answer: z.string().nullable(),
  isPossibleRepeat: z.boolean(),
  /** Only what a mail about several clusters said about this one. */
  isPart: z.boolean(),
  language: Language,
  subject: z.string().nullable(),
  text: z.string().nullable(),
  withheld: z.enum(['not-for-you', 'erased']).nullable(),
});

/** What a cluster was told, when, by which message and about which day. */
export const ReminderRecord = z
  .object({
    slug: Slug,
    clusterName: z.string(),
    /** The answer in a sentence. */
    summary: z.string(),
    period: z.object({ from: Day.nullable(), to: Day.nullable() }),
    /** Reminders of the cluster, whatever the period. */
    total: z.int(),
    marking: z.enum(['illustrative', 'fictional']).nullable(),
    seesNames: z.boolean(),
    /** Who read it when, and what it rests on. */
    stamp: z.object({
      readAt: z.string(),
      today: Day,
      known: z.string().nullable(),
      by: z.object({ name: z.string(), role: z.string() }),
      dataVersion: z.string(),
      /** Head of the sealed ledger; `position` only for those who may read the audit trail. */
      seal: z.object({ position: z.int().nullable(), hash: z.string(), sealedAt: z.string() }).nullable(),
      program: z.string(),
    }),
    /** The newest course first. */
    cycles: z.array(z.object({ key: z.string(), title: z.string(), deadlines: z.array(RecordDeadline) })),
    /** Acknowledgements, pauses and postponements, in order of time. */
    holds: z.array(z.object({ at: z.string(), text: z.string() })),
    letters: z.array(RecordLetter),
  })
  .meta({ id: 'ReminderRecord' });
export type ReminderRecord = z.infer<typeof ReminderRecord>;
