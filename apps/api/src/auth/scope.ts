import type { Role } from '@klyngevagt/contracts';
import { everyCluster, type Scope } from '@klyngevagt/db';

/** What a role may be answered about: managers their own clusters, everyone else the whole portfolio. */
export function scopeOf(role: Role, ownClusterIds: readonly string[]): Scope {
  return role === 'manager' ? { kind: 'clusters', clusterIds: ownClusterIds } : everyCluster;
}
