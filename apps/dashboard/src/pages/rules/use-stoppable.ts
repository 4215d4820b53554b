import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

interface Stoppable<Q, R> {
  ask(question: Q, signal: AbortSignal): Promise<R>;
  onSuccess?: (answer: R, question: Q) => void;
  onError?: (error: unknown) => void;
}

/** A question that the server thinks about for a while. It can be given up, and is when its page is left. */
export function useStoppable<Q, R>({ ask, onSuccess, onError }: Stoppable<Q, R>) {
  const running = useRef<AbortController>(null);
  const question = useMutation({
    mutationFn: (asked: Q) => {
      running.current = new AbortController();
      return ask(asked, running.current.signal);
    },
    onSuccess: (answer, asked) => onSuccess?.(answer, asked),
    onError: (error: unknown) => {
      if (!running.current?.signal.aborted) onError?.(error);
    },
  });
  useEffect(() => () => running.current?.abort(), []);
  const stop = () => {
    running.current?.abort();
    question.reset();
  };
  return { ...question, stop };
}
