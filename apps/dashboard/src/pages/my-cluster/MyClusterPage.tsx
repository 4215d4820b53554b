import { useParams } from '@tanstack/react-router';
import { useLookingBack } from '../../as-of.js';
import { useMay } from '../../session.js';
import { NewsCard } from '../news/NewsCard.js';
import { MyClusterFrame } from './MyClusterFrame.js';
import { OwnHead } from './OwnHead.js';
import { OwnOverview } from './OwnOverview.js';

/** The cluster manager's own page: one sentence, the next thing to do, and what is recorded. Nothing about others. */
export function MyClusterPage() {
  const { slug } = useParams({ from: '/signed-in/my-cluster/$slug' });
  const isLookingBack = useLookingBack();
  const mayReadNews = useMay('news:read');
  return (
    <MyClusterFrame slug={slug} head={(detail, openForm) => <OwnHead detail={detail} openForm={openForm} />}>
      {(detail, openForm) => (
        <>
          <OwnOverview detail={detail} openForm={openForm} />
          {mayReadNews && !isLookingBack && <NewsCard />}
        </>
      )}
    </MyClusterFrame>
  );
}
