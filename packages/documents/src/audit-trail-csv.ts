import type { Language, Translator } from '@klyngevagt/messages';
import { formatInstant } from '@klyngevagt/messages/dates';
import type { CalendarDate } from '@klyngevagt/scoring';
import { type CsvCell, csvText } from './csv.js';

/** What of a change goes into the file. */
export interface AuditTrailCsvEntry {
  seq: string;
  recordedAt: string;
  actor: { kind: 'person' | 'system' | 'erased' | 'hidden'; name: string | null };
  roleName: string;
  entityName: string;
  change: 'insert' | 'update' | 'delete';
  cluster: { name: string } | null;
  subject: string | null;
  fields: readonly { label: string; before: string | null; after: string | null }[];
  reason: string | null;
  reasonWithheld: boolean;
  requestId: string;
}

const columns = [
  'seq',
  'at',
  'local',
  'who',
  'role',
  'entity',
  'change',
  'cluster',
  'subject',
  'field',
  'before',
  'after',
  'reason',
  'requestId',
] as const;

/** One line for each changed field, in the order given. Instants in UTC as they are recorded, and in Copenhagen time as they are read. */
export function auditTrailCsv(entries: readonly AuditTrailCsvEntry[], { t, language }: { t: Translator; language: Language }): string {
  const lines = entries.flatMap((entry) => {
    const fields = entry.fields.length > 0 ? entry.fields : [{ label: null, before: null, after: null }];
    return fields.map(({ label, before, after }) => {
      const cells: Record<(typeof columns)[number], CsvCell> = {
        seq: Number(entry.seq),
        at: entry.recordedAt,
        local: formatInstant(entry.recordedAt, language),
        who: entry.actor.name ?? t(`auditTrail.actor.${entry.actor.kind}`),
        role: entry.roleName,
        entity: entry.entityName,
        change: t(`auditTrail.changes.${entry.change}`),
        cluster: entry.cluster?.name ?? null,
        subject: entry.subject,
        field: label,
        before,
        after,
        reason: entry.reasonWithheld ? t('auditTrail.reasonWithheld') : entry.reason,
        requestId: entry.requestId,
      };
      return columns.map((column) => cells[column]);
    });
  });
  return csvText([columns.map((column) => t(`auditTrail.export.columns.${column}`)), ...lines]);
}

export function auditTrailCsvName(today: CalendarDate, t: Translator): string {
  return `${t('auditTrail.export.name', { today })}.csv`;
}
