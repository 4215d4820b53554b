import type { RuleList } from '@klyngevagt/contracts';
import { RulesRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { presentRules } from './rule.presenter.js';

const closedDaysShown = 12;

@Injectable()
export class RulesService {
  constructor(
    private readonly rules: RulesRepository,
    private readonly clock: Clock,
  ) {}

  async read({ language }: Caller): Promise<RuleList> {
    const [{ rules, rows }, today] = await Promise.all([this.rules.readRules(), this.clock.today()]);
    const next = rows.closedDays
      .filter(({ dayOn, programmeId }) => programmeId === null && dayOn >= today)
      .slice(0, closedDaysShown)
      .map(({ dayOn, nameDa, nameEn }) => ({ on: dayOn, name: language === 'da' ? nameDa : nameEn }));
    return { rules: presentRules(rows, language), closedDays: { from: rules.closedDays.from, to: rules.closedDays.to, next } };
  }
}
