import { isReturnAddress } from '@klyngevagt/db';
import { storageMistakes, type StoragePlace, storagePlaceOf, storageVariables } from '@klyngevagt/files';
import { z } from 'zod';

/** The variables of the worker, parsed once at boot. Nothing else in the worker reads `process.env`. */
export interface Env {
  databaseUrl: string;
  /** Null: the queue lives in the database. */
  redisUrl: string | null;
  smtpUrl: string;
  mailFrom: string;
  /** Where mail servers return what they cannot deliver, each mail to an address of its own; null: to the sender. */
  mailReturnAddress: string | null;
  /** Address people open, without a path: links in mails begin with it. */
  publicUrl: string;
  /** The API's too: what webhooks are signed with is encrypted under it. */
  authSecret: string;
  /** Whether webhooks may go to addresses of the own network, and over http. */
  isPrivateWebhookAllowed: boolean;
  /** Whether the demo clock decides what day it is. */
  isDemo: boolean;
  /** A mail in hand for longer is taken for interrupted. */
  leaseMs: number;
  /** Pause before the second attempt; it doubles with each, up to an hour. */
  firstPauseMs: number;
  /** A mail server that says nothing for so long is given up for now. */
  mailTimeoutMs: number;
  /** Mails go out from the first hour to before the last, on working days; null: whenever they are due. */
  officeHours: { from: number; to: number } | null;
  /** How many mails one worker hands to the mail server in a minute; null: as fast as it takes them. */
  mailsPerMinute: number | null;
  /** Signs mails for the sender's domain. */
  dkim: { domainName: string; keySelector: string; privateKey: string } | null;
  /** How often the schedules are set again: a queue that lost everything gets them back. */
  renewSchedulesMs: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Where uploaded documents lie. */
  documents: StoragePlace;
}

/** One sentence for each mistake. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  constructor(readonly mistakes: readonly string[]) {
    super(`The environment is not right:\n${mistakes.map((mistake) => `- ${mistake}`).join('\n')}`);
  }
}

const address = (name: string, protocols: readonly string[]) => {
  const form = `an address that starts with ${protocols.join(' or ')}`;
  return z
    .string({ error: `${name} is missing. Give ${form}.` })
    .refine((text) => protocols.some((protocol) => text.startsWith(protocol)) && URL.canParse(text), { error: `${name} must be ${form}.` });
};

const seconds = (name: string, standard: number, { from, to }: { from: number; to: number }) =>
  z.coerce
    .number({ error: `${name} must be a whole number of seconds from ${from} to ${to}.` })
    .int({ error: `${name} must be a whole number of seconds from ${from} to ${to}.` })
    .min(from, { error: `${name} must be at least ${from} seconds.` })
    .max(to, { error: `${name} must be at most ${to} seconds.` })
    .default(standard);

/** Connecting, greeting and handing over each wait for as long as the server may be silent. */
const waitsOfOneSending = 4;

