import type { CalendarDate } from '@klyngevagt/scoring';
import { type DataSource, IsNull } from 'typeorm';
import { MessagePartEntity } from '../entities/message-part.js';
import { MessageEntity } from '../entities/message.js';
import type { FailedBecause } from '../entities/reminder.js';
import type { Scope } from '../scope.js';
import { readPrepared } from '../prepared.js';
import type { Known } from '../sql.js';
import {
  type ClaimedMail,
  type ClaimedRow,
  claimDueStatement,
  claimOneStatement,
  type DuePerson,
  dueStatement,
  mailsOf,
} from './reminder-claim.js';

/** How the sending itself ended. */
export type Outcome =
  /** The mail server did not take it now: it was away, or said "later" of this mail. */
  | { kind: 'retry'; afterMs: number; isRefusal: boolean }
  | { kind: 'failed'; because: FailedBecause }
  /** It broke off after the text was handed over. */
  | { kind: 'uncertain'; afterMs: number };

export type SentMail = Pick<MessageEntity, 'language' | 'sentTo' | 'subject' | 'text' | 'html' | 'messageIdHeader' | 'smtpAnswer'>;

/** What a mail about several clusters says about one of them, as if it were a mail of its own. */
export interface MessagePart {
  clusterId: string;
  subject: string;
  text: string;
  html: string;
}

