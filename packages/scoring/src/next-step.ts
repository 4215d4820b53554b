import type { CalendarDate } from './calendar-date.js';
import type { Chain, LabelState, NextStep, VerdictCode } from './decision.js';
import type { ProcessStep } from './rules.js';

/** What a next step is decided from. */
export interface NextStepInput {
  required: LabelState;
  verdict: VerdictCode;
  chain: Chain | null;
}

/** The next thing somebody has to do on a day, who, and by when at the latest. */
export function nextStepOn({ required, verdict, chain }: NextStepInput, on: CalendarDate): NextStep {
  if (verdict === 'not-bound') return nothing;
  if (verdict === 'unknown' || (required.status === 'unknown' && !chain)) return whatIsMissing(required);
  if (required.status === 'in-force' && isEndMissing(required)) return confirmEnd;
  if (chain?.booking) return afterBooking(chain, chain.booking, on);
  if (chain && (required.status !== 'in-force' || verdict === 'at-risk' || hasOverdueStep(chain)))
    return towardsBooking(chain, required, on);
  if (verdict === 'breach' || verdict === 'exempt') return { code: 'hold-level', dueOn: null, by: 'cluster', overdue: false };
  return nothing;
}

/** Whether a step of the chain has passed undone. */
export function hasOverdueStep(chain: Chain): boolean {
  for (const step of chain.steps) if (step.overdue) return true;
  return false;
}

const nothing: NextStep = { code: 'none', dueOn: null, by: null, overdue: false };
const confirmEnd: NextStep = { code: 'confirm-end', dueOn: null, by: 'officer', overdue: false };
const confirmRecord: NextStep = { code: 'confirm-record', dueOn: null, by: 'officer', overdue: false };
const confirmDuty: NextStep = { code: 'confirm-duty', dueOn: null, by: 'officer', overdue: false };

/** What the label lacks comes first. Where it lacks nothing, it is the duty that nobody knows. */
function whatIsMissing(required: LabelState): NextStep {
  if (isEndMissing(required)) return confirmEnd;
  return required.status === 'unknown' ? confirmRecord : confirmDuty;
}

function isEndMissing({ reasons }: LabelState): boolean {
  for (const { code } of reasons) if (code === 'end-not-known' || code === 'end-coarser-than-day') return true;
  return false;
}

function towardsBooking(chain: Chain, required: LabelState, on: CalendarDate): NextStep {
  const isPassed = chain.orderBy !== null && on > chain.orderBy;
  if (isPassed && required.status === 'renewable') {
    return { code: 'renew-in-window', dueOn: required.windowEndsOn, by: 'cluster', overdue: false };
  }
  return { code: 'book-audit', dueOn: chain.orderBy, by: 'cluster', overdue: isPassed };
}

function afterBooking(chain: Chain, booking: NonNullable<Chain['booking']>, on: CalendarDate): NextStep {
  const isHeld = booking.state === 'held' || on > booking.lastDayOn;
  if (isHeld) {
    const dueOn = booking.projectedDecisionOn;
    return { code: 'await-decision', dueOn, by: 'assessor', overdue: on > dueOn };
  }
  if (!booking.inTime) {
    return { code: 'rebook-audit', dueOn: chain.orderBy, by: 'cluster', overdue: chain.orderBy !== null && on > chain.orderBy };
  }
  const selfTestOn = latest(chain, 'self-test');
  if (chain.cycle.kind === 'first' && !isDone(chain, 'self-test') && selfTestOn !== null && on <= selfTestOn) {
    return { code: 'self-test', dueOn: selfTestOn, by: 'cluster', overdue: false };
  }
  const submitBy = booking.submitBy ?? null;
  if (!isDone(chain, 'submission') && submitBy !== null && on <= submitBy)
    return { code: 'submit-documents', dueOn: submitBy, by: 'cluster', overdue: false };
  return { code: 'hold-audit', dueOn: booking.lastDayOn, by: 'assessor', overdue: false };
}

function isDone(chain: Chain, name: ProcessStep): boolean {
  return chain.done?.includes(name) ?? false;
}

function latest(chain: Chain, name: ProcessStep): CalendarDate | null {
  return chain.steps.find((step) => step.step === name)?.latestOn ?? null;
}
