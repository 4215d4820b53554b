import { everyCluster, HealthRepository, LedgerRepository, type SealHealth } from '@klyngevagt/db';
import type { JobProducer } from '@klyngevagt/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { Jobs } from '../jobs.js';
import { NextReading } from '../present/next-reading.js';
import { type ReminderHealth, ReminderHealthReader } from '../reminders/reminder-health.js';

interface Check {
  ok: boolean;
  /** What is wrong, or what was seen. */
  reason: string;
}

export interface Readiness {
  status: 'ready' | 'not-ready';
  checks: { database: Check; migrations: Check; queue: Check; worker: Check; reminders: Check & Partial<ReminderCheck>; ledger: Check };
}

/** Open to everyone: how many and since when, never who or what. */
type ReminderCheck = Pick<ReminderHealth, 'state' | 'lastRunAt' | 'nextRunAt' | 'lastRun' | 'held' | 'sums'>;

const checkWithinMs = 2500;

/** Whether the API can do its work, and if not, why. A silent worker and a stalled seal are told but do not take the pages away. */
@Injectable()
export class HealthService {
  private readonly readings = new NextReading<never, Readiness>(() => this.read());

  constructor(
    private readonly health: HealthRepository,
    private readonly ledger: LedgerRepository,
    @Inject(Jobs) private readonly jobs: JobProducer,
    private readonly reminders: ReminderHealthReader,
  ) {}

  /** Strangers may ask too: however many do at once, one reading answers them. */
  async check(): Promise<Readiness> {
    return this.readings.ask(null);
  }

  private async read(): Promise<Readiness> {
    const [database, queue] = await Promise.all([this.checkDatabase(), this.checkQueue()]);
    const isReady = database.database.ok && database.migrations.ok;
    return { status: isReady ? 'ready' : 'not-ready', checks: { ...database, queue } };
  }

  private async checkDatabase(): Promise<Pick<Readiness['checks'], 'database' | 'migrations' | 'worker' | 'reminders' | 'ledger'>> {
    try {
      const { pendingMigrations, workerSeenAt } = await inTime(this.health.read());
      return {
        database: { ok: true, reason: 'answers' },
        migrations: { ok: pendingMigrations === 0, reason: pendingMigrations === 0 ? 'all applied' : `${pendingMigrations} to apply` },
        ledger: pendingMigrations === 0 ? sealCheck(await inTime(this.ledger.sealHealth())) : unreadable,
        worker: { ok: workerSeenAt !== null, reason: workerSeenAt ? `last run ${workerSeenAt}` : 'no run recorded yet' },
        reminders: pendingMigrations === 0 ? reminderCheck(await inTime(this.reminders.read(everyCluster))) : unreadable,
      };
    } catch {
      const silent = { ok: false, reason: 'the database does not answer' };
      return { database: silent, migrations: silent, worker: silent, reminders: silent, ledger: silent };
    }
  }

  private async checkQueue(): Promise<Check> {
    try {
      await inTime(this.jobs.ping());
      return { ok: true, reason: 'answers' };
    } catch {
      return { ok: false, reason: 'the queue does not answer; reminders wait in the database' };
    }
  }
}

const unreadable: Check = { ok: false, reason: 'migrations are missing' };

const saidOf: Record<ReminderHealth['state'], string> = {
  running: 'looked after',
  silent: 'alarm: no run for too long in office hours',
  failing: 'alarm: the last run failed',
  'never-run': 'no run recorded yet',
};

function reminderCheck({ state, lastRunAt, nextRunAt, lastRun, held, sums, addsUp }: ReminderHealth): Check & ReminderCheck {
  const reason = addsUp ? saidOf[state] : `alarm: reminders do not add up; ${saidOf[state]}`;
  return { ok: state === 'running' && addsUp, reason, state, lastRunAt, nextRunAt, lastRun, held, sums };
}

/** Open to everyone: how many and since when, never who or what. */
function sealCheck({ sealedAt, unsealedRows, oldestUnsealedAt, isStalled, stalledBecause }: SealHealth): Check {
  const last = sealedAt === null ? 'never sealed' : `last sealed ${sealedAt}`;
  const waiting = oldestUnsealedAt === null ? '' : `, ${unsealedRows} waiting since ${oldestUnsealedAt}`;
  if (!isStalled) return { ok: true, reason: `${last}${waiting}` };
  const because = stalledBecause === 'open-transaction' ? 'a transaction was left open' : 'nobody seals';
  return { ok: false, reason: `stalled, ${because}: ${last}${waiting}` };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), checkWithinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
