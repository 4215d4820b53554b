import type { Level } from './facts.js';
import {
  inHundredths,
  prepareFramework,
  unitsOfPoint,
  type Framework,
  type PreparedFramework,
  type PreparedIndicator,
} from './framework.js';
import type { ScoreReason } from './score-reason.js';

/** One indicator's answer. */
export interface ScoreAnswer {
  /** Code of the indicator. */
  indicator: string;
  /** Null: not answered. Never the same as zero. */
  score: number | null;
  /** Carried over from the round before and not confirmed: it does not count as answered. */
  isToConfirm?: boolean;
}

/** What is scored: the answers of one assessment. An indicator without an answer is unanswered. */
export interface AssessmentAnswers {
  answers: readonly ScoreAnswer[];
}

export type ScoreOutcome = 'reached' | 'not-reached' | 'undecided';

/** A condition that is not met or not decided, and how far away it is. */
export type FailingGate =
  | {
      gate: 'share';
      state: 'failed' | 'open';
      required: number;
      /** Percent that is reached, or could still be. */
      lowest: number;
      highest: number;
      /** Points that are missing as it stands. */
      missingPoints: number;
      missingShare: number;
    }
  | { gate: 'minimum'; state: 'failed' | 'open'; indicator: string; minimum: number; score: number | null; distance: number | null };

export interface DimensionScore {
  dimension: string;
  points: number;
  maximum: number;
  /** Percent of the dimension's points; null while an answer is missing. */
  share: number | null;
  unanswered: number;
}

export interface AssessmentScore {
  outcome: ScoreOutcome;
  /** The framework's level where it is reached, else null. */
  level: Level | null;
  /** Points of what is answered. */
  points: number;
  maximum: number;
  /** Percent of all points, rounded down to one decimal; null while an answer is missing. */
  share: number | null;
  /** What the share can still become: unanswered at nothing, and at the maximum. */
  lowestShare: number;
  highestShare: number;
  dimensions: readonly DimensionScore[];
  /** Codes without a score or to be confirmed, in the framework's order. */
  unanswered: readonly string[];
  gates: readonly FailingGate[];
  reasons: readonly ScoreReason[];
}

/**
 * Scores an assessment under its framework: points = score x weight, summed exactly. The level is reached where the share of all points
 * and every binding minimum are met and nothing is unanswered; it is not reached as soon as one gate cannot be met by the open answers;
 * else it is undecided. Source of both gates: published descriptions of the gold label (80 percent, and a threshold per indicator).
 * Throws a RangeError for an answer to an unknown indicator, a second answer, and a score outside 0 to the maximum.
 */
export function score({ answers }: AssessmentAnswers, framework: Framework): AssessmentScore {
  const prepared = prepareFramework(framework);
  const sums = summed(answers, prepared);
  const gates = failingGates(sums, prepared, framework);
  const { unanswered } = sums;
  const outcome = outcomeOf(gates, unanswered.length);
  const lowestShare = shareOf(sums.points, prepared.maximum);
  const open = unanswered.length;
  return {
    outcome,
    level: outcome === 'reached' ? framework.level : null,
    points: sums.points / unitsOfPoint,
    maximum: prepared.maximum / unitsOfPoint,
    share: open === 0 ? lowestShare : null,
    lowestShare,
    highestShare: open === 0 ? lowestShare : shareOf(sums.points + sums.openPoints, prepared.maximum),
    dimensions: sums.dimensions,
    unanswered,
    gates,
    reasons: reasonsOf({ outcome, unanswered: open, toConfirm: sums.toConfirm, lowestShare, gates }, prepared, framework),
  };
}

/** Percent, rounded down to one decimal: what is shown as 80 is 80. */
function shareOf(points: number, maximum: number): number {
  return maximum === 0 ? 0 : Math.floor((points * 1000) / maximum) / 10;
}

interface Sums {
  /** Hundredths of a score by place; negative: unanswered. */
  scores: readonly number[];
  points: number;
  /** Points that the unanswered could still bring. */
  openPoints: number;
  unanswered: readonly string[];
  toConfirm: number;
  dimensions: readonly DimensionScore[];
}

/** Marks of a place without a score. */
const [notSeen, notAnswered] = [-1, -2];

function summed(answers: readonly ScoreAnswer[], prepared: PreparedFramework): Sums {
  const { indicators, dimensions } = prepared;
  const scores: number[] = [];
  for (let place = 0; place < indicators.length; place += 1) scores.push(notSeen);
  const toConfirm = placeScores(answers, prepared, scores);
  const parts: DimensionSum[] = dimensions.map(({ code, maximum }) => ({
    dimension: code,
    points: 0,
    maximum,
    share: null,
    unanswered: 0,
  }));
  const unanswered: string[] = [];
  let [points, openPoints] = [0, 0];
  for (let place = 0; place < indicators.length; place += 1) {
    const { code, dimension, weight, maximum } = indicators[place] as PreparedIndicator;
    const part = parts[dimension] as DimensionSum;
    const given = scores[place] as number;
    if (given < 0) {
      unanswered.push(code);
      openPoints += weight * maximum;
      part.unanswered += 1;
    } else {
      points += weight * given;
      part.points += weight * given;
    }
  }
  for (const part of parts) {
    if (part.unanswered === 0) part.share = shareOf(part.points, part.maximum);
    part.points /= unitsOfPoint;
    part.maximum /= unitsOfPoint;
  }
  return { scores, points, openPoints, unanswered, toConfirm, dimensions: parts };
}

