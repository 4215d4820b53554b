import type { Framework } from './framework.js';
import { score, type AssessmentAnswers } from './score.js';

/** One cycle of a cluster: what it thought of itself, and what the audit agreed on. Both under the framework they were made under. */
export interface CalibrationCycle {
  /** Identifies the cycle for whoever asks. */
  id: string;
  framework: Framework;
  selfTest: AssessmentAnswers;
  agreed: AssessmentAnswers;
}

/** `optimist`: above the audit in some cycle and never below it. `mixed`: above in one and below in another. */
export type Tendency = 'optimist' | 'pessimist' | 'even' | 'mixed' | 'not-compared';

export interface Comparison {
  cycleId: string;
  selfTest: number;
  agreed: number;
  /** Self-test minus agreed, in the unit of the two. Positive: the cluster thought better of itself. */
  difference: number;
}

export interface IndicatorCalibration {
  indicator: string;
  tendency: Tendency;
  /** Cycles in which both sides answered, the oldest first; scores as given. */
  cycles: readonly Comparison[];
}

export interface Calibration {
  indicators: readonly IndicatorCalibration[];
  /** Shares in percent, of the cycles in which both sides are complete. */
  shares: readonly Comparison[];
  /** The newest comparison of shares: what the audit came to last time. Never a forecast. Null: there is none. */
  lastTime: Comparison | null;
}

/**
 * Compares self-tests with agreed results, given from the oldest cycle to the newest. An indicator that one side left open or has yet to
 * confirm is not compared: a missing answer is no zero. Indicators of every framework met are listed, in order of first appearance.
 */
export function calibrate(cycles: readonly CalibrationCycle[]): Calibration {
  const byIndicator = new Map<string, Comparison[]>();
  const shares: Comparison[] = [];
  for (const { id, framework, selfTest, agreed } of cycles) {
    const [own, audited] = [answered(selfTest), answered(agreed)];
    for (const { code } of framework.indicators) {
      const compared = byIndicator.get(code) ?? [];
      byIndicator.set(code, compared);
      append(compared, id, own.get(code), audited.get(code));
    }
    append(shares, id, score(selfTest, framework).share ?? undefined, score(agreed, framework).share ?? undefined);
  }
  const indicators = [...byIndicator].map(([indicator, compared]) => ({ indicator, tendency: tendencyOf(compared), cycles: compared }));
  return { indicators, shares, lastTime: shares.at(-1) ?? null };
}

function answered({ answers }: AssessmentAnswers): Map<string, number> {
  return new Map(
    answers.flatMap(({ indicator, score: value, isToConfirm }) => (value === null || isToConfirm === true ? [] : [[indicator, value]])),
  );
}

function append(compared: Comparison[], cycleId: string, selfTest: number | undefined, agreed: number | undefined): void {
  if (selfTest === undefined || agreed === undefined) return;
  compared.push({ cycleId, selfTest, agreed, difference: Math.round((selfTest - agreed) * 100) / 100 });
}

function tendencyOf(compared: readonly Comparison[]): Tendency {
  if (compared.length === 0) return 'not-compared';
  const isAbove = compared.some(({ difference }) => difference > 0);
  const isBelow = compared.some(({ difference }) => difference < 0);
  if (isAbove && isBelow) return 'mixed';
  if (isAbove) return 'optimist';
  return isBelow ? 'pessimist' : 'even';
}
