import type { ClusterDetail } from '@klyngevagt/contracts';
import type { LedgerRow } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import type { Viewer } from '../portfolio/viewer.js';

type Step = ClusterDetail['plans'][number]['steps'][number];

/** Tables whose rows in the ledger tell how a proposal came to stand where it does. */
export const proposalTables = ['action_plan', 'waiver'] as const;

/** The way of each plan and waiver, by its id: every change that the ledger holds is a step, the newest last. */
export function proposalSteps(rows: readonly LedgerRow[], viewer: Viewer): ReadonlyMap<string, Step[]> {
  const steps = new Map<string, Step[]>();
  for (const row of [...rows].reverse()) {
    const step = stepOf(row, viewer);
    if (step) steps.set(row.rowId, [...(steps.get(row.rowId) ?? []), step]);
  }
  return steps;
}

function stepOf({ entity, before, after, recordedAt, actorName, role, reason }: LedgerRow, viewer: Viewer): Step | null {
  if (!after) return null;
  const text = viewer.seesNames ? { by: actorName, comment: reason } : { by: null, comment: null };
  const until = (after['due_on'] ?? after['ends_on']) as CalendarDate;
  return { kind: kindOf(entity, before, after), recordedAt: new Date(recordedAt).toISOString(), role, until, ...text };
}

type Image = NonNullable<LedgerRow['after']>;

function kindOf(entity: string, before: Image | null, after: Image): Step['kind'] {
  if (before === null) return 'proposed';
  const became = (column: string) => !before[column] && Boolean(after[column]);
  if (became('accepted_on') || became('approved_on')) return 'accepted';
  if (became('closed_on')) return after['closed_as'] === 'refused' ? 'refused' : 'withdrawn';
  if (became('returned_on')) return 'returned';
  const isOpen = !before['accepted_on'] && !before['closed_on'];
  return entity === 'action_plan' && isOpen ? 'revised' : 'corrected';
}
