import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import { ClusterFrame } from '../cluster/ClusterFrame.js';
import { Calibration } from './Calibration.js';

/** Self-test and audit of a cluster, for officers. */
export function ClusterCalibrationPage() {
  const { slug } = useParams({ from: '/signed-in/clusters/$slug/calibration' });
  const { t } = useTranslation();
  if (useMe().role === 'manager') return <Navigate {...paths.myClusterCalibration(slug)} replace />;
  return (
    <ClusterFrame slug={slug} tab="indicators" topic={t('heatMap.calibration.title')}>
      {() => <Calibration slug={slug} />}
    </ClusterFrame>
  );
}
