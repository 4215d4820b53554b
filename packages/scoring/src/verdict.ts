import type { CalendarDate } from './calendar-date.js';
import type { Chain, LabelState, Verdict, VerdictCode } from './decision.js';
import type { Duty } from './duty.js';
import type { ActionPlan, Obligation, PlanMilestone, Waiver } from './facts.js';
import type { Reason } from './reason.js';

/** Verdicts from the worst to the best: of several obligations, a row shows the first. */
export const verdictsFromWorst: readonly VerdictCode[] = [
  'breach',
  'renewable',
  'at-risk',
  'unknown',
  'by-plan',
  'exempt',
  'met',
  'not-bound',
];

/** Place of a verdict from the worst, 0, to the best. */
export function verdictRank(code: VerdictCode): number {
  return ranks[code];
}

const ranks = Object.fromEntries(verdictsFromWorst.map((code, rank) => [code, rank])) as Readonly<Record<VerdictCode, number>>;

/** What one obligation is judged from. */
export interface VerdictInput {
  obligation: Obligation;
  duty: Duty;
  /** State of the required level or higher. */
  required: LabelState;
  chain: Chain | null;
  plans: readonly ActionPlan[];
  waivers: readonly Waiver[];
  planMilestones?: readonly PlanMilestone[];
}

/** The judgement under one obligation on a day: the first that applies, in the order of the code below. */
export function verdictOn(input: VerdictInput, on: CalendarDate): Verdict {
  const { obligation, duty } = input;
  if (duty.answer === 'not-bound') return verdict(obligation, 'not-bound', true, duty.reasons);
  if (duty.answer === 'not-known') return verdict(obligation, 'unknown', null, duty.reasons);
  if (isInForce(input.required)) return whileInForce(input, on);
  const { programmeId, id: obligationId, requiredLevel } = obligation;
  const { status } = input.required;
  const reasons: Reason[] = [{ code: 'required-level-not-in-force', params: { programmeId, obligationId, requiredLevel, status } }];
  const waiver = waiverOn(input.waivers, obligation.programmeId, on);
  if (waiver) {
    const params = { waiverId: waiver.id, startsOn: waiver.startsOn, endsOn: waiver.endsOn, approvedOn: waiver.approvedOn };
    return verdict(obligation, 'exempt', true, [...reasons, { code: 'waiver-until', params }]);
  }
  return promised(input, reasons, on) ?? withoutPromise(input, reasons);
}

/** The accepted plan that runs on the day; of several, the one that runs longest. */
export function planOn(plans: readonly ActionPlan[], programmeId: string, on: CalendarDate): ActionPlan | null {
  let longest: ActionPlan | null = null;
  for (const plan of plans) {
    const isAccepted = plan.programmeId === programmeId && plan.acceptedOn !== null && plan.acceptedOn <= on;
    if (!isAccepted || on > plan.dueOn || (plan.closedOn !== null && plan.closedOn <= on)) continue;
    if (!longest || plan.dueOn > longest.dueOn) longest = plan;
  }
  return longest;
}

/** Whether a label state satisfies a duty. */
export function isInForce({ status }: LabelState): boolean {
  return status === 'in-force' || status === 'expiring';
}

function verdict(obligation: Obligation, code: VerdictCode, compliant: boolean | null, reasons: readonly Reason[]): Verdict {
  const { programmeId, id: obligationId, requiredLevel } = obligation;
  return { programmeId, obligationId, code, compliant, requiredLevel, reasons };
}

/** Held today. At risk from the day after the last safe booking day, unless an audit is booked whose decision comes in time. */
function whileInForce({ obligation, required: state, chain }: VerdictInput, on: CalendarDate): Verdict {
  const { programmeId, id: obligationId, requiredLevel } = obligation;
  const { level, validUntil, daysLeft } = state;
  const held: Reason = {
    code: 'required-level-in-force',
    params: { programmeId, obligationId, requiredLevel, level, validUntil, daysLeft },
  };
  if (!chain?.orderBy || on <= chain.orderBy) return verdict(obligation, 'met', true, [held]);
  const booked = chain.reasons.filter(({ code }) => code === 'booked-audit-in-time' || code === 'booked-audit-too-late');
  if (chain.booking?.inTime) return verdict(obligation, 'met', true, [held, ...booked]);
  const { orderBy, cycle, steps } = chain;
  const ruleId = steps.find((step) => step.step === 'order')?.ruleId ?? null;
  const passed: Reason = { code: 'last-safe-booking-passed', params: { orderBy, on, anchorOn: cycle.anchorOn, ruleId } };
  return verdict(obligation, 'at-risk', true, [held, passed, ...booked]);
}

