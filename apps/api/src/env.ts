import { existsSync } from 'node:fs';
import { storageMistakes, type StoragePlace, storagePlaceOf, storageVariables } from '@klyngevagt/files';
import { z } from 'zod';

/** The variables of the API, parsed once at boot. Nothing else in the API reads `process.env`. */
export interface Env {
  isProduction: boolean;
  host: string;
  port: number;
  /** Address people open, without a path: links in mails and the allowed origin of changes hang on it. */
  publicUrl: string;
  databaseUrl: string;
  /** Null: jobs wait in PostgreSQL. */
  redisUrl: string | null;
  authSecret: string;
  /** Whether webhooks may go to addresses of the own network, and over http. */
  isPrivateWebhookAllowed: boolean;
  smtpUrl: string;
  mailFrom: string;
  /** Demo accounts with a known password, and the demo clock. */
  isDemo: boolean;
  mailboxUrl: string | null;
  /** Folder of the built dashboard; null: the API alone. */
  dashboardDir: string | null;
  accessibilityStatementUrl: string | null;
  contactEmail: string;
  /** What a monitoring system must know to read `/metrics`; null: nobody reads them. */
  metricsToken: string | null;
  /** What a mail server must know to hand over returned mails; null: nobody hands any over. */
  mailReturnsToken: string | null;
  /** Where uploaded documents lie, and how large one may be. */
  documents: StoragePlace & { limitBytes: number };
  /** Proxies whose `x-forwarded-for` is believed, as addresses or ranges; empty: the peer is the client. */
  trustedProxies: string[];
}

