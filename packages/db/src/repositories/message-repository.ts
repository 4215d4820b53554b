import { randomUUID } from 'node:crypto';
import type { CalendarDate, RecipientRole, ReminderEvent } from '@klyngevagt/scoring';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { MessageEntity } from '../entities/message.js';
import type { FailedBecause } from '../entities/reminder.js';

/** One reminder of a mail in hand. */
export interface ClaimedReminder {
  id: string;
  cycle: string;
  event: ReminderEvent;
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

export interface ClaimQuestion {
  on: CalendarDate;
  /** Only this reminder, whatever its day. */
  reminderId?: string | undefined;
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

  /** Takes the next mail in hand; null when nothing is due. Two workers never take the same: each mail has one leading row to lock. */
  async claimNext({ on, reminderId }: ClaimQuestion): Promise<ClaimedMail | null> {
    return this.dataSource.transaction(async (manager) => {
      const lead = await lockLead(manager, on, reminderId);
      if (lead === null) return null;
      const sendingKey = lead.state === 'uncertain' && lead.sendingKey !== null ? lead.sendingKey : randomUUID();
      const isAsked = reminderId === undefined ? isDue('reminder') : `(reminder.id = $5::uuid or ${isDue('reminder')})`;
      // What broke off together is repeated together, whatever was asked of one of them: one Message-ID is one mail.
      const sameMail = lead.state === 'uncertain' ? `state = 'uncertain' and sending_key = $4::uuid` : `state = 'planned' and ${isAsked}`;
      const [reminders] = (await manager.query(
        `update reminder set state = 'sending', claimed_at = now(), attempts = attempts + 1, next_attempt_at = null, sending_key = $4::uuid
         where id in (
           select reminder.id from reminder
           where $1::date is not null and reminder.person_id = $2 and reminder.cluster_id = $3 and ${sameMail}
           for update skip locked
         )
         returning id, cycle, event, offset_days as "offsetDays", deadline_on::text as "deadlineOn", role, attempts`,
        [on, lead.personId, lead.clusterId, sendingKey, ...(reminderId === undefined || lead.state === 'uncertain' ? [] : [reminderId])],
      )) as [ClaimedReminder[], number];
      const [person] = (await manager.query('select id, name, email, language from person where id = $1', [lead.personId])) as [
        ClaimedMail['person'],
      ];
      reminders.sort((one, other) => one.deadlineOn.localeCompare(other.deadlineOn) || one.offsetDays - other.offsetDays);
      return { sendingKey, isRetryOfUncertain: lead.state === 'uncertain', clusterId: lead.clusterId, person, reminders };
    });
  }

  /** The mail is out: its very text and its reminders are recorded together. */
  async recordSent(mail: ClaimedMail, reminderIds: readonly string[], sent: SentMail): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const message = await manager.save(
        manager.create(MessageEntity, {
          ...sent,
          personId: mail.person.id,
          clusterId: mail.clusterId,
          isPossibleRepeat: mail.isRetryOfUncertain,
          sentAt: new Date(),
        }),
      );
      await manager.query(
        `update reminder set state = 'sent', sent_at = $3, message_id = $2, claimed_at = null, next_attempt_at = null
         where id = any($1::uuid[]) and sending_key = $4::uuid and state in ('sending', 'uncertain')`,
        [reminderIds, message.id, message.sentAt, mail.sendingKey],
      );
    });
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

  /** Name and address of the officer who answers for a cluster; null where there is none. */
  async readOfficer(clusterId: string): Promise<{ id: string; name: string; email: string } | null> {
    const [officer] = (await this.dataSource.query(
      `select person.id, person.name, person.email from cluster join person on person.id = cluster.responsible_officer_id
       where cluster.id = $1 and person.erased_at is null and person.email is not null`,
      [clusterId],
    )) as [{ id: string; name: string; email: string }?];
    return officer ?? null;
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
    const [row] = (await this.dataSource.query(
      `select min(due_on)::text as "dueOn" from reminder where person_id = $1 and cluster_id = $2 and state = 'planned' and due_on > $3`,
      [personId, clusterId, on],
    )) as [{ dueOn: CalendarDate | null }];
    return row.dueOn;
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

interface Lead {
  id: string;
  personId: string;
  clusterId: string;
  state: 'planned' | 'uncertain';
  sendingKey: string | null;
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

/** Locks the first row of a mail. Rows of one mail: same person, cluster and state; uncertain ones by the sending that broke off. */
async function lockLead(manager: EntityManager, on: CalendarDate, reminderId: string | undefined): Promise<Lead | null> {
  const columns = `lead.id, lead.person_id as "personId", lead.cluster_id as "clusterId", lead.state, lead.sending_key as "sendingKey"`;
  const sql =
    reminderId === undefined
      ? `select ${columns} from reminder as lead
         where ${isDue('lead')} and not exists (
           select from reminder as earlier
           where ${isDue('earlier')} and earlier.person_id = lead.person_id and earlier.cluster_id = lead.cluster_id
             and earlier.state = lead.state and earlier.id < lead.id
             and (lead.state = 'planned' or earlier.sending_key is not distinct from lead.sending_key)
         )
         order by lead.due_on, lead.id limit 1 for update skip locked`
      : `select ${columns} from reminder as lead
         where lead.id = $2::uuid and lead.state in ('planned', 'uncertain') and $1::date is not null for update skip locked`;
  const [lead] = (await manager.query(sql, reminderId === undefined ? [on] : [on, reminderId])) as [Lead?];
  return lead ?? null;
}
