import type { RuleDraftView, RulePreview } from '@klyngevagt/contracts';
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Panel } from '../../parts/Panel.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { hasCode, rulesQuery } from '../../queries.js';
import { useMay } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { ChooseChange } from './ChooseChange.js';
import { ActivateDraft, DiscardDraft } from './DraftEnd.js';
import { DraftChangeDrawer } from './DraftChangeDrawer.js';
import { DraftSimulation } from './DraftSimulation.js';
import type { RuleTask } from './rule-form.js';
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
      <div className={`wrap ${styles['content']}`}>
        {!mayEdit && <NoAccess />}
        {query.isError && <ErrorState what={t('rules.drafts.error')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayEdit && query.isPending && <PanelSkeleton count={2} />}
        {draft && <Draft draft={draft} />}
      </div>
    </>
  );
}

function Draft({ draft }: { draft: RuleDraftView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const rules = useQuery(rulesQuery({}));
  const [task, setTask] = useState<RuleTask | null>(null);
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
      {rules.data && <ChooseChange list={rules.data} onChoose={setTask} />}
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
      {task && rules.data && (
        <DraftChangeDrawer task={task} draft={draft} programmes={rules.data.programmes} onClose={() => setTask(null)} />
      )}
      {ending === 'activate' && preview && <ActivateDraft draft={draft} preview={preview} onClose={() => setEnding(null)} onDone={end} />}
      {ending === 'discard' && <DiscardDraft draft={draft} onClose={() => setEnding(null)} onDone={end} />}
    </>
  );
}

function DraftChanges({ draft }: { draft: RuleDraftView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { id, name, revision } = draft;
  const takeOut = useMutation({
    mutationFn: (index: number) => {
      const changes = draft.changes.map(({ change }) => change).filter((_, at) => at !== index);
      return api.send('rule-draft.save', { params: { id }, body: { name, changes, revision } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ruleDraftQuery(id).queryKey }),
  });
  return (
    <Panel title={t('rules.drafts.changes')}>
      {takeOut.isError && <SaveProblem problem={takeOut.error} />}
      {draft.changes.length === 0 && <p className="muted">{t('rules.drafts.noChanges')}</p>}
      <ol className={styles['draftChanges']}>
        {draft.changes.map(({ change, label, before, after, error }, index) => (
          <li key={`${index} ${label}`}>
            <div>
              <span className="strong">{label}</span>: <del>{before ?? t('shell.form.empty')}</del>{' '}
              <ins>{after ?? t('shell.form.empty')}</ins>
              {'effectiveFrom' in change && (
                <span className="small muted"> {t('rules.drafts.from', { date: format.date(change.effectiveFrom) })}</span>
              )}
              {error && <p className="small loud">{t('rules.drafts.cannot', { why: error })}</p>}
            </div>
            <ActionButton
              permission="rules:edit"
              size="xs"
              variant="subtle"
              name={t('rules.drafts.removeOne', { change: label })}
              onClick={() => takeOut.mutate(index)}
            >
              {t('rules.drafts.remove')}
            </ActionButton>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
