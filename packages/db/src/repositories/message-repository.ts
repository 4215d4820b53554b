import type { CalendarDate, OpenTask, RecipientRole, ReminderEvent } from '@klyngevagt/scoring';
import { type DataSource, IsNull } from 'typeorm';
import { MessageEntity } from '../entities/message.js';
import type { FailedBecause } from '../entities/reminder.js';
import { readOpenTasks } from '../reminder-plan.js';

/** One reminder of a mail in hand. */
export interface ClaimedReminder {
  id: string;
  cycle: string;
  event: ReminderEvent;
  subject: string;
  offsetDays: number;
  deadlineOn: CalendarDate;
  role: RecipientRole;
  attempts: number;
}

/** Everything due to one person about one cluster: one mail. */
export interface ClaimedMail {
  /** Left part of the Message-ID. */
  sendingKey: string;
  /** An earlier sending broke off; this one carries the same Message-ID. */
  isRetryOfUncertain: boolean;
  clusterId: string;
  person: { id: string; name: string | null; email: string | null; language: 'da' | 'en' };
  /** By day of deadline. */
  reminders: ClaimedReminder[];
}

/** How the sending itself ended. */
export type Outcome =
  /** The mail server did not take it now. */
  | { kind: 'retry'; afterMs: number }
  | { kind: 'failed'; because: FailedBecause }
  /** It broke off after the text was handed over. */
  | { kind: 'uncertain'; afterMs: number };

export type SentMail = Pick<MessageEntity, 'language' | 'sentTo' | 'subject' | 'text' | 'html' | 'messageIdHeader' | 'smtpAnswer'>;

