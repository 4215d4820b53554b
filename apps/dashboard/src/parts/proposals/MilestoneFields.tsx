import { Button, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../DateField.js';
import styles from './Proposals.module.css';
import { readMilestones, type TypedMilestone, written } from './typed-milestones.js';

interface MilestoneFieldsProps {
  id: string;
  value: string;
  error: string | null;
  onChange(value: string): void;
}

/** The steps of a plan, each with its day. */
export function MilestoneFields({ id, value, error, onChange }: MilestoneFieldsProps) {
  const { t } = useTranslation();
  const steps = readMilestones(value);
  const change = (index: number, part: Partial<TypedMilestone>) =>
    onChange(written(steps.map((step, at) => (at === index ? { ...step, ...part } : step))));
  return (
    <fieldset className={styles['fields']} id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('cluster.form.plan.steps')}</legend>
      <p className="small muted">{t('cluster.form.plan.stepsHelp')}</p>
      {error && (
        <p className="small loud" id={`${id}-error`}>
          {error}
        </p>
      )}
      {steps.map((step, index) => (
        <div
          className={styles['fieldRow']}
          key={step.id ?? index}
          role="group"
          aria-label={t('cluster.form.plan.step', { number: index + 1 })}
        >
          <TextInput
            label={t('cluster.form.plan.stepText')}
            value={step.text}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => change(index, { text: event.currentTarget.value })}
          />
          <DateField label={t('cluster.form.plan.stepDue')} value={step.dueOn} onChange={(dueOn) => change(index, { dueOn })} />
          <Button
            size="xs"
            variant="subtle"
            leftSection={<Trash2 size={14} aria-hidden />}
            aria-label={t('cluster.form.plan.stepRemoveOne', { number: index + 1 })}
            onClick={() => onChange(written(steps.filter((_, at) => at !== index)))}
          >
            {t('cluster.form.plan.stepRemove')}
          </Button>
        </div>
      ))}
      {steps.length < 30 && (
        <Button
          size="sm"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange(written([...steps, { id: null, text: '', dueOn: '' }]))}
        >
          {t('cluster.form.plan.stepAdd')}
        </Button>
      )}
    </fieldset>
  );
}