/** One sentence for each mistake. */
export class EnvironmentError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The environment is not right:\n${mistakes.map((mistake) => `- ${mistake}`).join('\n')}`);
  }
}

const optional = z.string().optional();
const address = (name: string, protocols: readonly string[]) =>
  z
    .string({ error: `${name} is missing. Give an address that starts with ${protocols.join(' or ')}.` })
    .refine((text) => protocols.some((protocol) => text.startsWith(protocol)) && URL.canParse(text), {
      error: `${name} must be an address that starts with ${protocols.join(' or ')}.`,
    });

const variables = z.object({
  NODE_ENV: optional,
  HOST: z.string().min(1, 'HOST must not be empty; leave it out for 127.0.0.1.').default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'PORT must be a number.' }).int().min(0).max(65535, 'PORT must be at most 65535.').default(3000),
  PUBLIC_URL: address('PUBLIC_URL', ['http://', 'https://']),
  DATABASE_URL: address('DATABASE_URL', ['postgres://', 'postgresql://']),
  REDIS_URL: address('REDIS_URL', ['redis://', 'rediss://']).optional(),
  AUTH_SECRET: z
    .string({ error: 'AUTH_SECRET is missing. Give at least 32 random characters, for example from: openssl rand -base64 48' })
    .min(32, 'AUTH_SECRET is too short: at least 32 random characters, for example from: openssl rand -base64 48'),
  WEBHOOK_PRIVATE_ADDRESSES: z
    .enum(['allow', 'refuse'], { error: 'WEBHOOK_PRIVATE_ADDRESSES must be allow or refuse, or be left out.' })
    .default('refuse'),
  SMTP_URL: address('SMTP_URL', ['smtp://', 'smtps://']),
  MAIL_FROM: z
    .string({ error: 'MAIL_FROM is missing. Give the sender of mails, for example: Klyngevagt <klyngevagt@example.dk>' })
    .includes('@', { error: 'MAIL_FROM must hold an e-mail address.' }),
  DEMO: z.enum(['true', 'false', ''], { error: 'DEMO must be true or false, or be left out.' }).optional(),
  MAILBOX_URL: address('MAILBOX_URL', ['http://', 'https://']).optional(),
  DASHBOARD_DIR: z
    .string()
    .refine((folder) => existsSync(folder), { error: 'DASHBOARD_DIR names a folder that does not exist.' })
    .optional(),
  ACCESSIBILITY_STATEMENT_URL: address('ACCESSIBILITY_STATEMENT_URL', ['http://', 'https://']).optional(),
  METRICS_TOKEN: z
    .string()
    .min(32, 'METRICS_TOKEN is too short: at least 32 random characters, for example from: openssl rand -hex 24')
    .optional(),
  MAIL_RETURNS_TOKEN: z
    .string()
    .min(32, 'MAIL_RETURNS_TOKEN is too short: at least 32 random characters, for example from: openssl rand -hex 24')
    .optional(),
  CONTACT_EMAIL: z.email({ error: 'CONTACT_EMAIL must be an e-mail address.' }).optional(),
  ...storageVariables,
  DOCUMENT_LIMIT_MB: z.coerce
    .number({ error: 'DOCUMENT_LIMIT_MB must be a whole number from 1 to 500.' })
    .int({ error: 'DOCUMENT_LIMIT_MB must be a whole number from 1 to 500.' })
    .min(1, { error: 'DOCUMENT_LIMIT_MB must be at least 1.' })
    .max(500, { error: 'DOCUMENT_LIMIT_MB must be at most 500.' })
    .default(25),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\da-fA-F.:/, ]*$/, { error: 'TRUSTED_PROXIES must be addresses or ranges, separated by commas, such as 10.0.0.0/8.' })
    .optional(),
});

/** @throws {EnvironmentError} with a sentence for each mistake */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map(sentenceOf));
  const values = parsed.data;
  const isProduction = values.NODE_ENV === 'production';
  const isDemo = values.DEMO === 'true';
  const mistakes = [
    ...(isProduction ? productionMistakes(values.AUTH_SECRET, values.PUBLIC_URL, isDemo) : []),
    ...storageMistakes(values, isProduction),
  ];
  if (mistakes.length > 0) throw new EnvironmentError(mistakes);
  return {
    isProduction,
    host: values.HOST,
    port: values.PORT,
    publicUrl: new URL(values.PUBLIC_URL).origin,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL ?? null,
    authSecret: values.AUTH_SECRET,
    isPrivateWebhookAllowed: values.WEBHOOK_PRIVATE_ADDRESSES === 'allow',
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    isDemo,
    mailboxUrl: isDemo ? (values.MAILBOX_URL ?? null) : null,
    dashboardDir: values.DASHBOARD_DIR ?? null,
    accessibilityStatementUrl: values.ACCESSIBILITY_STATEMENT_URL ?? null,
    contactEmail: values.CONTACT_EMAIL ?? addressIn(values.MAIL_FROM),
    metricsToken: values.METRICS_TOKEN ?? null,
    mailReturnsToken: values.MAIL_RETURNS_TOKEN ?? null,
    documents: { ...storagePlaceOf(values), limitBytes: values.DOCUMENT_LIMIT_MB * 1024 * 1024 },
    trustedProxies: (values.TRUSTED_PROXIES ?? '').split(/[, ]+/).filter(Boolean),
  };
}

function productionMistakes(secret: string, publicUrl: string, isDemo: boolean): string[] {
  return [
    isDemo ? 'DEMO must not be true in production: the demo accounts have a password that everybody knows, and the clock can be set.' : '',
    isGenerated(secret)
      ? 'AUTH_SECRET was made for a local copy or copied from an example. Production needs its own: openssl rand -base64 48'
      : '',
    publicUrl.startsWith('https://') || isLoopback(publicUrl)
      ? ''
      : 'PUBLIC_URL must start with https:// in production: sessions are cookies.',
  ].filter(Boolean);
}

/** Secrets that a local start or an example file made are known by their form; a repeated character is no secret either. */
function isGenerated(secret: string): boolean {
  return /^(local|demo|generated|example|change)/i.test(secret) || /change.?me|example/i.test(secret) || new Set(secret).size < 10;
}

export function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

function addressIn(sender: string): string {
  return /<([^>]+)>/.exec(sender)?.[1] ?? sender;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? '');
  return issue.message.includes(name) ? issue.message : `${name}: ${issue.message}`;
}
