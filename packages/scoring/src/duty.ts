import type { CalendarDate } from './calendar-date.js';
import type { Membership, Obligation, Programme } from './facts.js';
import type { Reason } from './reason.js';

/** Whether a programme binds a cluster on a day, and the membership that says so. Not known is never the same as no. */
export interface Duty {
  answer: 'bound' | 'not-bound' | 'not-known';
  membership: Membership | null;
  reasons: readonly Reason[];
}

/** The duty under one programme on a day. Nothing is inherited from another programme. */
export function dutyOn(memberships: readonly Membership[], programmeId: string, on: CalendarDate): Duty {
  const membership = membershipOn(memberships, programmeId, on);
  if (!membership) return withoutMembership(memberships, programmeId, on);
  const { member, bound, startsOn, endsOn } = membership;
  if (member === 'yes' && bound === 'yes') return { answer: 'bound', membership, reasons: nothingToExplain };
  const params = { programmeId, membershipId: membership.id, startsOn, endsOn };
  if (member === 'no') return { answer: 'not-bound', membership, reasons: [{ code: 'not-a-member', params }] };
  if (member === 'not-known') return { answer: 'not-known', membership, reasons: [{ code: 'membership-not-known', params }] };
  if (bound === 'no') return { answer: 'not-bound', membership, reasons: [{ code: 'member-not-bound', params }] };
  return { answer: 'not-known', membership, reasons: [{ code: 'duty-not-known', params }] };
}

const nothingToExplain: readonly Reason[] = [];

/** Whether the obligation counts on the day: from its first day through its last. */
export function runsOn(period: Obligation | Programme, on: CalendarDate): boolean {
  return period.startsOn <= on && on <= period.endsOn;
}

function membershipOn(memberships: readonly Membership[], programmeId: string, on: CalendarDate): Membership | null {
  let latest: Membership | null = null;
  for (const row of memberships) {
    if (row.programmeId !== programmeId || row.startsOn > on || (row.endsOn !== null && row.endsOn < on)) continue;
    if (!latest || row.startsOn > latest.startsOn) latest = row;
  }
  return latest;
}

/** No row covers the day: the cluster left before it, joins after it, or nobody recorded anything. */
function withoutMembership(memberships: readonly Membership[], programmeId: string, on: CalendarDate): Duty {
  let left: Membership | null = null;
  let joins: Membership | null = null;
  for (const row of memberships) {
    if (row.programmeId !== programmeId) continue;
    if (row.startsOn > on) {
      if (!joins || row.startsOn < joins.startsOn) joins = row;
    } else if (!left || row.startsOn > left.startsOn) left = row;
  }
  const known = left ?? joins;
  if (!known || known.member === 'not-known') {
    return { answer: 'not-known', membership: null, reasons: [{ code: 'membership-not-known', params: { programmeId } }] };
  }
  const params = { programmeId, membershipId: known.id, startsOn: known.startsOn, endsOn: known.endsOn };
  const hasLeft = left !== null && left.member === 'yes';
  return { answer: 'not-bound', membership: null, reasons: [{ code: hasLeft ? 'left-programme-on' : 'not-a-member', params }] };
}
