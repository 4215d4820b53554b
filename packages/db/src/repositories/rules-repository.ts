import type { CalendarDate, Rules } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { ClosedDayEntity } from '../entities/closed-day.js';
import { FigureRuleEntity } from '../entities/figure-rule.js';
import { ObligationEntity } from '../entities/obligation.js';
import { ProcessStepRuleEntity } from '../entities/process-step-rule.js';
import { ReminderStepRuleEntity } from '../entities/reminder-step-rule.js';
import { RenewalWindowRuleEntity } from '../entities/renewal-window-rule.js';
import { ValidityRuleEntity } from '../entities/validity-rule.js';
import type { Row } from '../row.js';
import { columnsOf, listOf, Parameters, tableOf, type Known } from '../sql.js';

/** Rule rows as stored, with source and confidence, for display and editing. */
export interface RuleRows {
  validity: Row<ValidityRuleEntity>[];
  renewalWindows: Row<RenewalWindowRuleEntity>[];
  figures: Row<FigureRuleEntity>[];
  processSteps: Row<ProcessStepRuleEntity>[];
  reminderSteps: Row<ReminderStepRuleEntity>[];
  closedDays: Row<ClosedDayEntity>[];
  /** What the programmes ask for. It decides as a fact of the clusters, and is changed like a rule. */
  obligations: Row<ObligationEntity>[];
}

export interface RulesAnswer {
  /** As the decisions take them. Closed days of a programme stand apart. */
  rules: Rules;
  rows: RuleRows;
  /** Rises with every change of a rule, programme, obligation or closed day. */
  version: number;
}

export class RulesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All rules of all times. They are public: no scope. */
  async readRules(known: Known = null): Promise<RulesAnswer> {
    const parameters = new Parameters();
    const rows = (entity: RuleEntity, order: string) =>
      listOf(
        `select ${columnsOf(this.dataSource, entity, 'rule')} from ${tableOf(this.dataSource, entity, known, parameters)} as rule order by ${order}`,
      );
    const sql = `select
      ${rows(ValidityRuleEntity, 'level, kind, effective_from')} as validity,
      ${rows(RenewalWindowRuleEntity, 'level, effective_from')} as "renewalWindows",
      ${rows(FigureRuleEntity, 'key, effective_from')} as figures,
      ${rows(ProcessStepRuleEntity, 'kind, step, effective_from')} as "processSteps",
      ${rows(ReminderStepRuleEntity, 'event, offset_days, effective_from')} as "reminderSteps",
      ${rows(ClosedDayEntity, 'day_on')} as "closedDays",
      ${rows(ObligationEntity, 'starts_on, id')} as obligations,
      (select version::int from rules_version) as version`;
    const [{ version, ...gathered }] = (await this.dataSource.query(sql, parameters.values)) as [RuleRows & { version: number }];
    return { rules: toRules(gathered), rows: gathered, version };
  }
}

type RuleEntity = new () => { id: string };

/** As the decisions take them. A programme's own closed days stand beside those for everybody, which they contain. */
export function toRules({ closedDays, obligations: _, ...rules }: RuleRows): Rules {
  const days = closedDays.filter((closed) => closed.programmeId === null).map((closed) => closed.dayOn);
  const years = wholeYears(days);
  const own = new Map<string, Set<CalendarDate>>();
  for (const { programmeId, dayOn } of closedDays) {
    if (programmeId !== null) own.set(programmeId, (own.get(programmeId) ?? new Set(days)).add(dayOn));
  }
  const programmeClosedDays = new Map([...own].map(([programmeId, all]) => [programmeId, { ...years, days: all }]));
  return { ...rules, closedDays: { ...years, days: new Set(days) }, programmeClosedDays };
}

/** Closed days are entered for whole years: the calendar is known from the first day of the first to the last of the last. */
function wholeYears(days: readonly CalendarDate[]): { from: CalendarDate; to: CalendarDate } {
  const first = days[0]?.slice(0, 4) ?? '0001';
  const last = days.at(-1)?.slice(0, 4) ?? '0001';
  return { from: `${first}-01-01` as CalendarDate, to: `${last}-12-31` as CalendarDate };
}
