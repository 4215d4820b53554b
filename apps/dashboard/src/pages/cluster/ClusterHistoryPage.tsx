import { Navigate, useParams } from '@tanstack/react-router';
import { HistoryTable } from '../../parts/HistoryTable.js';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import { ClusterFrame } from './ClusterFrame.js';

/** Who recorded and changed what about the cluster, and why. */
export function ClusterHistoryPage() {
  const { slug } = useParams({ from: '/signed-in/clusters/$slug/history' });
  if (useMe().role === 'manager') return <Navigate {...paths.myClusterHistory(slug)} replace />;
  return (
    <ClusterFrame slug={slug} tab="history">
      {() => <HistoryTable slug={slug} />}
    </ClusterFrame>
  );
}
