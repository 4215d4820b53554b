import type { CalendarDate, OpenTask, RecipientRole, ReminderEvent, ReminderUrgency } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, recordAs } from '../actor.js';
import { insertFact, lockFact, type NewFact, type Saved } from '../edit.js';
import { ClusterEntity } from '../entities/cluster.js';
import { ReminderHoldEntity } from '../entities/reminder-hold.js';
import { NotFoundError } from '../errors.js';
import { readOpenTasks } from '../reminder-plan.js';
import type { Scope } from '../scope.js';
import type { Row } from '../row.js';
import { columnsOf, inScope, type Known, Parameters, tableOf } from '../sql.js';

export type NewHold = NewFact<ReminderHoldEntity> & { clusterId: string };

export interface HoldListRow extends Row<ReminderHoldEntity> {
  clusterSlug: string;
  clusterName: string;
  personName: string | null;
}

export interface HoldListQuestion {
  scope: Scope;
  on: CalendarDate;
  /** People are today's. */
  known?: Known;
  clusterSlug?: string | undefined;
}

/** A reminder that somebody acknowledges: one of a mail whose link is followed, or one of the list. */
export interface ReminderToAcknowledge {
  id: string;
  clusterId: string;
  clusterName: string;
  isFictional: boolean;
  cycle: string;
  event: ReminderEvent;
  subject: string;
  deadlineOn: CalendarDate;
  role: RecipientRole;
  urgency: ReminderUrgency;
  personId: string;
  language: 'da' | 'en';
  /** Whether the person still has to do with the cluster on the day. */
  isEntitled: boolean;
}

export interface HoldOfLink {
  clusterId: string;
  event: ReminderEvent;
  subject: string;
  deadlineOn: CalendarDate;
  untilOn: CalendarDate;
  planOn: CalendarDate | null;
  createdAt: string;
}

export interface LinkedMail {
  reminders: ReminderToAcknowledge[];
  /** What the link was used for; empty until then. */
  holds: HoldOfLink[];
}

/** What holds reminders back. Whoever plans reads it by itself: a hold raises the version of its cluster. */
export class ReminderHoldRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError for a cluster out of scope, ConstraintError */
  async hold(actor: Actor, scope: Scope, holds: readonly NewHold[]): Promise<Saved[]> {
    for (const { clusterId } of holds)
      if (scope.kind === 'clusters' && !scope.clusterIds.includes(clusterId)) throw new NotFoundError('cluster');
    return recordAs(this.dataSource, actor, (manager) => insertHolds(manager, holds));
  }

  /** Pauses, snoozes and acknowledgements of the clusters in scope that had begun by the day, the newest first. */
  async list({ scope, on, known = null, clusterSlug }: HoldListQuestion): Promise<HoldListRow[]> {
    const parameters = new Parameters();
    const [hold, cluster] = [ReminderHoldEntity, ClusterEntity].map((entity) => tableOf(this.dataSource, entity, known, parameters));
    const conditions = [inScope(scope, 'cluster.id', parameters), `hold.from_on <= ${parameters.add(on)}::date`];
    if (clusterSlug !== undefined) conditions.push(`cluster.slug = ${parameters.add(clusterSlug)}`);
    return (await this.dataSource.query(
      `select ${columnsOf(this.dataSource, ReminderHoldEntity, 'hold')}, cluster.slug as "clusterSlug", cluster.name as "clusterName",
         person.name as "personName"
       from ${hold} as hold join ${cluster} as cluster on cluster.id = hold.cluster_id left join person on person.id = hold.person_id
       where ${conditions.join(' and ')}
       order by hold.until_on desc, hold.created_at desc, hold.id limit 500`,
      parameters.values,
    )) as HoldListRow[];
  }

  /** @throws NotFoundError; false where it was over before */
  async end(actor: Actor, scope: Scope, id: string, on: CalendarDate): Promise<boolean> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const hold = await lockFact(manager, ReminderHoldEntity, scope, id);
      if (hold.endedOn !== null || hold.untilOn < on) return false;
      await manager.save(Object.assign(hold, { endedOn: on }));
      return true;
    });
  }

  /** The mail that a link came with. Null: no such mail went out, or its reader was erased. */
  async readLinkedMail(sendingKey: string, on: CalendarDate): Promise<LinkedMail | null> {
    const reminders = await this.read(`reminder.sending_key = $2::uuid and reminder.state in (${gone})`, [on, sendingKey]);
    if (reminders.length === 0) return null;
    return { reminders, holds: await readHoldsOfLink(this.dataSource, sendingKey) };
  }

  /** @throws NotFoundError */
  async readOne(scope: Scope, id: string, on: CalendarDate): Promise<ReminderToAcknowledge> {
    const parameters = new Parameters();
    const [day, reminder] = [parameters.add(on), parameters.add(id)];
    const inReach = inScope(scope, 'reminder.cluster_id', parameters);
    const [found] = await this.read(`${day}::date is not null and reminder.id = ${reminder}::uuid and ${inReach}`, parameters.values);
    if (!found) throw new NotFoundError('reminder');
    return found;
  }

  /** Open work with a day of its own. */
  async readTasks(clusterIds: readonly string[]): Promise<(OpenTask & { clusterId: string })[]> {
    return readOpenTasks(this.dataSource, clusterIds);
  }

  /**
   * Holds and reminders together. Of two who follow one link at the same time the second finds what the first did. False: the link was used
   * before, and nothing is changed. What the same person said of these deadlines before no longer holds.
   */
  async acknowledge(actor: Actor, reminderIds: readonly string[], holds: readonly NewHold[]): Promise<boolean> {
    return recordAs(this.dataSource, actor, async (manager) => {
      await manager.query('select id from reminder where id = any($1::uuid[]) order by id for update', [reminderIds]);
      for (const viaKey of new Set(holds.flatMap((hold) => hold.viaKey ?? [])))
        if ((await readHoldsOfLink(manager, viaKey)).length > 0) return false;
      for (const hold of holds) await endEarlier(manager, hold);
      await insertHolds(manager, holds);
      await manager.query('update reminder set acknowledged_at = now() where id = any($1::uuid[]) and acknowledged_at is null', [
        reminderIds,
      ]);
      return true;
    });
  }

  /** `$1` is the day. */
  private async read(condition: string, values: readonly unknown[]): Promise<ReminderToAcknowledge[]> {
    return (await this.dataSource.query(
      `select reminder.id, cluster.id as "clusterId", cluster.name as "clusterName", cluster.confidence = 'illustrative' as "isFictional",
         reminder.cycle, reminder.event, reminder.subject, reminder.deadline_on::text as "deadlineOn", reminder.role, reminder.urgency,
         person.id as "personId", person.language, ${isEntitled} as "isEntitled"
       from reminder join cluster on cluster.id = reminder.cluster_id join person on person.id = reminder.person_id
       where person.erased_at is null and ${condition}
       order by reminder.deadline_on, cluster.name collate "da-DK-x-icu", reminder.event, reminder.subject, reminder.id`,
      [...values],
    )) as ReminderToAcknowledge[];
  }
}