const variables = z.object({
  NODE_ENV: z.string().optional(),
  DATABASE_URL: address('DATABASE_URL', ['postgres://', 'postgresql://']),
  REDIS_URL: address('REDIS_URL', ['redis://', 'rediss://']).optional(),
  SMTP_URL: address('SMTP_URL', ['smtp://', 'smtps://']),
  MAIL_FROM: z
    .string({ error: 'MAIL_FROM is missing. Give the sender of mails, for example: Klyngevagt <klyngevagt@example.dk>' })
    .includes('@', { error: 'MAIL_FROM must hold an e-mail address.' })
    .regex(/^[^\r\n]*$/, { error: 'MAIL_FROM must be one line.' }),
  MAIL_RETURN_ADDRESS: z
    .string()
    .refine(isReturnAddress, {
      error: 'MAIL_RETURN_ADDRESS must be a plain address with at most 14 letters before the @, for example: retur@example.dk',
    })
    .optional(),
  PUBLIC_URL: address('PUBLIC_URL', ['http://', 'https://']),
  AUTH_SECRET: z
    .string({ error: 'AUTH_SECRET is missing. Give the same as to the API.' })
    .min(32, 'AUTH_SECRET is too short: give the same as to the API, at least 32 characters.'),
  WEBHOOK_PRIVATE_ADDRESSES: z
    .enum(['allow', 'refuse'], { error: 'WEBHOOK_PRIVATE_ADDRESSES must be allow or refuse, or be left out.' })
    .default('refuse'),
  DEMO: z.enum(['true', 'false'], { error: 'DEMO must be true or false, or be left out.' }).optional(),
  SENDING_LEASE_SECONDS: seconds('SENDING_LEASE_SECONDS', 600, { from: 2, to: 3600 }),
  SENDING_PAUSE_SECONDS: seconds('SENDING_PAUSE_SECONDS', 60, { from: 1, to: 3600 }),
  MAIL_TIMEOUT_SECONDS: seconds('MAIL_TIMEOUT_SECONDS', 30, { from: 1, to: 300 }),
  OFFICE_HOURS: z
    .string()
    .regex(/^(always|([01]?\d|2[0-3])-([01]?\d|2[0-4]))$/, { error: 'OFFICE_HOURS must be two hours such as 7-18, or always.' })
    .optional(),
  MAILS_PER_MINUTE: z.coerce
    .number({ error: 'MAILS_PER_MINUTE must be a whole number from 1 to 60000, or be left out.' })
    .int({ error: 'MAILS_PER_MINUTE must be a whole number from 1 to 60000, or be left out.' })
    .min(1, { error: 'MAILS_PER_MINUTE must be at least 1, or be left out.' })
    .max(60_000, { error: 'MAILS_PER_MINUTE must be at most 60000, or be left out.' })
    .optional(),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .refine((text) => text.includes('PRIVATE KEY-----'), { error: 'DKIM_PRIVATE_KEY must be a private key in PEM form.' })
    .optional(),
  QUEUE_RENEWAL_SECONDS: seconds('QUEUE_RENEWAL_SECONDS', 300, { from: 1, to: 3600 }),
  ...storageVariables,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], { error: 'LOG_LEVEL must be debug, info, warn or error.' }).default('info'),
});

/** @throws {EnvironmentError} with a sentence for each mistake */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = variables.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map(({ message }) => message));
  const values = parsed.data;
  const isDemo = values.DEMO === 'true';
  if (isDemo && values.NODE_ENV === 'production') {
    throw new EnvironmentError(['DEMO must not be true in production: the demo clock decides what day it is, and anyone may set it.']);
  }
  if (values.SENDING_LEASE_SECONDS < waitsOfOneSending * values.MAIL_TIMEOUT_SECONDS) {
    throw new EnvironmentError([
      `SENDING_LEASE_SECONDS must be at least ${waitsOfOneSending} times MAIL_TIMEOUT_SECONDS: a mail that is still being sent would be sent again.`,
    ]);
  }
  const mistakes = storageMistakes(values, values.NODE_ENV === 'production');
  if (mistakes.length > 0) throw new EnvironmentError(mistakes);
  const second = 1000;
  return {
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL ?? null,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    mailReturnAddress: values.MAIL_RETURN_ADDRESS ?? null,
    publicUrl: new URL(values.PUBLIC_URL).origin,
    authSecret: values.AUTH_SECRET,
    isPrivateWebhookAllowed: values.WEBHOOK_PRIVATE_ADDRESSES === 'allow',
    isDemo,
    leaseMs: values.SENDING_LEASE_SECONDS * second,
    firstPauseMs: values.SENDING_PAUSE_SECONDS * second,
    mailTimeoutMs: values.MAIL_TIMEOUT_SECONDS * second,
    officeHours: officeHoursOf(values.OFFICE_HOURS ?? (isDemo ? 'always' : '7-18')),
    mailsPerMinute: values.MAILS_PER_MINUTE ?? null,
    dkim: dkimOf(values),
    renewSchedulesMs: values.QUEUE_RENEWAL_SECONDS * second,
    logLevel: values.LOG_LEVEL,
    documents: storagePlaceOf(values),
  };
}

/** @throws {EnvironmentError} hours that end before they begin */
function officeHoursOf(text: string): Env['officeHours'] {
  if (text === 'always') return null;
  const [from = 0, to = 24] = text.split('-').map(Number);
  if (from >= to) throw new EnvironmentError(['OFFICE_HOURS must begin before they end, for example: 7-18']);
  return { from, to };
}

/** @throws {EnvironmentError} some of the three and not all */
function dkimOf({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY }: z.infer<typeof variables>): Env['dkim'] {
  if (!DKIM_DOMAIN && !DKIM_SELECTOR && !DKIM_PRIVATE_KEY) return null;
  if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_PRIVATE_KEY) {
    throw new EnvironmentError(['DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY belong together: give all three, or none.']);
  }
  return { domainName: DKIM_DOMAIN, keySelector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY };
}
