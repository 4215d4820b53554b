import type { RuleDraftView, RulePreview } from '@klyngevagt/contracts';
import { useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PageContent } from '../../parts/PageContent.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { hasCode, rulesQuery } from '../../queries.js';
import { useMay } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { laddersQuery } from '../ladders/ladders-query.js';
import { ChooseChange, type DraftTask } from './ChooseChange.js';
import { DraftLadderDrawer, DraftRuleDrawer } from './DraftChangeDrawer.js';
import { DraftChanges } from './DraftChanges.js';
import { ActivateDraft, DiscardDraft } from './DraftEnd.js';
import { DraftSimulation } from './DraftSimulation.js';
import { endOfDraft, ruleDraftQuery } from './rule-draft-query.js';
import styles from './Rules.module.css';

/** A draft: its changes, what they would change, and its end. */
export function RuleDraftPage() {
  const { t } = useTranslation();
  const { draftId } = useParams({ strict: false });
  const mayEdit = useMay('rules:edit');
  // The news that it has ended may be here before the answer, and before this page is left: nothing is there to be asked for then.
  const ends = useMutationState({ filters: { mutationKey: endOfDraft(draftId ?? '') }, select: ({ state }) => state.status });
  const isEnding = ends.some((status) => status === 'pending' || status === 'success');
  const query = useQuery({ ...ruleDraftQuery(draftId ?? ''), enabled: mayEdit && !isEnding });
  const draft = query.data;
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  return (
    <>
      <AnswerBand
        title={draft?.name ?? t('rules.drafts.document')}
        documentTitle={draft?.name ?? t('rules.drafts.document')}
        lead={t('rules.drafts.lead')}
        above={<Link {...paths.ruleDrafts()}>{t('rules.drafts.document')}</Link>}
      />
      <PageContent>
        {!mayEdit && <NoAccess />}
        {query.isError && <ErrorState what={t('rules.drafts.error')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayEdit && query.isPending && <PanelSkeleton count={2} />}
        {draft && <Draft draft={draft} />}
      </PageContent>
    </>
  );
}

function Draft({ draft }: { draft: RuleDraftView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const rules = useQuery(rulesQuery({})).data;
  const ladders = useQuery(laddersQuery({})).data;
  const [task, setTask] = useState<DraftTask | null>(null);
  const close = () => setTask(null);
  const [ending, setEnding] = useState<'activate' | 'discard' | null>(null);
  // What was computed holds for the revision it was computed of.
  const [seen, setSeen] = useState<{ revision: number; preview: RulePreview } | null>(null);
  const preview = seen?.revision === draft.revision ? seen.preview : null;
  const end = () => {
    void client.invalidateQueries();
    void navigate(paths.ruleDrafts());
  };
  return (
    <>
      <DraftChanges draft={draft} />
      {rules && ladders && <ChooseChange list={rules} ladders={ladders.events} onChoose={setTask} />}
      <DraftSimulation draft={draft} preview={preview} onSeen={(found) => setSeen({ revision: draft.revision, preview: found })} />
      <div className={styles['asides']}>
        <ActionButton
          permission="rules:edit"
          variant="filled"
          blocked={preview && draft.changes.length > 0 ? null : t('rules.drafts.activateFirst')}
          onClick={() => setEnding('activate')}
        >
          {t('rules.drafts.activate')}
        </ActionButton>
        <ActionButton permission="rules:edit" onClick={() => setEnding('discard')}>
          {t('rules.drafts.discard')}
        </ActionButton>
      </div>
      {task?.kind === 'ladder' && ladders && (
        <DraftLadderDrawer ladders={task.ladders} clusters={ladders.clusters} draft={draft} onClose={close} />
      )}
      {task && task.kind !== 'ladder' && rules && (
        <DraftRuleDrawer task={task} programmes={rules.programmes} draft={draft} onClose={close} />
      )}
      {ending === 'activate' && preview && <ActivateDraft draft={draft} preview={preview} onClose={() => setEnding(null)} onDone={end} />}
      {ending === 'discard' && <DiscardDraft draft={draft} onClose={() => setEnding(null)} onDone={end} />}
    </>
  );
}
