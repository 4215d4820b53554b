import type { ClusterHistory } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import { useAsOf } from '../as-of.js';
import { clusterHistoryQuery } from '../queries.js';
import { EmptyState } from './EmptyState.js';
import { ErrorState } from './ErrorState.js';
import { CardTable } from './CardTable.js';
import styles from './HistoryTable.module.css';
import { TableSkeleton } from './Skeleton.js';

type Entry = ClusterHistory['entries'][number];
const columns = ['when', 'who', 'what', 'change', 'reason'] as const;

/** Every change of a cluster's facts, newest first: when, who, what, before and after, why. */
export function HistoryTable({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const query = useQuery(clusterHistoryQuery(slug, useAsOf().known));
  if (query.isPending) return <TableSkeleton rows={8} columns={[18, 18, 16, 30, 18]} />;
  if (query.isError) return <ErrorState what={t('cluster.history.error')} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.entries.length === 0) {
    return (
      <EmptyState title={t('cluster.history.none')} icon={History}>
        {t('cluster.history.noneText')}
      </EmptyState>
    );
  }
  return (
    <CardTable caption={t('cluster.history.lead')} foldsAt="tablet" className={styles['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {t(`cluster.history.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {query.data.entries.map((entry) => (
          <EntryRow key={entry.seq} entry={entry} />
        ))}
      </tbody>
    </CardTable>
  );
}

function EntryRow({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const isSystem = entry.role === 'system' || entry.role === 'seed';
  return (
    <tr>
      <td className="nowrap">
        <time dateTime={entry.recordedAt} title={`${entry.recordedAt.slice(0, 19).replace('T', ' ')} UTC`}>
          {format.instant(entry.recordedAt)}
        </time>
      </td>
      <td>
        {entry.actor ?? (isSystem ? t('cluster.history.system') : t('cluster.people.hidden'))}
        {!isSystem && <div className="small muted">{words.role(entry.role)}</div>}
      </td>
      <th scope="row">
        {words.entity(entry.entity)} {t(`cluster.history.changes.${entry.change}`)}
      </th>
      <td>
        <ul>
          {entry.fields.filter(isReadable).map(({ field, before, after }) => (
            <li key={field}>
              <span className="muted">{words.field(field)}:</span>{' '}
              {entry.change !== 'insert' && (
                <>
                  <del>{words.value(before)}</del> <span aria-hidden="true">→</span>{' '}
                </>
              )}
              <ins>{words.value(after)}</ins>
            </li>
          ))}
        </ul>
      </td>
      <td>{entry.reason ?? <span className="muted">{t('cluster.history.noReason')}</span>}</td>
    </tr>
  );
}

/** Ids of other rows say nothing to a reader. */
function isReadable({ before, after }: Entry['fields'][number]): boolean {
  return ![before, after].some((value) => value !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value));
}

/** Words of the ledger's tables, columns and values. What has none is shown as it is recorded. */
function useWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const from = (words: Readonly<Record<string, string>>, name: string) => words[name] ?? name;
  const entities: Record<string, string> = t('cluster.history.entities', { returnObjects: true });
  const fields: Record<string, string> = t('cluster.history.fields', { returnObjects: true });
  const values: Record<string, string> = t('cluster.history.values', { returnObjects: true });
  const roles: Record<string, string> = t('terms.role', { returnObjects: true });
  return {
    entity: (name: string) => from(entities, name),
    field: (name: string) => from(fields, name),
    role: (name: string) => from(roles, name),
    value,
  };

  function value(recorded: string | null): string {
    if (recorded === null) return t('cluster.history.nothing');
    const parts = partsOf(recorded);
    if (parts) return parts.map(([name, part]) => `${from(fields, name)} ${value(part)}`).join(', ');
    return /^\d{4}-\d\d(-\d\d)?$/.test(recorded) ? format.date(recorded) : from(values, recorded);
  }
}

/** Several values recorded as one. */
function partsOf(recorded: string): [name: string, part: string | null][] | null {
  if (!recorded.startsWith('{')) return null;
  try {
    return Object.entries(JSON.parse(recorded) as Record<string, unknown>).map(([name, part]) => [
      name,
      part === null ? null : String(part),
    ]);
  } catch {
    return null;
  }
}
