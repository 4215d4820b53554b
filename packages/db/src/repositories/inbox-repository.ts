import type { ReminderEntity } from '../entities/reminder.js';
import type { DataSource } from 'typeorm';
import type { Scope } from '../scope.js';
import { inScope, Parameters } from '../sql.js';
import { subjectTitle } from '../subject-title.js';

/** What was told to one person, as the inbox shows it. */
export interface InboxRow extends Pick<
  ReminderEntity,
  'id' | 'clusterId' | 'event' | 'subject' | 'offsetDays' | 'deadlineOn' | 'role' | 'urgency' | 'channel' | 'state'
> {
  clusterSlug: string;
  clusterName: string;
  isFictional: boolean;
  isIllustrative: boolean;
  /** Null: it has none, or its cluster is out of scope by now. */
  subjectTitle: string | null;
  arrivedAt: Date;
  readAt: Date | null;
  acknowledgedAt: Date | null;
  /** Where it stands in the inbox: a page begins after it. */
  place: string;
}

/**
 * The inbox of the product: every reminder to a person that went out, whichever way, and those that no mail was sent of because the person
 * does without it or cannot be reached. Nothing is kept for it but whether it was read.
 */
export class InboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. `before` is a `place`: what arrived in the same instant is parted by its id. */
  async list(personId: string, scope: Scope, { before, limit }: { before: string | null; limit: number }): Promise<InboxRow[]> {
    const [, instant = null, id = null] = /^(\d+)-(.+)$/.exec(before ?? '') ?? [];
    const parameters = new Parameters();
    const [person, at, after, most] = [personId, instant, id, limit].map((value) => parameters.add(value));
    return (await this.dataSource.query(
      `select reminder.id, reminder.cluster_id as "clusterId", event, subject, offset_days as "offsetDays", deadline_on::text as "deadlineOn",
         role, urgency, channel, state, cluster.slug as "clusterSlug", cluster.name as "clusterName",
         cluster.confidence = 'illustrative' as "isFictional",
         cluster.confidence = 'illustrative' or exists (
           select from award where award.cluster_id = cluster.id and award.confidence = 'illustrative') as "isIllustrative",
         case when ${inScope(scope, 'cluster.id', parameters)} then ${subjectTitle} end as "subjectTitle",
         ${arrivedAt} as "arrivedAt", read_at as "readAt", acknowledged_at as "acknowledgedAt",
         ${arrivedMicroseconds} || '-' || reminder.id as place
       from reminder join cluster on cluster.id = reminder.cluster_id
       where person_id = ${person} and ${hasArrived} and (${at}::bigint is null or (${arrivedMicroseconds}, reminder.id) < (${at}, ${after}::uuid))
       order by ${arrivedAt} desc, reminder.id desc limit ${most}`,
      parameters.values,
    )) as InboxRow[];
  }

  async countUnread(personId: string): Promise<number> {
    const [{ count }] = (await this.dataSource.query(
      `select count(*)::int as count from reminder where person_id = $1 and read_at is null and ${hasArrived}`,
      [personId],
    )) as [{ count: number }];
    return count;
  }

  /** `ids` null: all of them. What belongs to somebody else is left alone. */
  async mark(personId: string, ids: readonly string[] | null, isRead: boolean): Promise<void> {
    await this.dataSource.query(
      `update reminder set read_at = case when $3 then now() end
       where person_id = $1 and ($2::uuid[] is null or id = any($2::uuid[])) and (read_at is null) = $3 and ${hasArrived}`,
      [personId, ids, isRead],
    );
  }
}

const hasArrived = `(reminder.state in ('sent', 'uncertain', 'failed') or reminder.suppressed_because = 'unsubscribed')`;
/** What no mail was sent of has arrived on the morning of its day. */
const arrivedAt = `coalesce(reminder.sent_at, reminder.failed_at, reminder.uncertain_at, reminder.due_on::timestamp at time zone 'Europe/Copenhagen')`;
/** As exact as the database knows it: whoever is given milliseconds finds some again, and others never. */
const arrivedMicroseconds = `(extract(epoch from ${arrivedAt}) * 1000000)::bigint`;
