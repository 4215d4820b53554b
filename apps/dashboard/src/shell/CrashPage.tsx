import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../parts/ErrorState.js';
import { Note } from '../parts/Note.js';
import { ApiProblem } from '../api-client.js';

/** A page that broke says so; the frame around it stays. */
export function CrashPage({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation();
  const isRefusal = error instanceof ApiProblem;
  const again = () => (reset && isRefusal ? reset() : location.reload());
  return (
    <div className="wrap" style={{ paddingTop: 'var(--kv-6)', paddingBottom: 'var(--kv-10)' }}>
      {isRefusal ? (
        <ErrorState what={t('shell.error.page')} error={error} onRetry={again} />
      ) : (
        <Note tone="red" role="alert" title={t('shell.error.crash')} actions={<Button onClick={again}>{t('shell.error.reload')}</Button>}>
          {t('shell.error.crashText')}
        </Note>
      )}
    </div>
  );
}
