import { awardPeriods, levelRank, levelsFromHighest, type AwardPeriod } from './award-period.js';
import type { CalendarDate } from './calendar-date.js';
import { chainOn } from './chain.js';
import { cycleOn } from './cycle.js';
import type { Chain, ClusterDecision, LabelState, Verdict, VerdictCode } from './decision.js';
import { dutyOn, runsOn, type Duty } from './duty.js';
import { effectiveRules, effectiveUnder, type EffectiveRules } from './effective-rules.js';
import type { ClusterFacts, Level, Obligation } from './facts.js';
import { labelStateOf } from './label-state.js';
import { hasOverdueStep, nextStepOn } from './next-step.js';
import type { Reason } from './reason.js';
import type { Rules } from './rules.js';
import { isInForce, planOn, verdictOn, verdictRank } from './verdict.js';

/**
 * Everything the rules say about one cluster on one day, as known from the facts given: status, verdict under each obligation, the
 * backward chain, the next step, and why. Past and future days are asked in the same way. Never throws on facts that fit the types.
 */
export function decideCluster(facts: ClusterFacts, rules: Rules, on: CalendarDate): ClusterDecision {
  const effective = effectiveRules(rules, on);
  const periods = awardPeriods(facts.awards, rules);
  const label = labelStateOf(periods, null, facts.recordConfirmedOn, effective, on);
  const judged: Judged[] = [];
  for (const obligation of facts.obligations) {
    if (runsOn(obligation, on)) judged.push(judge(facts, obligation, { periods, label, effective }, on));
  }
  const worst = worstOf(judged);
  const open = openProgramme(facts, on);
  const isOpenWorse = open !== null && (!worst || verdictRank(open.code) < verdictRank(worst.verdict.code));
  const required = worst?.required ?? requiredWithoutObligation(facts, periods, label, effective, on);
  const chain = worst ? worst.chain : null;
  const verdict = isOpenWorse ? open.code : (worst?.verdict.code ?? 'not-bound');
  const bound = isBound(judged);
  const nextStep = nextStepOn({ required, verdict, chain }, on);
  const isPlanLate = judged.some((one) => one.verdict.reasons.some(({ code }) => code === 'plan-step-overdue'));
  const isOverdue = bound && (isPlanLate || nextStep.overdue || (chain !== null && hasOverdueStep(chain)));
  const verdictReasons = isOpenWorse ? open.reasons : (worst?.verdict.reasons ?? noObligation(on));
  return {
    clusterId: facts.clusterId,
    on,
    label,
    required,
    verdicts: judged.map(({ verdict: one }) => one),
    verdict,
    verdictProgrammeId: isOpenWorse ? open.programmeId : (worst?.verdict.programmeId ?? null),
    compliant: isOpenWorse ? open.compliant : worst ? worst.verdict.compliant : true,
    bound,
    chain,
    nextStep,
    needsAction: verdictRank(verdict) <= verdictRank('unknown') || isOverdue,
    reasons: eachOnce(label.reasons, isSameState(label, required) ? nothingMore : required.reasons, verdictReasons, chain?.reasons),
  };
}

const nothingMore: readonly Reason[] = [];

/** In the order given. A booking that counts is the last reason of its chain, and may be one of the verdict. */
function eachOnce(
  label: readonly Reason[],
  required: readonly Reason[],
  verdict: readonly Reason[],
  chain: readonly Reason[] = nothingMore,
): readonly Reason[] {
  const last = chain.at(-1);
  const isTold = last !== undefined && verdict.includes(last);
  return label.concat(required, verdict, isTold ? chain.slice(0, -1) : chain);
}

/** One obligation with what it was judged from. */
interface Judged {
  verdict: Verdict;
  duty: Duty;
  required: LabelState;
  chain: Chain | null;
}

/** What is the same under every obligation. */
interface Common {
  periods: readonly AwardPeriod[];
  label: LabelState;
  effective: EffectiveRules;
}

