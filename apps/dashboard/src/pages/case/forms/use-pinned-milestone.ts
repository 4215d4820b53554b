import type { MilestoneView } from '@klyngevagt/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

interface PinnedMilestone {
  /** The step as it was when the form was opened or last fetched: what its reader saw. */
  milestone: MilestoneView;
  isOutdated: boolean;
  renew(form: { forgetProblem(): void }): void;
}

/** Open pages follow changes, forms must not: a form holds on to the revision its reader saw, or it would overwrite unseen. */
export function usePinnedMilestone(slug: string, present: MilestoneView): PinnedMilestone {
  const client = useQueryClient();
  const [milestone, setMilestone] = useState(present);
  const [isAwaited, setAwaited] = useState(false);
  const isNewer = present.revision !== milestone.revision;
  if (isAwaited && isNewer) {
    setMilestone(present);
    setAwaited(false);
  }
  return {
    milestone,
    isOutdated: isNewer,
    renew: (form) => {
      form.forgetProblem();
      if (isNewer) return setMilestone(present);
      // The refusal came before the page had heard of the change.
      setAwaited(true);
      return void client.refetchQueries({ queryKey: ['cluster', slug, 'cases'] });
    },
  };
}
