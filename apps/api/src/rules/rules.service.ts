import type { QueryOf, RuleList } from '@klyngevagt/contracts';
import { PortfolioRepository, RulesRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { KnownTimes } from '../present/known-times.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import { presentRules } from './rule.presenter.js';

const closedDaysShown = 12;

@Injectable()
export class RulesService {
  constructor(
    private readonly rules: RulesRepository,
    private readonly portfolio: PortfolioRepository,
    private readonly clock: Clock,
    private readonly knownTimes: KnownTimes,
  ) {}

  async read({ language }: Caller, { on, known }: QueryOf<'rules.list'>): Promise<RuleList> {
    const knownAt = await this.knownTimes.read(known);
    const [{ rules, rows }, today, programmes] = await Promise.all([
      this.rules.readRules(knownAt),
      this.clock.today(),
      this.portfolio.readProgrammes(knownAt),
    ]);
    const day = on ?? today;
    const named = programmes.map((programme) => presentProgramme(programme, language)).map(({ id, slug, name }) => ({ id, slug, name }));
    const next = rows.closedDays
      .filter(({ dayOn }) => dayOn >= day)
      .slice(0, closedDaysShown)
      .map(({ dayOn, nameDa, nameEn, programmeId }) => ({
        on: dayOn,
        name: language === 'da' ? nameDa : nameEn,
        programme: named.find(({ id }) => id === programmeId) ?? null,
      }));
    const years = { from: rules.closedDays.from, to: rules.closedDays.to };
    return {
      rules: presentRules(rows, programmes, language, day),
      closedDays: { ...(rows.closedDays.length > 0 ? years : { from: null, to: null }), next },
      programmes: named.map(({ slug, name }) => ({ slug, name })),
    };
  }
}
