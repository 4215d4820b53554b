import type { ProposalList } from '@klyngevagt/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { CardTable } from '../../parts/CardTable.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PageContent } from '../../parts/PageContent.js';
import { Panel } from '../../parts/Panel.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import styles from './Proposals.module.css';

type Proposal = ProposalList['proposals'][number];
const columns = ['what', 'cluster', 'details', 'since'] as const;

/** Below the portfolio's key: every change of a cluster asks anew. */
function proposalsQuery(time: ReturnType<typeof useAsOf>['time']) {
  return queryOptions({
    queryKey: ['portfolio', 'proposals', time.on ?? null, time.known ?? null],
    queryFn: ({ signal }) => api.get('proposal.list', { query: time, signal }),
  });
}

/** What waits for an officer, the oldest first. It is answered on the page of its cluster, where everything about it stands. */
export function ProposalsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useMay('proposal:read');
  const asOf = useAsOf();
  const query = useQuery({ ...proposalsQuery(asOf.time), enabled: mayRead });
  const proposals = query.data?.proposals;
  const oldest = proposals?.[0];
  return (
    <>
      <AnswerBand
        title={proposals ? t('proposals.title', { count: proposals.length }) : t('proposals.document')}
        documentTitle={t('proposals.document')}
        lead={proposals && (oldest ? t('proposals.lead', { date: format.longDate(oldest.since) }) : t('proposals.leadNone'))}
        withAsOf={asOf.isLookingBack}
        isRefreshing={query.isFetching && !query.isPending}
      />
      <PageContent>
        {!mayRead && <NoAccess />}
        {query.isError && <ErrorState what={t('proposals.error')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayRead && query.isPending && <TableSkeleton rows={4} columns={[20, 30, 30, 12]} />}
        {proposals?.length === 0 && (
          <EmptyState title={t('proposals.none.title')} icon={CircleCheck}>
            {t('proposals.none.text')}
          </EmptyState>
        )}
        {proposals && proposals.length > 0 && <ProposalTable proposals={proposals} />}
      </PageContent>
    </>
  );
}

function ProposalTable({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('proposals.document')} flush>
      <CardTable caption={t('proposals.caption')} flush className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`proposals.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <ProposalRow key={`${proposal.kind} ${proposal.id}`} proposal={proposal} />
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}

function ProposalRow({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { kind, cluster, waitingDays, mayDecide, illustrative } = proposal;
  return (
    <tr>
      <th scope="row">{t(`proposals.kinds.${kind}`)}</th>
      <td data-label={t('proposals.columns.cluster')}>
        <Link {...paths.cluster(cluster.slug)}>{cluster.name}</Link> {illustrative && <IllustrativeTag />}
      </td>
      <td data-label={t('proposals.columns.details')}>
        <Details proposal={proposal} />
        {!mayDecide && <span className={`small muted ${styles['other']}`}>{t('proposals.other')}</span>}
      </td>
      <td data-label={t('proposals.columns.since')} className="nowrap">
        {t('proposals.days', { count: waitingDays })}
      </td>
    </tr>
  );
}

function Details({ proposal: { kind, from, to, subject } }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (subject) return t(`proposals.subjects.${subject}`);
  if (!from) return null;
  if (kind === 'plan') return t('proposals.planDue', { date: format.date(from) });
  if (!to || to === from) return t('proposals.day', { date: format.date(from) });
  return t('proposals.span', { from: format.date(from), to: format.date(to) });
}
