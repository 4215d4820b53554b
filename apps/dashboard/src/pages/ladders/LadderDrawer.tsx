import { Button } from '@mantine/core';
import type { LadderList } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { Note } from '../../parts/Note.js';
import { ChangeDrawer } from '../rules/ChangeDrawer.js';
import { type EditedLadders, stepFormsOf, stepInWords, stepsOf } from './ladder-form.js';
import { LadderTrialView } from './LadderTrialView.js';
import { TrialProgress } from './TrialProgress.js';
import { useTypedLadder } from './use-typed-ladder.js';

interface LadderDrawerProps {
  /** As they are now: the page behind follows what others save. */
  ladders: EditedLadders;
  /** Slug; empty: the steps for all. */
  cluster: string;
  clusters: LadderList['clusters'];
  onClose(): void;
  onDone(): void;
}

/** A ladder is changed after a trial on the last year. */
export function LadderDrawer({ ladders, cluster, clusters, onClose, onDone }: LadderDrawerProps) {
  const { t } = useTranslation();
  const typed = useTypedLadder(ladders, cluster, clusters);
  return (
    <ChangeDrawer
      typed={typed}
      lookLabel={t('ladders.edit.look')}
      saveLabel={t('ladders.edit.save')}
      looking={(stop) => <TrialProgress onStop={stop} />}
      consequences={({ trial, reminders }) => (
        <>
          <h3>{t('ladders.trial.title')}</h3>
          {trial && <LadderTrialView trial={trial} />}
          <p>{t('ladders.trial.plan', reminders)}</p>
        </>
      )}
      overtaken={(goOn) => (
        <Overtaken
          opened={typed.opened}
          ladders={ladders}
          cluster={typed.cluster}
          onContinue={goOn}
          onStartAgain={() => {
            typed.startAgain();
            goOn();
          }}
        />
      )}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

interface OvertakenProps {
  opened: EditedLadders;
  ladders: EditedLadders;
  cluster: string;
  onContinue(): void;
  onStartAgain(): void;
}

/** Somebody changed the rules meanwhile: whether these steps were among them, and what they are now. What was typed is kept. */
function Overtaken({ opened, ladders, cluster, onContinue, onStartAgain }: OvertakenProps) {
  const { t } = useTranslation();
  const now = stepsOf(ladders, cluster);
  const isSame = JSON.stringify(now) === JSON.stringify(stepsOf(opened, cluster));
  return (
    <Note
      tone="amber"
      role="alert"
      title={t('ladders.edit.overtaken')}
      actions={
        <>
          <Button size="sm" onClick={onContinue}>
            {t('ladders.edit.continue')}
          </Button>
          {!isSame && (
            <Button size="sm" onClick={onStartAgain}>
              {t('ladders.edit.takeTheirs')}
            </Button>
          )}
        </>
      }
    >
      {isSame ? (
        <p>{t('ladders.edit.overtakenSame')}</p>
      ) : (
        <>
          <p>{t('ladders.edit.overtakenNow')}</p>
          <ul>
            {stepFormsOf(now).map((step) => (
              <li key={step.key}>{stepInWords(step, t)}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
