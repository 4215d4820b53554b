/** The clusters a person may see. Every read takes one and applies it in its SQL. */
export type Scope = { kind: 'all' } | { kind: 'clusters'; clusterIds: readonly string[] };

/** For jobs of the system, and for roles that see the whole portfolio. */
export const everyCluster: Scope = { kind: 'all' };
