import { Button } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import styles from './Ladders.module.css';

const everySecond = 1000;

const progressQuery = queryOptions({
  queryKey: ['rules', 'ladders', 'trial', 'progress'],
  queryFn: ({ signal }) => api.get('ladder.trial-progress', { signal }),
  refetchInterval: everySecond,
  // What an earlier trial reached says nothing about this one.
  gcTime: 0,
});

/** How far the trial is that is waited for. A server that cannot tell leaves it open. */
export function TrialProgress({ onStop }: { onStop(): void }) {
  const { t } = useTranslation();
  const percent = useQuery(progressQuery).data?.percent ?? null;
  return (
    <div className={styles['progress']}>
      <progress aria-label={t('ladders.trial.title')} {...(percent !== null && { value: percent, max: 100 })} />
      <div className={styles['progressText']}>
        <p className="small" aria-hidden>
          {percent === null ? t('ladders.trial.starting') : t('ladders.trial.percent', { percent })}
        </p>
        <Button size="xs" onClick={onStop}>
          {t('ladders.trial.stop')}
        </Button>
      </div>
      <p className="small">{t('ladders.edit.trying')}</p>
    </div>
  );
}
