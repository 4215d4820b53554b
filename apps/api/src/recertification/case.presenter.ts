import type { CaseBoard, CaseView, MilestoneView } from '@klyngevagt/contracts';
import { createTranslator, formatLongDate, sourceText } from '@klyngevagt/messages';
import {
  type CalendarDate,
  type CaseMilestone,
  cureOn,
  figureOn,
  isDay,
  opensByItselfOn,
  proposeValidity,
  type StepOwner,
} from '@klyngevagt/scoring';
import type { Caller } from '../auth/caller.js';
import { mayDo } from '../auth/permissions.js';
import { isIllustrative } from '../portfolio/row.presenter.js';
import { viewerOf } from '../portfolio/viewer.js';
import type { CaseReading, CasesReading } from './case-reader.js';
import { unstatedSources } from '../facts/stated-source.js';

/** The cases of a cluster in the contract's words. */
export function presentBoard(all: CasesReading, caller: Caller): CaseBoard {
  const { reading, cases, rules } = all;
  const { cluster, decision, on } = reading;
  const current = cases.find(({ cycle }) => cycle !== null) ?? cases.find(({ stored }) => stored.state === 'open') ?? null;
  const cycle = decision.chain?.cycle ?? null;
  const isMissing = cycle !== null && !cases.some(({ stored }) => stored.cycle === cycle.key);
  return {
    on,
    today: reading.today,
    known: reading.known,
    cluster: {
      slug: cluster.slug,
      name: cluster.name,
      illustrative: isIllustrative({ cluster }),
      fictional: cluster.isFictional,
      bound: decision.bound,
    },
    next: isMissing
      ? { level: cycle.level, kind: cycle.kind, anchorOn: cycle.anchorOn, opensByItselfOn: opensByItselfOn(cycle, rules, on) }
      : null,
    current: current && presentCase(current, all, caller),
    earlier: cases.filter((one) => one !== current).map((one) => presentCase(one, all, caller)),
    cureMonths: figureOn(rules, 'cure-period-months', on)?.value ?? null,
  };
}

function presentCase(one: CaseReading, all: CasesReading, caller: Caller): CaseView {
  const { stored, cycle, progress } = one;
  const { on } = all.reading;
  const { seesNames } = viewerOf(caller);
  const milestones = progress.milestones.flatMap((milestone) => presentMilestone(milestone, one, all, caller));
  return {
    id: stored.id,
    revision: stored.revision,
    level: stored.level,
    kind: stored.kind,
    state: stored.state,
    openedOn: stored.openedOn,
    openedByItself: stored.source === unstatedSources.openedByItself,
    illustrative: stored.confidence === 'illustrative',
    present: cycle !== null,
    anchor: cycle?.anchor ?? null,
    anchorOn: cycle?.anchorOn ?? null,
    decidedOn: stored.decidedOn,
    cure: stored.cureEndsOn && { endsOn: stored.cureEndsOn, running: cureOn(stored.cureEndsOn, on) === 'running' },
    award: presentAward(one, all, caller),
    note: seesNames ? stored.note : null,
    milestones,
    ball: ballOf(one, on),
    decisionOn: stored.state === 'open' ? progress.decisionOn : null,
    inTime: stored.state === 'open' ? progress.isInTime : null,
    booking: presentBooking(one, all, seesNames),
  };
}

/** Whoever can do the most pressing step. While what a failed decision named is to be mended, that is the cluster's to do. */
function ballOf({ stored, progress }: CaseReading, on: CalendarDate): CaseView['ball'] {
  const { state, cureEndsOn } = stored;
  if (state === 'failed') {
    return cureEndsOn !== null && cureOn(cureEndsOn, on) === 'running'
      ? { milestone: 'decision', owner: 'cluster', dueOn: cureEndsOn }
      : null;
  }
  const first = progress.milestones.find(({ milestone }) => milestone === progress.ready[0]);
  return state === 'open' && first ? { milestone: first.milestone, owner: first.owner, dueOn: first.dueOn } : null;
}

