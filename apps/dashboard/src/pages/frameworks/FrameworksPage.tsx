import type { FrameworkList } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { CardTable } from '../../parts/CardTable.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PageContent } from '../../parts/PageContent.js';
import { Panel } from '../../parts/Panel.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { SourceText } from '../../parts/SourceText.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import { frameworksQuery } from './framework-queries.js';
import { ImportForm } from './ImportForm.js';

/** Every version of the indicators; administrators import new ones here. */
export function FrameworksPage() {
  const { t } = useTranslation();
  const { known } = useAsOf();
  const mayRead = useMay('framework:read');
  const mayOpenIndicators = useMay('indicator:read');
  const [isImporting, setImporting] = useState(false);
  const query = useQuery({ ...frameworksQuery(known), enabled: mayRead });
  const frameworks = query.data?.frameworks;
  return (
    <>
      <AnswerBand
        title={t('frameworks.document')}
        above={mayOpenIndicators && <Link {...paths.indicators()}>{t('shell.nav.indicators')}</Link>}
        lead={t('frameworks.lead')}
        controls={
          <ActionButton permission="framework:edit" variant="filled" onClick={() => setImporting(true)}>
            {t('frameworks.import.open')}
          </ActionButton>
        }
      />
      <PageContent>
        {!mayRead && <NoAccess />}
        {mayRead && query.isError && <ErrorState what={t('frameworks.what')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayRead && query.isPending && <TableSkeleton rows={3} columns={[20, 15, 15, 15, 35]} />}
        {frameworks?.length === 0 && <EmptyState title={t('frameworks.none.title')}>{t('frameworks.none.text')}</EmptyState>}
        {frameworks && frameworks.length > 0 && (
          <Panel title={t('frameworks.list')} flush>
            <Versions frameworks={frameworks} />
          </Panel>
        )}
      </PageContent>
      {isImporting && <ImportForm onClose={() => setImporting(false)} />}
    </>
  );
}

const columns = ['version', 'state', 'from', 'until', 'indicators', 'minimums', 'assumed', 'source'] as const;

function Versions({ frameworks }: FrameworkList) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <CardTable caption={t('frameworks.list')} foldsAt="tablet" flush>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`frameworks.columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {frameworks.map(({ id, level, version, state, effectiveFrom, effectiveUntil, indicators, minimums, assumed, source }) => (
          <tr key={id}>
            <th scope="row">
              <Link {...paths.framework(id)}>{t('frameworks.title', { level: t(`terms.level.${level}`), version })}</Link>
            </th>
            <td data-label={t('frameworks.columns.state')}>{t(`frameworks.state.${state}`)}</td>
            <td data-label={t('frameworks.columns.from')}>{format.date(effectiveFrom)}</td>
            <td data-label={t('frameworks.columns.until')}>{effectiveUntil ? format.date(effectiveUntil) : t('frameworks.open')}</td>
            <td data-label={t('frameworks.columns.indicators')}>{indicators}</td>
            <td data-label={t('frameworks.columns.minimums')}>{minimums}</td>
            <td data-label={t('frameworks.columns.assumed')}>{assumed}</td>
            <td data-label={t('frameworks.columns.source')}>
              <SourceText source={source} />
            </td>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}
