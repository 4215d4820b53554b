import type { CalendarDate, OpenTask, PlanChange, PlanInput, Recipient, ReminderHold, StoredReminder } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Answers what must change, by cluster; a cluster that is not in it keeps its plan. What is stored is being read when it is called, so that
 * facts can be read meanwhile.
 */
export type Planner = (inputs: Promise<ReadonlyMap<string, PlanInput>>) => Promise<ReadonlyMap<string, PlanChange>>;

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
    return apply(manager, await decide(readInputs(manager, clusterIds, on)));
  });
}

interface GatheredInput extends PlanInput {
  stored: StoredReminder[];
  recipients: Recipient[];
  holds: ReminderHold[];
  tasks: OpenTask[];
}

async function readInputs(manager: EntityManager, clusterIds: readonly string[], on: CalendarDate): Promise<Map<string, PlanInput>> {
  const inputs = new Map<string, GatheredInput>(clusterIds.map((id) => [id, { stored: [], recipients: [], holds: [], tasks: [] }]));
  const stored = (await manager.query(
    `select id, cluster_id as "clusterId", cycle, event, subject, offset_days as "offsetDays", deadline_on::text as "deadlineOn",
       person_id as "personId", role, due_on::text as "dueOn", urgency, channel, state, suppressed_because as "suppressedBecause"
     from reminder where cluster_id = any($1::uuid[]) order by due_on, id`,
    [clusterIds],
  )) as OfCluster<StoredReminder>[];
  for (const { clusterId, ...row } of stored) inputs.get(clusterId)?.stored.push(row);
  for (const { clusterId, ...recipient } of await readRecipients(manager, clusterIds, on))
    inputs.get(clusterId)?.recipients.push(recipient);
  for (const { clusterId, ...hold } of await readHolds(manager, clusterIds)) inputs.get(clusterId)?.holds.push(hold);
  for (const { clusterId, ...task } of await readOpenTasks(manager, clusterIds)) inputs.get(clusterId)?.tasks.push(task);
  return inputs;
}

type OfCluster<Row> = Row & { clusterId: string };

/**
 * Resolved role by role, in the order in which a person of two roles is addressed. Whoever is away is stood in for: by the deputy that
 * the absence names, as long as that person still has to do with the cluster, else by the deputies of the cluster, who are told as managers.
 */
async function readRecipients(manager: EntityManager, clusterIds: readonly string[], on: CalendarDate): Promise<OfCluster<Recipient>[]> {
  return (await manager.query(
    `with holder as (
       select role.cluster_id, role.person_id, role.role, case role.role when 'manager' then 1 else 2 end as place
       from person_cluster_role as role
       where role.cluster_id = any($1::uuid[]) and role.role in ('manager', 'chair')
         and role.starts_on <= $2::date and coalesce(role.ends_on, 'infinity') >= $2::date
       union all
       select id, responsible_officer_id, 'officer', 3 from cluster where id = any($1::uuid[]) and responsible_officer_id is not null
       union all
       select distinct membership.cluster_id, programme.head_id, 'head', 4
       from membership join programme on programme.id = membership.programme_id
       where membership.cluster_id = any($1::uuid[]) and programme.head_id is not null and membership.member = 'yes'
         and programme.starts_on <= $2::date and programme.ends_on >= $2::date
     ), told as (
       select holder.cluster_id, holder.role, holder.place, coalesce(stand_in.person_id, holder.person_id) as person_id,
         case when stand_in.person_id is not null then holder.person_id end as stands_in_for_id
       from holder
       left join lateral (
         select deputy.id as person_id from person_absence as absence join person as deputy on deputy.id = absence.deputy_id
         where absence.person_id = holder.person_id and $2::date between absence.starts_on and absence.ends_on and deputy.erased_at is null
           and (deputy.role in ('officer', 'administrator') or holder.role in ('manager', 'chair') and exists (
             select from person_cluster_role as seat where seat.cluster_id = holder.cluster_id and seat.person_id = deputy.id
               and seat.starts_on <= $2::date and coalesce(seat.ends_on, 'infinity') >= $2::date
           ))
         union all
         select deputy.person_id from person_absence as absence
           join person_cluster_role as deputy on deputy.cluster_id = holder.cluster_id and deputy.role = 'deputy'
         where holder.role = 'manager' and absence.person_id = holder.person_id and absence.deputy_id is null
           and deputy.person_id <> holder.person_id and $2::date between absence.starts_on and absence.ends_on
           and deputy.starts_on <= $2::date and coalesce(deputy.ends_on, 'infinity') >= $2::date
       ) as stand_in on true
     )
     select told.cluster_id as "clusterId", told.person_id as "personId", told.role, told.stands_in_for_id as "standsInForId"
     from told join person on person.id = told.person_id
     where person.erased_at is null
     order by told.place, told.stands_in_for_id nulls first, told.person_id`,
    [clusterIds, on],
  )) as OfCluster<Recipient>[];
}

async function readHolds(manager: EntityManager, clusterIds: readonly string[]): Promise<OfCluster<ReminderHold>[]> {
  return (await manager.query(
    `select id, cluster_id as "clusterId", kind, event, subject, deadline_on::text as "deadlineOn", from_on::text as "fromOn",
       least(until_on, ended_on - 1)::text as "untilOn"
     from reminder_hold where cluster_id = any($1::uuid[]) and (ended_on is null or ended_on > from_on) order by from_on, id`,
    [clusterIds],
  )) as OfCluster<ReminderHold>[];
}

