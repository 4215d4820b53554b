import { awardPeriods, levelRank, levelsFromHighest, type AwardPeriod } from './award-period.js';
import type { CalendarDate } from './calendar-date.js';
import { chainOn } from './chain.js';
import { cycleOn } from './cycle.js';
import type { ClusterDecision, JudgedDuty, LabelState, NextStep, VerdictCode } from './decision.js';
import { dutyOn, runsOn } from './duty.js';
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
  const judged: JudgedDuty[] = [];
  for (const obligation of facts.obligations) {
    if (runsOn(obligation, on)) judged.push(judge(facts, obligation, { periods, label, effective }, on));
  }
  const worst = worstOf(judged);
  const open = openProgramme(facts, on);
  const isOpenWorse = open !== null && (!worst || verdictRank(open.code) < verdictRank(worst.verdict.code));
  const required = worst?.required ?? requiredWithoutObligation(facts, periods, label, effective, on);
  const duty = worst && !binds(worst) ? (worstOf(judged.filter(binds)) ?? worst) : worst;
  const chain = duty ? duty.chain : null;
  const verdict = isOpenWorse ? open.code : (worst?.verdict.code ?? 'not-bound');
  const bound = duty !== null && binds(duty);
  const nextStep = nextStepOf(nextStepOn({ required, verdict, chain }, on), verdict, duty, on);
  const isOverdue = bound && (nextStep.overdue || judged.some((one) => isLate(one, on)));
  const ofVerdict = isOpenWorse ? open.reasons : (worst?.verdict.reasons ?? noObligation(on));
  const verdictReasons = bound && (isOpenWorse || duty !== worst) ? ofVerdict.concat(duty.verdict.reasons) : ofVerdict;
  return {
    clusterId: facts.clusterId,
    on,
    label,
    required,
    verdicts: judged.map(({ verdict: one }) => one),
    duties: judged,
    duty,
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

/** What is the same under every obligation. */
interface Common {
  periods: readonly AwardPeriod[];
  label: LabelState;
  effective: EffectiveRules;
}

function judge(
  facts: ClusterFacts,
  obligation: Obligation,
  { periods, label, effective: everywhere }: Common,
  on: CalendarDate,
): JudgedDuty {
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

function binds({ duty }: JudgedDuty): boolean {
  return duty.answer === 'bound';
}

/** A step of the chain or of the plan that runs has passed undone, or the next step is overdue. */
function isLate({ duty, verdict, required, chain }: JudgedDuty, on: CalendarDate): boolean {
  if (duty.answer !== 'bound') return false;
  const isChainLate = chain !== null && (hasOverdueStep(chain) || nextStepOn({ required, verdict: verdict.code, chain }, on).overdue);
  return isChainLate || verdict.reasons.some(({ code }) => code === 'plan-step-overdue');
}

/** What has a day under a duty that binds comes before what is not known of another. */
function nextStepOf(shown: NextStep, verdict: VerdictCode, duty: JudgedDuty | null, on: CalendarDate): NextStep {
  if (verdict !== 'unknown' || !duty || !binds(duty)) return shown;
  const known = nextStepOn({ required: duty.required, verdict: duty.verdict.code, chain: duty.chain }, on);
  return known.dueOn === null ? shown : known;
}

/** The worst verdict; of several the higher level, then the day that comes first, so that no order of the facts decides. */
function worstOf(judged: readonly JudgedDuty[]): JudgedDuty | null {
  let worst: JudgedDuty | null = null;
  for (const one of judged) if (!worst || isWorse(one, worst)) worst = one;
  return worst;
}

function isWorse(one: JudgedDuty, other: JudgedDuty): boolean {
  const byRank = verdictRank(one.verdict.code) - verdictRank(other.verdict.code);
  const byLevel = levelRank[other.verdict.requiredLevel] - levelRank[one.verdict.requiredLevel];
  const order = byRank || byLevel || compare(one.chain?.orderBy, other.chain?.orderBy);
  return (
    (order ||
      compare(one.verdict.programmeId, other.verdict.programmeId) ||
      compare(one.verdict.obligationId, other.verdict.obligationId)) < 0
  );
}

/** By the order of text, which is that of days; what is not there comes last. */
function compare(one: string | null | undefined, other: string | null | undefined): number {
  if (one === other) return 0;
  if (one === null || one === undefined) return 1;
  return other === null || other === undefined || one < other ? -1 : 1;
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