function waiverOn(waivers: readonly Waiver[], programmeId: string, on: CalendarDate): Waiver | null {
  for (const waiver of waivers) {
    const isApproved = waiver.approvedOn !== null && waiver.approvedOn <= on;
    const isRunning = waiver.startsOn <= on && on <= waiver.endsOn;
    if (waiver.programmeId === programmeId && isApproved && isRunning) return waiver;
  }
  return null;
}

/** Whether the day of a plan's step has passed undone. */
export function isOverdueStep({ dueOn, doneOn }: Pick<PlanMilestone, 'dueOn' | 'doneOn'>, on: CalendarDate): boolean {
  return dueOn < on && (doneOn === null || doneOn > on);
}

function overdueStep(plan: ActionPlan, milestones: readonly PlanMilestone[], on: CalendarDate): Reason | null {
  const overdue = milestones.filter((milestone) => milestone.planId === plan.id && isOverdueStep(milestone, on));
  let oldest: PlanMilestone | null = null;
  for (const milestone of overdue) if (!oldest || milestone.dueOn < oldest.dueOn) oldest = milestone;
  if (!oldest) return null;
  return { code: 'plan-step-overdue', params: { planId: plan.id, milestoneId: oldest.id, dueOn: oldest.dueOn, count: overdue.length } };
}

function promised({ obligation, duty, plans, planMilestones }: VerdictInput, reasons: Reason[], on: CalendarDate): Verdict | null {
  const plan = planOn(plans, obligation.programmeId, on);
  if (plan) {
    const params = { planId: plan.id, acceptedOn: plan.acceptedOn, dueOn: plan.dueOn };
    const overdue = overdueStep(plan, planMilestones ?? [], on);
    return verdict(obligation, 'by-plan', true, [...reasons, { code: 'plan-accepted', params }, ...(overdue ? [overdue] : [])]);
  }
  const levelDueOn = duty.membership?.levelDueOn ?? null;
  if (levelDueOn !== null && on <= levelDueOn) {
    const { programmeId, id: obligationId, requiredLevel } = obligation;
    const params = { levelDueOn, programmeId, obligationId, requiredLevel };
    return verdict(obligation, 'by-plan', true, [...reasons, { code: 'not-yet-due', params }]);
  }
  const other = planThatDoesNotCount(plans, obligation.programmeId, on);
  if (other) reasons.push(other);
  return null;
}

/** The plan one would ask about where none counts: only proposed, or its due day passed. */
function planThatDoesNotCount(plans: readonly ActionPlan[], programmeId: string, on: CalendarDate): Reason | null {
  let latest: ActionPlan | null = null;
  for (const plan of plans) {
    const isStanding = plan.programmeId === programmeId && plan.proposedOn <= on && (plan.closedOn === null || plan.closedOn > on);
    if (isStanding && (!latest || plan.proposedOn > latest.proposedOn)) latest = plan;
  }
  if (!latest) return null;
  const { id: planId, proposedOn, acceptedOn, dueOn } = latest;
  const isAccepted = acceptedOn !== null && acceptedOn <= on;
  return { code: isAccepted ? 'plan-due-passed' : 'plan-proposed-only', params: { planId, proposedOn, acceptedOn, dueOn } };
}

function withoutPromise({ obligation, required: state }: VerdictInput, reasons: Reason[]): Verdict {
  if (state.status === 'renewable') {
    const accepts = obligation.acceptsRenewalWindow;
    const code = accepts ? 'renewal-window-accepted' : 'renewal-window-not-accepted';
    const { programmeId, id: obligationId, requiredLevel } = obligation;
    const params = { programmeId, obligationId, requiredLevel, endedOn: state.validUntil, windowEndsOn: state.windowEndsOn };
    return verdict(obligation, 'renewable', accepts, [...reasons, { code, params }]);
  }
  return state.status === 'unknown' ? verdict(obligation, 'unknown', null, reasons) : verdict(obligation, 'breach', false, reasons);
}