/** Work with a day of its own, as long as it is open. */
export async function readOpenTasks(reader: Pick<EntityManager, 'query'>, clusterIds: readonly string[]): Promise<OfCluster<OpenTask>[]> {
  return (await reader.query(
    `select * from (
       select step.cluster_id as "clusterId", 'milestone' as event, step.milestone as subject, step.planned_on::text as "dueOn"
       from case_milestone as step join recertification_case on recertification_case.id = step.case_id
       where step.cluster_id = any($1::uuid[]) and recertification_case.state = 'open' and step.done_on is null
         and step.planned_on is not null and step.milestone not in ('order', 'audit', 'report', 'decision', 'label')
       union all
       select cluster_id, 'recommendation', id::text, due_on::text from recommendation
       where cluster_id = any($1::uuid[]) and state = 'open' and due_on is not null
       union all
       select cluster_id, 'document', id::text, expires_on::text from document
       where cluster_id = any($1::uuid[]) and expires_on is not null
       union all
       select cluster_id, 'self-test-returned', id::text, coalesce(
           (select max(given_on) from assessment_remark as remark where remark.assessment_id = assessment.id and remark.is_open), submitted_on)::text
       from assessment where cluster_id = any($1::uuid[]) and kind = 'self-test' and state = 'returned'
     ) as task order by "dueOn", subject`,
    [clusterIds],
  )) as OfCluster<OpenTask>[];
}

async function apply(manager: EntityManager, changes: ReadonlyMap<string, PlanChange>): Promise<Record<string, number>> {
  const insert = [...changes].flatMap(([clusterId, change]) => change.insert.map((planned) => asColumns(clusterId, planned)));
  const supersede = [...changes.values()].flatMap((change) => change.supersede);
  const reopen = [...changes.values()].flatMap((change) => change.reopen);
  const suppress = [...changes.values()].flatMap((change) => change.suppress);
  const acknowledge = [...changes.values()].flatMap((change) => change.acknowledge);
  const adjust = [...changes.values()].flatMap((change) => change.adjust);
  if (insert.length > 0) {
    await manager.query(
      `insert into reminder (${insertedColumns})
       select ${insertedColumns}
       from jsonb_to_recordset($1::jsonb) as planned(cluster_id uuid, cycle text, event text, subject text, offset_days int, deadline_on date,
         person_id uuid, role text, stands_in_for_id uuid, escalated_from text, due_on date, urgency text, channel text, state text,
         suppressed_because text)
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
    await manager.query(
      `update reminder set state = 'planned', superseded_at = null, suppressed_because = null
       where id = any($1::uuid[]) and (state in ('superseded', 'acknowledged') or suppressed_because = 'paused')`,
      [reopen],
    );
  }
  if (suppress.length > 0) {
    await manager.query(
      `update reminder set state = 'suppressed', suppressed_because = because, next_attempt_at = null, failed_because = null,
         superseded_at = null
       from jsonb_to_recordset($1::jsonb) as left_out(id uuid, because text)
       where reminder.id = left_out.id and state in ('planned', 'failed', 'superseded', 'acknowledged')`,
      [JSON.stringify(suppress)],
    );
  }
  if (acknowledge.length > 0) {
    await manager.query(
      `update reminder set state = 'acknowledged', suppressed_because = null, next_attempt_at = null, superseded_at = null
       where id = any($1::uuid[]) and (state in ('planned', 'superseded') or suppressed_because = 'paused')`,
      [acknowledge],
    );
  }
  if (adjust.length > 0) {
    await manager.query(
      `update reminder set due_on = adjusted.due_on, urgency = adjusted.urgency, channel = adjusted.channel
       from jsonb_to_recordset($1::jsonb) as adjusted(id uuid, due_on date, urgency text, channel text)
       where reminder.id = adjusted.id and state = 'planned'`,
      [JSON.stringify(adjust.map(({ dueOn, ...adjusted }) => ({ ...adjusted, due_on: dueOn })))],
    );
  }
  return {
    inserted: insert.length,
    superseded: supersede.length,
    reopened: reopen.length,
    suppressed: suppress.length,
    acknowledged: acknowledge.length,
    adjusted: adjust.length,
  };
}

const insertedColumns = `cluster_id, cycle, event, subject, offset_days, deadline_on, person_id, role, stands_in_for_id, escalated_from,
  due_on, urgency, channel, state, suppressed_because`;

function asColumns(clusterId: string, planned: PlanChange['insert'][number]) {
  return {
    cluster_id: clusterId,
    cycle: planned.cycle,
    event: planned.event,
    subject: planned.subject,
    offset_days: planned.offsetDays,
    deadline_on: planned.deadlineOn,
    person_id: planned.personId,
    role: planned.role,
    stands_in_for_id: planned.standsInForId,
    escalated_from: planned.escalatedFrom,
    due_on: planned.dueOn,
    urgency: planned.urgency,
    channel: planned.channel,
    state: planned.state,
    suppressed_because: planned.suppressedBecause,
  };
}
