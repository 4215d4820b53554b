import type { DataSource } from 'typeorm';
import { type Actor, recordAs } from '../actor.js';
import type { PersonRole } from '../entities/person.js';
import type { Scope } from '../scope.js';
import { inScope, Parameters } from '../sql.js';

/** The person behind an account, as far as a request needs to know. */
export interface CallerRow {
  personId: string;
  role: PersonRole;
  language: 'da' | 'en';
  /** Clusters that the person leads on the day, as manager, chair or deputy: the scope of a manager. */
  clusterIds: string[];
}

export interface AccountHolderRow {
  name: string;
  email: string;
  language: 'da' | 'en';
}

/** Which person an account belongs to. A person without a role, or an erased one, is nobody here. */
export class CallerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** To whom a mail about the account goes; null for a person who may not sign in. */
  async readHolder(accountId: string): Promise<AccountHolderRow | null> {
    const [row] = (await this.dataSource.query(
      'select name, email, language from person where account_id = $1 and role is not null and erased_at is null and email is not null',
      [accountId],
    )) as [AccountHolderRow?];
    return row ?? null;
  }

  /** Persons with these addresses who may sign in. */
  async readPersonsToSignIn(emails: readonly string[]): Promise<(AccountHolderRow & { personId: string; accountId: string | null })[]> {
    return (await this.dataSource.query(
      `select id as "personId", account_id as "accountId", name, email, language from person
       where email = any($1::text[]) and role is not null and erased_at is null`,
      [emails],
    )) as (AccountHolderRow & { personId: string; accountId: string | null })[];
  }

  /** Whoever has the account already is linked anew, so that the ledger keeps who did it and why: an invitation that is sent again. */
  async linkAccount(personId: string, accountId: string, actor: Actor): Promise<void> {
    await recordAs(this.dataSource, actor, (manager) =>
      manager.query(
        'update person set account_id = $2, revision = revision + (account_id is not distinct from $2::uuid)::int where id = $1',
        [personId, accountId],
      ),
    );
  }

  /** The clusters of a manager's scope by name. */
  async readLedClusters(scope: Scope): Promise<{ slug: string; name: string }[]> {
    const parameters = new Parameters();
    return (await this.dataSource.query(
      `select slug, name from cluster where ${inScope(scope, 'id', parameters)} order by name collate "da-DK-x-icu"`,
      parameters.values,
    )) as { slug: string; name: string }[];
  }

  async setLanguage(personId: string, language: 'da' | 'en', actor: Actor): Promise<void> {
    await recordAs(this.dataSource, actor, (manager) =>
      manager.query('update person set language = $2, revision = revision + 1 where id = $1 and language <> $2', [personId, language]),
    );
  }

  /** For live events, by id: who may know of a cluster is decided before its name is told. */
  async readSlugs(clusterIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = (await this.dataSource.query('select id, slug from cluster where id = any($1::uuid[])', [clusterIds])) as {
      id: string;
      slug: string;
    }[];
    return new Map(rows.map(({ id, slug }) => [id, slug]));
  }
}