/** Takes reminders in hand and records what became of them. Sending lies between, outside of any transaction. */
export class MessageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Rows that a worker has had in hand for longer than any sending lasts: it may have sent them, so they are tried once more under the
   * same Message-ID. What breaks off a second time is left to a person. A row in hand since a time that is still to come was taken before
   * the server's clock was set back: how long ago is not known, so it counts as long.
   */
  async releaseInterrupted(leaseMs: number): Promise<number> {
    const interrupted = `state = 'sending'
      and (claimed_at < now() - $1 * interval '1 millisecond' or claimed_at > now() + interval '1 minute')`;
    const [found] = (await this.dataSource.query(`select count(*)::int as count from reminder where ${interrupted}`, [leaseMs])) as [
      { count: number },
    ];
    if (found.count === 0) return 0;
    const [, released] = (await this.dataSource.query(
      `update reminder set claimed_at = null, uncertain_at = coalesce(uncertain_at, now()),
         state = case when uncertain_at is null then 'uncertain' else 'failed' end,
         failed_because = case when uncertain_at is null then null else 'interrupted-again' end
       where ${interrupted}`,
      [leaseMs],
    )) as [unknown, number];
    return released;
  }

  /** Clusters of which something is due: their plan is brought up to date before anything of it is sent. */
  async clustersWithDue(on: CalendarDate): Promise<string[]> {
    const rows = (await this.dataSource.query(
      `select distinct cluster_id as "clusterId" from reminder where ${isDue('reminder')} order by 1`,
      [on],
    )) as { clusterId: string }[];
    return rows.map(({ clusterId }) => clusterId);
  }

  /** Takes the next mails in hand, at most so many; none when nothing is due. Two workers never take the same: each mail has one leading row to lock. */
  async claimDue(on: CalendarDate, limit: number): Promise<ClaimedMail[]> {
    return this.claim(dueLeads, [on, limit], isDue('reminder'));
  }

  /** Takes one reminder in hand, whatever its day, with everything else that is due to the same person about the same cluster. */
  async claimOne(on: CalendarDate, reminderId: string): Promise<ClaimedMail | null> {
    const [mail] = await this.claim(askedLead, [on, reminderId], `(reminder.id = $2::uuid or ${isDue('reminder')})`);
    return mail ?? null;
  }

  /**
   * One statement, one commit. What broke off together is repeated together, whatever was asked of one of them: one Message-ID is one mail.
   */
  private async claim(leads: string, values: readonly unknown[], isAsked: string): Promise<ClaimedMail[]> {
    const [rows] = (await this.dataSource.query(
      `with lead as materialized (${leads}), mail as materialized (
         select lead.person_id, lead.cluster_id, lead.state, lead.sending_key as broken_off,
           case when lead.state = 'uncertain' then coalesce(lead.sending_key, gen_random_uuid()) else gen_random_uuid() end as sending_key
         from lead
       ), taken as materialized (
         select reminder.id, mail.sending_key, mail.state as was
         from reminder join mail on reminder.person_id = mail.person_id and reminder.cluster_id = mail.cluster_id
         where case mail.state when 'uncertain' then reminder.state = 'uncertain' and reminder.sending_key is not distinct from mail.broken_off
           else reminder.state = 'planned' and ${isAsked} end
         for update of reminder skip locked
       )
       update reminder set state = 'sending', claimed_at = now(), attempts = attempts + 1, next_attempt_at = null, sending_key = taken.sending_key
       from taken, person
       where reminder.id = taken.id and person.id = reminder.person_id
       returning reminder.id, reminder.cycle, reminder.event, reminder.subject, reminder.offset_days as "offsetDays", reminder.deadline_on::text as "deadlineOn",
         reminder.role, reminder.attempts, reminder.sending_key as "sendingKey", taken.was, reminder.cluster_id as "clusterId",
         json_build_object('id', person.id, 'name', person.name, 'email', person.email, 'language', person.language) as person`,
      [...values],
    )) as [ClaimedRow[], number];
    return mailsOf(rows);
  }

  /** The mails are out: their very texts and their reminders are recorded together. */
  async recordSent(sent: readonly { mail: ClaimedMail; reminderIds: readonly string[]; as: SentMail }[]): Promise<void> {
    if (sent.length === 0) return;
    const rows = sent.map(({ mail, reminderIds, as }) => ({
      ...as,
      personId: mail.person.id,
      clusterId: mail.clusterId,
      isPossibleRepeat: mail.isRetryOfUncertain,
      sendingKey: mail.sendingKey,
      reminderIds,
    }));
    await this.dataSource.query(
      `with sent as materialized (
         select gen_random_uuid() as id, sent.* from jsonb_to_recordset($1::jsonb) as sent("personId" uuid, "clusterId" uuid, language text,
           "sentTo" text, subject text, text text, html text, "messageIdHeader" text, "smtpAnswer" text, "isPossibleRepeat" boolean,
           "sendingKey" uuid, "reminderIds" uuid[])
       ), recorded as (
         insert into message (id, person_id, cluster_id, language, sent_to, subject, text, html, message_id_header, smtp_answer,
           is_possible_repeat, sent_at)
         select id, "personId", "clusterId", language, "sentTo", subject, text, html, "messageIdHeader", "smtpAnswer", "isPossibleRepeat",
           clock_timestamp() from sent
         returning id, sent_at
       )
       update reminder set state = 'sent', sent_at = recorded.sent_at, message_id = recorded.id, claimed_at = null, next_attempt_at = null
       from sent join recorded on recorded.id = sent.id
       where reminder.id = any(sent."reminderIds") and reminder.sending_key = sent."sendingKey" and reminder.state in ('sending', 'uncertain')`,
      [JSON.stringify(rows)],
    );
  }

  async recordNotNeeded(reminderIds: readonly string[]): Promise<void> {
    if (reminderIds.length === 0) return;
    await this.dataSource.query(
      `update reminder set state = 'suppressed', suppressed_because = 'not-needed', claimed_at = null
       where id = any($1::uuid[]) and state = 'sending'`,
      [reminderIds],
    );
  }

  /** Not out. What is uncertain already stays so: its next try carries the same Message-ID. */
  async recordOutcome(mail: ClaimedMail, reminderIds: readonly string[], outcome: Outcome): Promise<void> {
    const later = mail.isRetryOfUncertain ? 'uncertain' : 'planned';
    const state = outcome.kind === 'failed' ? 'failed' : outcome.kind === 'uncertain' ? 'uncertain' : later;
    await this.dataSource.query(
      `update reminder set state = $2, claimed_at = null, failed_because = $3,
         uncertain_at = case when $2 = 'uncertain' then coalesce(uncertain_at, now()) else uncertain_at end,
         next_attempt_at = now() + $4::float8 * interval '1 millisecond'
       where id = any($1::uuid[]) and state = 'sending'`,
      [reminderIds, state, outcome.kind === 'failed' ? outcome.because : null, outcome.kind === 'failed' ? null : outcome.afterMs],
    );
  }

  /** Open work with a day of its own, by cluster. */
  async readTasks(clusterIds: readonly string[]): Promise<Map<string, OpenTask[]>> {
    const tasks = new Map<string, OpenTask[]>();
    for (const { clusterId, ...task } of await readOpenTasks(this.dataSource, clusterIds)) {
      const known = tasks.get(clusterId);
      if (known) known.push(task);
      else tasks.set(clusterId, [task]);
    }
    return tasks;
  }

  /** Name and address of the officers who answer for some clusters, by cluster. */
  async readOfficers(clusterIds: readonly string[]): Promise<Map<string, { id: string; name: string; email: string }>> {
    const rows = (await this.dataSource.query(
      `select cluster.id as "clusterId", person.id, person.name, person.email
       from cluster join person on person.id = cluster.responsible_officer_id
       where cluster.id = any($1::uuid[]) and person.erased_at is null and person.email is not null`,
      [clusterIds],
    )) as { clusterId: string; id: string; name: string; email: string }[];
    return new Map(rows.map(({ clusterId, ...officer }) => [clusterId, officer]));
  }

  /** When the next postponed sending may be tried; null when none waits. */
  async nextAttemptAt(): Promise<Date | null> {
    const [row] = (await this.dataSource.query(
      `select min(next_attempt_at) as "nextAttemptAt" from reminder where state in ('planned', 'uncertain')`,
    )) as [{ nextAttemptAt: Date | null }];
    return row.nextAttemptAt;
  }

  /** The next day on which this person hears about this cluster, after the day; null when nothing more is planned. */
  async nextReminderOn(personId: string, clusterId: string, on: CalendarDate): Promise<CalendarDate | null> {
    const [next = null] = await this.nextRemindersOn([{ personId, clusterId }], on);
    return next;
  }

  /** As `nextReminderOn`, for several at once and in their order. */
  async nextRemindersOn(asked: readonly { personId: string; clusterId: string }[], on: CalendarDate): Promise<(CalendarDate | null)[]> {
    const rows = (await this.dataSource.query(
      `select min(reminder.due_on)::text as "dueOn"
       from unnest($1::uuid[], $2::uuid[]) with ordinality as asked(person_id, cluster_id, place)
       left join reminder on reminder.person_id = asked.person_id and reminder.cluster_id = asked.cluster_id
         and reminder.state = 'planned' and reminder.due_on > $3::date
       group by asked.place order by asked.place`,
      [asked.map(({ personId }) => personId), asked.map(({ clusterId }) => clusterId), on],
    )) as { dueOn: CalendarDate | null }[];
    return rows.map(({ dueOn }) => dueOn);
  }

  /** The very text that was sent; null when it is erased or was never sent. */
  async readMessage(messageId: string): Promise<MessageEntity | null> {
    return this.dataSource.getRepository(MessageEntity).findOneBy({ id: messageId, erasedAt: IsNull() });
  }

  /** Removes every mail to a person. What was sent when stays in the reminders, without texts. */
  async eraseMessagesOf(personId: string): Promise<void> {
    await this.dataSource.getRepository(MessageEntity).delete({ personId });
  }
}

