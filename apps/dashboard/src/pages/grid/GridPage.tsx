import { useQuery } from '@tanstack/react-query';
import { Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PageContent } from '../../parts/PageContent.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { portfolioQuery } from '../../queries.js';
import { useMay } from '../../session.js';
import { GridEditor } from './GridEditor.js';

/** Validity dates of many clusters at once: typed or pasted, previewed, saved all or none. */
export function GridPage() {
  const { t } = useTranslation();
  const mayEnter = useMay('grid:save');
  // Entry is about today, whatever day another page looked at.
  const portfolio = useQuery({ ...portfolioQuery({}), enabled: mayEnter });
  if (portfolio.data && portfolio.data.rows.length > 0) return <GridEditor rows={portfolio.data.rows} />;
  return (
    <>
      <AnswerBand title={t('grid.title.start')} lead={mayEnter ? t('grid.lead') : undefined} />
      <PageContent>
        {!mayEnter && <NoAccess />}
        {portfolio.isError && <ErrorState what={t('grid.error')} error={portfolio.error} onRetry={() => void portfolio.refetch()} />}
        {mayEnter && portfolio.isPending && <TableSkeleton rows={14} columns={[30, 15, 20, 15, 20]} />}
        {portfolio.data?.rows.length === 0 && (
          <EmptyState title={t('grid.none.title')} icon={Table2}>
            {t('grid.none.text')}
          </EmptyState>
        )}
      </PageContent>
    </>
  );
}
