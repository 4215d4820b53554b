import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { type Actor, recordAs } from '../actor.js';
import { RetentionRunEntity } from '../entities/retention-run.js';

/** How many were erased. */
export type Erased = Pick<RetentionRunEntity, 'people' | 'mails' | 'texts'>;

export interface ErasedSoFar {
  /** The newest day on which something was erased; null: never yet. */
  last: (Erased & Pick<RetentionRunEntity, 'ranOn'>) | null;
  total: Erased;
}

/** Midnight in Copenhagen at which a day begins. */
const beginOf = (day: string) => `(${day}::timestamp at time zone 'Europe/Copenhagen')`;
const mailsAtATime = 1000;

/** What has outlived its years. Every method may be repeated: what is erased is not found again. */
export class RetentionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * People without any role whose last one ended before the day: the role in the product, each role in a cluster, and being answerable for
   * one. When the role in the product ended is in the ledger; for who never had one, the day on which the person was recorded counts.
   */
  async readPeopleWithoutRoleSince(day: CalendarDate): Promise<string[]> {
    const people = (await this.dataSource.query(
      `select person.id from person
       where person.erased_at is null and person.role is null
         and not exists (select from cluster where cluster.responsible_officer_id = person.id)
         and not exists (select from person_cluster_role as seat where seat.person_id = person.id and coalesce(seat.ends_on, 'infinity') >= $1::date)
         and (
           select max(recorded_at) from ledger
           where entity = 'person' and row_id = person.id and (before is null or before -> 'role' is distinct from after -> 'role')
         ) < ${beginOf('$1')}
       order by person.id`,
      [day],
    )) as { id: string }[];
    return people.map(({ id }) => id);
  }

  /** Address and words of mails that were sent before the day. That they were sent, and when, stays. */
  async eraseMailsBefore(day: CalendarDate): Promise<number> {
    let erased = 0;
    for (;;) {
      const [{ count }] = (await this.dataSource.query(
        `with erased as (
           update message set sent_to = '', subject = '', text = '', html = '', smtp_answer = '', erased_at = now()
           where id in (select id from message where erased_at is null and sent_at < ${beginOf('$1')} order by sent_at limit ${mailsAtATime})
           returning id
         ), parts as (delete from message_part where message_id in (select id from erased))
         select count(*)::int as count from erased`,
        [day],
      )) as [{ count: number }];
      erased += count;
      if (count < mailsAtATime) return erased;
    }
  }

  /**
   * Reasons, notes of conversations and the words of decided corrections from before the day, each with its salt: the digests in the ledger
   * match nothing any more. Plans, waivers and remarks to an award are the ground on which a decision stands, and stay.
   */
  async eraseTextsBefore(actor: Actor, day: CalendarDate): Promise<number> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const statements = [
        `update free_text set value = null, salt = null where value is not null and created_at < ${beginOf('$1')}`,
        `update contact_note set body = null, salt = null, revision = revision + 1 where body is not null and noted_on < $1::date`,
        `update correction_proposal set text = null, decision_text = null, salt = null, revision = revision + 1
         where (text is not null or decision_text is not null) and decided_on < $1::date`,
        `update reminder set request_reason = null where request_reason is not null and requested_at < ${beginOf('$1')}`,
      ];
      let erased = 0;
      for (const statement of statements) erased += ((await manager.query(statement, [day])) as [unknown, number])[1];
      return erased;
    });
  }

  /** Sessions and links that are over, and attempts to sign in that no limit counts any more. */
  async forgetSignIns(now: Date): Promise<number> {
    const dayBefore = now.getTime() - 24 * 3600 * 1000;
    const counts = [
      await this.dataSource.query('delete from account_session where expires_at < $1', [now]),
      await this.dataSource.query('delete from account_verification where expires_at < $1', [now]),
      await this.dataSource.query('delete from account_attempt where last_request < $1', [dayBefore]),
    ] as [unknown, number][];
    return counts.reduce((sum, [, count]) => sum + count, 0);
  }

  /** Leaves in the ledger what was erased, and by whom. */
  async record(actor: Actor, ranOn: CalendarDate, erased: Erased): Promise<void> {
    await recordAs(this.dataSource, actor, (manager) => manager.insert(RetentionRunEntity, { ranOn, ...erased }));
  }

  async readErased(): Promise<ErasedSoFar> {
    const runs = this.dataSource.getRepository(RetentionRunEntity);
    const last = await runs.findOne({ where: {}, order: { createdAt: 'DESC' } });
    const [total] = (await this.dataSource.query(
      `select coalesce(sum(people), 0)::int as people, coalesce(sum(mails), 0)::int as mails, coalesce(sum(texts), 0)::int as texts from retention_run`,
    )) as [Erased];
    return { last, total };
  }
}
