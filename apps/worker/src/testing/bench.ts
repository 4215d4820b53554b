import {
  DemoClockRepository,
  DocumentRepository,
  LedgerRepository,
  LetterRepository,
  MailPreferenceRepository,
  MessageRepository,
  PersonRepository,
  PortfolioRepository,
  recordAs,
  RecertificationCaseRepository,
  ReminderRepository,
  RetentionRepository,
  RulesRepository,
  systemActor,
  WeeklyMailRepository,
  WorkerRunRepository,
} from '@klyngevagt/db';
import { createTestDatabase, type TestDatabase } from '@klyngevagt/db/testing';
import { storagePlaceOf } from '@klyngevagt/files';
import { createJobProducer } from '@klyngevagt/jobs';
import type { CalendarDate, ReminderState } from '@klyngevagt/scoring';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Mailbox, startMailbox } from '../../../../infra/local/mailbox.mjs';
import { createClock } from '../clock.js';
import type { Env } from '../env.js';
import { createMailPace } from '../mail-pace.js';
import { createMailer } from '../mailer.js';
import { openWebhooks } from '../webhooks/open-webhooks.js';
import { type SendingLimits, sendingLimits, type WorkerContext } from '../worker-context.js';
import { startWorker, type Worker, type WorkerOptions } from '../worker.js';

/** A worker's whole world: a database of its own, a mail server with faults, and one cluster whose gold ends. */
export interface Bench {
  env: Env;
  database: TestDatabase;
  mailbox: Mailbox;
  clusterId: string;
  people: { manager: string; chair: string; officer: string };
  reminders: ReminderRepository;
  /** A worker's hands without its queue loop: jobs are done when the test says so. */
  hands(limits?: Partial<SendingLimits>): WorkerContext;
  /** A whole worker, stopped with the bench. */
  start(options?: WorkerOptions): Promise<Worker>;
  setToday(day: string): Promise<void>;
  /** Corrects the end of the gold label, or the first award's. */
  recordEnd(validUntil: string): Promise<void>;
  renew(validUntil: string): Promise<void>;
  /** State of each reminder as `event offset role: state`. */
  states(): Promise<string[]>;
  close(): Promise<void>;
}

export const noPause: Partial<SendingLimits> = { pauseMs: () => 0, leaseMs: 10 * 60_000 };
const slug = 'danish-life-science-cluster';
const sourced = { source: 'test', confidence: 'sourced' };

const usualEnv = {
  mailFrom: 'Klyngevagt <klyngevagt@klyngevagt.example>',
  mailReturnAddress: 'retur@klyngevagt.example',
  publicUrl: 'http://127.0.0.1:3000',
  authSecret: 'Wmd3b0Rj9xPq7LtKs2VhYc5NfGzXa4Eu',
  isPrivateWebhookAllowed: true,
  isDemo: true,
  leaseMs: 600_000,
  firstPauseMs: 60_000,
  mailTimeoutMs: 30_000,
  officeHours: null,
  mailsPerMinute: null,
  dkim: null,
  renewSchedulesMs: 300_000,
  logLevel: 'error',
} satisfies Partial<Env>;

