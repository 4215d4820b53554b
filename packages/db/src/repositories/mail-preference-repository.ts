import type { DataSource } from 'typeorm';
import { type MailKind, mailKinds } from '../entities/mail-preference.js';
import { NotFoundError } from '../errors.js';

/** Kinds that nobody gets who did not ask for them. */
const offUnlessAsked: readonly MailKind[] = ['quiet'];

/** Which mails people do without, or ask for. Each person's own choice; no fact, and in no ledger. */
export class MailPreferenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The kinds that each of some people does not get, in one statement; each of them is in the answer. */
  async readUnwanted(personIds: readonly string[]): Promise<Map<string, Set<MailKind>>> {
    const unwanted = new Map(personIds.map((id) => [id, new Set(offUnlessAsked)]));
    if (personIds.length === 0) return unwanted;
    const rows = (await this.dataSource.query(
      `select person_id as "personId", kind, is_wanted as "isWanted" from mail_preference where person_id = any($1::uuid[])`,
      [personIds],
    )) as { personId: string; kind: MailKind; isWanted: boolean }[];
    for (const { personId, kind, isWanted } of rows) {
      if (isWanted) unwanted.get(personId)?.delete(kind);
      else unwanted.get(personId)?.add(kind);
    }
    return unwanted;
  }

  /** Whether one person gets each kind. */
  async read(personId: string): Promise<Record<MailKind, boolean>> {
    const unwanted = (await this.readUnwanted([personId])).get(personId);
    return Object.fromEntries(mailKinds.map((kind) => [kind, !unwanted?.has(kind)])) as Record<MailKind, boolean>;
  }

  /** In which the person reads. @throws NotFoundError for a person who is not there or was erased */
  async readLanguage(personId: string): Promise<'da' | 'en'> {
    const [person] = (await this.dataSource.query('select language from person where id = $1 and erased_at is null', [personId])) as [
      { language: 'da' | 'en' }?,
    ];
    if (person === undefined) throw new NotFoundError('person');
    return person.language;
  }

  /** The same choice again changes nothing. @throws NotFoundError for a person who is not there or was erased */
  async choose(personId: string, kind: MailKind, isWanted: boolean): Promise<void> {
    const [present] = (await this.dataSource.query(
      `with present as (select id from person where id = $1 and erased_at is null), chosen as (
         insert into mail_preference (person_id, kind, is_wanted) select id, $2, $3 from present
         on conflict (person_id, kind) do update set is_wanted = excluded.is_wanted, changed_at = now()
         where mail_preference.is_wanted <> excluded.is_wanted
       )
       select id from present`,
      [personId, kind, isWanted],
    )) as [{ id: string }?];
    if (present === undefined) throw new NotFoundError('person');
  }
}
