import type { AuditTrailEntry } from '@klyngevagt/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { saveFile } from '../../parts/save-file.js';
import { useMe } from '../../session.js';
import { type AuditTrailFilter, readPage } from './audit-trail-query.js';

const mostExported = 10_000;
const rowsAtATime = 500;

export type ExportState =
  { kind: 'ready' } | { kind: 'running'; count: number } | { kind: 'done'; count: number; isCut: boolean } | { kind: 'failed' };

/** Everything that passes the filter as CSV, newest first, up to a bound that is told. The writer is fetched with the first export. */
export function useAuditTrailExport(filter: AuditTrailFilter): { state: ExportState; start(): Promise<void> } {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { today } = useMe();
  const [state, setState] = useState<ExportState>({ kind: 'ready' });
  const start = async () => {
    setState({ kind: 'running', count: 0 });
    try {
      const { entries, isCut } = await readAll(filter, (count) => setState({ kind: 'running', count }));
      const { auditTrailCsv, auditTrailCsvName } = await import('@klyngevagt/documents');
      saveFile(auditTrailCsv(entries, { t, language }), auditTrailCsvName(today, t));
      setState({ kind: 'done', count: entries.length, isCut });
    } catch {
      setState({ kind: 'failed' });
    }
  };
  return { state, start };
}

async function readAll(filter: AuditTrailFilter, tell: (count: number) => void): Promise<{ entries: AuditTrailEntry[]; isCut: boolean }> {
  const entries: AuditTrailEntry[] = [];
  let before: string | undefined;
  do {
    const page = await readPage(filter, before, rowsAtATime);
    entries.push(...page.entries);
    before = page.nextBefore ?? undefined;
    tell(entries.length);
  } while (before !== undefined && entries.length < mostExported);
  return { entries, isCut: before !== undefined };
}
