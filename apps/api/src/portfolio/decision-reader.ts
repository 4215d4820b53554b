import {
  type ClusterPage,
  type ClusterToDecide,
  ClusterRepository,
  type ClusterWithFacts,
  type PresentState,
  type RulesAnswer,
  type Scope,
} from '@klyngevagt/db';
import { type CalendarDate, type ClusterDecision, decideCluster } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/refusal.js';
import { KnownTimes } from '../present/known-times.js';
import { KnownRules, type Programme } from '../present/known-rules.js';
import { Present } from '../present/present.js';
import { PresentPortfolio } from '../present/present-portfolio.js';

export type { Programme };

export interface DecidedCluster {
  cluster: ClusterWithFacts;
  decision: ClusterDecision;
}

/** A row of the portfolio: a cluster without what decides nothing. */
export interface DecidedRow {
  cluster: ClusterToDecide;
  decision: ClusterDecision;
}

/** Facts and rules as known now or at a recorded time, and what the rules say on a day. */
export interface Reading {
  on: CalendarDate;
  today: CalendarDate;
  /** Recorded time of facts and rules (instant); null: now. */
  known: string | null;
  /** Read before the facts: they are as new, or newer. */
  present: PresentState;
  rules: RulesAnswer;
  programmes: readonly Programme[];
  clusters: readonly DecidedCluster[];
}

export interface ReadingOfRows extends Omit<Reading, 'clusters'> {
  clusters: readonly DecidedRow[];
}

export interface ClusterReading extends Reading {
  cluster: ClusterPage;
  decision: ClusterDecision;
}

/** The two axes of time: the day asked about, and the recorded time as the request names it. */
export interface TimeAsked {
  on?: CalendarDate | undefined;
  known?: string | undefined;
}

export interface ReadingQuestion extends TimeAsked {
  scope: Scope;
  /** The state of the database that the caller was read in; default: read now. */
  present?: PresentState;
  programme?: string | undefined;
}

/** Reads facts, then decides: the one way from the database to a status. */
@Injectable()
export class DecisionReader {
  constructor(
    private readonly portfolio: PresentPortfolio,
    private readonly clusters: ClusterRepository,
    private readonly rules: KnownRules,
    private readonly present: Present,
    private readonly knownTimes: KnownTimes,
  ) {}

  /** The national portfolio, or the clusters and the duty of one programme. */
  async readPortfolio({ scope, present, programme, ...time }: ReadingQuestion): Promise<Reading> {
    const known = await this.knownTimes.read(time.known);
    const [frame, clusters] = await Promise.all([
      this.readFrame(time.on, known, present),
      this.portfolio.read({ scope, portfolio: 'national', programmeSlug: programme, known }),
    ]);
    return { ...frame, clusters: clusters.map((cluster) => decide(cluster, frame)) };
  }

  /** As `readPortfolio`, of each cluster only what decides and a row shows. */
  async readRows({ scope, present, programme, ...time }: ReadingQuestion): Promise<ReadingOfRows> {
    const known = await this.knownTimes.read(time.known);
    const [frame, clusters] = await Promise.all([
      this.readFrame(time.on, known, present),
      this.portfolio.readRows({ scope, portfolio: 'national', programmeSlug: programme, known }),
    ]);
    return { ...frame, clusters: clusters.map((cluster) => decide(cluster, frame)) };
  }

  /** Every cluster of every portfolio, on a day as it is known now. */
  async readEverything(scope: Scope, on?: CalendarDate): Promise<Reading> {
    const [frame, clusters] = await Promise.all([this.readFrame(on, null), this.portfolio.read({ scope, portfolio: 'all' })]);
    return { ...frame, clusters: clusters.map((cluster) => decide(cluster, frame)) };
  }

  /** One cluster of any portfolio with everything around it. A cluster out of scope is as one that does not exist. */
  async readCluster(scope: Scope, slug: string, time: TimeAsked = {}): Promise<ClusterReading> {
    const known = await this.knownTimes.read(time.known);
    const [frame, cluster] = await Promise.all([this.readFrame(time.on, known), this.clusters.readCluster({ scope, slug, known })]);
    const decided = { cluster, decision: decideCluster(cluster.facts, frame.rules.rules, frame.on) };
    return { ...frame, clusters: [decided], ...decided };
  }

  /** The cluster that a fact belongs to, in any portfolio of the scope. */
  async findClusterOfFact(scope: Scope, holds: (cluster: ClusterWithFacts) => boolean): Promise<ClusterWithFacts> {
    const clusters = await this.portfolio.read({ scope, portfolio: 'all' });
    const found = clusters.find(holds);
    if (!found) throw notFound();
    return found;
  }

  async today(): Promise<CalendarDate> {
    return (await this.present.read(null)).today;
  }

  async readProgrammes(): Promise<readonly Programme[]> {
    return (await this.rules.read(await this.present.read(null))).programmes;
  }

  private async readFrame(on: CalendarDate | undefined, known: string | null, state?: PresentState): Promise<Omit<Reading, 'clusters'>> {
    const present = state ?? (await this.present.read(null));
    const { today } = present;
    const rules = known === null ? await this.rules.read(present) : await this.rules.readAsKnown(known);
    return { today, on: on ?? today, known, present, ...rules };
  }
}

function decide<Cluster extends ClusterToDecide>(cluster: Cluster, { rules, on }: Pick<Reading, 'rules' | 'on'>) {
  return { cluster, decision: decideCluster(cluster.facts, rules.rules, on) };
}
