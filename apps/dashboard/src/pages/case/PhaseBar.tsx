import type { CaseView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { Icon } from '../../parts/Icon.js';
import styles from './Case.module.css';
import { type Phase, phasesOf } from './case-phases.js';

/** Five phases with their dates: which are through, which one is under way, which is late. */
export function PhaseBar({ one }: { one: CaseView }) {
  const { t } = useTranslation();
  return (
    <ol className={styles['phases']} aria-label={t('recertification.phase.label')}>
      {phasesOf(one).map((phase) => (
        <PhaseItem key={phase.name} phase={phase} />
      ))}
    </ol>
  );
}

function PhaseItem({ phase: { name, state, isLate, on } }: { phase: Phase }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sign = state === 'done' ? 'valid' : isLate ? 'expired' : state === 'current' ? 'soon' : 'none';
  const word = isLate ? t('recertification.signs.tooLate') : t(`recertification.phase.${state}`);
  const date = on && format.date(on);
  return (
    <li
      className={`${styles['phase']} ${styles[state]} ${isLate ? styles['late'] : ''}`}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <b>{t(`recertification.phases.${name}`)}</b>
      <span className={styles['phaseState']}>
        <Icon name={sign} size={14} /> {word}
      </span>
      {date && (
        <span className="small nowrap">{t(state === 'done' ? 'recertification.phase.doneOn' : 'recertification.phase.by', { date })}</span>
      )}
    </li>
  );
}
