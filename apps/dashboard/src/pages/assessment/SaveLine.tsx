import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import type { QueueState } from './answer-queue.js';
import styles from './Assessment.module.css';

/** What is saved and what is not, and how far the whole is. */
export function SaveLine({ queue, answered, of }: { queue: QueueState; answered: number; of: number }) {
  const { t } = useTranslation();
  const time = useTime();
  const { status, savedAt, pending } = queue;
  const isWaiting = status === 'waiting';
  const isSaving = status === 'saving' || Object.keys(pending).length > 0;
  const text = isWaiting
    ? t('assessment.waiting')
    : isSaving
      ? t('assessment.saving')
      : savedAt === null
        ? t('assessment.nothingYet')
        : t('assessment.saved', { time: time(savedAt) });
  return (
    <div className={`${styles['save']} ${isWaiting ? styles['waiting'] : ''}`}>
      <p role="status">
        <b>{text}</b> {isWaiting && <span>{t('assessment.kept')}</span>}
      </p>
      <div className={styles['progress']}>
        <progress aria-label={t('assessment.progress', { answered, of })} value={answered} max={of} />
        <span aria-hidden>{t('assessment.progress', { answered, of })}</span>
      </div>
    </div>
  );
}

/** The hour on the clock of whoever reads. */
function useTime(): (at: number) => string {
  const { language } = useFormat();
  const format = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  return (at) => format.format(at);
}