/** States of a reminder that may lie in somebody's mailbox. */
const gone = `'sent', 'sending', 'uncertain', 'failed'`;

/** A link outlives a mandate by up to its own last day: it no longer acts then. Whoever stood in was told on purpose. */
const isEntitled = `(
  reminder.stands_in_for_id is not null or person.role in ('officer', 'administrator') or cluster.responsible_officer_id = person.id
  or exists (
    select from person_cluster_role as seat where seat.cluster_id = cluster.id and seat.person_id = person.id
      and seat.starts_on <= $1::date and coalesce(seat.ends_on, 'infinity') >= $1::date
  ) or exists (
    select from membership join programme on programme.id = membership.programme_id
    where membership.cluster_id = cluster.id and programme.head_id = person.id
  )
)`;

async function readHoldsOfLink(reader: Pick<EntityManager, 'query'>, viaKey: string): Promise<HoldOfLink[]> {
  const rows = (await reader.query(
    `select cluster_id as "clusterId", event, coalesce(subject, '') as subject, deadline_on::text as "deadlineOn",
       until_on::text as "untilOn", plan_on::text as "planOn", created_at as "createdAt"
     from reminder_hold where via_key = $1::uuid order by deadline_on, event, id`,
    [viaKey],
  )) as (HoldOfLink & { createdAt: Date })[];
  return rows.map(({ createdAt, ...hold }) => ({ ...hold, createdAt: new Date(createdAt).toISOString() }));
}

async function insertHolds(manager: EntityManager, holds: readonly NewHold[]): Promise<Saved[]> {
  const saved: Saved[] = [];
  for (const hold of holds) saved.push(await insertFact(manager, ReminderHoldEntity, hold));
  return saved;
}

async function endEarlier(manager: EntityManager, hold: NewHold): Promise<void> {
  if (!hold.personId) return;
  const { clusterId, personId, event, subject, deadlineOn, fromOn } = hold;
  const same = { clusterId, personId, event, subject, deadlineOn, kind: 'acknowledgement' } as const;
  const earlier = await manager.findBy(ReminderHoldEntity, withoutNulls(same));
  for (const one of earlier.filter(({ endedOn, untilOn }) => endedOn === null && untilOn >= fromOn))
    await manager.save(Object.assign(one, { endedOn: fromOn }));
}

function withoutNulls<Values extends object>(values: Values): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as {
    [Key in keyof Values]?: NonNullable<Values[Key]>;
  };
}