type DimensionSum = { -readonly [Field in keyof DimensionScore]: DimensionScore[Field] };

/** Puts each score in its indicator's place; answers how many are to be confirmed. */
function placeScores(answers: readonly ScoreAnswer[], { indicators, placeOf }: PreparedFramework, scores: number[]): number {
  let toConfirm = 0;
  for (let at = 0; at < answers.length; at += 1) {
    const { indicator, score: given, isToConfirm } = answers[at] as ScoreAnswer;
    // Answers mostly come in the framework's order.
    const place = indicators[at]?.code === indicator ? at : placeOf.get(indicator);
    if (place === undefined) throw new RangeError(`The framework has no indicator ${indicator}`);
    if (scores[place] !== notSeen) throw new RangeError(`Indicator ${indicator} is answered twice`);
    scores[place] = notAnswered;
    if (given === null) continue;
    const hundredths = inHundredths(given);
    if (!(hundredths >= 0 && hundredths <= (indicators[place] as PreparedIndicator).maximum)) {
      throw new RangeError(`The score of ${indicator} lies outside its scale`);
    }
    if (isToConfirm === true) toConfirm += 1;
    else scores[place] = hundredths;
  }
  return toConfirm;
}

function failingGates({ scores, points, openPoints }: Sums, prepared: PreparedFramework, { passRule }: Framework): FailingGate[] {
  const gates: FailingGate[] = [];
  if (points < prepared.requiredPoints) {
    const missing = prepared.requiredPoints - points;
    gates.push({
      gate: 'share',
      state: points + openPoints < prepared.requiredPoints ? 'failed' : 'open',
      required: passRule.shareOfTotal,
      lowest: shareOf(points, prepared.maximum),
      highest: shareOf(points + openPoints, prepared.maximum),
      missingPoints: missing / unitsOfPoint,
      missingShare: Math.ceil((missing * 1000) / prepared.maximum) / 10,
    });
  }
  if (prepared.minimumCount === 0) return gates;
  for (let place = 0; place < prepared.indicators.length; place += 1) {
    const { code, minimum } = prepared.indicators[place] as PreparedIndicator;
    const given = scores[place] as number;
    if (minimum === null || given >= minimum) continue;
    const isOpen = given < 0;
    gates.push({
      gate: 'minimum',
      state: isOpen ? 'open' : 'failed',
      indicator: code,
      minimum: minimum / 100,
      score: isOpen ? null : given / 100,
      distance: isOpen ? null : (minimum - given) / 100,
    });
  }
  return gates;
}

function outcomeOf(gates: readonly FailingGate[], unanswered: number): ScoreOutcome {
  if (gates.some(({ state }) => state === 'failed')) return 'not-reached';
  return unanswered > 0 ? 'undecided' : 'reached';
}

interface OpenAnswers {
  unanswered: number;
  toConfirm: number;
}

function reasonsOf(
  { outcome, unanswered, toConfirm, lowestShare, gates }: Pick<AssessmentScore, 'outcome' | 'lowestShare' | 'gates'> & OpenAnswers,
  { indicators, minimumCount, assumedCount }: PreparedFramework,
  { level, passRule }: Framework,
): ScoreReason[] {
  const required = passRule.shareOfTotal;
  const reasons: ScoreReason[] = [];
  const say = (code: ScoreReason['code'], params: ScoreReason['params']): void => void reasons.push({ code, params });
  if (outcome === 'reached') say('level-reached', { level, share: lowestShare, required });
  else if (outcome === 'undecided') say('level-undecided', { level, unanswered: unanswered });
  else say('level-not-reached', { level, gates: gates.filter(({ state }) => state === 'failed').length });
  if (gates[0]?.gate !== 'share') say('share-met', { share: lowestShare, required, over: Math.round((lowestShare - required) * 10) / 10 });
  let minimumsMissed = 0;
  for (const gate of gates) {
    if (gate.gate === 'minimum') minimumsMissed += 1;
    reasons.push(reasonOfGate(gate, unanswered));
  }
  if (minimumCount === 0) say('no-minimum-binds', {});
  else if (minimumsMissed === 0) say('minimums-met', { count: minimumCount });
  if (unanswered > 0) say('unanswered', { count: unanswered, of: indicators.length });
  if (toConfirm > 0) say('to-confirm', { count: toConfirm });
  if (assumedCount > 0) say('values-assumed', { count: assumedCount, of: indicators.length });
  return reasons;
}

function reasonOfGate(gate: FailingGate, unanswered: number): ScoreReason {
  if (gate.gate === 'minimum') {
    const { indicator, minimum, score: given, distance } = gate;
    if (gate.state === 'open') return { code: 'minimum-open', params: { indicator, minimum } };
    return { code: 'minimum-not-met', params: { indicator, score: given, minimum, distance } };
  }
  const { required, lowest, highest, missingPoints, missingShare } = gate;
  if (gate.state === 'open') return { code: 'share-open', params: { lowest, highest, required, unanswered } };
  if (unanswered > 0) return { code: 'share-out-of-reach', params: { highest, required } };
  return { code: 'share-not-met', params: { share: lowest, required, missing: missingShare, missingPoints } };
}
