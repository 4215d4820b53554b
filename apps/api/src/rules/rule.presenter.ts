import type { RuleList } from '@klyngevagt/contracts';
import type { RuleRows } from '@klyngevagt/db';
import { type Language, sourceText } from '@klyngevagt/messages';
import type { RuleSource } from '@klyngevagt/scoring';
import { ruleWords, type RuleWords } from './rule-words.js';

type RuleView = RuleList['rules'][number];

/** Every rule with its value, source and how sure it is. */
export function presentRules(rows: RuleRows, language: Language): RuleView[] {
  const words = ruleWords(language);
  const { t } = words;
  return [
    ...rows.validity.map((rule) =>
      view(
        rule,
        'validity',
        t('explanation.listed.validity', { ...words.level(rule.level), kind: t(`explanation.ruleKind.${rule.kind}`) }),
        words.months(rule.months),
      ),
    ),
    ...rows.renewalWindows.map((rule) =>
      view(
        rule,
        'renewal-window',
        t('explanation.listed.renewal-window', words.level(rule.level)),
        t(`explanation.listed.windowEvent.${rule.event}`, { value: words.months(rule.months) }),
      ),
    ),
    ...rows.figures.map((rule) => view(rule, 'figure', t(`explanation.listed.figure.${rule.key}`), words.figure(rule))),
    ...rows.processSteps.map((rule) => view(rule, 'process-step', stepLabel(rule, words), stepValue(rule, words))),
    ...rows.reminderSteps.map((rule) => view(rule, 'reminder-step', words.reminderStep(rule), recipientsOf(rule, words))),
  ].map((rule) => ({ ...rule, source: sourceText(rule.source, language) }));
}

function view({ id, effectiveFrom, source, confidence }: RuleSource, group: RuleView['group'], label: string, value: string): RuleView {
  return { id, group, label, value, effectiveFrom, source, confidence };
}

function stepLabel({ step, kind }: RuleRows['processSteps'][number], { t }: RuleWords): string {
  return t(`explanation.listed.step.${step}`, { kind: t(`explanation.ruleKind.${kind}`) });
}

function stepValue(rule: RuleRows['processSteps'][number], words: RuleWords): string {
  const distance = words.t(`explanation.listed.before.${rule.before}`, { value: words.distance(rule) });
  return rule.lasts > 1 ? `${distance}${words.t('explanation.listed.lasts', { count: rule.lasts })}` : distance;
}

function recipientsOf({ recipients }: RuleRows['reminderSteps'][number], { t }: RuleWords): string {
  return recipients.map((role) => t(`explanation.listed.recipients.${role}`)).join(', ');
}
