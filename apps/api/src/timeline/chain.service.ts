import type { AuditTrialView, ChainReading, QueryOf } from '@klyngevagt/contracts';
import { createTranslator, type Language, sourceText } from '@klyngevagt/messages';
import {
  addDays,
  addWorkingDays,
  type CalendarDate,
  type ClusterDecision,
  isClosed,
  proposeValidity,
  type Rules,
  rulesUnder,
  tryAudit,
  weekday,
  workingDaysBetween,
} from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { type ClusterReading, DecisionReader } from '../portfolio/decision-reader.js';
import { ruleWords } from '../rules/rule-words.js';

type Chain = NonNullable<ChainReading['chain']>;

/** The way to an award, step by step with what it rests on, and dates that are tried without saving. */
@Injectable()
export class ChainService {
  constructor(private readonly decisions: DecisionReader) {}

  async read(caller: Caller, slug: string, time: QueryOf<'chain.read'>): Promise<ChainReading> {
    const reading = await this.decisions.readCluster(caller.scope, slug, time);
    const { on, today, known } = reading;
    return { on, today, known, chain: presentChain(reading, caller.language) };
  }

  async tryAudit(caller: Caller, slug: string, { firstDayOn, lastDayOn, ...time }: QueryOf<'audit.try'>): Promise<AuditTrialView> {
    // First whether the cluster is there for the caller: a mistake in the days must not tell.
    const reading = await this.decisions.readCluster(caller.scope, slug, time);
    if (lastDayOn !== undefined && lastDayOn < firstDayOn) {
      throw new Refusal('date-order', [{ field: 'lastDayOn', code: 'before-start' }]);
    }
    const { decision, on, cluster } = reading;
    const cycle = decision.chain?.cycle;
    const rules = rulesUnder(programmeOf(decision), reading.rules.rules, on);
    const lasts = auditLasts(reading);
    const end = lastDayOn ?? (lasts > 1 ? addWorkingDays(firstDayOn, lasts - 1, rules.closedDays) : null) ?? firstDayOn;
    const tried = cycle && tryAudit(cycle, firstDayOn, end, rules, on);
    if (!cycle || !tried) return { trial: null };
    const { kind, validFrom, validUntil } = proposeValidity(
      { level: cycle.level, assessedOn: tried.lastDayOn, approvedOn: tried.projectedDecisionOn },
      cluster.facts.awards,
      rules,
    );
    return {
      trial: {
        ...tried,
        anchorOn: cycle.anchorOn,
        orderPassed: tried.orderBy !== null && tried.orderBy < on,
        closed: closedBetween(firstDayOn, end, reading, rules, caller.language),
        validity: kind && validUntil ? { kind, validFrom, validUntil } : null,
      },
    };
  }
}

function presentChain(reading: ClusterReading, language: Language): ChainReading['chain'] {
  const { decision, on } = reading;
  const { chain } = decision;
  if (!chain) return null;
  const rules = rulesUnder(programmeOf(decision), reading.rules.rules, on);
  const words = ruleWords(language);
  const { kind, level, anchor, anchorOn } = chain.cycle;
  const steps = chain.steps.flatMap(({ step, startsOn, latestOn, rawOn, overdue, ruleId }): Chain['steps'] => {
    const rule = rules.processSteps.find(({ id }) => id === ruleId);
    if (!rule) return [];
    const label = rule.offset === 0 ? words.t('timeline.chain.sameDay') : words.phrase.processStep(rule);
    return [
      {
        step,
        startsOn,
        latestOn,
        slackWorkingDays: latestOn && workingDaysBetween(on, latestOn, rules.closedDays),
        overdue,
        rolledBack: rawOn && latestOn ? { from: rawOn, because: whyClosed(rawOn, reading, language) } : null,
        rule: { label, source: sourceText(rule.source, language), confidence: rule.confidence },
        binds: chain.bindingRuleId === ruleId,
      },
    ];
  });
  return { kind, level, anchor, anchorOn, steps, auditLasts: auditLasts(reading) };
}

function auditLasts({ decision, rules }: ClusterReading): number {
  const audit = decision.chain?.steps.find(({ step }) => step === 'audit');
  return rules.rules.processSteps.find(({ id }) => id === audit?.ruleId)?.lasts ?? 1;
}

/** The programme whose closed weeks the chain counts with. */
function programmeOf({ duty }: ClusterDecision): string | null {
  return duty?.verdict.programmeId ?? null;
}

/** Longer than any audit: a period typed by mistake is not walked through for years. */
const mostDays = 31;

function closedBetween(
  from: CalendarDate,
  to: CalendarDate,
  reading: ClusterReading,
  rules: Rules,
  language: Language,
): { on: CalendarDate; because: string }[] {
  const closed: { on: CalendarDate; because: string }[] = [];
  for (let day = from, count = 0; day <= to && count < mostDays; day = addDays(day, 1), count += 1) {
    if (isClosed(day, rules.closedDays)) closed.push({ on: day, because: whyClosed(day, reading, language) });
  }
  return closed;
}

/** The holiday or closed week by its name, else the day of the weekend. */
function whyClosed(day: CalendarDate, { rules, decision }: ClusterReading, language: Language): string {
  const named = rules.rows.closedDays.find(
    ({ dayOn, programmeId }) => dayOn === day && (programmeId === null || programmeId === programmeOf(decision)),
  );
  if (named) return language === 'da' ? named.nameDa : named.nameEn;
  return createTranslator(language)(`timeline.chain.closed.${weekday(day) === 7 ? 'sunday' : 'saturday'}`);
}
