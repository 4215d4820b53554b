import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import type { LedgerRow } from '../ledger.js';
import type { Scope } from '../scope.js';
import { inScope, listOf, Parameters } from '../sql.js';

export interface AuditTrailQuestion {
  scope: Scope;
  /** Days in Copenhagen, both included. */
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
  /** Id of a person, the system, or people who were erased. */
  person?: string | undefined;
  entity?: string | undefined;
  clusterSlug?: string | undefined;
  /** Kinds of facts that the reader may not know about. */
  withoutEntities: readonly string[];
  beforeSeq?: string | undefined;
  limit: number;
}

/** A change with the names around it. */
export interface AuditTrailRow extends LedgerRow {
  clusterSlug: string | null;
  clusterName: string | null;
  /** The person whom the fact is about, by the name of today. */
  subjectName: string | null;
  /** Recorded times (UTC, ISO, to the microsecond) just before the change and with everything that was saved together with it. */
  seenBefore: string;
  seenAfter: string;
}

export interface AuditTrailPage {
  rows: AuditTrailRow[];
  /** People with an account, and all clusters of the scope, by name. */
  people: { id: string; name: string }[];
  clusters: { slug: string; name: string }[];
}

/** The whole ledger as a person reads it. */
export class AuditTrailRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first, with what can be filtered by: one statement. A scope of clusters leaves out what belongs to no cluster. */
  async read(question: AuditTrailQuestion): Promise<AuditTrailPage> {
    const parameters = new Parameters();
    const sql = pageStatement(question, parameters);
    const [page] = (await this.dataSource.query(sql, parameters.values)) as [AuditTrailPage];
    return page;
  }
}

function pageStatement(question: AuditTrailQuestion, parameters: Parameters): string {
  const conditions = conditionsOf(question, parameters);
  return `
    with page as materialized (
      select ledger.* from ledger left join cluster on cluster.id = ledger.cluster_id
      where ${conditions.join(' and ')} order by ledger.seq desc limit ${parameters.add(question.limit)}::int
    ), saving as materialized (
      select transaction, request_id, min(recorded_at) as first_at, max(recorded_at) as last_at from ledger
      where transaction in (select transaction from page) group by transaction, request_id
    )
    select ${listOf(`
      select page.seq, page.recorded_at as "recordedAt", page.actor, person.name as "actorName", page.role, page.reason_id as "reasonId",
        reason.value as reason, page.request_id as "requestId", page.entity, page.row_id as "rowId", page.cluster_id as "clusterId",
        page.before, page.after, cluster.slug as "clusterSlug", coalesce(cluster.short_name, cluster.name) as "clusterName",
        subject.name as "subjectName",
        ${isoOf(`saving.first_at - interval '1 microsecond'`)} as "seenBefore",
        ${isoOf('saving.last_at')} as "seenAfter"
      from page
      join saving on saving.transaction = page.transaction and saving.request_id = page.request_id
      left join person on person.account_id = page.actor
      left join free_text as reason on reason.id = page.reason_id
      left join cluster on cluster.id = page.cluster_id
      left join person as subject on subject.id = case page.entity
        when 'person' then page.row_id
        when 'calendar_revocation' then (page.after ->> 'person_id')::uuid
        when 'person_cluster_role' then (coalesce(page.after, page.before) ->> 'person_id')::uuid end
      order by page.seq desc`)} as rows,
      ${listOf(`select id, name from person where account_id is not null and erased_at is null
        and ${question.scope.kind === 'all'} order by name, id`)} as people,
      ${listOf(`select slug, coalesce(short_name, name) as name from cluster where ${inScope(question.scope, 'cluster.id', parameters)}
        order by name collate "da-DK-x-icu"`)} as clusters`;
}

function conditionsOf(question: AuditTrailQuestion, parameters: Parameters): string[] {
  const { scope, from, to, person, entity, clusterSlug, withoutEntities, beforeSeq } = question;
  const conditions = [inScope(scope, 'ledger.cluster_id', parameters)];
  const midnight = (day: CalendarDate, later: number) =>
    `((${parameters.add(day)}::date + ${later})::timestamp at time zone 'Europe/Copenhagen')`;
  if (from !== undefined) conditions.push(`ledger.recorded_at >= ${midnight(from, 0)}`);
  if (to !== undefined) conditions.push(`ledger.recorded_at < ${midnight(to, 1)}`);
  if (person === 'system') conditions.push('ledger.actor is null');
  else if (person === 'erased') {
    conditions.push('ledger.actor is not null and not exists (select from person where person.account_id = ledger.actor)');
  } else if (person !== undefined) {
    conditions.push(`ledger.actor = (select account_id from person where person.id = ${parameters.add(person)}::uuid)`);
  }
  if (entity !== undefined) conditions.push(`ledger.entity = ${parameters.add(entity)}`);
  if (clusterSlug !== undefined) conditions.push(`cluster.slug = ${parameters.add(clusterSlug)}`);
  if (withoutEntities.length > 0) conditions.push(`ledger.entity <> all(${parameters.add([...withoutEntities])}::text[])`);
  if (beforeSeq !== undefined) conditions.push(`ledger.seq < ${parameters.add(beforeSeq)}::bigint`);
  return conditions;
}

/** An instant as programs write it, to the microsecond: two facts may be recorded within a millisecond. */
function isoOf(instant: string): string {
  return `to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
