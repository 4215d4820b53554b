import type { RuleChange, RuleDraftView } from '@klyngevagt/contracts';
import { changedRows, type RuleRowChange, type RuleRows } from '@klyngevagt/db';
import { createTranslator, formatDate, type Language } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { Refusal } from '../http/refusal.js';
import { type RuleGround, rowsOfChange } from './asked-change.js';
import { presentRules } from './rule.presenter.js';

type ChangeView = RuleDraftView['changes'][number];

/** Each change in words, on top of those before it. One that cannot be made any more says why and is left out of the ground of the next. */
export function presentDraftChanges(asked: readonly RuleChange[], ground: RuleGround, language: Language): ChangeView[] {
  const t = createTranslator(language);
  let { rows } = ground;
  return asked.map((change) => {
    try {
      const made = rowsOfChange(change, { ...ground, rows });
      const view = { change, ...inWords(change, rows, made, language, ground.today), error: null };
      rows = changedRows(rows, made);
      return view;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const code = error.fields[0]?.code ?? 'wrong-form';
      return {
        change,
        ...inWords(change, rows, { add: [], removeClosedDays: [] }, language, ground.today),
        error: t(`problems.field.${code}`),
      };
    }
  });
}

function inWords(
  change: RuleChange,
  rows: RuleRows,
  made: RuleRowChange,
  language: Language,
  on: CalendarDate,
): Pick<ChangeView, 'label' | 'before' | 'after'> {
  const t = createTranslator(language);
  if (change.kind === 'rule' || change.kind === 'new-reminder-step') {
    const addedId = made.add[0]?.row['id'];
    const known = presentRules(rows, language, on);
    const fresh = presentRules(changedRows(rows, made), language, on).find(({ id }) => id === addedId);
    const old = change.kind === 'rule' ? known.find(({ id }) => id === change.ruleId) : undefined;
    return { label: fresh?.label ?? old?.label ?? '', before: old?.value ?? null, after: fresh?.value ?? null };
  }
  const span = t('rules.drafts.span', { from: formatDate(change.from, language), to: formatDate(change.to, language) });
  const label = t(`rules.edit.title.${change.kind}`);
  return change.kind === 'close-days'
    ? { label: `${label}: ${language === 'da' ? change.nameDa : change.nameEn}`, before: null, after: span }
    : { label, before: span, after: null };
}
