import type { CalendarDate, ReminderState } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, recordAs, systemActor } from '../actor.js';
import { insertFact } from '../edit.js';
import { ReminderActionEntity } from '../entities/reminder-action.js';
import { ReminderEntity } from '../entities/reminder.js';
import { NotFoundError } from '../errors.js';
import { type Planner, planReminders } from '../reminder-plan.js';
import { keepReturned } from '../reminder-returns.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, inScope, Parameters } from '../sql.js';
import { subjectTitle } from '../subject-title.js';

/** A reminder as a list shows it. Names and addresses are for those who may see them. */
export interface ReminderListRow extends Row<ReminderEntity> {
  clusterSlug: string;
  clusterName: string;
  /** The organisation itself is invented. */
  isFictional: boolean;
  isIllustrative: boolean;
  /** Title of the document, first words of the recommendation that it is about; null: it has none, or it was erased. */
  subjectTitle: string | null;
  personName: string | null;
  personEmail: string | null;
  language: 'da' | 'en';
}

export interface ReminderListQuestion {
  scope: Scope;
  clusterSlug?: string | undefined;
  state?: ReminderState | undefined;
}

/** How many reminders stand in which state; the parts make the total. */
export interface ReminderSums {
  total: number;
  sent: number;
  /** Planned, or in hand at this moment. */
  toCome: number;
  superseded: number;
  suppressed: number;
  acknowledged: number;
  failed: number;
  uncertain: number;
}

/** Who asks for something about one reminder, and why. */
export interface ReminderRequest {
  byPersonId: string | null;
  reason: string;
  /** Left out: the system. */
  actor?: Actor;
}

