import { formatLongDate } from '../dates.js';
import type { FootLine } from './mail-body.js';
import { isLastSafeDay } from './reminder-lead.js';
import type { Told } from './reminder-words.js';

/** Where the date comes from: worked out by rules, or stated by somebody. */
export function originOf(input: Told): FootLine {
  const { t, topic, situation } = input;
  const { event } = situation.event;
  const isWorkedOut = event === 'booking' || event === 'end' || event === 'window-end' || (event === 'milestone' && isLastSafeDay(input));
  const link = (label: 'calculation' | 'page') => ({ label: t(`reminderMail.foot.${label}`), url: topic.links.calculation });
  if (!isWorkedOut) return { label: t('reminderMail.foot.from'), text: t(`reminderMail.foot.origin.${event}`), link: link('page') };
  const sentences = event === 'booking' ? bookingDay(input) : event === 'milestone' ? stepDay(input) : endDay(input);
  return { label: t('reminderMail.foot.how'), text: sentences.join(' '), link: link('calculation') };
}

function endDay({ t, situation: { kind, windowMonths } }: Told): string[] {
  const isOver = kind !== 'end-ahead' && kind !== 'end-today';
  return [
    t('reminderMail.foot.howEnd'),
    ...(isOver && windowMonths !== null ? [t('reminderMail.foot.howWindow', { months: windowMonths })] : []),
  ];
}

function bookingDay(input: Told): string[] {
  const { t, words, language } = input;
  const [audit, booking] = [stepAndRule(input, 'audit'), stepAndRule(input, 'order')];
  const sentences: string[] = [];
  if (audit.rule) sentences.push(t('reminderMail.foot.howDecision', { ...words, days: audit.rule.offset }));
  if (booking.rule && booking.step?.latestOn) {
    const raw = formatLongDate(booking.step.rawOn ?? booking.step.latestOn, language);
    sentences.push(t('reminderMail.foot.howOrder', { ...words, days: booking.rule.offset, raw }));
    const deadline = formatLongDate(booking.step.latestOn, language);
    if (booking.step.rawOn) sentences.push(t('reminderMail.foot.howRolledBack', { ...words, deadline }));
  }
  return [...sentences, ...assumptionOf(t, [audit.rule, booking.rule])];
}

/** In the words that the case uses for the same rule. */
function stepDay(input: Told): string[] {
  const { t, words, language, situation } = input;
  const { rule, step } = stepAndRule(input, situation.event.subject ?? '');
  if (!rule) return [];
  const value = t(rule.unit === 'working-days' ? 'explanation.workingDays' : 'explanation.days', { count: rule.offset });
  const rawOn = step?.latestOn === situation.event.deadlineOn ? step.rawOn : null;
  return [
    `${t(`explanation.rule.step.${rule.step}`, { value })}.`,
    ...(rawOn === null ? [] : [t('reminderMail.foot.howStepRolledBack', { ...words, raw: formatLongDate(rawOn, language) })]),
    ...assumptionOf(t, [rule]),
  ];
}

function stepAndRule({ topic: { decision, rules } }: Told, name: string) {
  const step = decision.chain?.steps.find((candidate) => candidate.step === name) ?? null;
  return { step, rule: rules.processSteps.find(({ id }) => id === step?.ruleId) ?? null };
}

function assumptionOf(t: Told['t'], rules: readonly ({ confidence: string } | null)[]): string[] {
  return rules.some((rule) => rule !== null && rule.confidence !== 'sourced') ? [t('reminderMail.foot.assumption')] : [];
}
