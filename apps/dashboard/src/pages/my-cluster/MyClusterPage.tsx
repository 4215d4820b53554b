import { useParams } from '@tanstack/react-router';
import { MyClusterFrame } from './MyClusterFrame.js';
import { OwnHead } from './OwnHead.js';
import { OwnOverview } from './OwnOverview.js';

/** The cluster manager's own page: one sentence, the next thing to do, and what is recorded. Nothing about others. */
export function MyClusterPage() {
  const { slug } = useParams({ from: '/signed-in/my-cluster/$slug' });
  return (
    <MyClusterFrame slug={slug} head={(detail, openForm) => <OwnHead detail={detail} openForm={openForm} />}>
      {(detail, openForm) => <OwnOverview detail={detail} openForm={openForm} />}
    </MyClusterFrame>
  );
}
