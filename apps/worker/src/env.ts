import { z } from 'zod';

/** The variables of the worker, parsed once at boot. Nothing else in the worker reads `process.env`. */
export interface Env {
  databaseUrl: string;
  /** Null: the queue lives in the database. */
  redisUrl: string | null;
  smtpUrl: string;
  mailFrom: string;
  /** Address people open, without a path: links in mails begin with it. */
  publicUrl: string;
  /** Whether the demo clock decides what day it is. */
  isDemo: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
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

const variables = z.object({
  NODE_ENV: z.string().optional(),
  DATABASE_URL: address('DATABASE_URL', ['postgres://', 'postgresql://']),
  REDIS_URL: address('REDIS_URL', ['redis://', 'rediss://']).optional(),
  SMTP_URL: address('SMTP_URL', ['smtp://', 'smtps://']),
  MAIL_FROM: z
    .string({ error: 'MAIL_FROM is missing. Give the sender of mails, for example: Klyngevagt <klyngevagt@example.dk>' })
    .includes('@', { error: 'MAIL_FROM must hold an e-mail address.' })
    .regex(/^[^\r\n]*$/, { error: 'MAIL_FROM must be one line.' }),
  PUBLIC_URL: address('PUBLIC_URL', ['http://', 'https://']),
  DEMO: z.enum(['true', 'false'], { error: 'DEMO must be true or false, or be left out.' }).optional(),
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
  return {
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL ?? null,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    publicUrl: new URL(values.PUBLIC_URL).origin,
    isDemo,
    logLevel: values.LOG_LEVEL,
  };
}
