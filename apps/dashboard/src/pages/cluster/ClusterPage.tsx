import { Navigate, useParams } from '@tanstack/react-router';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import { ClusterFrame } from './ClusterFrame.js';
import { ClusterOverview } from './ClusterOverview.js';

/** One cluster, for officers and readers: what is so, why, what comes next, and every fact behind it. */
export function ClusterPage() {
  const { slug } = useParams({ from: '/signed-in/clusters/$slug' });
  if (useMe().role === 'manager') return <Navigate {...paths.myCluster(slug)} replace />;
  return (
    <ClusterFrame slug={slug} tab="overview">
      {(detail, openForm) => <ClusterOverview detail={detail} openForm={openForm} />}
    </ClusterFrame>
  );
}
