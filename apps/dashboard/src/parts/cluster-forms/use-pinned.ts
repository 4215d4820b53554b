import { useState } from 'react';
import { useReload } from './use-fact-form.js';

interface Versioned {
  revision: number;
}

export interface PinnedFact<F> {
  /** The fact as it was when the form was opened or last fetched: what its reader saw. */
  fact: F;
  /** It has changed since. */
  isOutdated: boolean;
  /** Takes the present one, or fetches it. The form forgets that it was refused. */
  renew(form: { forgetProblem(): void }): void;
}

/** Open pages follow changes, forms must not: a form holds on to the revision its reader saw, or it would overwrite unseen. */
export function usePinnedFact<F extends Versioned>(slug: string, present: F): PinnedFact<F> {
  const [fact, setFact] = useState(present);
  const [isAwaited, setAwaited] = useState(false);
  const reload = useReload(slug);
  const isNewer = present.revision !== fact.revision;
  if (isAwaited && isNewer) {
    setFact(present);
    setAwaited(false);
  }
  return {
    fact,
    isOutdated: isNewer,
    renew: (form) => {
      form.forgetProblem();
      if (isNewer) return setFact(present);
      // The refusal came before the page had heard of the change.
      setAwaited(true);
      return void reload();
    },
  };
}
