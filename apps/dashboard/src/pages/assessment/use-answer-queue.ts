import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { api } from '../../api-client.js';
import { useMe } from '../../session.js';
import { AnswerQueue, type QueueState } from './answer-queue.js';

/** The queue of one assessment and person, for as long as the form is open. */
export function useAnswerQueue(id: string): [QueueState, AnswerQueue] {
  const me = useMe().id;
  const [queue] = useState(
    () =>
      new AnswerQueue({
        storage: localStorage,
        key: `klyngevagt.answers.${me}.${id}`,
        now: Date.now,
        send: (indicator, { score, comment, revision }) =>
          api.send('assessment.answer', { params: { id, indicator }, body: { score, comment, revision } }),
      }),
  );
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  useEffect(() => {
    addEventListener('online', queue.flush);
    return () => removeEventListener('online', queue.flush);
  }, [queue]);
  useWarning(Object.keys(state.pending).length > 0);
  return [state, queue];
}

/** Closing the tab with something unsaved asks once, though it is kept on the machine. */
function useWarning(isUnsaved: boolean): void {
  const unsaved = useRef(isUnsaved);
  unsaved.current = isUnsaved;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
}
