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

/** Condition: what `over` names ended before the day `$1`, in no case that is still open. Null: it has not ended. */
const isOver = (over: string, endedOn: string) =>
  `${endedOn} < $1::date and not exists (
     select from recertification_case as running
     where running.state = 'open' and running.cluster_id = ${over}.cluster_id and running.opened_on <= ${endedOn}
   )`;
const caseEnd = (one: string) => `greatest(${one}.decided_on, ${one}.cure_ends_on)`;
const planIsOver = isOver('plan', 'coalesce(plan.closed_on, plan.due_on)');
const adviceIsOver = isOver('advice', 'advice.closed_on');
const caseIsOver = isOver('one', caseEnd('one'));
/** An assessment of no case is over once it is closed. */
const assessmentIsOver = (ofAssessment: string) => `${ofAssessment} in (
  select sheet.id from assessment as sheet left join recertification_case as one on one.id = sheet.case_id
  where ${isOver('sheet', `case when one.id is null then sheet.closed_on else ${caseEnd('one')} end`)}
)`;

const caseTexts = [
  `update action_plan as plan set text = null, salt = null, revision = revision + 1 where text is not null and ${planIsOver}`,
  `update plan_milestone as step set text = null, salt = null, revision = step.revision + 1
   from action_plan as plan where plan.id = step.plan_id and step.text is not null and ${planIsOver}`,
  `update waiver set text = null, salt = null, revision = revision + 1
   where text is not null and ${isOver('waiver', 'coalesce(waiver.closed_on, waiver.ends_on)')}`,
  `update recommendation as advice set text = null, salt = null, revision = revision + 1 where text is not null and ${adviceIsOver}`,
  `update recommendation_note as note set body = null, salt = null, revision = note.revision + 1
   from recommendation as advice where advice.id = note.recommendation_id and note.body is not null and ${adviceIsOver}`,
  `update recertification_case as one set note = null, salt = null, revision = revision + 1 where note is not null and ${caseIsOver}`,
  `update case_milestone as step set note = null, salt = null, revision = step.revision + 1
   from recertification_case as one where one.id = step.case_id and step.note is not null and ${caseIsOver}`,
  `update assessment_answer set comment = null, salt = null, revision = revision + 1
   where comment is not null and ${assessmentIsOver('assessment_id')}`,
  `update assessment_remark set body = null, salt = null, revision = revision + 1 where body is not null and ${assessmentIsOver('assessment_id')}`,
];

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

  /** Address and words of mails that were sent before the day, and what mail servers said of them. That they were sent, and when, stays. */
  async eraseMailsBefore(day: CalendarDate): Promise<number> {
    await this.dataSource.query(`update mail_return set diagnostic = '' where diagnostic <> '' and received_at < ${beginOf('$1')}`, [day]);
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
   * match nothing any more. What was written about a case has years of its own; remarks to a cluster, a membership or an award stay with them.
   */
  async eraseTextsBefore(actor: Actor, day: CalendarDate): Promise<number> {
    return this.erase(actor, day, [
      `update free_text set value = null, salt = null where value is not null and created_at < ${beginOf('$1')}`,
      `update contact_note set body = null, salt = null, revision = revision + 1 where body is not null and noted_on < $1::date`,
      `update correction_proposal set text = null, decision_text = null, salt = null, revision = revision + 1
       where (text is not null or decision_text is not null) and decided_on < $1::date`,
      `update reminder set request_reason = null where request_reason is not null and requested_at < ${beginOf('$1')}`,
      `update reminder_return set reason = null where reason is not null and returned_at < ${beginOf('$1')}`,
    ]);
  }

  /** What somebody wrote when they acknowledged or held reminders back until before the day. That they did stays. */
  async eraseHoldNotesBefore(actor: Actor, day: CalendarDate): Promise<number> {
    return this.erase(actor, day, [
      `update reminder_hold set note = null, salt = null, revision = revision + 1
       where note is not null and coalesce(ended_on, until_on) < $1::date`,
    ]);
  }

  /**
   * The words of plans, waivers, recommendations, self-tests and cases that were over before the day. What a dispute needs is kept as long as
   * the case: nothing goes while a case of the cluster is open that was open then already.
   */
  async eraseCaseTextsBefore(actor: Actor, day: CalendarDate): Promise<number> {
    return this.erase(actor, day, caseTexts);
  }

  private erase(actor: Actor, day: CalendarDate, statements: readonly string[]): Promise<number> {
    return recordAs(this.dataSource, actor, async (manager) => {
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
