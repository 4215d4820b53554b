import type { CalendarDate, OpenTask, ReminderEvent } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { ReminderHoldEntity } from '../entities/reminder-hold.js';
import { readOpenTasks } from '../reminder-plan.js';
import { type Known, Parameters, tableOf } from '../sql.js';

/** Somebody said that they know of a deadline. */
export interface LatestAcknowledgement {
  event: ReminderEvent;
  subject: string;
  deadlineOn: CalendarDate;
  on: CalendarDate;
  /** The day by which it was to be done; null: none was given. */
  planOn: CalendarDate | null;
}

/** What is read to word mails, for several at once. Erased words are not there. */
export class LetterRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Open work with a day of its own, by cluster. */
  async readTasks(clusterIds: readonly string[]): Promise<Map<string, OpenTask[]>> {
    return grouped(await readOpenTasks(this.dataSource, clusterIds));
  }

  /** What readers call documents and recommendations, by id; of a recommendation the first words. */
  async readTitles(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = (await this.dataSource.query(
      `select id, title from document where id = any($1::uuid[]) and title is not null
       union all
       select id, case when length(text) > 80 then rtrim(left(text, 79)) || '…' else text end from recommendation
       where id = any($1::uuid[]) and text is not null`,
      [ids],
    )) as { id: string; title: string }[];
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** Who of some people is away on the day, and until when. */
  async readAbsences(personIds: readonly string[], on: CalendarDate): Promise<Map<string, { name: string; untilOn: CalendarDate }>> {
    if (personIds.length === 0) return new Map();
    const rows = (await this.dataSource.query(
      `select person.id, person.name, max(absence.ends_on)::text as "untilOn"
       from person join person_absence as absence on absence.person_id = person.id
       where person.id = any($1::uuid[]) and person.name is not null and $2::date between absence.starts_on and absence.ends_on
       group by person.id`,
      [personIds, on],
    )) as { id: string; name: string; untilOn: CalendarDate }[];
    return new Map(rows.map(({ id, ...absence }) => [id, absence]));
  }

  /** Acknowledgements of some clusters' deadlines until a day, the latest first. */
  async readAcknowledged(
    clusterIds: readonly string[],
    on: CalendarDate,
    known: Known = null,
  ): Promise<Map<string, LatestAcknowledgement[]>> {
    const parameters = new Parameters();
    const hold = tableOf(this.dataSource, ReminderHoldEntity, known, parameters);
    const rows = (await this.dataSource.query(
      `select cluster_id as "clusterId", event, coalesce(subject, '') as subject, deadline_on::text as "deadlineOn", from_on::text as "on",
         plan_on::text as "planOn"
       from ${hold} as hold
       where cluster_id = any(${parameters.add(clusterIds)}::uuid[]) and kind = 'acknowledgement' and from_on <= ${parameters.add(on)}::date
       order by from_on desc, created_at desc`,
      parameters.values,
    )) as (LatestAcknowledgement & { clusterId: string })[];
    return grouped(rows);
  }
}

function grouped<Row>(rows: readonly (Row & { clusterId: string })[]): Map<string, Omit<Row, 'clusterId'>[]> {
  const groups = new Map<string, Omit<Row, 'clusterId'>[]>();
  for (const { clusterId, ...row } of rows) groups.set(clusterId, [...(groups.get(clusterId) ?? []), row as Omit<Row, 'clusterId'>]);
  return groups;
}
