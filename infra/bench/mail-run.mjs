// @ts-check
/**
 * Mails in a process of its own. `plan` plans; `send` is the worker's own sending of everything that is due: claim, decide, render, SMTP,
 * record; `pool` sends the very same mails, ready rendered, through nodemailer's pool and nothing else.
 */
import {
  createDataSource,
  LetterRepository,
  MailPreferenceRepository,
  MessageRepository,
  PortfolioRepository,
  ReminderRepository,
  RulesRepository,
} from '@klyngevagt/db';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { createClock } from '../../apps/worker/dist/clock.js';
import { createMailPace } from '../../apps/worker/dist/mail-pace.js';
import { createMailer } from '../../apps/worker/dist/mailer.js';
import { planAll } from '../../apps/worker/dist/planning.js';
import { sendDue } from '../../apps/worker/dist/sending.js';
import { sendingLimits } from '../../apps/worker/dist/worker-context.js';

const databaseUrl = process.env['DATABASE_URL'] ?? '';
const smtpUrl = process.env['SMTP_URL'] ?? '';
const mailFrom = process.env['MAIL_FROM'] ?? '';
const on = /** @type {import('@klyngevagt/scoring').CalendarDate} */ (new Date().toISOString().slice(0, 10));

/** @param {(context: Parameters<typeof sendDue>[0]) => Promise<Record<string, number>>} work */
async function withHands(work) {
  const dataSource = await createDataSource(databaseUrl, { applicationName: 'bench' }).initialize();
  const silent = () => undefined;
  const stopping = new AbortController().signal;
  const hands = {
    portfolio: new PortfolioRepository(dataSource),
    rules: new RulesRepository(dataSource),
    reminders: new ReminderRepository(dataSource),
    messages: new MessageRepository(dataSource),
    letters: new LetterRepository(dataSource),
    preferences: new MailPreferenceRepository(dataSource),
    mailer: createMailer({ smtpUrl, mailFrom, mailReturnAddress: null, authSecret: '' }),
    clock: createClock(null),
    pace: createMailPace(null, stopping),
    publicUrl: process.env['PUBLIC_URL'] ?? '',
    linkSecret: process.env['AUTH_SECRET'] ?? '',
    log: { info: silent, warn: silent, error: silent, debug: silent },
    sending: sendingLimits({ leaseMs: 600_000, firstPauseMs: 60_000, officeHours: null }),
    stopping,
  };
  const context = /** @type {Parameters<typeof sendDue>[0]} */ (/** @type {unknown} */ (hands));
  const started = performance.now();
  const counts = await work(context);
  const seconds = (performance.now() - started) / 1000;
  await dataSource.destroy();
  return { seconds, mails: counts['mails'] ?? 0 };
}

async function throughPool() {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: mails } = await client.query('select sent_to as to, subject, text, html from message order by id');
  await client.end();
  const pool = nodemailer.createTransport({ url: smtpUrl, pool: true, maxMessages: Infinity });
  const started = performance.now();
  await Promise.all(mails.map((mail) => pool.sendMail({ ...mail, from: mailFrom })));
  const seconds = (performance.now() - started) / 1000;
  pool.close();
  return { seconds, mails: mails.length };
}

/** What was sent is due again. */
async function dueAgain() {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('alter table reminder disable trigger all');
  await client.query(
    `update reminder set state = 'planned', sent_at = null, message_id = null, sending_key = null, attempts = 0, claimed_at = null where state = 'sent'`,
  );
  await client.query('delete from message');
  await client.query('alter table reminder enable trigger all');
  await client.end();
  return { seconds: 0, mails: 0 };
}

const works = {
  plan: () => withHands((context) => planAll(context, on)),
  send: () => withHands((context) => sendDue(context, on)),
  pool: throughPool,
  again: dueAgain,
};
const work = works[/** @type {keyof typeof works} */ (process.argv[2])];
process.stdout.write(JSON.stringify(await work()));
process.exit(0);
