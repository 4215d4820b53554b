import type { ClusterDetail } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ClusterMissing } from '../../parts/ClusterMissing.js';
import { FormHost, useFormHost } from '../../parts/cluster-forms/FormHost.js';
import type { OpenForm } from '../../parts/cluster-forms/open-form.js';
import { FictionalBanner } from '../../parts/DemoBanner.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { StatusBadge } from '../../parts/StatusBadge.js';
import { VerdictBadge, verdictDiffers } from '../../parts/VerdictBadge.js';
import { paths } from '../../paths.js';
import { hasCode } from '../../queries.js';
import { useMay } from '../../session.js';
import styles from './Cluster.module.css';
import { Headline } from './Headline.js';
import { useCluster } from '../../parts/use-cluster.js';

type Tab = 'overview' | 'indicators' | 'case' | 'documents' | 'history';

interface ClusterFrameProps {
  slug: string;
  tab: Tab;
  /** What the page is about, where the tab holds more than one. */
  topic?: string;
  children(detail: ClusterDetail, openForm: (form: OpenForm) => void): ReactNode;
}

const tabNames = {
  overview: 'cluster.tabs.overview',
  case: 'recertification.tab',
  indicators: 'indicators.document',
  documents: 'documents.tab',
  history: 'cluster.tabs.history',
} as const satisfies Record<Tab, string>;

/** Head and tabs of a cluster, and what stands there while it loads, fails or is not for the reader. */
export function ClusterFrame({ slug, tab, topic, children }: ClusterFrameProps) {
  const { t } = useTranslation();
  const query = useCluster(slug);
  const host = useFormHost();
  const detail = query.data;
  const about = topic ?? (tab === 'overview' ? null : t(tabNames[tab]));
  if (hasCode(query.error, 'not-found')) return <ClusterMissing />;
  return (
    <>
      {detail?.fictional && <FictionalBanner programme={detail.verdicts[0]?.programmeName ?? detail.row.name} />}
      <AnswerBand
        title={detail?.row.name ?? t('shell.loading')}
        documentTitle={[about, detail?.row.name ?? t('shell.loading')].filter(Boolean).join(': ')}
        above={<Crumbs detail={detail} />}
        lead={detail && <Lead detail={detail} />}
        withAsOf
        dataRecordedAt={detail?.dataRecordedAt}
        isRefreshing={query.isPlaceholderData}
        below={detail && <Strip detail={detail} tab={tab} openForm={host.open} />}
      />
      <div className={`wrap ${styles['page']}`}>
        {hasCode(query.error, 'not-allowed') ? (
          <NoAccess />
        ) : (
          query.isError && <ErrorState what={t('cluster.what')} error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && <PanelSkeleton count={3} />}
        {detail && children(detail, host.open)}
      </div>
      {detail && <FormHost host={host} detail={detail} />}
    </>
  );
}

function Crumbs({ detail }: { detail: ClusterDetail | undefined }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('cluster.crumbs')} className={styles['crumbs']}>
      <Link {...paths.portfolio()}>{t('portfolio.document')}</Link>
      {detail && (
        <>
          <ChevronRight size={12} aria-hidden />
          <span>{detail.row.domain}</span>
          {detail.fictional ? (
            <span className={styles['invented']}>{t('cluster.fictional')}</span>
          ) : (
            detail.row.illustrative && <IllustrativeTag />
          )}
        </>
      )}
    </nav>
  );
}

function Lead({ detail: { row } }: { detail: ClusterDetail }) {
  return (
    <span className={styles['lead']}>
      <StatusBadge status={row.status} exited={row.exitedOn !== null} big />
      {verdictDiffers(row) && <VerdictBadge verdict={row.verdict} big />}
      <Headline row={row} />
    </span>
  );
}

interface StripProps {
  detail: ClusterDetail;
  tab: Tab;
  openForm(form: OpenForm): void;
}

function Strip({ detail, tab, openForm }: StripProps) {
  const { t } = useTranslation();
  const { slug, nextStep } = detail.row;
  const mayReadDocuments = useMay('document:read');
  const isBookingNext = nextStep.code === 'book-audit' || nextStep.code === 'rebook-audit' || nextStep.code === 'renew-in-window';
  return (
    <div className={styles['strip']}>
      <nav className={styles['tabs']} aria-label={t('cluster.tabs.label')}>
        <Link {...paths.cluster(slug)} activeOptions={{ exact: true }} aria-current={tab === 'overview' ? 'page' : undefined}>
          {t(tabNames.overview)}
        </Link>
        <Link {...paths.clusterCase(slug)} aria-current={tab === 'case' ? 'page' : undefined}>
          {t(tabNames.case)}
        </Link>
        <Link {...paths.clusterIndicators(slug)} aria-current={tab === 'indicators' ? 'page' : undefined}>
          {t(tabNames.indicators)}
        </Link>
        {mayReadDocuments && (
          <Link {...paths.clusterDocuments(slug)} aria-current={tab === 'documents' ? 'page' : undefined}>
            {t(tabNames.documents)}
          </Link>
        )}
        <Link {...paths.clusterHistory(slug)} aria-current={tab === 'history' ? 'page' : undefined}>
          {t(tabNames.history)}
        </Link>
      </nav>
      <div className={styles['actions']}>
        <ActionButton permission="audit:report" variant={isBookingNext ? 'filled' : 'default'} onClick={() => openForm({ kind: 'audit' })}>
          {t('cluster.audits.add')}
        </ActionButton>
        <ActionButton
          permission="award:record"
          variant={isBookingNext ? 'default' : 'filled'}
          onClick={() => openForm({ kind: 'award', awardId: null })}
        >
          {t('cluster.awards.add')}
        </ActionButton>
      </div>
    </div>
  );
}