export async function openBench({ redisUrl = null }: { redisUrl?: string | null } = {}): Promise<Bench> {
  const database = await createTestDatabase({ seed: 'sourced' });
  const dir = mkdtempSync(join(tmpdir(), 'worker-mails-'));
  const mailbox = await startMailbox({ dir });
  const documents = storagePlaceOf({ DOCUMENTS_DIR: join(dir, 'documents'), DOCUMENTS_S3_REGION: 'auto' });
  const closers: (() => Promise<unknown>)[] = [];
  const { dataSource, url } = database;
  const reminders = new ReminderRepository(dataSource);
  const namespace = `bench-${randomUUID()}`;
  const env: Env = { ...usualEnv, databaseUrl: url, redisUrl, smtpUrl: mailbox.smtpUrl, documents };
  const log = pino({ level: 'silent' });
  const scene = await setScene(database);
  const write = (sql: string, values: unknown[]) => recordAs(dataSource, systemActor('test'), (manager) => manager.query(sql, values));

  return {
    env,
    database,
    mailbox,
    reminders,
    ...scene,
    hands: (limits = {}) => {
      const jobs = createJobProducer({ databaseUrl: url, redisUrl: redisUrl ?? undefined, namespace }, () => undefined);
      closers.push(() => jobs.close());
      return {
        clock: createClock(new DemoClockRepository(dataSource)),
        portfolio: new PortfolioRepository(dataSource),
        rules: new RulesRepository(dataSource),
        reminders,
        cases: new RecertificationCaseRepository(dataSource),
        documents: new DocumentRepository(dataSource),
        files: env.documents,
        messages: new MessageRepository(dataSource),
        letters: new LetterRepository(dataSource),
        preferences: new MailPreferenceRepository(dataSource),
        people: new PersonRepository(dataSource),
        retention: new RetentionRepository(dataSource),
        weeklyMails: new WeeklyMailRepository(dataSource),
        ledger: new LedgerRepository(dataSource),
        runs: new WorkerRunRepository(dataSource),
        mailer: createMailer(env),
        pace: createMailPace(null, new AbortController().signal),
        webhooks: openWebhooks(dataSource, env, { jobs, log, stopping: new AbortController().signal }),
        jobs,
        publicUrl: env.publicUrl,
        linkSecret: env.authSecret,
        log,
        sending: { ...sendingLimits(env), ...noPause, ...limits },
        stopping: new AbortController().signal,
      };
    },
    start: async (options = {}) => {
      const worker = await startWorker(env, log, { namespace, sending: { ...sendingLimits(env), ...noPause }, ...options });
      let isStopped = false;
      const stop = async () => {
        if (!isStopped) await worker.stop();
        isStopped = true;
      };
      closers.push(stop);
      return { ...worker, stop };
    },
    setToday: (day) => new DemoClockRepository(dataSource).set(day as CalendarDate),
    recordEnd: async (validUntil) =>
      void (await write('update award set valid_until = $1 where source = $2', [validUntil, sourced.source])),
    renew: async (validUntil) =>
      void (await write(
        `insert into award (cluster_id, level, kind, approved_on, valid_from, valid_until, valid_until_basis, source, confidence, revision)
         select $1, 'gold', 'renewal', '2026-11-25', '2027-04-01', $2, 'certificate', 'renewal', 'sourced', 1`,
        [scene.clusterId, validUntil],
      )),
    states: async () => {
      const rows = await reminders.list({ scope: { kind: 'all' } });
      return rows.map(({ event, offsetDays, role, state }) => `${event} ${offsetDays} ${role}: ${state satisfies ReminderState}`);
    },
    close: async () => {
      for (const close of closers.reverse()) await close();
      await mailbox.stop();
      await database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Worked example 5: gold to Wednesday 31 March 2027, nothing booked, so that the last safe booking day is Friday 18 December 2026. */
async function setScene({ dataSource }: TestDatabase): Promise<Pick<Bench, 'clusterId' | 'people'>> {
  await new DemoClockRepository(dataSource).set('2026-11-25' as CalendarDate);
  return recordAs(dataSource, systemActor('test'), async (manager) => {
    const one = async (sql: string, values: unknown[]) => ((await manager.query(sql, values)) as [{ id: string }])[0].id;
    const clusterId = await one('select id from cluster where slug = $1', [slug]);
    const person = (name: string, email: string, language: string, role: string | null) =>
      one(
        `insert into person (name, email, language, role, source, confidence, revision) values ($1, $2, $3, $4, 'test', 'sourced', 1) returning id`,
        [name, email, language, role],
      );
    const people = {
      manager: await person('Anne Holm', 'anne.holm@example.dk', 'da', 'manager'),
      chair: await person('Grethe Dam', 'grethe.dam@example.dk', 'en', null),
      officer: await person('Mette Lindholm', 'mette.lindholm@example.dk', 'da', 'officer'),
    };
    await manager.query('delete from award where cluster_id = $1', [clusterId]);
    await manager.query(
      `insert into award (cluster_id, level, kind, approved_on, valid_from, valid_until, valid_until_basis, source, confidence, revision)
       values ($1, 'gold', 'first', '2025-04-01', '2025-04-01', '2027-03-31', 'certificate', 'test', 'sourced', 1)`,
      [clusterId],
    );
    await manager.query(
      `insert into record_confirmation (cluster_id, confirmed_on, source, confidence, revision) values ($1, '2026-11-01', 'test', 'sourced', 1)`,
      [clusterId],
    );
    await manager.query(`delete from membership where cluster_id = $1 and starts_on >= '2025-01-01'`, [clusterId]);
    await manager.query(
      `insert into membership (cluster_id, programme_id, member, bound, starts_on, source, confidence, revision)
       select $1, id, 'yes', 'yes', '2025-01-01', 'test', 'sourced', 1 from programme
       where starts_on = '2025-01-01' and portfolio = 'national'`,
      [clusterId],
    );
    for (const role of ['manager', 'chair'] as const) {
      await manager.query(
        `insert into person_cluster_role (person_id, cluster_id, role, starts_on, source, confidence, revision) values ($1, $2, $3, '2025-01-01', 'test', 'sourced', 1)`,
        [people[role], clusterId, role],
      );
    }
    await manager.query('update cluster set responsible_officer_id = $2 where id = $1', [clusterId, people.officer]);
    return { clusterId, people };
  });
}
