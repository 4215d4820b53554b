import type { ClusterDetail } from '@klyngevagt/contracts';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import type { OpenForm } from '../../parts/cluster-forms/open-form.js';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import { ClusterFrame } from '../cluster/ClusterFrame.js';
import { MyClusterFrame } from '../my-cluster/MyClusterFrame.js';
import { CaseBoardView } from './CaseBoardView.js';

/** The recertification of one cluster: what must happen by which day, and who has the ball. For officers, readers and its own manager. */
export function CasePage() {
  const { slug } = useParams({ from: '/signed-in/clusters/$slug/case' });
  const board = (detail: ClusterDetail, openForm: (form: OpenForm) => void) => <CaseBoardView detail={detail} openForm={openForm} />;
  if (useMe().role === 'manager') {
    return (
      <MyClusterFrame slug={slug} head={(detail) => <OwnHead detail={detail} />}>
        {board}
      </MyClusterFrame>
    );
  }
  return (
    <ClusterFrame slug={slug} tab="case">
      {board}
    </ClusterFrame>
  );
}

function OwnHead({ detail }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  return (
    <AnswerBand
      title={t('recertification.own.title', { cluster: detail.row.name })}
      above={<Link {...paths.myCluster(detail.row.slug)}>{t('recertification.own.back')}</Link>}
      withAsOf
      isAsOfQuiet
      dataRecordedAt={detail.dataRecordedAt}
    />
  );
}
