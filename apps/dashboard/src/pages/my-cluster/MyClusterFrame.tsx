import type { ClusterDetail } from '@klyngevagt/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ClusterMissing } from '../../parts/ClusterMissing.js';
import { FormHost, useFormHost } from '../../parts/cluster-forms/FormHost.js';
import type { OpenForm } from '../../parts/cluster-forms/open-form.js';
import { FictionalBanner } from '../../parts/DemoBanner.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { useCluster } from '../../parts/use-cluster.js';
import { hasCode } from '../../queries.js';
import styles from './MyCluster.module.css';

type OfDetail = (detail: ClusterDetail, openForm: (form: OpenForm) => void) => ReactNode;

/** What stands around the own pages while they load, fail or are not for the reader. */
export function MyClusterFrame({ slug, head, children }: { slug: string; head: OfDetail; children: OfDetail }) {
  const { t } = useTranslation();
  const query = useCluster(slug);
  const host = useFormHost();
  const detail = query.data;
  if (hasCode(query.error, 'not-found')) return <ClusterMissing />;
  return (
    <div className={styles['roomy']}>
      {detail?.fictional && <FictionalBanner programme={detail.verdicts[0]?.programmeName ?? detail.row.name} />}
      {detail ? head(detail, host.open) : <AnswerBand title={t('myCluster.document')} />}
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
    </div>
  );
}