function judge(facts: ClusterFacts, obligation: Obligation, { periods, label, effective: everywhere }: Common, on: CalendarDate): Judged {
  const effective = effectiveUnder(obligation.programmeId, everywhere, on);
  const level = obligation.requiredLevel;
  const duty = dutyOn(facts.memberships, obligation.programmeId, on);
  // The highest level in force is the label itself: no award of another level has a say in either.
  const isLabel = level === levelsFromHighest[0] && label.level === level && isInForce(label);
  const required = isLabel ? label : labelStateOf(periods, level, facts.recordConfirmedOn, effective, on);
  const plan = planOn(facts.plans, obligation.programmeId, on);
  const cycle = cycleOn({ required, level, periods, plan, membership: duty.membership }, on);
  const chain = cycle && chainOn(cycle, facts.audits, presentPeriod(periods, required, level, on), effective, on, facts.cases);
  const { plans, waivers, planMilestones = [] } = facts;
  return { verdict: verdictOn({ obligation, duty, required, chain, plans, waivers, planMilestones }, on), duty, required, chain };
}

/** The award that the cycle renews, or the last one held before a new first award: audits up to it belong to the past. */
function presentPeriod(periods: readonly AwardPeriod[], required: LabelState, level: Level, on: CalendarDate): AwardPeriod | null {
  const { endsWithAwardId } = required;
  let present: AwardPeriod | null = null;
  for (const period of periods) {
    if (period.award.id === endsWithAwardId) return period;
    if (levelRank[period.level] < levelRank[level] || period.from > on) continue;
    if (!present || period.from > present.from) present = period;
  }
  return present;
}

function isBound(judged: readonly Judged[]): boolean {
  for (const { duty } of judged) if (duty.answer === 'bound') return true;
  return false;
}

function worstOf(judged: readonly Judged[]): Judged | null {
  let worst: Judged | null = null;
  for (const one of judged) {
    const rank = verdictRank(one.verdict.code);
    const worstRank = worst ? verdictRank(worst.verdict.code) : Infinity;
    const isHigher = worst !== null && levelRank[one.verdict.requiredLevel] > levelRank[worst.verdict.requiredLevel];
    if (rank < worstRank || (rank === worstRank && isHigher)) worst = one;
  }
  return worst;
}

interface OpenProgramme {
  programmeId: string;
  code: VerdictCode;
  compliant: boolean | null;
  reasons: readonly Reason[];
}

/** A programme that runs on the day and for which no obligation was ever recorded: who is or may be a member has an unknown duty. */
function openProgramme(facts: ClusterFacts, on: CalendarDate): OpenProgramme | null {
  let answer: OpenProgramme | null = null;
  for (const programme of facts.programmes) {
    if (!runsOn(programme, on) || hasObligation(facts.obligations, programme.id)) continue;
    const duty = dutyOn(facts.memberships, programme.id, on);
    const programmeId = programme.id;
    if (duty.answer !== 'not-bound') {
      const reasons: readonly Reason[] = duty.reasons.length > 0 ? duty.reasons : [{ code: 'duty-not-known', params: { programmeId } }];
      return { programmeId, code: 'unknown', compliant: null, reasons };
    }
    answer ??= { programmeId, code: 'not-bound', compliant: true, reasons: duty.reasons };
  }
  return answer;
}

function hasObligation(obligations: readonly Obligation[], programmeId: string): boolean {
  for (const obligation of obligations) if (obligation.programmeId === programmeId) return true;
  return false;
}

/** No obligation runs: the level is the one that any recorded obligation asks for, so that the answer stays comparable over time. */
function requiredWithoutObligation(
  facts: ClusterFacts,
  periods: readonly AwardPeriod[],
  label: LabelState,
  effective: EffectiveRules,
  on: CalendarDate,
): LabelState {
  let level: Level | null = null;
  for (const { requiredLevel } of facts.obligations) {
    if (!level || levelRank[requiredLevel] > levelRank[level]) level = requiredLevel;
  }
  return level ? labelStateOf(periods, level, facts.recordConfirmedOn, effective, on) : label;
}

function noObligation(on: CalendarDate): readonly Reason[] {
  return [{ code: 'no-obligation-on-day', params: { on } }];
}

function isSameState(label: LabelState, required: LabelState): boolean {
  return label.status === required.status && label.awardId === required.awardId && label.validUntil === required.validUntil;
}
