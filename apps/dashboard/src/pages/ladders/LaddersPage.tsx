import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { PageContent } from '../../parts/PageContent.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import { LadderDrawer } from './LadderDrawer.js';
import { LadderPanel } from './LadderPanel.js';
import { laddersQuery } from './ladders-query.js';
import { PresentTrial } from './PresentTrial.js';
import { ProgrammeHeads } from './ProgrammeHeads.js';

/** Who is told how long before and after each deadline. Administrators change a whole ladder at once, after a trial on the last year. */
export function LaddersPage() {
  const { t } = useTranslation();
  const mayRead = useMay('rules:read');
  const mayEdit = useMay('rules:edit');
  const asOf = useAsOf();
  const list = useQuery({ ...laddersQuery(asOf.time), enabled: mayRead });
  const [edited, setEdited] = useState<{ event: string; cluster: string } | null>(null);
  const [isDone, setDone] = useState(false);
  const start = (event: string, cluster: string) => {
    setDone(false);
    setEdited({ event, cluster });
  };
  const steps = list.data?.events.flatMap(({ ladders }) => ladders.flatMap((ladder) => ladder.steps)).length;
  const found = list.data?.events.find(({ event }) => event === edited?.event);
  return (
    <>
      <AnswerBand
        title={steps ? t('ladders.title', { count: steps }) : t('ladders.document')}
        documentTitle={t('ladders.document')}
        lead={t('ladders.lead')}
        above={<Link {...paths.rules()}>{t('rules.drafts.back')}</Link>}
        withAsOf={asOf.isLookingBack}
        isRefreshing={list.isFetching && !list.isPending}
      />
      <PageContent>
        {isDone && <Note tone="green" role="status" title={t('ladders.edit.done')} />}
        {!mayRead && <NoAccess />}
        {list.isError && <ErrorState what={t('ladders.error')} error={list.error} onRetry={() => void list.refetch()} />}
        {mayRead && list.isPending && <TableSkeleton rows={12} columns={[26, 22, 12, 22, 14]} />}
        {list.data && mayEdit && !asOf.isLookingBack && <PresentTrial />}
        {list.data?.events.map((event) => (
          <LadderPanel key={event.event} ladders={event} onEdit={(cluster) => start(event.event, cluster)} />
        ))}
        {list.data && !asOf.isLookingBack && <ProgrammeHeads />}
      </PageContent>
      {edited && found && list.data && (
        <LadderDrawer
          ladders={found}
          cluster={edited.cluster}
          clusters={list.data.clusters}
          onClose={() => setEdited(null)}
          onDone={() => {
            setEdited(null);
            setDone(true);
          }}
        />
      )}
    </>
  );
}
