import type { CalibrationView, QueryOf } from '@klyngevagt/contracts';
import { AssessmentRepository, FrameworkRepository, type StoredAssessment, type StoredFramework } from '@klyngevagt/db';
import { calibrate, type CalibrationCycle, type Comparison } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { DecisionReader } from '../portfolio/decision-reader.js';

/** A round in which the cluster and the audit both scored. */
interface Pair {
  framework: StoredFramework;
  selfTest: StoredAssessment;
  agreed: StoredAssessment & { closedOn: NonNullable<StoredAssessment['closedOn']> };
}

/** What a cluster thought of itself against what the audit agreed on, round by round. */
@Injectable()
export class CalibrationService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly assessments: AssessmentRepository,
    private readonly frameworks: FrameworkRepository,
  ) {}

  async read({ scope, language }: Caller, slug: string, time: QueryOf<'calibration.read'>): Promise<CalibrationView> {
    const { cluster, on, known } = await this.decisions.readCluster(scope, slug, time);
    const [all, frameworks] = await Promise.all([
      this.assessments.readOfCluster(scope, slug, known),
      this.frameworks.readFrameworks(known),
    ]);
    const pairs = pairsOf(
      all.filter(({ state, closedOn }) => state === 'closed' && closedOn !== null && closedOn <= on),
      frameworks,
    );
    const { indicators, shares, lastTime } = calibrate(pairs.map(cycleOf));
    const named = new Map(pairs.flatMap(({ framework }) => framework.indicators.map((one) => [one.code, one] as const)));
    return {
      cluster: { slug, name: cluster.name },
      on,
      rounds: pairs.map(({ agreed, framework }) => {
        const share = shares.find(({ cycleId }) => cycleId === String(agreed.round));
        return {
          round: agreed.round,
          closedOn: agreed.closedOn,
          frameworkVersion: framework.version,
          illustrative: agreed.confidence === 'illustrative',
          shares: share ? compared(share) : null,
        };
      }),
      lastTime: lastTime && compared(lastTime),
      indicators: indicators.map(({ indicator, tendency, cycles }) => ({
        code: indicator,
        name: (language === 'da' ? named.get(indicator)?.nameDa : named.get(indicator)?.nameEn) ?? indicator,
        tendency,
        rounds: cycles.map(compared),
      })),
    };
  }
}

/** The oldest first. Both sides under the same version: scores of two versions can't be compared. */
function pairsOf(closed: readonly StoredAssessment[], frameworks: readonly StoredFramework[]): Pair[] {
  const pairs = closed.flatMap((agreed): Pair[] => {
    const { kind, round, frameworkId, closedOn } = agreed;
    if (kind !== 'agreed' || closedOn === null) return [];
    const selfTest = closed.find((one) => one.kind === 'self-test' && one.round === round && one.frameworkId === frameworkId);
    const framework = frameworks.find(({ id }) => id === frameworkId);
    return selfTest && framework ? [{ framework, selfTest, agreed: { ...agreed, closedOn } }] : [];
  });
  return pairs.sort((one, other) => one.agreed.round - other.agreed.round);
}

const cycleOf = ({ framework, selfTest, agreed }: Pair): CalibrationCycle => ({ id: String(agreed.round), framework, selfTest, agreed });

const compared = ({ cycleId, selfTest, agreed, difference }: Comparison) => ({ round: Number(cycleId), selfTest, agreed, difference });
