import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import styles from './Assessment.module.css';
import { nameIn, type Step } from './sheet.js';

interface StepListProps {
  steps: readonly Step[];
  counts: readonly number[];
  at: number;
  onGo(to: number): void;
}

/** The steps with how far each is; any can be gone to. */
export function StepList({ steps, counts, at, onGo }: StepListProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <nav aria-label={t('assessment.steps')} className={styles['steps']}>
      <ol>
        {steps.map(({ dimension, indicators }, index) => {
          const [name, answered, of] = [nameIn(language, dimension), counts[index] ?? 0, indicators.length];
          return (
            <li key={dimension.code}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                aria-label={t('assessment.step', { name, answered, of })}
                onClick={() => onGo(index)}
              >
                <b>{dimension.code}</b>
                <span className={styles['stepName']}>{name}</span>
                <span className={styles['stepCount']}>
                  {answered}/{of} {answered === of && <span aria-hidden>✓</span>}
                </span>
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" aria-current={at === steps.length ? 'step' : undefined} onClick={() => onGo(steps.length)}>
            <span>{t('assessment.review')}</span>
          </button>
        </li>
      </ol>
    </nav>
  );
}
