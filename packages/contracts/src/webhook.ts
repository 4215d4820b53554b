import { z } from 'zod';
import { Id, Noted, Line, ReasonText, Revision, Slug } from './values.js';

/** What an endpoint can hear of. */
export const webhookEvents = ['cluster.changed', 'verdict.changed', 'reminder.sent', 'reminder.failed'] as const;
export const WebhookEvent = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** An address without user, password or fragment. Whether it can be reached is for the one who sends to find out. */
const WebhookUrl = z
  .string()
  .trim()
  .regex(/^https?:\/\/[^\s/?#@\\]+([/?][^\s#\\]*)?$/)
  .max(1000)
  .meta({ examples: ['https://hooks.example.dk/klyngevagt'] });

const WebhookScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('programme'), programme: Slug }),
  z.strictObject({ kind: z.literal('clusters'), clusters: z.array(Slug).min(1).max(200) }),
]);

export const WebhookBody = z.strictObject({
  name: Line(120).min(1),
  url: WebhookUrl,
  events: z.array(WebhookEvent).min(1).max(webhookEvents.length),
  scope: WebhookScope,
  reason: ReasonText,
});
export type WebhookBody = z.infer<typeof WebhookBody>;
export const WebhookEdit = WebhookBody.extend({ revision: Revision });
export const WebhookSwitch = z.strictObject({ isActive: z.boolean(), revision: Revision, reason: ReasonText });
/** `endOldNow`: the old secret may be in wrong hands. Otherwise both sign for a day. */
export const WebhookSecretChange = z.strictObject({ endOldNow: z.boolean(), revision: Revision, reason: ReasonText });

/** The secret is shown once. */
export const WebhookSecret = z.object({ id: Id, secret: z.string() }).meta({ id: 'WebhookSecret' });
export type WebhookSecret = z.infer<typeof WebhookSecret>;

const Named = z.object({ slug: Slug, name: z.string() });
export const WebhookView = z
  .object({
    id: Id,
    revision: Revision,
    name: z.string(),
    url: z.string(),
    events: z.array(WebhookEvent),
    /** Both null: every cluster. */
    programme: Named.nullable(),
    clusters: z.array(Named).nullable(),
    isActive: z.boolean(),
    switchedOffBecause: z.enum(['person', 'gone']).nullable(),
    createdAt: z.string(),
    /** Null: somebody who was erased. */
    createdBy: z.string().nullable(),
    secretChangedAt: z.string(),
    /** Until then the old secret signs too. */
    oldSecretUntil: z.string().nullable(),
    waiting: z.int(),
    failed: z.int(),
    abandoned: z.int(),
    lastDeliveredAt: z.string().nullable(),
    /** Something was given up, and nothing has arrived since. */
    isFailing: z.boolean(),
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof WebhookView>;
export const WebhookList = z.object({ webhooks: z.array(WebhookView) }).meta({ id: 'WebhookList' });

export const webhookDeliveryStates = ['pending', 'failed', 'abandoned', 'delivered'] as const;
const WebhookDeliveryState = z.enum(webhookDeliveryStates);
export type WebhookDeliveryState = z.infer<typeof WebhookDeliveryState>;

export const WebhookDeliveryQuery = z.strictObject({
  endpoint: Id.optional(),
  state: WebhookDeliveryState.optional(),
  /** Only what is older than this delivery: `nextBefore` of the page before. */
  before: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const WebhookDelivery = z
  .object({
    id: Id,
    endpoint: z.object({ id: Id, name: z.string() }),
    type: z.enum([...webhookEvents, 'webhook.test']),
    cluster: Named.nullable(),
    /** `failed`: another try follows. `abandoned`: none, unless somebody asks for it. */
    state: WebhookDeliveryState,
    attempts: z.int(),
    createdAt: z.string(),
    lastAttemptAt: z.string().nullable(),
    nextAttemptAt: z.string().nullable(),
    /** Status of the last answer; null: there was none. */
    lastStatus: z.int().nullable(),
    lastError: z
      .enum([
        'refused',
        'redirect',
        'gone',
        'timeout',
        'unreachable',
        'name-unknown',
        'address-not-public',
        'certificate',
        'not-https',
        'secret-unreadable',
      ])
      .nullable(),
    lastDurationMs: z.int().nullable(),
    /** The very text that is sent. */
    body: z.string(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;
export const WebhookDeliveryList = z
  .object({
    /** Newest first. */
    deliveries: z.array(WebhookDelivery),
    /** Null: this is the last page. */
    nextBefore: Id.nullable(),
  })
  .meta({ id: 'WebhookDeliveryList' });
export type WebhookDeliveryList = z.infer<typeof WebhookDeliveryList>;

/** Everything to one endpoint that did not arrive, since an instant. */
export const WebhookReplay = z.strictObject({ since: z.iso.datetime({ offset: true }).regex(/^(19|20)/) });
export const WebhookReplayed = Noted.extend({ count: z.int() });
