import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api-client.js';
import { refreshChanged } from '../live-updates.js';
import { type Sending, SendingStopped } from './send-form.js';

export interface SendingState {
  /** Share that is on its way, 0 to 1; null: nothing is being sent. */
  share: number | null;
  /** Why it did not work, in sentences; the first one is the matter. */
  refusal: readonly string[];
  requestId: string | null;
  start(send: (onProgress: (share: number) => void) => Sending): void;
  stop(): void;
  forget(): void;
}

/** One file on its way. Leaving the page asks first; leaving the part of it that sends stops it. */
export function useSending(slug: string, onDone: () => void): SendingState {
  const { t } = useTranslation();
  const client = useQueryClient();
  const sending = useRef<Sending | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const isSending = share !== null;
  useEffect(() => () => sending.current?.stop(), []);
  useEffect(() => {
    if (!isSending) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isSending]);
  const start: SendingState['start'] = (send) => {
    setProblem(null);
    setShare(0);
    sending.current = send(setShare);
    sending.current.done
      .then(onDone, setProblem)
      // Also after a refusal: the list then shows what somebody else sent.
      .finally(() => {
        sending.current = null;
        setShare(null);
        refreshChanged(client, [slug]);
      });
  };
  return {
    share,
    refusal: problem === null ? [] : sentencesOf(problem, t),
    requestId: problem instanceof ApiProblem ? problem.requestId : null,
    start,
    stop: () => sending.current?.stop(),
    forget: () => setProblem(null),
  };
}

function sentencesOf(problem: unknown, t: TFunction): string[] {
  if (problem instanceof SendingStopped) return [t('documents.upload.stopped')];
  if (!(problem instanceof ApiProblem) || problem.code === 'unreadable') return [t('documents.upload.unreadable')];
  if (problem.code === 'offline') return [t('documents.upload.offline')];
  if (problem.code === 'changed-meanwhile') return [t('documents.upload.changed')];
  return [...Object.values(problem.fields), problem.detail].filter(Boolean);
}
