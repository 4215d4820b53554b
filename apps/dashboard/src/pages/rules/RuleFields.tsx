import { NativeSelect, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../parts/DateField.js';
import type { FieldError } from '../../parts/SideDrawerForm.js';
import { OldAndNew } from '../../parts/form-fields.js';
import { hasNumber, type RuleForm, type RuleTask } from './rule-form.js';

interface RuleFieldsProps {
  task: RuleTask;
  form: RuleForm;
  programmes: readonly { slug: string; name: string }[];
  errors: readonly FieldError[];
  onChange(part: Partial<RuleForm>): void;
}

export function RuleFields(props: RuleFieldsProps) {
  const { task, form, errors, onChange } = props;
  const { t } = useTranslation();
  const errorAt = (name: string) => errors.find(({ id }) => id === `rule-${name}`)?.message;
  const text = (name: 'number' | 'lasts' | 'nameDa' | 'nameEn' | 'source') => ({
    id: `rule-${name}`,
    label: t(`rules.edit.fields.${name}`),
    value: form[name],
    error: errorAt(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  const select = <K extends 'unit' | 'windowEvent' | 'requiredLevel' | 'acceptsRenewalWindow' | 'confidence'>(
    name: K,
    values: readonly RuleForm[K][],
  ) => (
    <NativeSelect
      id={`rule-${name}`}
      label={t(`rules.edit.fields.${name}`)}
      value={form[name]}
      data={values.map((value) => ({ value, label: t(`rules.edit.choices.${value}`) }))}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const group = task.kind === 'rule' ? task.rule.group : null;
  const isSpan = task.kind === 'close-days' || task.kind === 'open-days';
  return (
    <>
      {task.kind === 'rule' && <OldAndNew values={[{ before: task.rule.value, after: newValue(task, form, t) }]} />}
      {hasNumber(task) && (
        <TextInput {...text('number')} label={t(`rules.edit.fields.${unitOf(task, form)}`)} inputMode="numeric" required data-autofocus />
      )}
      {group === 'renewal-window' && select('windowEvent', ['approved', 'assessed'])}
      {group === 'obligation' && (
        <>
          {select('requiredLevel', ['bronze', 'silver', 'gold'])}
          {select('acceptsRenewalWindow', ['counts-not', 'counts'])}
        </>
      )}
      {group === 'process-step' && select('unit', ['calendar-days', 'working-days'])}
      {task.kind === 'rule' && task.rule.values.group === 'process-step' && task.rule.values.lasts > 0 && (
        <TextInput {...text('lasts')} inputMode="numeric" />
      )}
      {isSpan && <Span {...props} errorAt={errorAt} />}
      {task.kind === 'close-days' && (
        <>
          <TextInput {...text('nameDa')} required maxLength={80} />
          <TextInput {...text('nameEn')} maxLength={80} />
        </>
      )}
      {!isSpan && (
        <DateField
          id="rule-effectiveFrom"
          label={t('rules.edit.fields.effectiveFrom')}
          help={t('rules.edit.fields.effectiveFromHelp')}
          required
          value={form.effectiveFrom}
          error={errorAt('effectiveFrom')}
          onChange={(effectiveFrom) => onChange({ effectiveFrom })}
        />
      )}
      {task.kind !== 'open-days' && (
        <>
          <TextInput {...text('source')} description={t('rules.edit.fields.sourceHelp')} required maxLength={500} />
          {select('confidence', ['sourced', 'partly', 'assumption'])}
        </>
      )}
    </>
  );
}

function newValue(task: RuleTask, form: RuleForm, t: TFunction): string {
  if (!hasNumber(task)) {
    const window = form.acceptsRenewalWindow === 'counts' ? 'windowCounts' : 'windowCountsNot';
    return t(`explanation.listed.asks.${window}`, { levelCapital: t(`terms.level.${form.requiredLevel}`) });
  }
  return t(`rules.edit.amounts.${unitOf(task, form)}`, { count: Number(form.number) || 0 });
}

function unitOf(task: RuleTask, form: RuleForm): 'days' | 'workingDays' | 'months' | 'years' {
  if (task.kind !== 'rule') return 'days';
  const { values, unit } = task.rule;
  if (values.group === 'process-step') return form.unit === 'working-days' ? 'workingDays' : 'days';
  return unit ?? 'months';
}

function Span({ form, programmes, errorAt, onChange }: RuleFieldsProps & { errorAt(name: string): string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <DateField
          key={name}
          id={`rule-${name}`}
          label={t(`rules.edit.fields.${name}`)}
          required
          value={form[name]}
          error={errorAt(name)}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      <NativeSelect
        id="rule-programme"
        label={t('rules.edit.fields.programme')}
        value={form.programme}
        error={errorAt('programme')}
        data={[{ value: '', label: t('rules.edit.everybody') }, ...programmes.map(({ slug, name }) => ({ value: slug, label: name }))]}
        onChange={(event) => onChange({ programme: event.currentTarget.value })}
      />
    </>
  );
}
