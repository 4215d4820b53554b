import type { CalendarDate } from '@klyngevagt/scoring';
import { type DataSource, IsNull, LessThan, Not } from 'typeorm';
import { WorkerRunEntity, type WorkerRunKind } from '../entities/worker-run.js';

/** What a day's sums must satisfy. */
export interface Reconciliation {
  total: number;
  sent: number;
  superseded: number;
  suppressed: number;
  acknowledged: number;
  failed: number;
  toCome: number;
  uncertain: number;
  /** Called sent by mail, without the mail that would prove it. */
  sentWithoutMessage: number;
  /** Due before the day and still waiting, although no later attempt is set. */
  overdue: number;
  /** Every reminder is in one part, and every one that was sent by mail has its mail. */
  addsUp: boolean;
}

export interface LatestRuns {
  last: WorkerRunEntity | null;
  lastFinished: WorkerRunEntity | null;
  lastReconciliation: WorkerRunEntity | null;
}

export interface RunsOfDay {
  /** Runs that ended well. */
  count: number;
  lastAt: Date | null;
  /** Null: none was ever recorded. */
  keptSince: CalendarDate | null;
}

/** Clocks of two machines differ by seconds. */
const clockTolerance = 60_000;

/** When the worker did what: the proof that reminders are looked after. */
export class WorkerRunRepository {
  constructor(private readonly dataSource: DataSource) {}

  async start(kind: WorkerRunKind, on: CalendarDate): Promise<string> {
    const runs = this.dataSource.getRepository(WorkerRunEntity);
    const { id } = await runs.save(
      runs.create({ kind, on, startedAt: new Date(), finishedAt: null, counts: {}, nextRunAt: null, error: null }),
    );
    return id;
  }

  /** How far a run has come, and after how many `seconds`: a long one is no silence while it counts on. */
  async recordProgress(id: string, counts: Record<string, number>): Promise<void> {
    await this.dataSource.getRepository(WorkerRunEntity).update({ id, finishedAt: IsNull() }, { counts });
  }

  async finish(id: string, end: { counts: Record<string, number>; nextRunAt: Date | null; error: string | null }): Promise<void> {
    await this.dataSource.getRepository(WorkerRunEntity).update(id, { ...end, finishedAt: new Date() });
  }

  /**
   * The newest run of sending, the newest that ended well, and the newest reconciliation. Runs of a time that is still to come were recorded
   * before the server's clock was set back: they say nothing about now.
   */
  async latest(): Promise<LatestRuns> {
    const runs = this.dataSource.getRepository(WorkerRunEntity);
    const startedAt = LessThan(new Date(Date.now() + clockTolerance));
    const newest = { order: { startedAt: 'DESC' as const } };
    return {
      last: await runs.findOne({ where: { kind: 'send', startedAt }, ...newest }),
      lastFinished: await runs.findOne({ where: { kind: 'send', startedAt, finishedAt: Not(IsNull()), error: IsNull() }, ...newest }),
      lastReconciliation: await runs.findOne({ where: { kind: 'reconcile', startedAt, finishedAt: Not(IsNull()) }, ...newest }),
    };
  }

  /** The newest run of a kind, whatever became of it; null: none was ever recorded, or none for as long as runs are kept. */
  async newestOf(kind: WorkerRunKind): Promise<WorkerRunEntity | null> {
    return this.dataSource.getRepository(WorkerRunEntity).findOne({ where: { kind }, order: { startedAt: 'DESC' } });
  }

  /** How often sending ran for a day, and when last; and since when runs are kept at all. */
  async runsOn(on: CalendarDate): Promise<RunsOfDay> {
    const [runs] = (await this.dataSource.query(
      `select count(*) filter (where "on" = $1 and error is null and finished_at is not null)::int as count,
         max(started_at) filter (where "on" = $1 and error is null and finished_at is not null) as "lastAt",
         min("on")::text as "keptSince"
       from worker_run where kind = 'send'`,
      [on],
    )) as [RunsOfDay];
    return runs;
  }

  /** Adds up all reminders on a day. */
  async reconcile(on: CalendarDate): Promise<Reconciliation> {
    const [sums] = (await this.dataSource.query(
      `select count(*)::int as total,
         count(*) filter (where reminder.state = 'sent')::int as sent,
         count(*) filter (where reminder.state = 'superseded')::int as superseded,
         count(*) filter (where reminder.state = 'suppressed')::int as suppressed,
         count(*) filter (where reminder.state = 'acknowledged')::int as acknowledged,
         count(*) filter (where reminder.state = 'failed')::int as failed,
         count(*) filter (where reminder.state in ('planned', 'sending'))::int as "toCome",
         count(*) filter (where reminder.state = 'uncertain')::int as uncertain,
         count(*) filter (where reminder.state = 'sent' and reminder.channel = 'mail' and message.id is null and person.erased_at is null)::int as "sentWithoutMessage",
         count(*) filter (where reminder.state = 'planned' and reminder.due_on < $1 and reminder.next_attempt_at is null)::int as overdue
       from reminder join person on person.id = reminder.person_id left join message on message.id = reminder.message_id`,
      [on],
    )) as [Omit<Reconciliation, 'addsUp'>];
    const parts = sums.sent + sums.superseded + sums.suppressed + sums.acknowledged + sums.failed + sums.toCome + sums.uncertain;
    return { ...sums, addsUp: parts === sums.total && sums.sentWithoutMessage === 0 };
  }

  /** Old runs are of no use; those of the last weeks show the rhythm. */
  async forgetBefore(instant: Date): Promise<void> {
    await this.dataSource.query('delete from worker_run where started_at < $1', [instant]);
  }
}
