import type { CalendarDate } from './calendar-date.js';
import { decideCluster } from './decide-cluster.js';
import type { ClusterDecision } from './decision.js';
import type { ClusterFacts } from './facts.js';
import { isExemptAlone } from './reminder-deadlines.js';
import type { ReminderEvent, Rules } from './rules.js';

/**
 * Whether nobody is reminded on a day ahead, as far as is known today: exempt by then (of the exemption itself people are told), or out of the
 * programme. A step of such a day is no part of the plan, so that no mail names it as the next one.
 */
export function silenceAhead(facts: ClusterFacts, rules: Rules, on: CalendarDate): (event: ReminderEvent, day: CalendarDate) => boolean {
  const exits = facts.memberships.filter(({ endsOn, programmeId }) => {
    const programme = facts.programmes.find(({ id }) => id === programmeId);
    return endsOn !== null && programme !== undefined && endsOn < programme.endsOn;
  });
  const exemptions = facts.waivers.filter(({ approvedOn, endsOn }) => approvedOn !== null && endsOn >= on);
  // Nearly always there is neither, and no day has to be decided.
  if (exits.length === 0 && exemptions.length === 0) return () => false;
  const decisions = new Map<CalendarDate, ClusterDecision>();
  const decisionOn = (day: CalendarDate) => {
    const known = decisions.get(day) ?? decideCluster(facts, rules, day);
    decisions.set(day, known);
    return known;
  };
  return (event, day) => {
    if (day <= on) return false;
    const decision = decisionOn(day);
    return decision.verdict === 'not-bound' || (isExemptAlone(decision) && event !== 'waiver');
  };
}
