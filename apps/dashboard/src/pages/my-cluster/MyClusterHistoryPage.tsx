import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { HistoryTable } from '../../parts/HistoryTable.js';
import { paths } from '../../paths.js';
import { MyClusterFrame } from './MyClusterFrame.js';

/** Every change of the own cluster's facts. */
export function MyClusterHistoryPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/signed-in/my-cluster/$slug/history' });
  return (
    <MyClusterFrame
      slug={slug}
      head={(detail) => (
        <AnswerBand
          title={t('myCluster.history.title', { cluster: detail.row.name })}
          lead={t('myCluster.history.lead')}
          above={<Link {...paths.myCluster(slug)}>{t('myCluster.document')}</Link>}
          dataRecordedAt={detail.dataRecordedAt}
        />
      )}
    >
      {() => <HistoryTable slug={slug} />}
    </MyClusterFrame>
  );
}
