import { Navigate, useParams } from '@tanstack/react-router';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import { ClusterFrame } from '../cluster/ClusterFrame.js';
import { CalibrationLink } from '../calibration/CalibrationLink.js';
import { Indicators } from './Indicators.js';

/** A cluster's indicators, for officers and readers. */
export function ClusterIndicatorsPage() {
  const { slug } = useParams({ from: '/signed-in/clusters/$slug/indicators' });
  if (useMe().role === 'manager') return <Navigate {...paths.myClusterIndicators(slug)} replace />;
  return (
    <ClusterFrame slug={slug} tab="indicators">
      {() => (
        <>
          <Indicators slug={slug} />
          <CalibrationLink slug={slug} />
        </>
      )}
    </ClusterFrame>
  );
}
