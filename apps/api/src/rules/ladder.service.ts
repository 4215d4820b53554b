import type { LadderList, LadderTrial, LadderTrialProgress, QueryOf } from '@klyngevagt/contracts';
import { everyCluster, PortfolioRepository, RulesRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { KnownTimes } from '../present/known-times.js';
import { presentLadders } from './ladder.presenter.js';
import { RuleSimulation } from './rule-simulation.js';

/** Steps of reminders, and what they would have sent. They are changed as all rules are: `RuleEditService`. */
@Injectable()
export class LadderService {
  private tried: { state: string; trial: Promise<LadderTrial> } | null = null;

  constructor(
    private readonly rules: RulesRepository,
    private readonly portfolio: PortfolioRepository,
    private readonly decisions: DecisionReader,
    private readonly simulation: RuleSimulation,
    private readonly knownTimes: KnownTimes,
  ) {}

  /** Of single clusters only those that the caller may see. */
  async list({ language, scope }: Caller, { on, known }: QueryOf<'ladder.list'>): Promise<LadderList> {
    const knownAt = await this.knownTimes.read(known);
    const [{ rows }, clusters, today] = await Promise.all([
      this.rules.readRules(knownAt),
      this.portfolio.readPortfolio({ scope, portfolio: 'all', known: knownAt }),
      this.decisions.today(),
    ]);
    const named = clusters.map(({ id, slug, name }) => ({ id, slug, name }));
    const day = on ?? today;
    const ladders = presentLadders(rows.reminderSteps, named, day, language);
    return { on: day, events: ladders, clusters: named.map(({ slug, name }) => ({ slug, name })) };
  }

  /** A year takes a second of computing: whoever asks for the same while nothing has changed gets the same trial. */
  async tryPresent(caller: Caller): Promise<LadderTrial> {
    const { clusters, rules, today } = caller.present;
    const state = [caller.language, clusters, rules, today].join(' ');
    if (this.tried?.state !== state) {
      const trial = this.decisions.readEverything(everyCluster).then((reading) => this.simulation.tryPresentLadders(caller, reading));
      this.tried = { state, trial };
      trial.catch(() => (this.tried = null));
    }
    return this.tried.trial;
  }

  progressOf(caller: Caller): LadderTrialProgress {
    return { percent: this.simulation.percentOf(caller) };
  }
}
