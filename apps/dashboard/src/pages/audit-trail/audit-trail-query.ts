import type { AuditTrail, QueryOf, RecordedEntity } from '@klyngevagt/contracts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../../api-client.js';
import type { AuditTrailSearch } from './audit-trail-search.js';

/** In the order of the filter. The type demands every kind that the ledger records. */
const place: Record<RecordedEntity, number> = {
  award: 1,
  cluster: 2,
  membership: 3,
  action_plan: 4,
  waiver: 5,
  plan_milestone: 31,
  audit_booking: 6,
  record_confirmation: 7,
  correction_proposal: 8,
  document: 9,
  document_version: 9,
  contact_note: 9,
  person: 10,
  person_cluster_role: 11,
  person_absence: 11,
  calendar_revocation: 11,
  reminder_hold: 18,
  reminder_action: 18,
  programme: 12,
  obligation: 13,
  validity_rule: 14,
  renewal_window_rule: 15,
  figure_rule: 16,
  process_step_rule: 17,
  reminder_step_rule: 18,
  closed_day: 19,
  expert_capacity: 20,
  retention_run: 30,
  webhook_endpoint: 31,
};
export const entities = (Object.keys(place) as RecordedEntity[]).sort((one, other) => place[one] - place[other]);

export type AuditTrailFilter = Omit<QueryOf<'audit-trail.read'>, 'before' | 'limit'>;

/** What of the address is a filter. */
export function filterOf({ from, to, person, entity, cluster }: AuditTrailSearch): AuditTrailFilter {
  return { from, to, person, entity: entities.find((known) => known === entity), cluster };
}

const rowsOfAPage = 50;

/** Page by page, each from the last row of the one before: rows that are added meanwhile move nothing. */
export function auditTrailQuery(filter: AuditTrailFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit-trail', filter],
    queryFn: ({ pageParam, signal }) => readPage(filter, pageParam, rowsOfAPage, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextBefore }: AuditTrail) => nextBefore ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

export function readPage(filter: AuditTrailFilter, before: string | undefined, limit: number, signal?: AbortSignal): Promise<AuditTrail> {
  return api.get('audit-trail.read', { query: { ...filter, before, limit }, ...(signal && { signal }) });
}
