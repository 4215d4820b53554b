import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, insertFact, type NewFact, type Saved } from '../edit.js';
import { PersonClusterRoleEntity, type ClusterRole } from '../entities/person-cluster-role.js';
import { PersonEntity } from '../entities/person.js';
import { NotFoundError } from '../errors.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, inScope, listOf, Parameters } from '../sql.js';
import { closeCalendars } from './calendar-feed-repository.js';

export interface ClusterOfPerson {
  roleId: string;
  clusterId: string;
  slug: string;
  name: string;
  role: ClusterRole;
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
}

export interface PersonRow extends Row<PersonEntity> {
  /** Roles in clusters of the scope, past ones too. */
  clusters: ClusterOfPerson[];
  /** Clusters of the scope that the person answers for as officer. */
  responsibleFor: { slug: string; name: string }[];
}

export interface ClusterRoleSeat {
  clusterSlug: string;
  role: ClusterRole;
  startsOn: CalendarDate;
  endsOn?: CalendarDate | null | undefined;
}

export type NewPerson = Omit<NewFact<PersonEntity>, 'accountId' | 'erasedAt' | 'name' | 'email'> & {
  name: string;
  email: string;
  clusters?: readonly ClusterRoleSeat[] | undefined;
};

export class PersonRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everybody for a scope of all; else those with a role in one of the clusters and the officers responsible for them. Erased people are left out. */
  async readPeople(scope: Scope): Promise<PersonRow[]> {
    return this.read(scope, 'true', []);
  }

  /** @throws NotFoundError */
  async readPerson(scope: Scope, id: string): Promise<PersonRow> {
    return onlyOne(await this.read(scope, 'person.id = $1::uuid', [id]));
  }

  /** @throws NotFoundError for a cluster, ConstraintError (`person_email`) for an address that is taken. */
  async invite(actor: Actor, scope: Scope, { clusters = [], ...person }: NewPerson): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const saved = await insertFact(manager, PersonEntity, { ...person, email: person.email.toLowerCase() });
      for (const seat of clusters) await takeSeat(manager, scope, saved.id, person, seat);
      return saved;
    });
  }

  /**
   * Removes name, address, title, phone, account and salt for good, the mails that were sent to the person, and the name from the mails
   * of others. What the ledger holds are digests that nobody can match any more. The words by which the person asked for a reminder go too.
   * @throws NotFoundError
   */
  async erase(actor: Actor, id: string, on: CalendarDate): Promise<void> {
    await recordAs(this.dataSource, actor, async (manager) => {
      await eraseFromMailsOfOthers(manager, id);
      await manager.query('delete from account_user where id = (select account_id from person where id = $1)', [id]);
      const [rows] = (await manager.query(
        `update person set name = null, email = null, title = null, phone = null, account_id = null, role = null, salt = null,
           erased_at = now(), revision = revision + 1
         where id = $1 and erased_at is null returning id`,
        [id],
      )) as [unknown[], number];
      if (rows.length === 0) throw new NotFoundError('person');
      await manager.query(
        `update person_cluster_role set ends_on = greatest(starts_on, $2::date), revision = revision + 1
         where person_id = $1 and coalesce(ends_on, 'infinity') > $2::date`,
        [id, on],
      );
      await manager.query('update cluster set responsible_officer_id = null, revision = revision + 1 where responsible_officer_id = $1', [
        id,
      ]);
      await closeCalendars(manager, id);
      await manager.query('delete from message where person_id = $1', [id]);
      await manager.query('delete from mail_return where person_id = $1', [id]);
      await manager.query('update reminder set request_reason = null where requested_by_id = $1 and request_reason is not null', [id]);
      await manager.query('update reminder_return set reason = null where by_id = $1 and reason is not null', [id]);
    });
  }

  private async read(scope: Scope, condition: string, values: readonly unknown[]): Promise<PersonRow[]> {
    const parameters = new Parameters();
    values.forEach((value) => parameters.add(value));
    const visible =
      scope.kind === 'all'
        ? 'true'
        : `(exists (select 1 from person_cluster_role as seat where seat.person_id = person.id and ${inScope(scope, 'seat.cluster_id', parameters)})
            or exists (select 1 from cluster where cluster.responsible_officer_id = person.id and ${inScope(scope, 'cluster.id', parameters)}))`;
    const clusters = listOf(`
      select seat.id as "roleId", cluster.id as "clusterId", cluster.slug, cluster.name, seat.role, seat.starts_on as "startsOn", seat.ends_on as "endsOn"
      from person_cluster_role as seat join cluster on cluster.id = seat.cluster_id
      where seat.person_id = person.id and ${inScope(scope, 'cluster.id', parameters)}
      order by cluster.name, seat.starts_on`);
    const responsibleFor = listOf(`
      select cluster.slug, cluster.name from cluster
      where cluster.responsible_officer_id = person.id and ${inScope(scope, 'cluster.id', parameters)} order by cluster.name`);
    const [answer] = (await this.dataSource.query(
      `select ${listOf(`select ${columnsOf(this.dataSource, PersonEntity, 'person')}, ${clusters} as clusters, ${responsibleFor} as "responsibleFor"
        from person where person.erased_at is null and ${condition} and ${visible} order by person.name, person.id`)} as people`,
      parameters.values,
    )) as [{ people: PersonRow[] }];
    return answer.people;
  }
}

/** Stands in a kept mail where somebody was named. */
const erasedName = '[…]';

/** Mails name the responsible officer, and whom somebody stood in for. */
async function eraseFromMailsOfOthers(manager: EntityManager, id: string): Promise<void> {
  const [person] = (await manager.query('select name, email from person where id = $1', [id])) as [Pick<PersonEntity, 'name' | 'email'>?];
  const named = [person?.name, person?.email].filter((text) => text != null).map(patternOf);
  if (named.length === 0) return;
  // A name ends where its letters end, or with a genitive.
  const pattern = `(?<!\\w)(?:${named.join('|')})(?=s?(?!\\w))`;
  const texts = ['subject', 'text', 'html'];
  for (const table of ['message', 'message_part']) {
    await manager.query(
      `update ${table} set ${texts.map((text) => `${text} = regexp_replace(${text}, $1, $2, 'g')`).join(', ')}
       where ${texts.map((text) => `${text} ~ $1`).join(' or ')}`,
      [pattern, erasedName],
    );
  }
}

/** As it may stand in a text, whose lines break between words, and in HTML, which writes some signs in another way. */
function patternOf(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, (sign) => `(?:\\${sign}|&#?\\w+;)`)).join('\\s+');
}

async function takeSeat(
  manager: EntityManager,
  scope: Scope,
  personId: string,
  { source, confidence }: Pick<PersonEntity, 'source' | 'confidence'>,
  { clusterSlug, role, startsOn, endsOn = null }: ClusterRoleSeat,
): Promise<void> {
  const clusterId = await clusterIdOf(manager, scope, clusterSlug);
  await insertFact(manager, PersonClusterRoleEntity, { personId, clusterId, role, startsOn, endsOn, source, confidence });
}

function onlyOne(people: readonly PersonRow[]): PersonRow {
  const [person] = people;
  if (person === undefined) throw new NotFoundError('person');
  return person;
}
