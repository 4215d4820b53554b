import type { CaseTrial, MilestoneView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format.js';
import { Note } from '../../../parts/Note.js';
import styles from '../Case.module.css';

/** What else moves, and what is too late then. Nothing is saved yet. */
export function Moves({ trial, except }: { trial: CaseTrial; except: MilestoneView['milestone'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const date = (day: string | null) => (day ? format.date(day) : t('recertification.moves.nothing'));
  if (trial.refusal) {
    return (
      <div aria-live="polite">
        <Note tone="red" title={trial.refusal} />
      </div>
    );
  }
  const moves = trial.moves.filter(
    ({ milestone, beforeOn, afterOn, tooLate }) => milestone !== except && (beforeOn !== afterOn || tooLate),
  );
  const isLate = trial.inTime === false;
  return (
    <div aria-live="polite">
      <Note tone={isLate ? 'red' : 'blue'} title={t('recertification.moves.title')}>
        {moves.length === 0 && <p>{t('recertification.moves.none')}</p>}
        <ul className={styles['moves']}>
          {moves.map(({ milestone, beforeOn, afterOn, tooLate }) => (
            <li key={milestone}>
              {t('recertification.moves.line', {
                milestone: t(`recertification.milestones.${milestone}`),
                before: date(beforeOn),
                after: date(afterOn),
              })}
              {tooLate && <b className="loud"> {t('recertification.moves.late')}</b>}
            </li>
          ))}
        </ul>
        {trial.decisionOn && (
          <p>
            {t(isLate ? 'recertification.moves.decisionLate' : 'recertification.moves.decision', {
              date: format.longDate(trial.decisionOn),
            })}
          </p>
        )}
      </Note>
    </div>
  );
}
