import { Button } from '@mantine/core';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api-client.js';
import { Note } from './Note.js';

interface ErrorStateProps {
  /** What could not be fetched, in the definite form: "porteføljen". */
  what: string;
  error: unknown;
  onRetry(): void;
  /** Since when the data that are still shown are. */
  shownSince?: string | undefined;
}

/** What failed, the server's own sentence, the number for support, and a way on. */
export function ErrorState({ what, error, onRetry, shownSince }: ErrorStateProps) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <Note
      tone="red"
      role="alert"
      title={t('shell.error.title', { what })}
      actions={
        <>
          <Button size="sm" leftSection={<RotateCw size={14} aria-hidden />} onClick={onRetry}>
            {t('shell.error.retry')}
          </Button>
          {problem?.requestId && <span className="small muted">{t('shell.error.number', { id: problem.requestId })}</span>}
        </>
      }
    >
      {problem?.code === 'offline' && <p>{t('shell.error.offline')}</p>}
      {problem?.detail && <p>{problem.detail}</p>}
      {shownSince && <p>{t('shell.error.since', { at: shownSince })}</p>}
    </Note>
  );
}
