import type { CalendarDate, ReminderEvent } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { MessageEntity } from '../entities/message.js';
import type { WeeklyMailEntity } from '../entities/weekly-mail.js';
import type { Outcome, SentMail } from './message-repository.js';

export interface ClaimedWeeklyMail {
  id: string;
  kind: WeeklyMailEntity['kind'];
  sendingKey: string;
  attempts: number;
  temporaryRefusals: number;
  /** An earlier sending broke off. */
  isRepeat: boolean;
  person: { id: string; name: string | null; email: string | null; language: 'da' | 'en' };
}

export interface WatchedClusters {
  clusters: { id: string; name: string; slug: string }[];
  /** Null: nothing is planned. */
  next: { cluster: string; event: ReminderEvent; subject: string; deadlineOn: CalendarDate } | null;
}

/** The newest mail of its kind to a person, and it did not arrive. */
export interface FailedWeeklyMail extends Pick<WeeklyMailEntity, 'id' | 'kind' | 'weekOn'> {
  because: NonNullable<WeeklyMailEntity['failedBecause']>;
  personName: string | null;
}

/** One mail of each kind a week to each person; the row is the lock. */
export class WeeklyMailRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A row for each officer who has none for the week and does not do without; and one for whoever asked to hear of a quiet week, if nothing
   * was sent to them in the week before and nothing to them went wrong. Repeating it, or doing it twice at once, adds nothing. `onlyIfNone`: nothing is added
   * to a week that was planned before, so that whoever becomes an officer later in the week waits for the next one.
   */
  async plan(weekOn: CalendarDate, { onlyIfNone = false } = {}): Promise<void> {
    await this.dataSource.query(
      `insert into weekly_mail (week_on, person_id)
       select $1, id from person where role = 'officer' and erased_at is null
         and not ($2 and exists (select from weekly_mail where week_on = $1 and kind = 'weekly'))
         and not exists (select from mail_preference as choice
           where choice.person_id = person.id and choice.kind = 'weekly' and not choice.is_wanted)
       on conflict on constraint weekly_mail_once do nothing`,
      [weekOn, onlyIfNone],
    );
    await this.dataSource.query(
      `insert into weekly_mail (week_on, person_id, kind)
       select $1, person.id, 'quiet' from person join mail_preference as choice on choice.person_id = person.id
       where choice.kind = 'quiet' and choice.is_wanted and person.role in ('officer', 'manager') and person.erased_at is null
         and exists (select from cluster where cluster.responsible_officer_id = person.id
           union all select from person_cluster_role as role where role.person_id = person.id and role.role = 'manager')
         and not exists (select from message
           where message.person_id = person.id and message.kind in ('reminder', 'digest') and message.sent_on >= $1::date - 7)
         and not exists (select from reminder where reminder.person_id = person.id and reminder.state in ('failed', 'uncertain'))
       on conflict on constraint weekly_mail_once do nothing`,
      [weekOn],
    );
  }

  /** Mails that were in hand for longer than any sending lasts may be out: they are tried once more, a second time is left to a person. */
  async releaseInterrupted(leaseMs: number): Promise<void> {
    await this.dataSource.query(
      `update weekly_mail set claimed_at = null, uncertain_at = coalesce(uncertain_at, now()),
         state = case when uncertain_at is null then 'uncertain' else 'failed' end,
         failed_because = case when uncertain_at is null then null else 'interrupted-again' end
       where state = 'sending' and claimed_at < now() - $1 * interval '1 millisecond'`,
      [leaseMs],
    );
  }

  /** Takes the next of the week in hand, if its person still has a role that it is for; null when there is none. */
  async claimNext(weekOn: CalendarDate): Promise<ClaimedWeeklyMail | null> {
    const [rows] = (await this.dataSource.query(
      `update weekly_mail as mail set state = 'sending', claimed_at = now(), attempts = attempts + 1, next_attempt_at = null
       from person
       where person.id = mail.person_id and mail.id = (
         select waiting.id from weekly_mail as waiting join person as officer on officer.id = waiting.person_id
         where waiting.week_on = $1 and waiting.state in ('planned', 'uncertain') and officer.role = any(case waiting.kind when 'quiet' then array['officer', 'manager'] else array['officer'] end)
           and (waiting.next_attempt_at is null or waiting.next_attempt_at <= now())
         order by waiting.id limit 1 for update of waiting skip locked
       )
       returning mail.id, mail.kind, mail.sending_key as "sendingKey", mail.attempts, mail.temporary_refusals as "temporaryRefusals", mail.uncertain_at is not null as "isRepeat",
         json_build_object('id', person.id, 'name', person.name, 'email', person.email, 'language', person.language) as person`,
      [weekOn],
    )) as [ClaimedWeeklyMail[], number];
    return rows[0] ?? null;
  }

  /** The mail is out: its very text and the week are recorded together. */
  async recordSent(mail: ClaimedWeeklyMail, sent: SentMail, on: CalendarDate): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const message = await manager.save(
        manager.create(MessageEntity, {
          ...sent,
          personId: mail.person.id,
          clusterId: null,
          kind: mail.kind,
          sentOn: on,
          isPossibleRepeat: mail.isRepeat,
          sentAt: new Date(),
        }),
      );
      // It may have come back before it was recorded.
      await manager.query(
        `update weekly_mail set state = case failed_because when 'bounced' then state else 'sent' end, claimed_at = null, message_id = $2
         where id = $1`,
        [mail.id, message.id],
      );
    });
  }

  async recordOutcome({ id, isRepeat }: ClaimedWeeklyMail, outcome: Outcome): Promise<void> {
    const later = isRepeat || outcome.kind === 'uncertain' ? 'uncertain' : 'planned';
    await this.dataSource.query(
      `update weekly_mail set state = $2, claimed_at = null, failed_because = $3,
         uncertain_at = case when $2 = 'uncertain' then coalesce(uncertain_at, now()) else uncertain_at end,
         next_attempt_at = now() + $4::float8 * interval '1 millisecond', temporary_refusals = temporary_refusals + $5
       where id = $1 and state = 'sending'`,
      [
        id,
        outcome.kind === 'failed' ? 'failed' : later,
        outcome.kind === 'failed' ? outcome.because : null,
        outcome.kind === 'failed' ? null : outcome.afterMs,
        outcome.kind === 'retry' && outcome.isRefusal ? 1 : 0,
      ],
    );
  }

  /** What stays open until a later mail of the kind is out. Whoever has lost the role that it is for misses nothing. */
  async readFailed(): Promise<FailedWeeklyMail[]> {
    return (await this.dataSource.query(
      `select mail.id, mail.kind, mail.week_on::text as "weekOn", mail.failed_because as because, person.name as "personName"
       from (select distinct on (person_id, kind) * from weekly_mail where state in ('sent', 'failed')
         order by person_id, kind, week_on desc) as mail
       join person on person.id = mail.person_id
       where mail.state = 'failed' and person.erased_at is null
         and person.role = any(case mail.kind when 'quiet' then array['officer', 'manager'] else array['officer'] end)
       order by mail.week_on desc, person.name collate "da-DK-x-icu", mail.kind`,
    )) as FailedWeeklyMail[];
  }

  /** What is watched for one person: the clusters they manage or answer for, and the next day that something of them is due. */
  async readWatched(personId: string, on: CalendarDate): Promise<WatchedClusters> {
    const [watched] = (await this.dataSource.query(
      `with own as (
         select cluster.id, cluster.name, cluster.slug, cluster.confidence from cluster
         where cluster.responsible_officer_id = $1 or exists (
           select from person_cluster_role as role where role.cluster_id = cluster.id and role.person_id = $1 and role.role = 'manager'
             and role.starts_on <= $2::date and coalesce(role.ends_on, 'infinity') >= $2::date)
       )
       select coalesce((select json_agg(json_build_object('id', id, 'name', name, 'slug', slug) order by name collate "da-DK-x-icu") from own), '[]')
         as clusters,
         (select json_build_object('cluster', own.name, 'event', event, 'subject', subject, 'deadlineOn', deadline_on)
          from reminder join own on own.id = reminder.cluster_id
          where reminder.state = 'planned' and reminder.deadline_on >= $2::date order by deadline_on, event limit 1) as next`,
      [personId, on],
    )) as [WatchedClusters];
    return watched;
  }
}
