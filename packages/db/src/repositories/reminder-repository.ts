import type { CalendarDate, PlanChange, Recipient, ReminderState, StoredReminder } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { ReminderEntity } from '../entities/reminder.js';
import { NotFoundError } from '../errors.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, inScope, Parameters } from '../sql.js';

/** What is known when a cluster's reminders are planned. */
export interface PlanInput {
  stored: StoredReminder[];
  /** One entry per role; a person in two roles stands here twice. */
  recipients: Recipient[];
}

/** A reminder as a list shows it. Names and addresses are for those who may see them. */
export interface ReminderListRow extends Row<ReminderEntity> {
  clusterSlug: string;
  clusterName: string;
  /** The organisation itself is invented. */
  isFictional: boolean;
  isIllustrative: boolean;
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
  failed: number;
  uncertain: number;
}

export class ReminderRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Brings one cluster's stored plan in line with what `decide` answers. Plans of one cluster run one after the other, so `decide` must
   * read its facts when called: facts read earlier may be older than the plan they are compared with.
   */
  async plan(clusterId: string, on: CalendarDate, decide: (input: PlanInput) => Promise<PlanChange>): Promise<Record<string, number>> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('reminder plan'), hashtext($1))`, [clusterId]);
      const stored = (await manager.query(
        `select id, cycle, event, offset_days as "offsetDays", deadline_on::text as "deadlineOn", person_id as "personId",
           due_on::text as "dueOn", state from reminder where cluster_id = $1 order by due_on, id`,
        [clusterId],
      )) as StoredReminder[];
      return apply(manager, clusterId, await decide({ stored, recipients: await readRecipients(manager, clusterId, on) }));
    });
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
         count(*) filter (where state = 'failed')::int as failed,
         count(*) filter (where state = 'uncertain')::int as uncertain
       from reminder where ${inScope(scope, 'cluster_id', parameters)}`,
      parameters.values,
    )) as [ReminderSums];
    return sums;
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
  async requestSendNow(id: string, scope: Scope, request: { byPersonId: string | null; reason: string }): Promise<boolean> {
    await this.readOne(id, scope);
    const [, changed] = (await this.dataSource.query(
      `update reminder set requested_at = now(), requested_by_id = $2, request_reason = $3, next_attempt_at = null,
         state = case when failed_because = 'interrupted-again' then 'uncertain' when state = 'failed' then 'planned' else state end,
         failed_because = null
       where (id = $1 and state in ('planned', 'uncertain', 'failed'))
         or (failed_because = 'interrupted-again' and sending_key = (
           select asked.sending_key from reminder as asked where asked.id = $1 and asked.failed_because = 'interrupted-again'))`,
      [id, request.byPersonId, request.reason],
    )) as [unknown, number];
    return changed > 0;
  }

  private async select(conditions: readonly string[], parameters: Parameters): Promise<ReminderListRow[]> {
    return (await this.dataSource.query(
      `select ${columnsOf(this.dataSource, ReminderEntity, 'reminder')}, cluster.slug as "clusterSlug", cluster.name as "clusterName",
         cluster.confidence = 'illustrative' as "isFictional",
         cluster.confidence = 'illustrative' or person.confidence = 'illustrative' or exists (
           select from award where award.cluster_id = cluster.id and award.confidence = 'illustrative'
         ) as "isIllustrative",
         person.name as "personName", person.email as "personEmail", person.language
       from reminder join cluster on cluster.id = reminder.cluster_id join person on person.id = reminder.person_id
       where ${conditions.join(' and ')}
       order by reminder.due_on, cluster.name collate "da-DK-x-icu", reminder.offset_days, reminder.id`,
      parameters.values,
    )) as ReminderListRow[];
  }
}

/** Resolved role by role, in the order in which a person of two roles is addressed. */
async function readRecipients(manager: EntityManager, clusterId: string, on: CalendarDate): Promise<Recipient[]> {
  return (await manager.query(
    `select "personId", role from (
       select role.person_id as "personId", role.role, case role.role when 'manager' then 1 else 2 end as place
       from person_cluster_role as role join person on person.id = role.person_id
       where role.cluster_id = $1 and role.role in ('manager', 'chair') and person.erased_at is null
         and role.starts_on <= $2::date and coalesce(role.ends_on, 'infinity') >= $2::date
       union all
       select cluster.responsible_officer_id, 'officer', 3
       from cluster join person on person.id = cluster.responsible_officer_id
       where cluster.id = $1 and person.erased_at is null
     ) as recipient order by place, "personId"`,
    [clusterId, on],
  )) as Recipient[];
}

async function apply(manager: EntityManager, clusterId: string, change: PlanChange): Promise<Record<string, number>> {
  const { insert, supersede, reopen, suppress } = change;
  if (insert.length > 0) {
    await manager.query(
      `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, suppressed_because)
       select $1, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, suppressed_because
       from jsonb_to_recordset($2::jsonb) as planned(cycle text, event text, offset_days int, deadline_on date, person_id uuid,
         role text, due_on date, state text, suppressed_because text)
       on conflict on constraint reminder_key do nothing`,
      [clusterId, JSON.stringify(insert.map(asColumns))],
    );
  }
  // What is in hand or sent is never taken back: only rows that still stand as they were read.
  if (supersede.length > 0) {
    await manager.query(
      `update reminder set state = 'superseded', superseded_at = now(), next_attempt_at = null, failed_because = null
       where id = any($1::uuid[]) and state in ('planned', 'failed')`,
      [supersede],
    );
  }
  if (reopen.length > 0) {
    await manager.query(`update reminder set state = 'planned', superseded_at = null where id = any($1::uuid[]) and state = 'superseded'`, [
      reopen,
    ]);
  }
  for (const { id, because } of suppress) {
    await manager.query(
      `update reminder set state = 'suppressed', suppressed_because = $2, next_attempt_at = null, failed_because = null, superseded_at = null
       where id = $1 and state in ('planned', 'failed', 'superseded')`,
      [id, because],
    );
  }
  return { inserted: insert.length, superseded: supersede.length, reopened: reopen.length, suppressed: suppress.length };
}

function asColumns(planned: PlanChange['insert'][number]) {
  return {
    cycle: planned.cycle,
    event: planned.event,
    offset_days: planned.offsetDays,
    deadline_on: planned.deadlineOn,
    person_id: planned.personId,
    role: planned.role,
    due_on: planned.dueOn,
    state: planned.state,
    suppressed_because: planned.suppressedBecause,
  };
}
