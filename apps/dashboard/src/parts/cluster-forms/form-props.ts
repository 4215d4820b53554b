import type { ClusterDetail } from '@klyngevagt/contracts';

export interface ClusterFormProps {
  /** As of today, followed live. */
  detail: ClusterDetail;
  onClose(): void;
}

/** The fact a form is about. It may have gone while the form opened. */
export function factOf<F extends { id: string }>(facts: readonly F[], id: string): F {
  const found = facts.find((fact) => fact.id === id);
  if (!found) throw new Error('The fact is no longer part of the cluster');
  return found;
}
