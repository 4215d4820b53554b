import type { RuleDraftView } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { Panel } from '../../parts/Panel.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { ruleDraftQuery } from './rule-draft-query.js';
import styles from './Rules.module.css';

type Change = RuleDraftView['changes'][number];

/** The changes of a draft in words, each of which can be taken out again. */
export function DraftChanges({ draft }: { draft: RuleDraftView }) {
  const { t } = useTranslation();
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
        {draft.changes.map((one, index) => (
          <li key={`${index} ${one.label}`}>
            <ChangeInWords change={one} />
            <ActionButton
              permission="rules:edit"
              size="xs"
              variant="subtle"
              name={t('rules.drafts.removeOne', { change: one.label })}
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

function ChangeInWords({ change: { change, label, before, after, error } }: { change: Change }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <span className="strong">{label}</span>
      {change.kind === 'ladder' ? <ChangedSteps before={before} after={after} /> : <OldAndNewValue before={before} after={after} />}
      {'effectiveFrom' in change && (
        <span className="small muted"> {t('rules.drafts.from', { date: format.date(change.effectiveFrom) })}</span>
      )}
      {error && <p className="small loud">{t('rules.drafts.cannot', { why: error })}</p>}
    </div>
  );
}

function OldAndNewValue({ before, after }: Pick<Change, 'before' | 'after'>) {
  const { t } = useTranslation();
  return (
    <>
      : <del>{before.join() || t('shell.form.empty')}</del> <ins>{after.join() || t('shell.form.empty')}</ins>
    </>
  );
}

/** Step by step: those that go, then the ladder as it will be, with what is new in it. */
function ChangedSteps({ before, after }: Pick<Change, 'before' | 'after'>) {
  const { t } = useTranslation();
  return (
    <ul>
      {before
        .filter((step) => !after.includes(step))
        .map((step) => (
          <li key={step}>
            {t('rules.drafts.step.gone')} <del>{step}</del>
          </li>
        ))}
      {after.map((step) => (
        <li key={step} className={before.includes(step) ? 'muted' : undefined}>
          {before.includes(step) ? (
            t('rules.drafts.step.kept', { step })
          ) : (
            <>
              {t('rules.drafts.step.new')} <ins>{step}</ins>
            </>
          )}
        </li>
      ))}
      {after.length === 0 && <li>{t('rules.drafts.step.none')}</li>}
    </ul>
  );
}
