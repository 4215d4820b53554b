import { useTranslation } from 'react-i18next';
import styles from './Ladders.module.css';
import type { Step } from './ladders-query.js';

/** Far days stand closer together than near ones: the steps around the deadline are the ones that must be told apart. */
const placeOf = ({ offsetDays, unit }: Pick<Step, 'offsetDays' | 'unit'>) =>
  Math.sign(offsetDays) * Math.sqrt(Math.abs(offsetDays) * (unit === 'working-days' ? 1.4 : 1));

/** The steps on a line of days with the deadline marked. The table below says the same in words. */
export function LadderLine({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  const places = [...steps.map(placeOf), 0];
  const first = Math.min(...places);
  const span = Math.max(...places) - first;
  const at = (place: number) => `${span === 0 ? 50 : ((place - first) / span) * 100}%`;
  return (
    <div className={styles['line']} aria-hidden>
      <div className={styles['track']}>
        <span className={styles['deadline']} style={{ left: at(0) }}>
          {t('ladders.line.deadline')}
        </span>
        {steps.map((step, index) => (
          <span key={step.id} className={styles['step']} style={{ left: at(placeOf(step)) }} data-low={index % 2 === 1}>
            <UrgencyMark urgency={step.urgency} />
            <span className={styles['offset']}>{offsetText(step)}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

function offsetText({ offsetDays }: Step): string {
  return offsetDays < 0 ? `−${-offsetDays}` : offsetDays > 0 ? `+${offsetDays}` : '0';
}

/** Ring, diamond, square: how much a step weighs, beside its word. */
export function UrgencyMark({ urgency }: { urgency: Step['urgency'] }) {
  return (
    <svg className={styles['mark']} width="12" height="12" viewBox="0 0 12 12" aria-hidden>
      {urgency === 'routine' && <circle cx="6" cy="6" r="4" fill="var(--kv-surface)" stroke="currentColor" strokeWidth="2" />}
      {urgency === 'urgent' && <path d="M6 .8L11.2 6 6 11.2.8 6z" fill="currentColor" />}
      {urgency === 'final' && <rect x="1.2" y="1.2" width="9.6" height="9.6" fill="currentColor" />}
    </svg>
  );
}
