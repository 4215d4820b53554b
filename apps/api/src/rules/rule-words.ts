import { createTranslator, type Language } from '@klyngevagt/messages';
import type { FigureRule, ProcessStepRule, ReminderStepRule, RenewalWindowRule, ValidityRule } from '@klyngevagt/scoring';

/** Words that rules, explanations and reminders share in one language. */
export function ruleWords(language: Language) {
  const t = createTranslator(language);
  const days = (count: number) => t('explanation.days', { count });
  const months = (count: number) => t('explanation.months', { count });
  const level = (code: string) => {
    const word = t(`mail.level.${code}`);
    return { level: word, levelCapital: word.charAt(0).toUpperCase() + word.slice(1) };
  };
  const distance = ({ offset, unit }: Pick<ProcessStepRule, 'offset' | 'unit'>) =>
    unit === 'working-days' ? t('explanation.workingDays', { count: offset }) : days(offset);
  const figure = ({ key, value }: FigureRule) =>
    key.endsWith('-years') ? t('explanation.years', { count: value }) : key.endsWith('-months') ? months(value) : days(value);
  return {
    t,
    days,
    months,
    level,
    distance,
    figure,
    /** One phrase for a rule beside an explanation: "Booking 60 dage før audit". */
    phrase: {
      validity: (rule: ValidityRule) => t(`explanation.rule.validity.${rule.kind}`, { ...level(rule.level), value: months(rule.months) }),
      renewalWindow: (rule: RenewalWindowRule) =>
        t('explanation.rule.renewal-window', { ...level(rule.level), value: months(rule.months) }),
      figure: (rule: FigureRule) => t(`explanation.rule.figure.${rule.key}`, { value: figure(rule) }),
      processStep: (rule: ProcessStepRule) => t(`explanation.rule.step.${rule.step}`, { value: distance(rule) }),
    },
    reminderStep: ({
      event,
      offsetDays,
      unit = 'calendar-days',
    }: Pick<ReminderStepRule, 'event' | 'offsetDays'> & Partial<ReminderStepRule>) => {
      const values = { event: t(`explanation.reminder.event.${event}`), days: distance({ offset: Math.abs(offsetDays), unit }) };
      return t(`explanation.reminder.${offsetDays < 0 ? 'before' : offsetDays > 0 ? 'after' : 'on'}`, values);
    },
  };
}

export type RuleWords = ReturnType<typeof ruleWords>;
