import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { LadderList } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../parts/DateField.js';
import type { FieldError } from '../../parts/SideDrawerForm.js';
import { type EditedLadders, hasLevels, type LadderForm, newStepForm, type StepForm, stepFormsOf, stepsOf } from './ladder-form.js';
import styles from './Ladders.module.css';
import { StepFields } from './StepFields.js';

interface LadderFieldsProps {
  ladders: EditedLadders;
  clusters: LadderList['clusters'];
  form: LadderForm;
  errors: readonly FieldError[];
  onChange(part: Partial<LadderForm>): void;
}

/** A whole ladder: for whom, its steps, from when, and where it comes from. */
export function LadderFields({ ladders, clusters, form, errors, onChange }: LadderFieldsProps) {
  const { t } = useTranslation();
  const errorAt = (name: string) => errors.find(({ id }) => id === `ladder-${name}`)?.message;
  return (
    <>
      <NativeSelect
        id="ladder-cluster"
        label={t('ladders.edit.for')}
        value={form.cluster}
        error={errorAt('cluster')}
        data={[{ value: '', label: t('ladders.edit.everyCluster') }, ...clusters.map(({ slug, name }) => ({ value: slug, label: name }))]}
        onChange={(event) => {
          const cluster = event.currentTarget.value;
          onChange({ cluster, steps: stepFormsOf(stepsOf(ladders, cluster)) });
        }}
      />
      <Steps ladders={ladders} form={form} errors={errors} error={errorAt('add')} onChange={onChange} />
      <DateField
        id="ladder-effectiveFrom"
        label={t('rules.edit.fields.effectiveFrom')}
        help={t('ladders.edit.effectiveFromHelp')}
        required
        value={form.effectiveFrom}
        error={errorAt('effectiveFrom')}
        onChange={(effectiveFrom) => onChange({ effectiveFrom })}
      />
      <TextInput
        id="ladder-source"
        label={t('rules.edit.fields.source')}
        description={t('rules.edit.fields.sourceHelp')}
        required
        maxLength={500}
        autoComplete="off"
        value={form.source}
        error={errorAt('source')}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <NativeSelect
        id="ladder-confidence"
        label={t('rules.edit.fields.confidence')}
        value={form.confidence}
        data={(['sourced', 'partly', 'assumption'] as const).map((value) => ({ value, label: t(`rules.edit.choices.${value}`) }))}
        onChange={(event) => onChange({ confidence: event.currentTarget.value as LadderForm['confidence'] })}
      />
    </>
  );
}

function Steps({ ladders, form, errors, error, onChange }: Omit<LadderFieldsProps, 'clusters'> & { error: string | undefined }) {
  const { t } = useTranslation();
  const put = (steps: StepForm[]) => onChange({ steps });
  const hadOwn = form.cluster !== '' && stepsOf(ladders, form.cluster).length > 0;
  return (
    <div className={styles['steps']}>
      {form.cluster !== '' && form.steps.length === 0 && (
        <p className="small">{t(hadOwn ? 'ladders.edit.removeOwnText' : 'ladders.edit.inherits')}</p>
      )}
      {form.steps.map((step) => (
        <StepFields
          key={step.key}
          step={step}
          errors={errors}
          withLevel={hasLevels(ladders)}
          onChange={(part) => put(form.steps.map((one) => (one.key === step.key ? { ...one, ...part } : one)))}
          onRemove={() => put(form.steps.filter((one) => one.key !== step.key))}
        />
      ))}
      {error && (
        <p className="small loud" role="alert">
          {error}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button id="ladder-add" size="xs" onClick={() => put([...form.steps, newStepForm()])}>
          {t('ladders.edit.add')}
        </Button>
        {form.cluster !== '' && form.steps.length === 0 && (
          <Button size="xs" onClick={() => put(stepFormsOf(stepsOf(ladders, '')))}>
            {t('ladders.edit.copyShared')}
          </Button>
        )}
        {form.cluster !== '' && form.steps.length > 0 && (
          <Button size="xs" onClick={() => put([])}>
            {t('ladders.edit.removeOwn')}
          </Button>
        )}
      </div>
    </div>
  );
}