/** A mail that is out, with the reminders it stands for. */
export interface SentReminders {
  mail: ClaimedMail;
  reminderIds: readonly string[];
  on: CalendarDate;
  as: SentMail;
  /** The cluster that it is about; null: several, and `parts` tell what it says about each. */
  clusterId: string | null;
  parts: readonly MessagePart[];
}

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
      `select distinct cluster_id as "clusterId" from reminder
       where state in ('planned', 'uncertain') and (due_on <= $1::date or requested_at is not null) order by 1`,
      [on],
    )) as { clusterId: string }[];
    return rows.map(({ clusterId }) => clusterId);
  }

  /** To whom something is due, in the order in which they are written to. */
  async readDue(on: CalendarDate): Promise<DuePerson[]> {
    return (await this.dataSource.query(dueStatement, [on])) as DuePerson[];
  }

  /** Takes in hand everything that is due to some persons. Two workers never take the same: each has one leading row to lock. */
  async claimDue(on: CalendarDate, personIds: readonly string[]): Promise<ClaimedMail[]> {
    return mailsOf(await readPrepared<ClaimedRow>(this.dataSource, claimDueStatement, [on, personIds]));
  }

  /** Takes one reminder in hand, whatever its day, with everything else that is due to the same person about the same cluster. */
  async claimOne(on: CalendarDate, reminderId: string): Promise<ClaimedMail | null> {
    const [mail] = mailsOf(await readPrepared<ClaimedRow>(this.dataSource, claimOneStatement, [on, reminderId]));
    return mail ?? null;
  }

  /** The mails are out: their very texts and their reminders are recorded together. One that came back meanwhile stays a task. */
  async recordSent(sent: readonly SentReminders[]): Promise<void> {
    if (sent.length === 0) return;
    const rows = sent.map(({ mail, reminderIds, on, as, clusterId, parts }) => ({
      ...as,
      personId: mail.person.id,
      clusterId,
      kind: mail.kind,
      sentOn: on,
      isPossibleRepeat: mail.isRetryOfUncertain,
      sendingKey: mail.sendingKey,
      reminderIds,
      parts,
    }));
    await readPrepared(
      this.dataSource,
      `with sent as materialized (
         select gen_random_uuid() as id, sent.* from jsonb_to_recordset($1::jsonb) as sent("personId" uuid, "clusterId" uuid, kind text,
           "sentOn" date, language text, "sentTo" text, subject text, text text, html text, "messageIdHeader" text, "smtpAnswer" text,
           "isPossibleRepeat" boolean, "sendingKey" uuid, "reminderIds" uuid[], parts jsonb)
       ), recorded as (
         insert into message (id, person_id, cluster_id, kind, sent_on, language, sent_to, subject, text, html, message_id_header,
           smtp_answer, is_possible_repeat, sent_at)
         select id, "personId", "clusterId", kind, "sentOn", language, "sentTo", subject, text, html, "messageIdHeader", "smtpAnswer",
           "isPossibleRepeat", clock_timestamp() from sent
         returning id, sent_at
       ), in_parts as (
         insert into message_part (message_id, cluster_id, subject, text, html)
         select sent.id, part."clusterId", part.subject, part.text, part.html
         from sent cross join jsonb_to_recordset(sent.parts) as part("clusterId" uuid, subject text, text text, html text)
       )
       update reminder set state = case reminder.state when 'failed' then 'failed' else 'sent' end,
         sent_at = case reminder.state when 'failed' then null else recorded.sent_at end,
         message_id = recorded.id, claimed_at = null, next_attempt_at = null
       from sent join recorded on recorded.id = sent.id
       where reminder.id = any($2::uuid[]) and reminder.id = any(sent."reminderIds")
         -- Not by equality: everything that was ever sent would be read from the index of these keys.
         and reminder.sending_key is not distinct from sent."sendingKey"
         and (reminder.state in ('sending', 'uncertain') or reminder.failed_because = 'bounced')`,
      [JSON.stringify(rows), sent.flatMap(({ reminderIds }) => reminderIds)],
    );
  }

  /** What is shown in the product only is out as soon as it is due. */
  async deliverToInbox(on: CalendarDate): Promise<number> {
    const [, delivered] = (await this.dataSource.query(
      `update reminder set state = 'sent', sent_at = clock_timestamp()
       where state = 'planned' and channel = 'inbox' and (due_on <= $1::date or requested_at is not null)`,
      [on],
    )) as [unknown, number];
    return delivered;
  }

  /** In hand, and not sent after all. */
  async recordSuppressed(reminderIds: readonly string[], because: 'not-needed' | 'unsubscribed'): Promise<void> {
    if (reminderIds.length === 0) return;
    await this.dataSource.query(
      `update reminder set state = 'suppressed', suppressed_because = $2, claimed_at = null where id = any($1::uuid[]) and state = 'sending'`,
      [reminderIds, because],
    );
  }

  /** Not out. What is uncertain already stays so: its next try carries the same Message-ID. */
  async recordOutcome(mail: ClaimedMail, reminderIds: readonly string[], outcome: Outcome): Promise<void> {
    const later = mail.isRetryOfUncertain ? 'uncertain' : 'planned';
    const state = outcome.kind === 'failed' ? 'failed' : outcome.kind === 'uncertain' ? 'uncertain' : later;
    await this.dataSource.query(
      `update reminder set state = $2, claimed_at = null, failed_because = $3,
         uncertain_at = case when $2 = 'uncertain' then coalesce(uncertain_at, now()) else uncertain_at end,
         next_attempt_at = now() + $4::float8 * interval '1 millisecond', temporary_refusals = temporary_refusals + $5
       where id = any($1::uuid[]) and state = 'sending'`,
      [
        reminderIds,
        state,
        outcome.kind === 'failed' ? outcome.because : null,
        outcome.kind === 'failed' ? null : outcome.afterMs,
        outcome.kind === 'retry' && outcome.isRefusal ? 1 : 0,
      ],
    );
  }

  /** When the next postponed sending may be tried; null when none waits. */
  async nextAttemptAt(): Promise<Date | null> {
    const [row] = (await this.dataSource.query(
      `select min(next_attempt_at) as "nextAttemptAt" from reminder where state in ('planned', 'uncertain')`,
    )) as [{ nextAttemptAt: Date | null }];
    return row.nextAttemptAt;
  }

  /**
   * The next day on which this person hears about this cluster, after the day; null when nothing more is planned. As known at a recorded
   * time: of what was planned by then, and sent or superseded later only.
   */
  async nextReminderOn(personId: string, clusterId: string, on: CalendarDate, known: Known = null): Promise<CalendarDate | null> {
    const [next] = (await this.dataSource.query(
      `select min(due_on)::text as "dueOn" from reminder
       where person_id = $1 and cluster_id = $2 and due_on > $3::date and ($4::timestamptz is null or created_at <= $4) and (
         state = 'planned' or state = 'sent' and sent_at > $4 or state = 'superseded' and superseded_at > $4
       )`,
      [personId, clusterId, on, known],
    )) as [{ dueOn: CalendarDate | null }];
    return next.dueOn;
  }

  /**
   * The very text that was sent; null when it is erased or was never sent. Of a mail about several clusters those who may not see all of
   * them read what it says about the one asked about.
   */
  async readMessage(messageId: string, clusterId: string, scope: Scope): Promise<MessageEntity | null> {
    const message = await this.dataSource.getRepository(MessageEntity).findOneBy({ id: messageId, erasedAt: IsNull() });
    if (message === null || message.clusterId !== null || scope.kind === 'all') return message;
    const part = await this.dataSource.getRepository(MessagePartEntity).findOneBy({ messageId, clusterId });
    return part && { ...message, subject: part.subject, text: part.text, html: part.html };
  }

  /** Removes every mail to a person. What was sent when stays in the reminders, without texts. */
  async eraseMessagesOf(personId: string): Promise<void> {
    await this.dataSource.getRepository(MessageEntity).delete({ personId });
  }
}
