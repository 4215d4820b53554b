import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { api } from '../../api-client.js';
import { useMe } from '../../session.js';
import { AnswerQueue, type QueueState } from './answer-queue.js';

/** One queue for each assessment as long as the tab is open: what was typed is sent on also from other pages. */
const queues = new Map<string, AnswerQueue>();

function queueOf(id: string, person: string): AnswerQueue {
  const key = `klyngevagt.answers.${person}.${id}`;
  const present = queues.get(key);
  if (present) return present;
  const queue = new AnswerQueue({
    storage: localStorage,
    key,
    now: Date.now,
    send: (indicator, answer) => api.send('assessment.answer', { params: { id, indicator }, body: answer }),
  });
  queues.set(key, queue);
  return queue;
}

/** The queue of one assessment and person. `onConflict`: somebody else saved the same answer, so theirs is needed. */
export function useAnswerQueue(id: string, onConflict: () => void): [QueueState, AnswerQueue] {
  const me = useMe().id;
  const [queue] = useState(() => queueOf(id, me));
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  useEffect(() => {
    addEventListener('online', queue.flush);
    return () => removeEventListener('online', queue.flush);
  }, [queue]);
  const isInConflict = state.conflicts.length > 0;
  const conflicted = useRef(onConflict);
  conflicted.current = onConflict;
  useEffect(() => {
    if (isInConflict) conflicted.current();
  }, [isInConflict]);
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
