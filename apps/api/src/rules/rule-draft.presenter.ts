import type { RuleChange, RuleDraftView } from '@klyngevagt/contracts';
import { changedRows, type RuleRowChange } from '@klyngevagt/db';
import { createTranslator, formatDate, type Language } from '@klyngevagt/messages';
import { effectiveReminderSteps } from '@klyngevagt/scoring';
import { Refusal } from '../http/refusal.js';
import { type RuleGround, rowsOfChange } from './asked-change.js';
import { stepsInWords } from './ladder.presenter.js';
import { presentRules } from './rule.presenter.js';
import { ruleWords } from './rule-words.js';

type ChangeView = RuleDraftView['changes'][number];

/** Each change in words, on top of those before it. One that cannot be made any more says why and is left out of the ground of the next. */
export function presentDraftChanges(asked: readonly RuleChange[], ground: RuleGround, language: Language): ChangeView[] {
  const t = createTranslator(language);
  let { rows } = ground;
  return asked.map((change) => {
    try {
      const made = rowsOfChange(change, { ...ground, rows });
      const view = { change, ...inWords(change, { ...ground, rows }, made, language), error: null };
      rows = changedRows(rows, made);
      return view;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const code = error.fields[0]?.code ?? 'wrong-form';
      return {
        change,
        ...inWords(change, { ...ground, rows }, { add: [], remove: [] }, language),
        error: t(`problems.field.${code}`),
      };
    }
  });
}

function inWords(
  change: RuleChange,
  ground: RuleGround,
  made: RuleRowChange,
  language: Language,
): Pick<ChangeView, 'label' | 'before' | 'after'> {
  const t = createTranslator(language);
  const { rows, programmes, today: on } = ground;
  if (change.kind === 'ladder') return ladderInWords(change, ground, language);
  if (change.kind === 'rule') {
    const addedId = made.add[0]?.row['id'];
    const known = presentRules(rows, programmes, language, on);
    const fresh = presentRules(changedRows(rows, made), programmes, language, on).find(({ id }) => id === addedId);
    const old = known.find(({ id }) => id === change.ruleId);
    return { label: fresh?.label ?? old?.label ?? '', before: valueOf(old), after: valueOf(fresh) };
  }
  const span = t('rules.drafts.span', { from: formatDate(change.from, language), to: formatDate(change.to, language) });
  const label = t(`rules.edit.title.${change.kind}`);
  return change.kind === 'close-days'
    ? { label: `${label}: ${language === 'da' ? change.nameDa : change.nameEn}`, before: [], after: [span] }
    : { label, before: [span], after: [] };
}

const valueOf = (rule: { value: string } | undefined) => (rule ? [rule.value] : []);

function ladderInWords(
  { event, cluster: slug, steps, effectiveFrom }: Extract<RuleChange, { kind: 'ladder' }>,
  { rows, clusters }: RuleGround,
  language: Language,
): Pick<ChangeView, 'label' | 'before' | 'after'> {
  const { t } = ruleWords(language);
  const cluster = slug === null ? null : (clusters.find((one) => one.slug === slug) ?? { id: '', name: slug });
  const present = effectiveReminderSteps(rows.reminderSteps, effectiveFrom).filter(
    (step) => step.event === event && step.clusterId === (cluster?.id ?? null),
  );
  const name = t(`explanation.reminder.event.${event}`);
  return {
    label: cluster ? t('ladders.draft.ofCluster', { event: name, cluster: cluster.name }) : t('ladders.draft.ofAll', { event: name }),
    before: stepsInWords(present, language),
    after: stepsInWords(steps, language),
  };
}
