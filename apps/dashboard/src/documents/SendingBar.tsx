import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Documents.module.css';

/** How far a file has come. Once all of it is there, it is looked into. */
export function SendingBar({ name, share, onStop }: { name: string; share: number; onStop(): void }) {
  const { t } = useTranslation();
  const percent = Math.floor(share * 100);
  const isThere = share >= 1;
  return (
    <div className={styles['sending']}>
      <div>
        <p>{isThere ? t('documents.upload.checking') : t('documents.upload.sending', { name })}</p>
        <progress
          className={styles['bar']}
          max={100}
          aria-label={t('documents.upload.sending', { name })}
          {...(!isThere && { value: percent })}
        />
      </div>
      <span className={styles['percent']}>{t('documents.upload.percent', { percent })}</span>
      <Button onClick={onStop}>{t('documents.upload.stop')}</Button>
    </div>
  );
}
