import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../parts/Choices.js';
import type { FieldError } from '../../parts/SideDrawerForm.js';
import { UrgencyMark } from './LadderLine.js';
import { type StepForm, stepInWords } from './ladder-form.js';
import styles from './Ladders.module.css';

interface StepFieldsProps {
  step: StepForm;
  errors: readonly FieldError[];
  /** Whether a step can be meant for one level. */
  withLevel: boolean;
  onChange(part: Partial<StepForm>): void;
  onRemove(): void;
}

const roles = ['manager', 'chair', 'officer', 'head'] as const;

/** One step, closed to a line until it is changed. */
export function StepFields({ step, errors, withLevel, onChange, onRemove }: StepFieldsProps) {
  const { t } = useTranslation();
  const { key } = step;
  const [isOpen, setOpen] = useState(step.days === '');
  const errorAt = (name: string) => errors.find(({ id }) => id === `ladder-${name}-${key}`)?.message;
  const isWrong = errors.some(({ id }) => id.startsWith('ladder-') && id.endsWith(`-${key}`));
  const words = stepInWords(step, t);
  return (
    <details
      className={styles['stepForm']}
      data-wrong={isWrong}
      open={isOpen || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <UrgencyMark urgency={step.urgency} /> {words}
        {step.level && (
          <span className={styles['level']}>{t('ladders.level', { level: t(`terms.level.${step.level}`).toLowerCase() })}</span>
        )}
      </summary>
      <div className={styles['stepFields']}>
        <TextInput
          id={`ladder-days-${key}`}
          label={t('ladders.edit.days')}
          value={step.days}
          error={errorAt('days')}
          inputMode="numeric"
          autoComplete="off"
          required
          onChange={(event) => onChange({ days: event.currentTarget.value })}
        />
        <NativeSelect
          id={`ladder-side-${key}`}
          label={t('ladders.edit.side')}
          value={step.side}
          data={(['before', 'after'] as const).map((value) => ({ value, label: t(`ladders.line.${value}`) }))}
          onChange={(event) => onChange({ side: event.currentTarget.value as StepForm['side'] })}
        />
        <NativeSelect
          id={`ladder-unit-${key}`}
          label={t('ladders.edit.unit')}
          value={step.unit}
          data={(['calendar-days', 'working-days'] as const).map((value) => ({ value, label: t(`rules.edit.choices.${value}`) }))}
          onChange={(event) => onChange({ unit: event.currentTarget.value as StepForm['unit'] })}
        />
        <NativeSelect
          id={`ladder-channel-${key}`}
          label={t('ladders.edit.channel')}
          value={step.channel}
          error={errorAt('channel')}
          data={(['mail', 'inbox'] as const).map((value) => ({ value, label: t(`ladders.channel.${value}`) }))}
          onChange={(event) => onChange({ channel: event.currentTarget.value as StepForm['channel'] })}
        />
        <NativeSelect
          className={styles['wide']}
          id={`ladder-urgency-${key}`}
          label={t('ladders.edit.urgency')}
          value={step.urgency}
          data={(['routine', 'urgent', 'final'] as const).map((value) => ({ value, label: t(`ladders.urgency.${value}`) }))}
          onChange={(event) => onChange({ urgency: event.currentTarget.value as StepForm['urgency'] })}
        />
        {withLevel && <LevelField step={step} onChange={onChange} />}
        <Recipients step={step} error={errorAt('recipients')} onChange={onChange} />
        <div className={styles['wide']}>
          <Button size="xs" onClick={onRemove} aria-label={t('ladders.edit.removeName', { step: words })}>
            {t('ladders.edit.remove')}
          </Button>
        </div>
      </div>
    </details>
  );
}

function LevelField({ step, onChange }: Pick<StepFieldsProps, 'step' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      className={styles['wide']}
      id={`ladder-level-${step.key}`}
      label={t('ladders.edit.level')}
      description={t('ladders.edit.levelHelp')}
      value={step.level}
      data={[
        { value: '', label: t('ladders.edit.anyLevel') },
        ...(['gold', 'silver', 'bronze'] as const).map((value) => ({ value, label: t(`terms.level.${value}`) })),
      ]}
      onChange={(event) => onChange({ level: event.currentTarget.value as StepForm['level'] })}
    />
  );
}

function Recipients({ step, error, onChange }: Pick<StepFieldsProps, 'step' | 'onChange'> & { error: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Choices
      kind="checkbox"
      id={`ladder-recipients-${step.key}`}
      className={styles['wide']}
      legend={t('ladders.edit.recipients')}
      choices={roles.map((value) => ({ value, label: t(`terms.clusterRole.${value}`) }))}
      chosen={step.recipients}
      error={error}
      onChange={(recipients) => onChange({ recipients })}
    />
  );
}
