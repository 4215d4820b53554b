import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import styles from './Proposals.module.css';

type Step = ClusterDetail['plans'][number]['steps'][number];

/** How a plan or waiver came to stand where it does: who did what, when, and why. Folded until it is asked for. */
export function ProposalSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <details className={styles['steps']}>
      <summary className="small">{t('cluster.proposals.way', { count: steps.length })}</summary>
      <ol>
        {steps.map((step) => (
          <li key={`${step.recordedAt} ${step.kind}`}>
            <p>
              <b>{t(`cluster.proposals.steps.${step.kind}`)}</b>{' '}
              <span className="small muted">
                {t('cluster.proposals.by', {
                  at: format.instant(step.recordedAt),
                  name: step.by ?? t(`cluster.proposals.roles.${step.role}`, { defaultValue: '' }),
                })}
              </span>
            </p>
            {step.kind !== 'returned' && <p className="small">{t('cluster.proposals.until', { date: format.date(step.until) })}</p>}
            {step.comment && <p className={`small ${styles['text']}`}>{step.comment}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The last word of the officer about a proposal that was sent back or refused: it must be read without unfolding anything. */
export function LastAnswer({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  const answer = steps.findLast(({ kind }) => kind === 'returned' || kind === 'refused');
  if (!answer?.comment) return null;
  return (
    <p className={`small ${styles['answer']}`}>
      <b>{answer.by ? t('cluster.proposals.says', { name: answer.by }) : t('cluster.proposals.answer')}</b> {answer.comment}
    </p>
  );
}
