import {
  type ClusterPage,
  ClusterRepository,
  type ClusterWithFacts,
  PortfolioRepository,
  RulesRepository,
  type RulesAnswer,
  type Scope,
} from '@klyngevagt/db';
import { type CalendarDate, type ClusterDecision, decideCluster } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { notFound } from '../http/refusal.js';

export type Programme = Awaited<ReturnType<PortfolioRepository['readProgrammes']>>[number];

export interface DecidedCluster {
  cluster: ClusterWithFacts;
  decision: ClusterDecision;
}

/** Facts and rules as known now, and what the rules say on a day. */
export interface Reading {
  on: CalendarDate;
  today: CalendarDate;
  rules: RulesAnswer;
  programmes: readonly Programme[];
  clusters: readonly DecidedCluster[];
}

export interface ClusterReading extends Reading {
  cluster: ClusterPage;
  decision: ClusterDecision;
}

export interface ReadingQuestion {
  scope: Scope;
  on?: CalendarDate | undefined;
  programme?: string | undefined;
}

/** Reads facts, then decides: the one way from the database to a status. */
@Injectable()
export class DecisionReader {
  constructor(
    private readonly portfolio: PortfolioRepository,
    private readonly clusters: ClusterRepository,
    private readonly rules: RulesRepository,
    private readonly clock: Clock,
  ) {}

  /** The national portfolio, or the clusters and the duty of one programme. */
  async readPortfolio({ scope, on, programme }: ReadingQuestion): Promise<Reading> {
    const [frame, clusters] = await Promise.all([
      this.readFrame(on),
      this.portfolio.readPortfolio({ scope, portfolio: 'national', programmeSlug: programme }),
    ]);
    return { ...frame, clusters: clusters.map((cluster) => decide(cluster, frame)) };
  }

  /** Every cluster of every portfolio. */
  async readEverything(scope: Scope): Promise<Reading> {
    const [frame, clusters] = await Promise.all([this.readFrame(undefined), this.portfolio.readPortfolio({ scope, portfolio: 'all' })]);
    return { ...frame, clusters: clusters.map((cluster) => decide(cluster, frame)) };
  }

  /** One cluster of any portfolio with everything around it. A cluster out of scope is as one that does not exist. */
  async readCluster(scope: Scope, slug: string, on?: CalendarDate): Promise<ClusterReading> {
    const [frame, cluster] = await Promise.all([this.readFrame(on), this.clusters.readCluster({ scope, slug })]);
    const decided = { cluster, decision: decideCluster(cluster.facts, frame.rules.rules, frame.on) };
    return { ...frame, clusters: [decided], ...decided };
  }

  /** The cluster that a fact belongs to, in any portfolio of the scope. */
  async findClusterOfFact(scope: Scope, holds: (cluster: ClusterWithFacts) => boolean): Promise<ClusterWithFacts> {
    const clusters = await this.portfolio.readPortfolio({ scope, portfolio: 'all' });
    const found = clusters.find(holds);
    if (!found) throw notFound();
    return found;
  }

  async today(): Promise<CalendarDate> {
    return this.clock.today();
  }

  async readProgrammes(): Promise<readonly Programme[]> {
    return this.portfolio.readProgrammes();
  }

  private async readFrame(on: CalendarDate | undefined): Promise<Omit<Reading, 'clusters'>> {
    const [today, rules, programmes] = await Promise.all([this.clock.today(), this.rules.readRules(), this.portfolio.readProgrammes()]);
    return { today, on: on ?? today, rules, programmes };
  }
}

function decide(cluster: ClusterWithFacts, { rules, on }: Pick<Reading, 'rules' | 'on'>): DecidedCluster {
  return { cluster, decision: decideCluster(cluster.facts, rules.rules, on) };
}