export class ReminderRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Brings the stored plans of some clusters in line with what `decide` answers: see `planReminders`. */
  async plan(clusterIds: readonly string[], on: CalendarDate, decide: Planner): Promise<Record<string, number>> {
    return planReminders(this.dataSource, clusterIds, on, decide);
  }

  /** Some clusters after the one given, in the order of their ids: pages for whoever plans all of them. */
  async readClusterIds(after: string | null, limit: number): Promise<string[]> {
    const rows = (await this.dataSource.query(`select id from cluster where $1::uuid is null or id > $1::uuid order by id limit $2`, [
      after,
      limit,
    ])) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Reminders of the clusters in scope, by day; those of one day in Danish order of clusters. */
  async list({ scope, clusterSlug, state }: ReminderListQuestion): Promise<ReminderListRow[]> {
    const parameters = new Parameters();
    const conditions = [inScope(scope, 'cluster.id', parameters)];
    if (clusterSlug !== undefined) conditions.push(`cluster.slug = ${parameters.add(clusterSlug)}`);
    if (state !== undefined) conditions.push(`reminder.state = ${parameters.add(state)}`);
    return this.select(conditions, parameters);
  }

  /** @throws NotFoundError it does not exist, or not for this scope */
  async readOne(id: string, scope: Scope): Promise<ReminderListRow> {
    const parameters = new Parameters();
    const [row] = await this.select([`reminder.id = ${parameters.add(id)}::uuid`, inScope(scope, 'cluster.id', parameters)], parameters);
    if (row === undefined) throw new NotFoundError('reminder');
    return row;
  }

  /** How many reminders failed and wait for a person, by cluster. */
  async countFailed(scope: Scope): Promise<Map<string, number>> {
    const parameters = new Parameters();
    const rows = (await this.dataSource.query(
      `select cluster_id as "clusterId", count(*)::int as count from reminder
       where state = 'failed' and ${inScope(scope, 'cluster_id', parameters)} group by cluster_id`,
      parameters.values,
    )) as { clusterId: string; count: number }[];
    return new Map(rows.map(({ clusterId, count }) => [clusterId, count]));
  }

  async sums(scope: Scope): Promise<ReminderSums> {
    const parameters = new Parameters();
    const [sums] = (await this.dataSource.query(
      `select count(*)::int as total,
         count(*) filter (where state = 'sent')::int as sent,
         count(*) filter (where state in ('planned', 'sending'))::int as "toCome",
         count(*) filter (where state = 'superseded')::int as superseded,
         count(*) filter (where state = 'suppressed')::int as suppressed,
         count(*) filter (where state = 'acknowledged')::int as acknowledged,
         count(*) filter (where state = 'failed')::int as failed,
         count(*) filter (where state = 'uncertain')::int as uncertain
       from reminder where ${inScope(scope, 'cluster_id', parameters)}`,
      parameters.values,
    )) as [ReminderSums];
    return sums;
  }

  /** Due on or before the day and not closed. */
  async countHeld(scope: Scope, on: CalendarDate): Promise<number> {
    const parameters = new Parameters();
    const [row] = (await this.dataSource.query(
      `select count(*)::int as count from reminder
       where state in ('planned', 'uncertain', 'sending') and due_on <= ${parameters.add(on)}::date and ${inScope(scope, 'cluster_id', parameters)}`,
      parameters.values,
    )) as [{ count: number }];
    return row.count;
  }

  /** Rises with every change of a reminder; open pages and caches hang on it. */
  async version(): Promise<number> {
    const [row] = (await this.dataSource.query('select version::int from reminder_version')) as [{ version: number }];
    return row.version;
  }

  /**
   * Marks an open or failed reminder to go out now. The mark is kept: should the queue be away, the next run sends it. What was broken off
   * twice may be out: it is repeated whole, under the same Message-ID, and marked.
   * @returns false where there is nothing to send: it is sent, superseded, suppressed or in hand
   * @throws NotFoundError
   */
  async requestSendNow(id: string, scope: Scope, request: ReminderRequest): Promise<boolean> {
    return this.act('resend', id, scope, request, (manager) =>
      changedBy(
        manager,
        `update reminder set requested_at = now(), requested_by_id = $2, request_reason = $3, next_attempt_at = null,
           state = case when failed_because = 'interrupted-again' then 'uncertain' when state = 'failed' then 'planned' else state end,
           failed_because = null
         where (id = $1 and state in ('planned', 'uncertain', 'failed'))
           or (failed_because = 'interrupted-again' and sending_key = (
             select asked.sending_key from reminder as asked where asked.id = $1 and asked.failed_because = 'interrupted-again'))`,
        [id, request.byPersonId, request.reason],
      ),
    );
  }

  /**
   * A mail that the server had taken came back. The very text stays on record; the next in line is told.
   * @returns false where nothing of it is out
   * @throws NotFoundError
   */
  async recordBounce(id: string, scope: Scope, request: ReminderRequest): Promise<boolean> {
    return this.act('bounce', id, scope, request, async (manager) => {
      const [reminders] = (await manager.query(
        `update reminder set state = 'failed', failed_because = 'bounced', sent_at = null, requested_by_id = $2, request_reason = $3
         where state = 'sent' and (message_id, cluster_id) = (select message_id, cluster_id from reminder where id = $1)
         returning id`,
        [id, request.byPersonId, request.reason],
      )) as [{ id: string }[], number];
      await keepReturned(manager, reminders, { byId: request.byPersonId, reason: request.reason });
      return reminders.length > 0;
    });
  }

  /** Reminder and ledger together. */
  private async act(
    kind: ReminderActionEntity['kind'],
    id: string,
    scope: Scope,
    { actor = systemActor(kind) }: ReminderRequest,
    change: (manager: EntityManager) => Promise<boolean>,
  ): Promise<boolean> {
    const { clusterId } = await this.readOne(id, scope);
    return recordAs(this.dataSource, actor, async (manager) => {
      const isChanged = await change(manager);
      if (isChanged)
        await insertFact(manager, ReminderActionEntity, { clusterId, reminderId: id, kind, source: actor.role, confidence: 'sourced' });
      return isChanged;
    });
  }

  private async select(conditions: readonly string[], parameters: Parameters): Promise<ReminderListRow[]> {
    return (await this.dataSource.query(
      `select ${columnsOf(this.dataSource, ReminderEntity, 'reminder')}, cluster.slug as "clusterSlug", cluster.name as "clusterName",
         cluster.confidence = 'illustrative' as "isFictional",
         cluster.confidence = 'illustrative' or person.confidence = 'illustrative' or exists (
           select from award where award.cluster_id = cluster.id and award.confidence = 'illustrative'
         ) as "isIllustrative",
         ${subjectTitle} as "subjectTitle",
         person.name as "personName", person.email as "personEmail", person.language
       from reminder join cluster on cluster.id = reminder.cluster_id join person on person.id = reminder.person_id
       where ${conditions.join(' and ')}
       order by reminder.due_on, cluster.name collate "da-DK-x-icu", reminder.offset_days, reminder.id`,
      parameters.values,
    )) as ReminderListRow[];
  }
}

async function changedBy(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<boolean> {
  const [, changed] = (await manager.query(sql, [...values])) as [unknown, number];
  return changed > 0;
}
