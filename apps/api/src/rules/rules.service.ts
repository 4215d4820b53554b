import type { QueryOf, RuleList } from '@klyngevagt/contracts';
import { RulesRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { KnownTimes } from '../present/known-times.js';
import { presentRules } from './rule.presenter.js';

const closedDaysShown = 12;

@Injectable()
export class RulesService {
  constructor(
    private readonly rules: RulesRepository,
    private readonly clock: Clock,
    private readonly knownTimes: KnownTimes,
  ) {}

  async read({ language }: Caller, { on, known }: QueryOf<'rules.list'>): Promise<RuleList> {
    const knownAt = await this.knownTimes.read(known);
    const [{ rules, rows }, today] = await Promise.all([this.rules.readRules(knownAt), this.clock.today()]);
    const day = on ?? today;
    const next = rows.closedDays
      .filter(({ dayOn, programmeId }) => programmeId === null && dayOn >= day)
      .slice(0, closedDaysShown)
      .map(({ dayOn, nameDa, nameEn }) => ({ on: dayOn, name: language === 'da' ? nameDa : nameEn }));
    const years = { from: rules.closedDays.from, to: rules.closedDays.to };
    return {
      rules: presentRules(rows, language),
      closedDays: { ...(rows.closedDays.length > 0 ? years : { from: null, to: null }), next },
    };
  }
}
