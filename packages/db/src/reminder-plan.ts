import type { CalendarDate, PlanChange, Recipient, StoredReminder } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';

/** What is known when a cluster's reminders are planned. */
export interface PlanInput {
  stored: StoredReminder[];
  /** One entry per role; a person in two roles stands here twice. */
  recipients: Recipient[];
}

/** Answers what must change, by cluster; a cluster that is not in it keeps its plan. */
export type Planner = (inputs: ReadonlyMap<string, PlanInput>) => Promise<ReadonlyMap<string, PlanChange>>;

/**
 * Brings the stored plans of some clusters in line with what `decide` answers, in one transaction with one statement for each kind of
 * change. Plans of one cluster run one after the other, so `decide` must read its facts when called: facts read earlier may be older
 * than the plan they are compared with.
 */
export async function planReminders(
  dataSource: DataSource,
  clusterIds: readonly string[],
  on: CalendarDate,
  decide: Planner,
): Promise<Record<string, number>> {
  return dataSource.transaction(async (manager) => {
    // In one order, so that two who plan the same clusters wait for each other and never for ever.
    await manager.query(
      `select pg_advisory_xact_lock(hashtext('reminder plan'), key)
       from (select distinct hashtext(id) as key from unnest($1::text[]) as id order by 1) as ordered`,
      [clusterIds],
    );
    return apply(manager, await decide(await readInputs(manager, clusterIds, on)));
  });
}

async function readInputs(manager: EntityManager, clusterIds: readonly string[], on: CalendarDate): Promise<Map<string, PlanInput>> {
  const inputs = new Map<string, PlanInput>(clusterIds.map((id) => [id, { stored: [], recipients: [] }]));
  const stored = (await manager.query(
    `select id, cluster_id as "clusterId", cycle, event, offset_days as "offsetDays", deadline_on::text as "deadlineOn",
       person_id as "personId", due_on::text as "dueOn", state
     from reminder where cluster_id = any($1::uuid[]) order by due_on, id`,
    [clusterIds],
  )) as (StoredReminder & { clusterId: string })[];
  for (const row of stored) inputs.get(row.clusterId)?.stored.push(row);
  for (const { clusterId, ...recipient } of await readRecipients(manager, clusterIds, on))
    inputs.get(clusterId)?.recipients.push(recipient);
  return inputs;
}

/** Resolved role by role, in the order in which a person of two roles is addressed. */
async function readRecipients(
  manager: EntityManager,
  clusterIds: readonly string[],
  on: CalendarDate,
): Promise<(Recipient & { clusterId: string })[]> {
  return (await manager.query(
    `select "clusterId", "personId", role from (
       select role.cluster_id as "clusterId", role.person_id as "personId", role.role, case role.role when 'manager' then 1 else 2 end as place
       from person_cluster_role as role join person on person.id = role.person_id
       where role.cluster_id = any($1::uuid[]) and role.role in ('manager', 'chair') and person.erased_at is null
         and role.starts_on <= $2::date and coalesce(role.ends_on, 'infinity') >= $2::date
       union all
       select cluster.id, cluster.responsible_officer_id, 'officer', 3
       from cluster join person on person.id = cluster.responsible_officer_id
       where cluster.id = any($1::uuid[]) and person.erased_at is null
     ) as recipient order by place, "personId"`,
    [clusterIds, on],
  )) as (Recipient & { clusterId: string })[];
}

async function apply(manager: EntityManager, changes: ReadonlyMap<string, PlanChange>): Promise<Record<string, number>> {
  const insert = [...changes].flatMap(([clusterId, change]) => change.insert.map((planned) => asColumns(clusterId, planned)));
  const supersede = [...changes.values()].flatMap((change) => change.supersede);
  const reopen = [...changes.values()].flatMap((change) => change.reopen);
  const suppress = [...changes.values()].flatMap((change) => change.suppress);
  if (insert.length > 0) {
    await manager.query(
      `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, suppressed_because)
       select cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state, suppressed_because
       from jsonb_to_recordset($1::jsonb) as planned(cluster_id uuid, cycle text, event text, offset_days int, deadline_on date,
         person_id uuid, role text, due_on date, state text, suppressed_because text)
       on conflict on constraint reminder_key do nothing`,
      [JSON.stringify(insert)],
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
  if (suppress.length > 0) {
    await manager.query(
      `update reminder set state = 'suppressed', suppressed_because = because, next_attempt_at = null, failed_because = null,
         superseded_at = null
       from jsonb_to_recordset($1::jsonb) as left_out(id uuid, because text)
       where reminder.id = left_out.id and state in ('planned', 'failed', 'superseded')`,
      [JSON.stringify(suppress)],
    );
  }
  return { inserted: insert.length, superseded: supersede.length, reopened: reopen.length, suppressed: suppress.length };
}

function asColumns(clusterId: string, planned: PlanChange['insert'][number]) {
  return {
    cluster_id: clusterId,
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
