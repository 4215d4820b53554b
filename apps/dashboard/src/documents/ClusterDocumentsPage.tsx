import { Navigate, useParams } from '@tanstack/react-router';
import { ClusterFrame } from '../pages/cluster/ClusterFrame.js';
import { paths } from '../paths.js';
import { useMe } from '../session.js';
import { AllDocuments } from './AllDocuments.js';

/** What the cluster has sent and still owes, for officers. */
export function ClusterDocumentsPage() {
  const { slug } = useParams({ from: '/signed-in/clusters/$slug/documents' });
  if (useMe().role === 'manager') return <Navigate {...paths.myClusterDocuments(slug)} replace />;
  return (
    <ClusterFrame slug={slug} tab="documents">
      {() => <AllDocuments slug={slug} />}
    </ClusterFrame>
  );
}
