import type { DataSource } from 'typeorm';
import type { MailReturnEntity } from '../entities/mail-return.js';
import type { MessageEntity } from '../entities/message.js';
import { ReminderHoldEntity } from '../entities/reminder-hold.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, firstWords, inScope, type Known, listOf, Parameters, tableOf } from '../sql.js';

/** A mail that told of reminders of one cluster: its envelope, and what it said about that cluster. */
export interface RecordedLetter extends Pick<
  Row<MessageEntity>,
  'id' | 'language' | 'sentTo' | 'messageIdHeader' | 'smtpAnswer' | 'isPossibleRepeat' | 'sentAt' | 'sentOn'
> {
  isErased: boolean;
  words: LetterWords | null;
  /** What mail servers told of it afterwards, in order of time. */
  returns: RecordedReturn[];
}

export type RecordedReturn = Pick<Row<MailReturnEntity>, 'kind' | 'status' | 'diagnostic' | 'receivedAt'>;

export interface LetterWords {
  /** Null for a part of a mail: its subject speaks of several clusters. */
  subject: string | null;
  text: string;
  isPart: boolean;
}

export interface RecordedHold extends Row<ReminderHoldEntity> {
  personName: string | null;
}

/** What is kept about one cluster's reminders beside the rows of the plan. */
export interface ReminderRecordRows {
  letters: RecordedLetter[];
  /** In order of time. */
  comebacks: RecordedComeback[];
  /** By when they were recorded. */
  holds: RecordedHold[];
  /** Names of those who asked for a reminder to be sent, by id. */
  names: ReadonlyMap<string, string>;
  /** What readers call the documents and recommendations that reminders were about, by id; of a recommendation the first words. */
  titles: ReadonlyMap<string, string>;
}

/** A mail that stood for a reminder and came back; the reminder may have been sent anew since. */
export interface RecordedComeback {
  reminderId: string;
  messageId: string;
  returnedAt: string;
  /** Whether a person said so; else a mail server did. */
  isToldByPerson: boolean;
  byName: string | null;
  reason: string | null;
}

interface Named {
  id: string;
  name: string;
}

interface RecordRow extends Pick<ReminderRecordRows, 'comebacks' | 'holds'> {
  letters: Omit<RecordedLetter, 'words'>[];
  names: Named[];
  titles: { id: string; title: string }[];
}

/** The proof of what a cluster was told. */
export class ReminderRecordRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param known holds are facts, so they are read as they were known then; mails have instants of their own */
  async read(scope: Scope, clusterId: string, known: Known): Promise<ReminderRecordRows> {
    const parameters = new Parameters();
    const id = parameters.add(clusterId);
    const isOfCluster = (table: string) => `${table}.cluster_id = ${id}::uuid and ${inScope(scope, `${table}.cluster_id`, parameters)}`;
    const hold = tableOf(this.dataSource, ReminderHoldEntity, known, parameters);
    const [row] = (await this.dataSource.query(
      `with told as (select id, person_id, message_id, requested_by_id, subject from reminder where ${isOfCluster('reminder')}),
       came_back as (
         select reminder_return.*, message.id as message_id
         from told join reminder_return on reminder_return.reminder_id = told.id
         join message on message.person_id = told.person_id and substr(message.message_id_header, 2, 36) = reminder_return.sending_key::text
       )
       select ${listOf(`select id, language, sent_to as "sentTo", message_id_header as "messageIdHeader", smtp_answer as "smtpAnswer",
           is_possible_repeat as "isPossibleRepeat", sent_at as "sentAt", sent_on as "sentOn", erased_at is not null as "isErased",
           ${listOf(`select kind, status, diagnostic, received_at as "receivedAt" from mail_return
             where sending_key::text = substr(message.message_id_header, 2, 36) order by received_at`)} as returns
         from message where id in (select message_id from told union select message_id from came_back) order by sent_at, id`)} as letters,
       ${listOf(`select reminder_id as "reminderId", message_id as "messageId", returned_at as "returnedAt",
           by_id is not null as "isToldByPerson", person.name as "byName", reason
         from came_back left join person on person.id = by_id order by returned_at`)} as comebacks,
       ${listOf(`select ${columnsOf(this.dataSource, ReminderHoldEntity, 'hold')}, person.name as "personName"
         from ${hold} as hold left join person on person.id = hold.person_id
         where ${isOfCluster('hold')} order by hold.created_at, hold.id`)} as holds,
       ${listOf(`select id, name from person where name is not null and id in (select requested_by_id from told)`)} as names,
       ${listOf(`select id, title from document where ${isOfCluster('document')} and title is not null and id::text in (select subject from told)
         union all select id, ${firstWords('text')} from recommendation
         where ${isOfCluster('recommendation')} and text is not null and id::text in (select subject from told)`)} as titles`,
      parameters.values,
    )) as [RecordRow];
    const words = await this.readWords(
      clusterId,
      row.letters.map(({ id }) => id),
    );
    return {
      letters: row.letters.map((letter) => ({ ...letter, words: words.get(letter.id) ?? null })),
      comebacks: row.comebacks,
      holds: row.holds,
      names: new Map(row.names.map(({ id, name }) => [id, name])),
      titles: new Map(row.titles.map(({ id, title }) => [id, title])),
    };
  }

  /**
   * The very words of some mails, as far as they are about the cluster: a mail about several is kept in parts, and only the cluster's own
   * part is given. What is erased has no words.
   */
  private async readWords(clusterId: string, messageIds: readonly string[]): Promise<Map<string, LetterWords>> {
    if (messageIds.length === 0) return new Map();
    const rows = (await this.dataSource.query(
      `select message.id, part.message_id is not null as "isPart",
         case when part.message_id is null then message.subject end as subject, coalesce(part.text, message.text) as text
       from message left join message_part as part on part.message_id = message.id and part.cluster_id = $1
       where message.id = any($2::uuid[]) and message.erased_at is null and (part.message_id is not null or message.cluster_id = $1)`,
      [clusterId, messageIds],
    )) as (LetterWords & { id: string })[];
    return new Map(rows.map(({ id, ...words }) => [id, words]));
  }
}
