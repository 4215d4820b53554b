import type { Explanation } from '@klyngevagt/contracts';
import { formatLongDate, type Language } from '@klyngevagt/messages';
import { type CalendarDate, type ClusterDecision, figureOn } from '@klyngevagt/scoring';
import type { DecidedCluster, Reading } from '../portfolio/decision-reader.js';
import { presentReasons } from '../portfolio/reason.presenter.js';
import { requiredLevelOf } from '../portfolio/required-level.js';
import { ruleWords } from '../rules/rule-words.js';
import type { Explained } from './explained.js';
import { explainArithmetic } from './explained-arithmetic.js';
import { explainFacts } from './explained-facts.js';
import { explainRules } from './explained-rules.js';

/** "Hvorfor?": what was known, how it was counted, by which rules, in the order in which one would check them. */
export function explain(decided: DecidedCluster, reading: Reading, language: Language): Explanation {
  const { decision } = decided;
  const isDuty = decision.bound || decision.verdicts.length > 0;
  const state = isDuty ? decision.required : decision.label;
  const level = state.level ?? requiredLevelOf(decided) ?? 'gold';
  const explained: Explained = { decided, reading, state, level, language, words: ruleWords(language) };
  return {
    sentence: sentenceOf(explained),
    facts: explainFacts(explained),
    arithmetic: explainArithmetic(explained),
    rules: explainRules(explained),
    reasons: presentReasons(decision.reasons, reading.programmes, language),
  };
}

function sentenceOf({ decided, reading, state, level, language, words }: Explained): string {
  const { t, days } = words;
  const { decision, cluster } = decided;
  const date = (on: CalendarDate | null) => (on === null ? '' : formatLongDate(on, language));
  const horizon = figureOn(reading.rules.rules, 'expiring-horizon-days', reading.on);
  const isOpen = state.status === 'in-force' && state.validUntil === null;
  const label = t(`explanation.status.${state.status}`, {
    ...words.level(level),
    validUntil: date(state.validUntil),
    windowEndsOn: date(state.windowEndsOn),
    days: days(Math.abs(state.daysLeft ?? 0)),
    horizonDays: horizon?.value ?? '',
    ...(isOpen && { context: 'open' }),
  });
  const obligation = cluster.facts.obligations.find(({ programmeId }) => programmeId === decision.verdictProgrammeId);
  const isAccepted = decision.verdict === 'renewable' && obligation?.acceptsRenewalWindow === true;
  const verdict = t(`explanation.verdict.${decision.verdict}`, isAccepted ? { context: 'accepted' } : {});
  const booking = decision.chain && decision.bound ? [t(`explanation.booking.${bookingOf(decided)}`)] : [];
  return [label, ...booking, ...whatOfTheDutyIsNotKnown(decision, reading, language), verdict].join(' ');
}

/** Where the label is known, the duty is what a verdict cannot be given for. */
function whatOfTheDutyIsNotKnown({ verdict, reasons }: ClusterDecision, { programmes }: Reading, language: Language): string[] {
  if (verdict !== 'unknown') return [];
  const ofDuty = reasons.filter(({ code }) => code === 'membership-not-known' || code === 'duty-not-known');
  return presentReasons(ofDuty, programmes, language).map(({ text }) => text);
}

function bookingOf({ decision }: DecidedCluster): 'none' | 'inTime' | 'tooLate' {
  const booking = decision.chain?.booking;
  return !booking ? 'none' : booking.inTime ? 'inTime' : 'tooLate';
}
