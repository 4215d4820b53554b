import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { MessageEntity } from '../entities/message.js';
import type { WeeklyMailEntity } from '../entities/weekly-mail.js';
import type { SentMail } from './message-repository.js';

export interface ClaimedWeeklyMail {
  id: string;
  sendingKey: string;
  attempts: number;
  /** An earlier sending broke off. */
  isRepeat: boolean;
  person: { id: string; name: string | null; email: string | null; language: 'da' | 'en' };
}

/** How a try ended without the mail being out. */
export type WeeklyOutcome =
  { kind: 'retry' | 'uncertain'; afterMs: number } | { kind: 'failed'; because: NonNullable<WeeklyMailEntity['failedBecause']> };

/** One mail a week to each programme officer; the row is the lock. */
export class WeeklyMailRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A row for each officer who has none for the week. Repeating it, or doing it twice at once, adds nothing. `onlyIfNone`: nothing is added
   * to a week that was planned before, so that whoever becomes an officer later in the week waits for the next one.
   */
  async plan(weekOn: CalendarDate, { onlyIfNone = false } = {}): Promise<void> {
    await this.dataSource.query(
      `insert into weekly_mail (week_on, person_id)
       select $1, id from person where role = 'officer' and erased_at is null
         and not ($2 and exists (select from weekly_mail where week_on = $1))
       on conflict on constraint weekly_mail_once do nothing`,
      [weekOn, onlyIfNone],
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

  /** Takes the next of the week in hand, if its person still is an officer; null when there is none. */
  async claimNext(weekOn: CalendarDate): Promise<ClaimedWeeklyMail | null> {
    const [rows] = (await this.dataSource.query(
      `update weekly_mail as mail set state = 'sending', claimed_at = now(), attempts = attempts + 1, next_attempt_at = null
       from person
       where person.id = mail.person_id and mail.id = (
         select waiting.id from weekly_mail as waiting join person as officer on officer.id = waiting.person_id
         where waiting.week_on = $1 and waiting.state in ('planned', 'uncertain') and officer.role = 'officer'
           and (waiting.next_attempt_at is null or waiting.next_attempt_at <= now())
         order by waiting.id limit 1 for update of waiting skip locked
       )
       returning mail.id, mail.sending_key as "sendingKey", mail.attempts, mail.uncertain_at is not null as "isRepeat",
         json_build_object('id', person.id, 'name', person.name, 'email', person.email, 'language', person.language) as person`,
      [weekOn],
    )) as [ClaimedWeeklyMail[], number];
    return rows[0] ?? null;
  }

  /** The mail is out: its very text and the week are recorded together. */
  async recordSent(mail: ClaimedWeeklyMail, sent: SentMail): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const message = await manager.save(
        manager.create(MessageEntity, {
          ...sent,
          personId: mail.person.id,
          clusterId: null,
          isPossibleRepeat: mail.isRepeat,
          sentAt: new Date(),
        }),
      );
      await manager.query(`update weekly_mail set state = 'sent', claimed_at = null, message_id = $2 where id = $1`, [mail.id, message.id]);
    });
  }

  async recordOutcome({ id, isRepeat }: ClaimedWeeklyMail, outcome: WeeklyOutcome): Promise<void> {
    const later = isRepeat || outcome.kind === 'uncertain' ? 'uncertain' : 'planned';
    await this.dataSource.query(
      `update weekly_mail set state = $2, claimed_at = null, failed_because = $3,
         uncertain_at = case when $2 = 'uncertain' then coalesce(uncertain_at, now()) else uncertain_at end,
         next_attempt_at = now() + $4::float8 * interval '1 millisecond'
       where id = $1 and state = 'sending'`,
      [
        id,
        outcome.kind === 'failed' ? 'failed' : later,
        outcome.kind === 'failed' ? outcome.because : null,
        outcome.kind === 'failed' ? null : outcome.afterMs,
      ],
    );
  }
}
