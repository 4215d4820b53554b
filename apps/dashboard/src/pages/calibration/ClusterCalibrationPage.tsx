import { Navigate, useParams } from '@tanstack/react-router';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import { ClusterFrame } from '../cluster/ClusterFrame.js';
import { Calibration } from './Calibration.js';

/** Self-test and audit of a cluster, for officers. */
export function ClusterCalibrationPage() {
  const { slug } = useParams({ from: '/signed-in/clusters/$slug/calibration' });
  if (useMe().role === 'manager') return <Navigate {...paths.myClusterCalibration(slug)} replace />;
  return (
    <ClusterFrame slug={slug} tab="indicators">
      {() => <Calibration slug={slug} />}
    </ClusterFrame>
  );
}
