import { inHundredths, prepareFramework, unitsOfPoint, type Framework, type PreparedFramework } from './framework.js';
import { score, type AssessmentAnswers, type AssessmentScore } from './score.js';

/** Scores tried out, by the code of the indicator. */
export type TriedScores = Readonly<Record<string, number>>;

export interface WhatIf {
  before: AssessmentScore;
  after: AssessmentScore;
  /** Percentage points of the share; null while either side misses an answer. */
  shareChange: number | null;
}

/** The same scoring with some scores changed. An indicator tried out counts as answered. Throws as `score` does. */
export function whatIf(assessment: AssessmentAnswers, framework: Framework, tried: TriedScores): WhatIf {
  const before = score(assessment, framework);
  const untouched = assessment.answers.filter(({ indicator }) => !(indicator in tried));
  const changed = Object.entries(tried).map(([indicator, value]) => ({ indicator, score: value }));
  const after = score({ answers: [...untouched, ...changed] }, framework);
  const isComparable = before.share !== null && after.share !== null;
  return { before, after, shareChange: isComparable ? Math.round(((after.share ?? 0) - (before.share ?? 0)) * 10) / 10 : null };
}

export interface Raise {
  indicator: string;
  from: number;
  to: number;
  /** Whether its binding minimum is not met, so that no set without it can do. */
  isRequired: boolean;
}

/** Why no smaller set reaches the level, in points, so that a person can check it. */
export interface RaiseProof {
  pointsNow: number;
  pointsRequired: number;
  /** How many raises the minimums demand whatever the points are. */
  requiredRaises: number;
  /** The most that a set with one raise fewer could come to; null where the set is empty or every raise is required by a minimum. */
  mostWithOneFewer: number | null;
  pointsAfter: number;
}

export type SmallestRaises =
  | { answer: 'reached' }
  /** Raises can't be counted while these have no answer. */
  | { answer: 'unanswered'; indicators: readonly string[] }
  | { answer: 'raises'; raises: readonly Raise[]; proof: RaiseProof }
  /** Full scores in every indicator do not reach it: the framework contradicts itself. */
  | { answer: 'out-of-reach' };

interface Room {
  code: string;
  place: number;
  weight: number;
  from: number;
  /** Steps above the present score, rising, in hundredths. */
  steps: readonly number[];
  least: number;
  gain: number;
}

/**
 * The fewest indicators to raise so that the level is reached, none of them further than needed. Indicators below a binding minimum have
 * to be raised; the points that are then still missing come from those with most room. No set of the same size brings more points, for
 * exchanging one of its members for an outsider never adds any: that is the proof. Where several sets are as small, the framework's order decides.
 */
export function smallestRaises(assessment: AssessmentAnswers, framework: Framework): SmallestRaises {
  const present = score(assessment, framework);
  if (present.outcome === 'reached') return { answer: 'reached' };
  if (present.unanswered.length > 0) return { answer: 'unanswered', indicators: present.unanswered };
  const prepared = prepareFramework(framework);
  const now = Math.round(present.points * unitsOfPoint);
  const rooms = roomsOf(assessment, framework, prepared);
  const required = rooms.filter(({ least }) => least > 0);
  const others = rooms.filter(({ least }) => least === 0).sort((one, other) => other.gain - one.gain || one.place - other.place);
  const chosen = [...required];
  let most = now + required.reduce((sum, { gain }) => sum + gain, 0);
  let mostWithOneFewer: number | null = null;
  for (const room of others) {
    if (most >= prepared.requiredPoints) break;
    mostWithOneFewer = most;
    chosen.push(room);
    most += room.gain;
  }
  const raises = most >= prepared.requiredPoints ? trimmed(chosen, most - prepared.requiredPoints) : null;
  if (raises === null) return { answer: 'out-of-reach' };
  const pointsAfter = raises.reduce((sum, { room, to }) => sum + room.weight * (to - room.from), now);
  return {
    answer: 'raises',
    raises: raises
      .sort((one, other) => one.room.place - other.room.place)
      .map(({ room, to }) => ({ indicator: room.code, from: room.from / 100, to: to / 100, isRequired: room.least > 0 })),
    proof: {
      pointsNow: now / unitsOfPoint,
      pointsRequired: prepared.requiredPoints / unitsOfPoint,
      requiredRaises: required.length,
      mostWithOneFewer: mostWithOneFewer === null ? null : mostWithOneFewer / unitsOfPoint,
      pointsAfter: pointsAfter / unitsOfPoint,
    },
  };
}

function roomsOf({ answers }: AssessmentAnswers, framework: Framework, prepared: PreparedFramework): Room[] {
  const given = new Map(answers.map(({ indicator, score: value }) => [indicator, inHundredths(value ?? 0)]));
  return prepared.indicators.flatMap(({ code, weight, minimum }, place) => {
    const from = given.get(code) ?? 0;
    const { scale } = framework.indicators[place] as Framework['indicators'][number];
    const steps = scale.map(({ value }) => inHundredths(value)).filter((value) => value > from);
    const least = minimum !== null && minimum > from ? minimum : 0;
    if (steps.length === 0 && least === 0) return [];
    return [{ code, place, weight, from, steps, least, gain: weight * ((steps.at(-1) ?? from) - from) }];
  });
}

/** Every raise to the top, then taken back as far as the points to spare allow, the last chosen first. Null: a minimum lies above its scale. */
function trimmed(chosen: readonly Room[], toSpare: number): { room: Room; to: number }[] | null {
  let spare = toSpare;
  const raises: { room: Room; to: number }[] = [];
  for (const room of [...chosen].reverse()) {
    const top = room.steps.at(-1) ?? room.from;
    if (top < room.least) return null;
    const to = room.steps.find((step) => step >= room.least && room.weight * (top - step) <= spare) ?? top;
    spare -= room.weight * (top - to);
    raises.push({ room, to });
  }
  return raises;
}
