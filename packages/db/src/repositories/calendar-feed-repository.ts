import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, recordAs } from '../actor.js';
import { clusterIdOf } from '../edit.js';
import { CalendarFeedEntity } from '../entities/calendar-feed.js';
import { CalendarRevocationEntity } from '../entities/calendar-revocation.js';
import type { PersonRole } from '../entities/person.js';
import { NotFoundError, translatingErrors } from '../errors.js';
import type { Scope } from '../scope.js';
import { inScope, Parameters } from '../sql.js';

/** A feed as its owner sees it. The secret is not in it. */
export interface CalendarFeedRow {
  id: string;
  /** Null: everything in the person's scope. */
  cluster: { slug: string; name: string } | null;
  language: 'da' | 'en';
  /** ISO instants. */
  createdAt: string;
  renewedAt: string | null;
  lastUsedAt: string | null;
}

/** A feed as whoever manages accounts sees it. */
export interface IssuedCalendarFeed extends CalendarFeedRow {
  person: { id: string; name: string; email: string };
}

export interface NewCalendarFeed {
  personId: string;
  /** Null: everything in the person's scope. */
  clusterSlug: string | null;
  language: 'da' | 'en';
  secretHash: string;
}

/** Whose calendar asks, as of the day. */
export interface CalendarFeedOwner {
  id: string;
  personId: string;
  clusterId: string | null;
  language: 'da' | 'en';
  role: PersonRole;
  /** Clusters that the person leads on the day. */
  clusterIds: string[];
  /** The last use that was noted is an hour old or more. */
  isUseToNote: boolean;
}

/** Secret addresses for calendars. Each is its owner's own: nobody reads another's. Whoever manages accounts sees that it is there, and closes it. */
export class CalendarFeedRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that answer. One of a cluster that left the scope does not, and is not shown. */
  async list(scope: Scope, personId: string): Promise<CalendarFeedRow[]> {
    const parameters = new Parameters();
    const own = `feed.person_id = ${parameters.add(personId)}::uuid`;
    const inReach = inScope(scope, 'feed.cluster_id', parameters);
    const rows = (await this.dataSource.query(
      `select ${feedColumns} from calendar_feed as feed left join cluster on cluster.id = feed.cluster_id
       where ${own} and feed.revoked_at is null and (feed.cluster_id is null or ${inReach})
       order by feed.created_at, feed.id`,
      parameters.values,
    )) as StoredInstants<CalendarFeedRow>[];
    return rows.map(withInstants);
  }

  /** Everybody's but one person's, as far as they answer: by name, the oldest first. */
  async listIssued(exceptPersonId: string): Promise<IssuedCalendarFeed[]> {
    const rows = (await this.dataSource.query(
      `select ${feedColumns}, json_build_object('id', person.id, 'name', person.name, 'email', person.email) as person
       from calendar_feed as feed join person on person.id = feed.person_id left join cluster on cluster.id = feed.cluster_id
       where feed.revoked_at is null and person.id <> $1 and person.role is not null and person.erased_at is null
       order by person.name collate "da-DK-x-icu", person.id, feed.created_at, feed.id`,
      [exceptPersonId],
    )) as StoredInstants<IssuedCalendarFeed>[];
    return rows.map(withInstants);
  }

  /** Closes somebody else's, which the ledger keeps with the reason. @throws NotFoundError */
  async revokeIssued(actor: Actor, id: string): Promise<void> {
    await recordAs(this.dataSource, actor, async (manager) => {
      const [[closed]] = (await manager.query(
        'update calendar_feed set revoked_at = now() where id = $1 and revoked_at is null returning person_id as "personId"',
        [id],
      )) as [{ personId: string }[], number];
      if (!closed) throw new NotFoundError('calendar_feed');
      await manager.save(Object.assign(new CalendarRevocationEntity(), { feedId: id, personId: closed.personId }));
    });
  }

  /** @throws NotFoundError for a cluster out of scope; ConstraintError (`…_once`) where the person has one of the same reach */
  async create(scope: Scope, { clusterSlug, ...feed }: NewCalendarFeed): Promise<string> {
    return translatingErrors(async () => {
      const { manager } = this.dataSource;
      const clusterId = clusterSlug === null ? null : await clusterIdOf(manager, scope, clusterSlug);
      return (await manager.save(Object.assign(new CalendarFeedEntity(), { ...feed, clusterId }))).id;
    });
  }

  /** Another secret in place of the present one, which answers no longer. @throws NotFoundError */
  async renew(personId: string, id: string, secretHash: string): Promise<void> {
    await this.change(`secret_hash = $3, renewed_at = now(), last_used_at = null`, [id, personId, secretHash]);
  }

  /** @throws NotFoundError */
  async revoke(personId: string, id: string): Promise<void> {
    await this.change('revoked_at = now()', [id, personId]);
  }

  /** Null where no feed answers to the secret: none does, it was revoked, or its owner may not sign in any more. */
  async findOwner(secretHash: string, on: CalendarDate): Promise<CalendarFeedOwner | null> {
    const [owner] = (await this.dataSource.query(
      `select feed.id, feed.person_id as "personId", feed.cluster_id as "clusterId", feed.language, person.role,
         coalesce(feed.last_used_at < now() - interval '1 hour', true) as "isUseToNote",
         array(select distinct led.cluster_id::text from person_cluster_role as led
           where led.person_id = person.id and led.starts_on <= $2::date and coalesce(led.ends_on, 'infinity') >= $2::date
           order by 1) as "clusterIds"
       from calendar_feed as feed join person on person.id = feed.person_id
       where feed.secret_hash = $1 and feed.revoked_at is null and person.role is not null and person.erased_at is null`,
      [secretHash, on],
    )) as [CalendarFeedOwner?];
    return owner ?? null;
  }

  async noteUse(id: string): Promise<void> {
    await this.dataSource.query('update calendar_feed set last_used_at = now() where id = $1', [id]);
  }

  private async change(assignment: string, values: string[]): Promise<void> {
    const [, count] = (await this.dataSource.query(
      `update calendar_feed set ${assignment} where id = $1 and person_id = $2 and revoked_at is null`,
      values,
    )) as [unknown[], number];
    if (count === 0) throw new NotFoundError('calendar_feed');
  }
}

type Instants = 'createdAt' | 'renewedAt' | 'lastUsedAt';
type StoredInstants<Feed extends CalendarFeedRow> = Omit<Feed, Instants> & Record<Instants, Date | null> & { createdAt: Date };

const feedColumns = `feed.id, feed.language, feed.created_at as "createdAt", feed.renewed_at as "renewedAt", feed.last_used_at as "lastUsedAt",
  case when cluster.id is not null then json_build_object('slug', cluster.slug, 'name', cluster.name) end as cluster`;

function withInstants<Feed extends CalendarFeedRow>({ createdAt, renewedAt, lastUsedAt, ...row }: StoredInstants<Feed>) {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    renewedAt: renewedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

/** Whoever has no role any more has no calendar: whoever comes back begins with addresses of their own. */
export async function closeCalendars(manager: EntityManager, personId: string): Promise<void> {
  await manager.query('update calendar_feed set revoked_at = now() where person_id = $1 and revoked_at is null', [personId]);
}
