import type { AuditTrail } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Download, History, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import type { AuditTrailSearch } from './audit-trail-search.js';
import { useMay } from '../../session.js';
import { auditTrailQuery, filterOf } from './audit-trail-query.js';
import styles from './AuditTrail.module.css';
import { AuditTrailFilters, isFiltered, noFilter } from './AuditTrailFilters.js';
import { AuditTrailTable } from './AuditTrailTable.js';
import { SealLine } from './SealLine.js';
import { type ExportState, useAuditTrailExport } from './use-audit-trail-export.js';

const route = getRouteApi('/signed-in/audit-trail');

/** Everything that was recorded: when, who, what, before and after, why. */
export function AuditTrailPage() {
  const { t } = useTranslation();
  const mayRead = useMay('audit-trail:read');
  const search = route.useSearch();
  const query = useInfiniteQuery({ ...auditTrailQuery(filterOf(search)), enabled: mayRead });
  const first = query.data?.pages[0];
  return (
    <>
      <AnswerBand
        title={t('auditTrail.title')}
        documentTitle={t('auditTrail.document')}
        lead={
          <>
            {t('auditTrail.lead')} {first && <SealLine seal={first.seal} />}
          </>
        }
        isRefreshing={query.isFetching && query.isPlaceholderData}
      />
      <div className={`wrap ${styles['content']}`}>
        {!mayRead && <NoAccess />}
        {mayRead && query.isPending && <TableSkeleton rows={14} columns={[14, 16, 20, 28, 14, 8]} />}
        {query.isError && !query.data && (
          <ErrorState what={t('auditTrail.error')} error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && <Trail pages={query.data.pages} search={search} query={query} />}
      </div>
    </>
  );
}

interface TrailProps {
  pages: readonly AuditTrail[];
  search: AuditTrailSearch;
  query: Pick<ReturnType<typeof useInfiniteQuery>, 'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage' | 'isError' | 'error'>;
}

function Trail({ pages, search, query }: TrailProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entries = pages.flatMap((page) => page.entries);
  const filter = (change: Partial<AuditTrailSearch>) =>
    void navigate({ ...paths.auditTrail({ ...search, ...change }), replace: true, resetScroll: false });
  const shown = t(query.hasNextPage ? 'auditTrail.showingMore' : 'auditTrail.showing', { count: entries.length });
  return (
    <>
      <AuditTrailFilters options={pages[0]} search={search} onChange={filter} />
      <div className={styles['above']}>
        <p role="status">{shown}</p>
        <Export search={search} isDisabled={entries.length === 0} />
      </div>
      {entries.length === 0 && <NoChanges isFiltered={isFiltered(search)} onReset={() => filter(noFilter)} />}
      {entries.length > 0 && <AuditTrailTable entries={entries} />}
      {query.isError && <ErrorState what={t('auditTrail.moreError')} error={query.error} onRetry={() => void query.fetchNextPage()} />}
      {query.hasNextPage && !query.isError && (
        <Button className={styles['more'] ?? ''} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('auditTrail.loadMore')}
        </Button>
      )}
      {!query.hasNextPage && entries.length > 0 && <p className="small muted">{t('auditTrail.all')}</p>}
    </>
  );
}

function NoChanges({ isFiltered: hasFilter, onReset }: { isFiltered: boolean; onReset(): void }) {
  const { t } = useTranslation();
  if (!hasFilter) {
    return (
      <EmptyState title={t('auditTrail.none.title')} icon={History}>
        {t('auditTrail.none.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('auditTrail.none.match')}
      icon={SearchX}
      action={
        <Button size="sm" onClick={onReset}>
          {t('auditTrail.filters.reset')}
        </Button>
      }
    >
      {t('auditTrail.none.matchText')}
    </EmptyState>
  );
}

function Export({ search, isDisabled }: { search: AuditTrailSearch; isDisabled: boolean }) {
  const { t } = useTranslation();
  const { state, start } = useAuditTrailExport(filterOf(search));
  const words = useExportWords(state);
  return (
    <div className={styles['export']}>
      <p role="status" className="small">
        {words}
      </p>
      <Button
        size="sm"
        leftSection={<Download size={14} aria-hidden />}
        disabled={isDisabled || state.kind === 'running'}
        onClick={() => void start()}
      >
        {t('auditTrail.export.button')}
      </Button>
    </div>
  );
}

function useExportWords(state: ExportState): string {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'ready':
      return '';
    case 'running':
      return t('auditTrail.export.running', { count: state.count });
    case 'failed':
      return t('auditTrail.export.failed');
    case 'done':
      return t(state.isCut ? 'auditTrail.export.cut' : 'auditTrail.export.done', { count: state.count });
  }
}
