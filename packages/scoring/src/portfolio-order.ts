import type { CalendarDate } from './calendar-date.js';
import type { VerdictCode } from './decision.js';
import { verdictRank } from './verdict.js';

/** What decides where a cluster stands in the portfolio. */
export interface PortfolioPlace {
  slug: string;
  verdict: VerdictCode;
  needsAction: boolean;
  validUntil: CalendarDate | null;
}

/**
 * Order of portfolio rows: who needs action first, the worst verdict before the others; then by the end that comes first, ends nobody
 * knows after the known; clusters that are not bound last. Equal rows stand by slug, so that a list never jumps between two reads.
 */
export function comparePortfolioRows(one: PortfolioPlace, other: PortfolioPlace): number {
  return (
    Number(other.needsAction) - Number(one.needsAction) ||
    groupOf(one) - groupOf(other) ||
    compareNullLast(one.validUntil, other.validUntil) ||
    compareNullLast(one.slug, other.slug)
  );
}

/** Among rows that need action, the verdict; among the others only whether the cluster is bound. */
function groupOf({ needsAction, verdict }: PortfolioPlace): number {
  if (needsAction) return verdictRank(verdict);
  return verdict === 'not-bound' ? 1 : 0;
}

function compareNullLast(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}