interface ClaimedRow extends ClaimedReminder {
  sendingKey: string;
  was: 'planned' | 'uncertain';
  clusterId: string;
  person: ClaimedMail['person'];
}

/** By mail; the reminders of one by day of deadline. */
function mailsOf(rows: readonly ClaimedRow[]): ClaimedMail[] {
  const mails = new Map<string, ClaimedMail>();
  for (const { sendingKey, was, clusterId, person, ...reminder } of rows) {
    const mail = mails.get(sendingKey);
    if (mail) mail.reminders.push(reminder);
    else mails.set(sendingKey, { sendingKey, isRetryOfUncertain: was === 'uncertain', clusterId, person, reminders: [reminder] });
  }
  for (const { reminders } of mails.values())
    reminders.sort((one, other) => one.deadlineOn.localeCompare(other.deadlineOn) || one.offsetDays - other.offsetDays);
  return [...mails.values()];
}

/**
 * Due means due and not closed, never due today: what a missed night left is due still. `$1` is the day. No pause is longer than an hour,
 * so a later attempt that lies further ahead was set before the server's clock was set back.
 */
function isDue(reminder: string): string {
  return `${reminder}.state in ('planned', 'uncertain') and (${reminder}.due_on <= $1::date or ${reminder}.requested_at is not null)
    and (${reminder}.next_attempt_at is null or ${reminder}.next_attempt_at <= now()
      or ${reminder}.next_attempt_at > now() + interval '2 hours')`;
}

const leadColumns = 'lead.person_id, lead.cluster_id, lead.state, lead.sending_key';

/** The first row of each mail. Rows of one mail: same person, cluster and state; uncertain ones by the sending that broke off. */
const dueLeads = `select ${leadColumns} from reminder as lead
  where ${isDue('lead')} and not exists (
    select from reminder as earlier
    where ${isDue('earlier')} and earlier.person_id = lead.person_id and earlier.cluster_id = lead.cluster_id
      and earlier.state = lead.state and earlier.id < lead.id
      and (lead.state = 'planned' or earlier.sending_key is not distinct from lead.sending_key)
  )
  order by lead.due_on, lead.id limit $2 for update skip locked`;

const askedLead = `select ${leadColumns} from reminder as lead
  where lead.id = $2::uuid and lead.state in ('planned', 'uncertain') and $1::date is not null for update skip locked`;
