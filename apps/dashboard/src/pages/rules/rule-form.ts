import type { RuleChange, RuleList } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import type { TFunction } from 'i18next';
import { ApiProblem } from '../../api-client.js';
import type { FieldError } from '../../parts/SideDrawerForm.js';
import { parseTypedDate, typedDate } from '../../typed-date.js';

export type Rule = RuleList['rules'][number];

/** What is edited: a rule that stands there, or closed days. */
export type RuleTask = { kind: 'rule'; rule: Rule } | { kind: 'close-days' } | { kind: 'open-days' };

/** As typed. Each task uses some of it. */
export interface RuleForm {
  number: string;
  /** Working days that the step lasts. */
  lasts: string;
  unit: 'calendar-days' | 'working-days';
  windowEvent: 'assessed' | 'approved';
  requiredLevel: 'bronze' | 'silver' | 'gold';
  /** Whether a label that ended and can still be renewed satisfies the programme. */
  acceptsRenewalWindow: 'counts' | 'counts-not';
  from: string;
  to: string;
  /** Empty: everybody. */
  programme: string;
  nameDa: string;
  nameEn: string;
  effectiveFrom: string;
  source: string;
  confidence: 'sourced' | 'partly' | 'assumption';
}

export function ruleFormOf(task: RuleTask, today: CalendarDate): RuleForm {
  const form: RuleForm = {
    number: '',
    lasts: '0',
    unit: 'calendar-days',
    windowEvent: 'approved',
    requiredLevel: 'gold',
    acceptsRenewalWindow: 'counts-not',
    from: '',
    to: '',
    programme: '',
    nameDa: '',
    nameEn: '',
    effectiveFrom: typedDate(today),
    source: '',
    confidence: 'assumption',
  };
  if (task.kind !== 'rule') return form;
  const { values } = task.rule;
  switch (values.group) {
    case 'validity':
      return { ...form, number: String(values.months) };
    case 'renewal-window':
      return { ...form, number: String(values.months), windowEvent: values.event };
    case 'figure':
      return { ...form, number: String(values.value) };
    case 'process-step':
      return { ...form, number: String(values.offset), unit: values.unit, lasts: String(values.lasts) };
    case 'obligation':
      return { ...form, requiredLevel: values.requiredLevel, acceptsRenewalWindow: values.acceptsRenewalWindow ? 'counts' : 'counts-not' };
  }
}

/** The change that the form describes; call it when there are no mistakes. */
export function changeOf(task: RuleTask, form: RuleForm): RuleChange {
  const day = (text: string) => parseTypedDate(text) ?? (text as CalendarDate);
  const stated = { source: form.source.trim(), confidence: form.confidence };
  const span = { from: day(form.from), to: day(form.to), programme: form.programme || null };
  const effectiveFrom = day(form.effectiveFrom);
  switch (task.kind) {
    case 'rule':
      return { kind: 'rule', ruleId: task.rule.id, value: valueOf(task.rule, form), effectiveFrom, ...stated };
    case 'close-days':
      return { kind: 'close-days', ...span, nameDa: form.nameDa.trim(), nameEn: form.nameEn.trim() || form.nameDa.trim(), ...stated };
    case 'open-days':
      return { kind: 'open-days', ...span };
  }
}

function valueOf({ values }: Rule, form: RuleForm): Rule['values'] {
  const number = Number(form.number);
  switch (values.group) {
    case 'validity':
      return { group: 'validity', months: number };
    case 'renewal-window':
      return { group: 'renewal-window', months: number, event: form.windowEvent };
    case 'figure':
      return { group: 'figure', value: number };
    case 'process-step':
      return { group: 'process-step', offset: number, unit: form.unit, lasts: Number(form.lasts) };
    case 'obligation':
      return { group: 'obligation', requiredLevel: form.requiredLevel, acceptsRenewalWindow: form.acceptsRenewalWindow === 'counts' };
  }
}

export function hasNumber(task: RuleTask): boolean {
  return task.kind === 'rule' && task.rule.group !== 'obligation';
}

const isWhole = (text: string) => /^\d{1,4}$/.test(text.trim());

/** What can be seen without asking the server. */
export function mistakesIn(task: RuleTask, form: RuleForm, t: TFunction): FieldError[] {
  const isSpan = task.kind === 'close-days' || task.kind === 'open-days';
  const found: (FieldError | false)[] = [
    hasNumber(task) && !isWhole(form.number) && field('number', t, t('rules.edit.missing.number')),
    task.kind === 'rule' && task.rule.group === 'process-step' && !isWhole(form.lasts) && field('lasts', t, t('rules.edit.missing.number')),
    isSpan && parseTypedDate(form.from) === null && field('from', t, t('shell.date.wrong')),
    isSpan && parseTypedDate(form.to) === null && field('to', t, t('shell.date.wrong')),
    task.kind === 'close-days' && form.nameDa.trim() === '' && field('nameDa', t, t('rules.edit.missing.name')),
    !isSpan && parseTypedDate(form.effectiveFrom) === null && field('effectiveFrom', t, t('shell.date.wrong')),
    task.kind !== 'open-days' && form.source.trim() === '' && field('source', t, t('rules.edit.missing.source')),
  ];
  return found.filter((error) => error !== false);
}

const fields = ['number', 'lasts', 'from', 'to', 'programme', 'nameDa', 'effectiveFrom', 'source'] as const;
type FieldName = (typeof fields)[number];
const names: Record<string, FieldName> = { months: 'number', value: 'number', offset: 'number' };

/** Refused fields of the server ("change.value.months"), at the field that holds them. */
export function refusedFields(error: unknown, t: TFunction): FieldError[] {
  if (!(error instanceof ApiProblem)) return [];
  return Object.entries(error.fields).flatMap(([path, message]) => {
    const last =
      path
        .split('.')
        .filter((part) => !/^\d+$/.test(part))
        .at(-1) ?? '';
    const name = names[last] ?? fields.find((one) => one === last);
    return name === undefined ? [] : [field(name, t, message)];
  });
}

function field(name: FieldName, t: TFunction, message: string): FieldError {
  return { id: `rule-${name}`, label: t(`rules.edit.fields.${name}`), message };
}
