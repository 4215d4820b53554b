import { type CasesOfCluster, RecertificationCaseRepository, type Scope, type StoredCase } from '@klyngevagt/db';
import { type CaseInput, caseOn, type CaseProgress, type Cycle, type Rules } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { type ClusterReading, DecisionReader, type TimeAsked } from '../portfolio/decision-reader.js';

/** A case with what the rules say about it on the day. */
export interface CaseReading {
  stored: StoredCase;
  /** What the cluster works towards, where that is this case's affair. */
  cycle: Cycle | null;
  input: CaseInput;
  progress: CaseProgress;
}

export interface CasesReading {
  reading: ClusterReading;
  /** Rules with the closed days of the programme that decides. */
  rules: Rules;
  /** The latest first. */
  cases: readonly CaseReading[];
  experts: CasesOfCluster['experts'];
}

/** Cases of a cluster: what was recorded, counted by the same rules and the same chain as everything else. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly cases: RecertificationCaseRepository,
  ) {}

  async read(scope: Scope, slug: string, time: TimeAsked = {}): Promise<CasesReading> {
    const reading = await this.decisions.readCluster(scope, slug, time);
    const { cases, experts } = await this.cases.readCases(scope, reading.cluster.id, reading.known);
    const rules = rulesOfCase(reading);
    return { reading, rules, cases: cases.map((stored) => readCase(stored, reading, rules)), experts };
  }
}

/** What of a reading counts for a case: however the cluster was read. */
type OfCase = Pick<ClusterReading, 'decision' | 'on' | 'rules'> & { cluster: Pick<ClusterReading['cluster'], 'facts'> };

export function readCase(stored: StoredCase, reading: OfCase, rules: Rules): CaseReading {
  const { chain } = reading.decision;
  const isPresent = chain !== null && chain.cycle.key === stored.cycle && (stored.state === 'open' || stored.state === 'failed');
  const audit = isPresent ? reading.cluster.facts.audits.find(({ id }) => id === chain.booking?.auditId) : undefined;
  const input: CaseInput = {
    kind: stored.kind,
    anchorOn: isPresent ? chain.cycle.anchorOn : null,
    booking: audit ?? null,
    recorded: stored.milestones,
  };
  return { stored, cycle: isPresent ? chain.cycle : null, input, progress: caseOn(input, rules, reading.on) };
}

/** A programme's own closed weeks hold for the steps under its duty. */
export function rulesOfCase({ rules: { rules }, decision }: OfCase): Rules {
  const programmeId = decision.duty?.verdict.programmeId;
  const own = programmeId === undefined ? undefined : rules.programmeClosedDays?.get(programmeId);
  return own ? { ...rules, closedDays: own } : rules;
}
