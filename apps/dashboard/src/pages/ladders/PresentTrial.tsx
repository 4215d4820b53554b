import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Panel } from '../../parts/Panel.js';
import { useStoppable } from '../rules/use-stoppable.js';
import { LadderTrialView } from './LadderTrialView.js';
import { TrialProgress } from './TrialProgress.js';

/** What the steps as they are would have sent in the last year, when somebody asks. */
export function PresentTrial() {
  const { t } = useTranslation();
  const trial = useStoppable({ ask: (_: null, signal) => api.get('ladder.trial', { signal }) });
  const start = () => {
    if (!trial.isPending) trial.mutate(null);
  };
  const button = (
    <ActionButton permission="rules:edit" size="xs" onClick={start}>
      {t('ladders.trial.present')}
    </ActionButton>
  );
  return (
    <Panel title={t('ladders.trial.presentTitle')} aside={button}>
      <p className="small muted">{t('ladders.trial.merged')}</p>
      <div aria-live="polite" aria-busy={trial.isPending}>
        {trial.isPending && <TrialProgress onStop={trial.stop} />}
        {trial.isError && <ErrorState what={t('ladders.trial.error')} error={trial.error} onRetry={start} />}
        {trial.data && <LadderTrialView trial={trial.data} />}
      </div>
    </Panel>
  );
}
