import type { ClusterDetail, PortfolioRow } from '@klyngevagt/contracts';
import { type CalendarDate, daysBetween } from '@klyngevagt/scoring';

export type Chain = NonNullable<ClusterDetail['chain']>;
export type StepName = Chain['steps'][number]['step'];
export type NodeName = 'today' | StepName | 'anchor';
export type NodeShape = 'ring' | 'dot' | 'flag' | 'diamond' | 'diamond-full' | 'level';

/** One knot of the drawn chain. Dates are the server's; only their order and the days between two drawn dates are worked out here. */
export interface ChainNode {
  name: NodeName;
  shape: NodeShape;
  on: CalendarDate | null;
  /** Last day of an audit that lasts. */
  untilOn: CalendarDate | null;
  /** The day before it was moved from a closed day. */
  rawOn: CalendarDate | null;
  /** Calendar days to the next knot, written on the link; null where one of the two days is not known. */
  daysToNext: number | null;
  /** From the day shown to this knot; negative when passed. */
  daysAway: number | null;
  isDecisive: boolean;
  isOverdue: boolean;
  isDone: boolean;
  /** Before the deciding knot: the time that is still open. */
  isOpenTime: boolean;
  isBooking: boolean;
}

type NextStep = PortfolioRow['nextStep'];
const decisiveFor: Partial<Record<NextStep['code'], NodeName>> = {
  'self-test': 'self-test',
  'book-audit': 'order',
  'rebook-audit': 'audit',
  'submit-documents': 'submission',
  'hold-audit': 'audit',
  'await-decision': 'decision',
  'renew-in-window': 'anchor',
  'hold-level': 'anchor',
};
const shapeOf: Record<StepName, NodeShape> = {
  'self-test': 'dot',
  order: 'flag',
  submission: 'dot',
  audit: 'diamond',
  decision: 'dot',
};

/** The knots from left to right, the day shown among them. */
export function chainNodes(chain: Chain, on: CalendarDate, nextStep: NextStep): ChainNode[] {
  const nodes = sortByDay([
    node('today', 'ring', on),
    ...chain.steps.flatMap((step) => stepNode(step, chain, nextStep)),
    node('anchor', 'level', chain.anchorOn),
  ]);
  const wanted = decisiveFor[nextStep.code];
  const decisive = nodes.find(({ name }) => name === wanted) ?? (wanted === 'decision' ? nodes.at(-1) : undefined);
  if (decisive) decisive.isDecisive = true;
  const openUntil = decisive ? nodes.indexOf(decisive) : -1;
  const startsAt = nodes.findIndex(({ name }) => name === 'today');
  nodes.forEach((one, index) => {
    const next = nodes[index + 1];
    one.daysToNext = one.on && next?.on ? daysBetween(one.on, next.on) : null;
    one.daysAway = one.on ? daysBetween(on, one.on) : null;
    one.isOpenTime = index >= startsAt && index < openUntil;
  });
  return nodes;
}

function stepNode(step: Chain['steps'][number], chain: Chain, nextStep: NextStep): ChainNode[] {
  const { booking } = chain;
  const isAwaiting = nextStep.code === 'await-decision';
  // The decision and the end share a day unless a booked audit moves the decision.
  if (step.step === 'decision') {
    const decisionOn = booking?.projectedDecisionOn ?? step.latestOn;
    return decisionOn === chain.anchorOn ? [] : [{ ...node('decision', 'dot', decisionOn), isBooking: booking !== null }];
  }
  if (step.step === 'audit' && booking) {
    const held = { isBooking: true, isDone: isAwaiting, isOverdue: !booking.inTime };
    const untilOn = booking.lastDayOn === booking.firstDayOn ? null : booking.lastDayOn;
    return [{ ...node('audit', 'diamond-full', booking.firstDayOn), ...held, untilOn }];
  }
  if (step.step === 'submission' && booking) {
    // Counted back from the last safe audit day; for the audit that is booked only the next step knows the day.
    const isAsked = nextStep.code === 'submit-documents';
    return isAsked ? [node('submission', 'dot', nextStep.dueOn)] : [];
  }
  // Once an audit is booked in time, the way to it is behind: whether the self-test was done is not known, only whether it is asked for.
  const isAsked = step.step === 'self-test' ? nextStep.code === 'self-test' : nextStep.code === 'rebook-audit';
  if (booking && !isAsked) return [];
  return [{ ...node(step.step, shapeOf[step.step], step.latestOn), rawOn: step.rawOn, isOverdue: step.overdue }];
}

function node(name: NodeName, shape: NodeShape, on: CalendarDate | null): ChainNode {
  const flags = { isDecisive: false, isOverdue: false, isDone: false, isOpenTime: false, isBooking: false };
  return { name, shape, on, untilOn: null, rawOn: null, daysToNext: null, daysAway: null, ...flags };
}

/** By day; a knot without a day keeps its place after the one before it. On one day, today comes first. */
function sortByDay(nodes: ChainNode[]): ChainNode[] {
  const sorted: ChainNode[] = [];
  for (const one of nodes) {
    const before = one.on === null ? -1 : sorted.findIndex((other) => other.on !== null && other.on > (one.on as string));
    if (before < 0) sorted.push(one);
    else sorted.splice(before, 0, one);
  }
  return sorted;
}