function presentMilestone(milestone: CaseMilestone, { stored }: CaseReading, all: CasesReading, caller: Caller): MilestoneView[] {
  const row = stored.milestones.find((one) => one.milestone === milestone.milestone);
  if (!row) return [];
  const { seesNames, language } = viewerOf(caller);
  const rule = all.rules.processSteps.find(({ id }) => id === milestone.ruleId);
  return [
    {
      id: row.id,
      revision: row.revision,
      milestone: milestone.milestone,
      owner: milestone.owner,
      after: [...milestone.after],
      latestOn: milestone.latestOn,
      rawOn: milestone.rawOn,
      dueOn: milestone.dueOn,
      plannedOn: milestone.plannedOn,
      doneOn: milestone.doneOn,
      doneByBooking: milestone.isDoneByBooking,
      expectedOn: milestone.expectedOn,
      expectedEndsOn: milestone.expectedEndsOn,
      ready: milestone.isReady && stored.state === 'open',
      overdue: milestone.isOverdue,
      behindPlan: milestone.isBehindPlan,
      tooLate: milestone.isTooLate,
      squeezed: milestone.isSqueezed,
      slackWorkingDays: milestone.slackWorkingDays,
      note: seesNames ? row.note : null,
      rule: rule ? { source: sourceText(rule.source, language), confidence: rule.confidence } : null,
      mayComplete: mayComplete(milestone.milestone, milestone.owner, caller),
    },
  ];
}

/** A cluster ticks off what is its own. The decision and the label are ticked off by the outcome of the case. */
export function mayComplete(milestone: CaseMilestone['milestone'], owner: StepOwner, { role }: Caller): boolean {
  if (milestone === 'decision' || milestone === 'label') return false;
  return mayDo(role, 'case:manage') || (mayDo(role, 'case:report') && owner === 'cluster');
}

function presentBooking({ input, cycle }: CaseReading, { reading, experts }: CasesReading, seesNames: boolean): CaseView['booking'] {
  const booking = reading.decision.chain?.booking;
  const audit = reading.cluster.facts.audits.find(({ id }) => id === booking?.auditId);
  if (!cycle || !input.booking || !booking || !audit) return null;
  return {
    auditId: audit.id,
    revision: audit.revision,
    firstDayOn: audit.firstDayOn,
    lastDayOn: audit.lastDayOn,
    mode: audit.form,
    place: seesNames ? audit.place : null,
    state: audit.state,
    reportedByCluster: audit.reportedByRole === 'manager',
    reportedOn: audit.reportedOn,
    projectedDecisionOn: booking.projectedDecisionOn,
    inTime: booking.inTime,
    experts: experts
      .filter(({ bookingId }) => bookingId === audit.id)
      .map(({ name, country, hasConflict }) => ({ name: seesNames ? name : null, country, conflict: hasConflict })),
  };
}

/** What the certificate states against what the rule computes from the same days. The stated end decides. */
function presentAward({ stored }: CaseReading, { reading, rules }: CasesReading, { language }: Caller): CaseView['award'] {
  const award = reading.cluster.facts.awards.find(({ id }) => id === stored.awardId);
  if (!award) return null;
  const others = reading.cluster.facts.awards.filter(({ id }) => id !== award.id);
  const proposedUntil = proposeValidity(award, others, rules).validUntil;
  const differs = proposedUntil !== null && isDay(award.validUntil) && award.validUntil !== proposedUntil;
  const t = createTranslator(language);
  const key = award.validUntil === null ? 'none' : differs ? 'differs' : proposedUntil === null ? 'stated' : 'same';
  const date = (day: string | null) => (isDay(day) ? formatLongDate(day, language) : (day ?? ''));
  return {
    id: award.id,
    validFrom: award.validFrom,
    validUntil: award.validUntil,
    basis: award.validUntilBasis,
    proposedUntil,
    differs,
    explanation: t(`recertification.award.${key}`, { stated: date(award.validUntil), computed: date(proposedUntil) }),
  };
}
