import type { Level } from '@klyngevagt/scoring';
import type { DecidedRow } from './decision-reader.js';

/** The level that the shown verdict asks for. */
export function requiredLevelOf({ cluster, decision }: DecidedRow): Level | null {
  const shown = decision.verdicts.find(({ programmeId }) => programmeId === decision.verdictProgrammeId) ?? decision.verdicts[0];
  return shown?.requiredLevel ?? cluster.facts.obligations.at(-1)?.requiredLevel ?? null;
}
