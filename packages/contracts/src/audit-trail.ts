import { z } from 'zod';
import { HistoryEntry } from './cluster.js';
import { Day, Id, Slug } from './values.js';

/** Kinds of facts that the ledger records, by their table. */
export const recordedEntities = [
  'cluster',
  'award',
  'membership',
  'action_plan',
  'plan_milestone',
  'waiver',
  'audit_booking',
  'record_confirmation',
  'contact_note',
  'correction_proposal',
  'document',
  'document_version',
  'person_cluster_role',
  'person',
  'programme',
  'obligation',
  'validity_rule',
  'renewal_window_rule',
  'figure_rule',
  'process_step_rule',
  'reminder_step_rule',
  'closed_day',
  'expert_capacity',
  'retention_run',
  'webhook_endpoint',
  'reminder_hold',
  'reminder_action',
  'person_absence',
  'calendar_revocation',
] as const;
export const RecordedEntity = z.enum(recordedEntities);
export type RecordedEntity = z.infer<typeof RecordedEntity>;

const Seq = z.string().regex(/^[1-9]\d{0,17}$/);

/** `from` and `to` are days in Copenhagen, both included. `person`: an id, the system, or people who were erased. */
export const AuditTrailQuery = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  person: z.union([Id, z.enum(['system', 'erased'])]).optional(),
  entity: RecordedEntity.optional(),
  cluster: Slug.optional(),
  /** Only rows before this one: `nextBefore` of the page before. Rows that are added meanwhile never move a page. */
  before: Seq.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const AuditTrailEntry = HistoryEntry.omit({ actor: true, fields: true })
  .extend({
    /** `hidden`: a person whose name the reader may not see. */
    actor: z.object({ kind: z.enum(['person', 'system', 'erased', 'hidden']), name: z.string().nullable() }),
    /** Role, kind of fact, and fields in the reader's language. */
    roleName: z.string(),
    entityName: z.string(),
    cluster: z.object({ slug: Slug, name: z.string() }).nullable(),
    /** Whom the fact is about, where it is a person and the reader may know. */
    subject: z.string().nullable(),
    fields: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        /** In words, dates as they are written in the language; null: nothing. */
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    /** There was a reason, and its words are erased or not for this reader. */
    reasonWithheld: z.boolean(),
    requestId: z.string(),
    /** Copenhagen day of the change, and the recorded times just before it and just after everything saved together with it. */
    seen: z.object({ on: Day, before: z.string(), after: z.string() }),
  })
  .meta({ id: 'AuditTrailEntry' });
export type AuditTrailEntry = z.infer<typeof AuditTrailEntry>;

export const AuditTrail = z
  .object({
    today: Day,
    /** Newest first. */
    entries: z.array(AuditTrailEntry),
    /** Null: this is the last page. */
    nextBefore: Seq.nullable(),
    /** Whether the ledger is sealed up to now. */
    seal: z.object({
      state: z.enum(['sealed', 'waiting', 'stalled', 'never']),
      sealedAt: z.string().nullable(),
      waiting: z.int(),
      /** Hash of the chain's end; null before the first sealing. */
      head: z.string().nullable(),
    }),
    /** What can be filtered by. No people for those who may not see names. */
    people: z.array(z.object({ id: Id, name: z.string() })),
    clusters: z.array(z.object({ slug: Slug, name: z.string() })),
  })
  .meta({ id: 'AuditTrail' });
export type AuditTrail = z.infer<typeof AuditTrail>;
