import type { RuleList, RuleValue } from '@klyngevagt/contracts';
import type { RuleRows } from '@klyngevagt/db';
import { type Language, sourceText } from '@klyngevagt/messages';
import type { CalendarDate, FigureKey, RuleSource } from '@klyngevagt/scoring';
import type { Programme } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import { ruleWords, type RuleWords } from './rule-words.js';

type RuleView = RuleList['rules'][number];

/** Every rule with its value, source and how sure it is, but for the steps of reminders: `presentLadders`. */
export function presentRules(rows: RuleRows, programmes: readonly Programme[], language: Language, on: CalendarDate): RuleView[] {
  const words = ruleWords(language);
  const { t } = words;
  return [
    ...rows.validity.map((rule) =>
      view(
        rule,
        t('explanation.listed.validity', { ...words.level(rule.level), kind: t(`explanation.ruleKind.${rule.kind}`) }),
        words.months(rule.months),
        { group: 'validity', months: rule.months },
        appliesOn(rows.validity, rule, ['level', 'kind'], on),
      ),
    ),
    ...rows.renewalWindows.map((rule) =>
      view(
        rule,
        t('explanation.listed.renewal-window', words.level(rule.level)),
        t(`explanation.listed.windowEvent.${rule.event}`, { value: words.months(rule.months) }),
        { group: 'renewal-window', months: rule.months, event: rule.event },
        appliesOn(rows.renewalWindows, rule, ['level'], on),
      ),
    ),
    ...rows.figures.map((rule) =>
      view(
        rule,
        t(`explanation.listed.figure.${rule.key}`),
        words.figure(rule),
        { group: 'figure', value: rule.value },
        appliesOn(rows.figures, rule, ['key'], on),
      ),
    ),
    ...rows.processSteps.map((rule) =>
      view(
        rule,
        stepLabel(rule, words),
        stepValue(rule, words),
        { group: 'process-step', offset: rule.offset, unit: rule.unit, lasts: rule.lasts },
        appliesOn(rows.processSteps, rule, ['step', 'kind'], on),
      ),
    ),
    ...presentObligations(rows.obligations, programmes, language, on),
  ].map((rule) => ({ ...rule, source: sourceText(rule.source, language) }));
}

function presentObligations(
  rows: RuleRows['obligations'],
  programmes: readonly Programme[],
  language: Language,
  on: CalendarDate,
): RuleView[] {
  const words = ruleWords(language);
  const duties = rows.map((row) => ({ ...row, effectiveFrom: row.startsOn }));
  return programmes.flatMap((programme) => {
    const label = words.t('explanation.listed.obligation', { programme: presentProgramme(programme, language).name });
    const own = duties.filter(({ programmeId }) => programmeId === programme.id);
    return own.map((duty) => {
      const { requiredLevel, acceptsRenewalWindow } = duty;
      const asks = acceptsRenewalWindow ? 'windowCounts' : 'windowCountsNot';
      const value = words.t(`explanation.listed.asks.${asks}`, words.level(requiredLevel));
      const values = { group: 'obligation', requiredLevel, acceptsRenewalWindow } as const;
      return view(duty, label, value, values, appliesOn(own, duty, [], on));
    });
  });
}

function view(
  { id, effectiveFrom, source, confidence, key = null }: RuleSource & { key?: FigureKey | null },
  label: string,
  value: string,
  values: RuleValue,
  applies: RuleView['applies'],
): RuleView {
  return { id, group: values.group, label, value, values, unit: unitOf(key), key, applies, effectiveFrom, source, confidence };
}

function unitOf(key: FigureKey | null): RuleView['unit'] {
  if (key === null) return null;
  return key.endsWith('-years') ? 'years' : key.endsWith('-months') ? 'months' : 'days';
}

/** Of the rows with the same key, the newest that has begun applies. */
function appliesOn<R extends RuleSource>(rows: readonly R[], rule: R, key: readonly (keyof R)[], on: CalendarDate): RuleView['applies'] {
  if (rule.effectiveFrom > on) return 'later';
  const isReplaced = rows.some(
    (other) => key.every((field) => other[field] === rule[field]) && other.effectiveFrom <= on && other.effectiveFrom > rule.effectiveFrom,
  );
  return isReplaced ? 'no-longer' : 'now';
}

function stepLabel({ step, kind }: RuleRows['processSteps'][number], { t }: RuleWords): string {
  return t(`explanation.listed.step.${step}`, { kind: t(`explanation.ruleKind.${kind}`) });
}

function stepValue(rule: RuleRows['processSteps'][number], words: RuleWords): string {
  const distance = words.t(`explanation.listed.before.${rule.before}`, { value: words.distance(rule) });
  return rule.lasts > 1 ? `${distance}${words.t('explanation.listed.lasts', { count: rule.lasts })}` : distance;
}
