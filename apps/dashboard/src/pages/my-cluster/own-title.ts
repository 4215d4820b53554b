import type { ClusterDetail } from '@klyngevagt/contracts';
import { type CalendarDate, levelRank } from '@klyngevagt/scoring';

/** The page's title: one plain sentence about the own label. Everything it says was decided by the server. */
export type OwnTitle =
  | { key: 'in-force'; date: CalendarDate; daysLeft: number }
  | { key: 'at-risk' | 'lapsed' | 'renewable-open'; date: CalendarDate }
  | { key: 'renewable'; date: CalendarDate; windowEnd: CalendarDate }
  | { key: 'by-plan'; date: CalendarDate }
  | { key: 'exempt'; date: CalendarDate }
  | { key: 'lower-level' }
  | { key: PlainKey };
type PlainKey =
  | 'last-day'
  | 'open-end'
  | 'renewable-last-day'
  | 'revoked'
  | 'none'
  | 'unknown'
  | 'unknown-end'
  | 'by-plan-last-day'
  | 'by-plan-undated'
  | 'exempt-undated'
  | 'exited'
  | 'not-bound';

type Facts = Pick<ClusterDetail, 'on' | 'row' | 'chain' | 'awards' | 'waivers'>;

export function ownTitle(detail: Facts): OwnTitle {
  const { row } = detail;
  if (row.verdict === 'exempt') return exempt(detail);
  if (row.verdict === 'by-plan') return byPlan(detail);
  if (isHeld(row.status)) return isTooLow(row) ? { key: 'lower-level' } : held(row);
  if (row.exitedOn !== null) return { key: 'exited' };
  if (row.verdict === 'not-bound' && row.status === 'none') return { key: 'not-bound' };
  return notHeld(detail);
}

/** The level the sentence speaks of: the one required, or a higher one that is held. */
export function levelSpokenOf({ row }: Pick<Facts, 'row'>): 'gold' | 'silver' | 'bronze' {
  if (row.level !== null && isHeld(row.status) && !isTooLow(row)) return row.level;
  return row.requiredLevel ?? row.level ?? 'gold';
}

function isHeld(status: Facts['row']['status']): boolean {
  return status === 'in-force' || status === 'expiring';
}

function isTooLow({ level, requiredLevel, bound }: Facts['row']): boolean {
  return bound && level !== null && requiredLevel !== null && levelRank[level] < levelRank[requiredLevel];
}

function held({ validUntil, daysLeft, verdict }: Facts['row']): OwnTitle {
  if (validUntil === null || daysLeft === null) return { key: 'open-end' };
  if (daysLeft === 0) return { key: 'last-day' };
  if (verdict === 'at-risk') return { key: 'at-risk', date: validUntil };
  return { key: 'in-force', date: validUntil, daysLeft };
}

function notHeld({ on, row, awards }: Facts): OwnTitle {
  const { validUntil, windowEndsOn } = row;
  switch (row.status) {
    case 'renewable':
      if (windowEndsOn === on) return { key: 'renewable-last-day' };
      if (validUntil === null) return { key: 'unknown-end' };
      return windowEndsOn ? { key: 'renewable', date: validUntil, windowEnd: windowEndsOn } : { key: 'renewable-open', date: validUntil };
    case 'lapsed':
      return validUntil === null ? { key: 'none' } : { key: 'lapsed', date: validUntil };
    case 'revoked':
      return { key: 'revoked' };
    case 'none':
      return { key: 'none' };
    default:
      return { key: awards.some(({ state }) => state === 'unknown') ? 'unknown-end' : 'unknown' };
  }
}

function byPlan({ on, chain }: Facts): OwnTitle {
  const isDated = chain !== null && (chain.anchor === 'plan-due' || chain.anchor === 'level-due');
  if (!isDated) return { key: 'by-plan-undated' };
  return chain.anchorOn === on ? { key: 'by-plan-last-day' } : { key: 'by-plan', date: chain.anchorOn };
}

function exempt({ on, waivers }: Facts): OwnTitle {
  const running = waivers.find(({ approvedOn, startsOn, endsOn }) => approvedOn !== null && startsOn <= on && on <= endsOn);
  return running ? { key: 'exempt', date: running.endsOn } : { key: 'exempt-undated' };
}
