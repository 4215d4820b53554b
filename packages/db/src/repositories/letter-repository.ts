import type { CalendarDate, OpenTask, ReminderEvent } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { type ClusterToDecide, readDecidingFactsAnd } from '../cluster-facts.js';
import { ReminderHoldEntity } from '../entities/reminder-hold.js';
import { readOpenTasks } from '../reminder-plan.js';
import { firstWords, type Known, listOf, Parameters, tableOf } from '../sql.js';

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

  /** Some clusters with what decides them, and what else mails about them tell: one statement, so that all of it is true at once. */
  async readKnown({ clusterIds, told, titled, away, on }: KnownQuestion): Promise<KnownOfMails> {
    const question = { scope: { kind: 'clusters', clusterIds }, portfolio: 'all', known: null } as const;
    const { clusters, more } = await readDecidingFactsAnd<Gathered>(this.dataSource, question, (parameters) => {
      const day = parameters.add(on);
      const about = parameters.add(clusterIds);
      const persons = parameters.add(told.map(({ personId }) => personId));
      return `${listOf(officersOf(about))} as officers,
        ${listOf(nextOf(persons, parameters.add(told.map(({ clusterId }) => clusterId)), day))} as next,
        ${listOf(withSeveralOf(persons, day))} as several,
        ${listOf(titlesOf(parameters.add(titled)))} as titles,
        ${listOf(absencesOf(parameters.add(away), day))} as absences,
        ${listOf(acknowledgedOf('reminder_hold', about, day))} as acknowledged`;
    });
    return {
      clusters,
      officers: new Map(more.officers.map(({ clusterId, ...officer }) => [clusterId, officer])),
      nextOn: new Map(more.next.map(({ personId, clusterId, dueOn }) => [`${personId} ${clusterId}`, dueOn])),
      withSeveral: new Set(more.several.map(({ id }) => id)),
      titles: new Map(more.titles.map(({ id, title }) => [id, title])),
      standIns: new Map(more.absences.map(({ id, ...absence }) => [id, absence])),
      acknowledged: grouped(more.acknowledged),
    };
  }

  /** What readers call documents and recommendations, by id; of a recommendation the first words. */
  async readTitles(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = (await this.dataSource.query(titlesOf('$1'), [ids])) as Gathered['titles'];
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** Who of some people is away on the day, and until when. */
  async readAbsences(personIds: readonly string[], on: CalendarDate): Promise<Map<string, Absence>> {
    const rows = (await this.dataSource.query(absencesOf('$1', '$2'), [personIds, on])) as Gathered['absences'];
    return new Map(rows.map(({ id, ...absence }) => [id, absence]));
  }

  /** Who of some people has to do with several clusters on the day. */
  async readWithSeveral(personIds: readonly string[], on: CalendarDate): Promise<Set<string>> {
    const rows = (await this.dataSource.query(withSeveralOf('$1', '$2'), [personIds, on])) as Gathered['several'];
    return new Set(rows.map(({ id }) => id));
  }

  /** Acknowledgements of some clusters' deadlines until a day, the latest first. */
  async readAcknowledged(
    clusterIds: readonly string[],
    on: CalendarDate,
    known: Known = null,
  ): Promise<Map<string, LatestAcknowledgement[]>> {
    const parameters = new Parameters();
    const hold = tableOf(this.dataSource, ReminderHoldEntity, known, parameters);
    const sql = acknowledgedOf(hold, parameters.add(clusterIds), parameters.add(on));
    return grouped((await this.dataSource.query(sql, parameters.values)) as Gathered['acknowledged']);
  }
}

/** Of which mails something is to be told. */
interface KnownQuestion {
  clusterIds: readonly string[];
  told: readonly { personId: string; clusterId: string }[];
  /** Documents and recommendations that are named. */
  titled: readonly string[];
  /** Persons in whose place somebody is told. */
  away: readonly string[];
  on: CalendarDate;
}

export interface KnownOfMails {
  clusters: ClusterToDecide[];
  /** Who answers for a cluster. */
  officers: Map<string, { id: string; name: string; email: string }>;
  /** The next day on which somebody hears about a cluster, by `person cluster`. */
  nextOn: Map<string, CalendarDate>;
  /** Persons who have to do with several clusters. */
  withSeveral: Set<string>;
  /** What readers call a document or a recommendation, by its id. */
  titles: Map<string, string>;
  /** Who is away until when, by person. */
  standIns: Map<string, Absence>;
  /** By cluster, the latest first. */
  acknowledged: Map<string, LatestAcknowledgement[]>;
}

interface Absence {
  name: string;
  untilOn: CalendarDate;
}

interface Gathered {
  officers: { clusterId: string; id: string; name: string; email: string }[];
  next: { personId: string; clusterId: string; dueOn: CalendarDate }[];
  several: { id: string }[];
  titles: { id: string; title: string }[];
  absences: (Absence & { id: string })[];
  acknowledged: (LatestAcknowledgement & { clusterId: string })[];
}

const officersOf = (clusterIds: string) => `
  select cluster.id as "clusterId", person.id, person.name, person.email
  from cluster join person on person.id = cluster.responsible_officer_id
  where cluster.id = any(${clusterIds}::uuid[]) and person.erased_at is null and person.email is not null`;

const nextOf = (personIds: string, clusterIds: string, on: string) => `
  select asked.person_id as "personId", asked.cluster_id as "clusterId", min(reminder.due_on) as "dueOn"
  from unnest(${personIds}::uuid[], ${clusterIds}::uuid[]) as asked(person_id, cluster_id)
  join reminder on reminder.person_id = asked.person_id and reminder.cluster_id = asked.cluster_id
    and reminder.state = 'planned' and reminder.due_on > ${on}::date
  group by asked.person_id, asked.cluster_id`;

const withSeveralOf = (personIds: string, on: string) => `
  select person_id as id from person_cluster_role
  where person_id = any(${personIds}::uuid[]) and starts_on <= ${on}::date and coalesce(ends_on, 'infinity') >= ${on}::date
  group by person_id having count(distinct cluster_id) > 1`;

const titlesOf = (ids: string) => `
  select id, title from document where id = any(${ids}::uuid[]) and title is not null
  union all
  select id, ${firstWords('text')} from recommendation
  where id = any(${ids}::uuid[]) and text is not null`;

const absencesOf = (personIds: string, on: string) => `
  select person.id, person.name, max(absence.ends_on)::text as "untilOn"
  from person join person_absence as absence on absence.person_id = person.id
  where person.id = any(${personIds}::uuid[]) and person.name is not null and ${on}::date between absence.starts_on and absence.ends_on
  group by person.id`;

const acknowledgedOf = (hold: string, clusterIds: string, on: string) => `
  select cluster_id as "clusterId", event, coalesce(subject, '') as subject, deadline_on::text as "deadlineOn", from_on::text as "on",
    plan_on::text as "planOn"
  from ${hold} as hold
  where cluster_id = any(${clusterIds}::uuid[]) and kind = 'acknowledgement' and from_on <= ${on}::date
  order by from_on desc, created_at desc`;

function grouped<Row>(rows: readonly (Row & { clusterId: string })[]): Map<string, Omit<Row, 'clusterId'>[]> {
  const groups = new Map<string, Omit<Row, 'clusterId'>[]>();
  for (const { clusterId, ...row } of rows) groups.set(clusterId, [...(groups.get(clusterId) ?? []), row as Omit<Row, 'clusterId'>]);
  return groups;
}
