import type { RuleDraftView, RulePreview } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { DateField } from '../../parts/DateField.js';
import { Panel } from '../../parts/Panel.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { parseTypedDate } from '../../typed-date.js';
import { TrialProgress } from '../ladders/TrialProgress.js';
import { ruleDraftQuery } from './rule-draft-query.js';
import { RuleConsequences } from './RuleConsequences.js';
import styles from './Rules.module.css';
import { useStoppable } from './use-stoppable.js';

interface DraftSimulationProps {
  draft: RuleDraftView;
  /** Of the draft as it is now; null: not computed yet. */
  preview: RulePreview | null;
  onSeen(preview: RulePreview): void;
}

/** What the draft would change on a day, computed by the server; nothing is saved. */
export function DraftSimulation({ draft: { id, revision, changes }, preview, onSeen }: DraftSimulationProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [day, setDay] = useState('');
  const [isWrong, setWrong] = useState(false);
  const look = useStoppable({
    ask: (on: CalendarDate | null, signal) =>
      api.send('rule-draft.simulate', { params: { id }, body: { ...(on && { on }), revision }, signal }),
    onSuccess: onSeen,
    onError: () => void client.invalidateQueries({ queryKey: ruleDraftQuery(id).queryKey }),
  });
  const withLadder = changes.some(({ change }) => change.kind === 'ladder');
  const run = () => {
    const wrong = day.trim() !== '' && parseTypedDate(day) === null;
    setWrong(wrong);
    if (!wrong && !look.isPending) look.mutate(parseTypedDate(day));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run();
  };
  return (
    <Panel title={t('rules.drafts.simulate')}>
      <form className={styles['choose']} onSubmit={submit} noValidate>
        <DateField
          id="simulation-day"
          label={t('rules.drafts.day')}
          help={t('rules.drafts.dayHelp')}
          value={day}
          error={isWrong ? t('shell.date.wrong') : null}
          onChange={setDay}
        />
        <ActionButton permission="rules:edit" onClick={run}>
          {t('rules.drafts.run')}
        </ActionButton>
      </form>
      {look.isError && <SaveProblem problem={look.error} />}
      <div className={styles['consequences']} aria-live="polite" aria-busy={look.isPending}>
        {look.isPending && withLadder && <TrialProgress onStop={look.stop} />}
        {preview && (
          <>
            <h3>{t('rules.drafts.simulation', { date: format.longDate(preview.on) })}</h3>
            <RuleConsequences preview={preview} days={null} past={t('rules.drafts.past')} />
          </>
        )}
      </div>
    </Panel>
  );
}
