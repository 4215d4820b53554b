import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { useAssessmentChanged } from './assessment-queries.js';
import { nameOf } from './assessment-name.js';
import styles from './Indicators.module.css';
import { nameIn } from './sheet.js';
import type { Shown } from './shown-assessment.js';

export type DecisionStep = 'return' | 'close' | 'reopen';

interface StepDrawerProps {
  step: DecisionStep;
  shown: Shown;
  onClose(): void;
}

const titles = {
  return: 'indicators.actions.returnTitle',
  close: 'indicators.actions.closeTitle',
  reopen: 'indicators.actions.reopenTitle',
} as const;
const texts = {
  return: 'indicators.actions.returnText',
  close: 'indicators.actions.closeText',
  reopen: 'indicators.actions.reopenText',
} as const;

type Remarks = Readonly<Record<string, string>>;

/** An officer's decision: back with remarks on single indicators, closed, or reopened, both with a reason. */
export function StepDrawer({ step, shown, onClose }: StepDrawerProps) {
  const { t } = useTranslation();
  const { assessment } = shown;
  const { id, revision, cluster } = assessment;
  const changed = useAssessmentChanged(cluster.slug, id);
  const [reason, setReason] = useState('');
  const [remarks, setRemarks] = useState<Remarks>({});
  const [errors, setErrors] = useState<FieldError[]>([]);
  const save = useMutation({
    mutationFn: () => {
      if (step === 'return') {
        const said = Object.entries(remarks).map(([indicator, text]) => ({ indicator, text }));
        return api.send('assessment.return', { params: { id }, body: { revision, remarks: said } });
      }
      return api.send(`assessment.${step}`, { params: { id }, body: { revision, reason } });
    },
    onSuccess: () => {
      changed();
      onClose();
    },
  });
  const submit = () => {
    const found = step === 'return' ? remarkErrors(remarks, t) : isReasonGiven(reason) ? [] : [reasonError(t)];
    setErrors(found);
    if (found.length === 0) save.mutate();
  };
  const errorOf = (field: string) => errors.find((error) => error.id === field)?.message;
  return (
    <SideDrawerForm
      title={t(titles[step], { name: nameOf(assessment, t) })}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t(`indicators.actions.${step}`)}
      isSaving={save.isPending}
      isDirty={reason !== '' || Object.keys(remarks).length > 0}
      errors={errors}
      problem={save.error}
    >
      <p>{t(texts[step])}</p>
      {step === 'return' ? (
        <RemarkFields shown={shown} remarks={remarks} onChange={setRemarks} errorOf={errorOf} />
      ) : (
        <ReasonField value={reason} onChange={setReason} error={errorOf('reason')} />
      )}
    </SideDrawerForm>
  );
}

type Translate = TFunction;
const chooserId = 'remark-chooser';
const fieldId = (code: string) => `remark-${code}`;

function reasonError(t: Translate): FieldError {
  return { id: 'reason', label: t('indicators.actions.reason'), message: t('indicators.actions.reasonMissing') };
}

function remarkErrors(remarks: Remarks, t: Translate): FieldError[] {
  const said = Object.entries(remarks);
  if (said.length === 0)
    return [{ id: chooserId, label: t('indicators.actions.addIndicator'), message: t('indicators.actions.returnNone') }];
  return said
    .filter(([, text]) => text.trim().length < 3)
    .map(([code]) => ({ id: fieldId(code), label: code, message: t('indicators.actions.remarkShort') }));
}

interface RemarkFieldsProps {
  shown: Shown;
  remarks: Remarks;
  onChange(remarks: Remarks): void;
  errorOf(field: string): string | undefined;
}

function RemarkFields({ shown: { document }, remarks, onChange, errorOf }: RemarkFieldsProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const names = new Map(document.indicators.map((one) => [one.code, `${one.code} ${nameIn(language, one)}`]));
  const add = (code: string) => code !== '' && onChange({ ...remarks, [code]: '' });
  const remove = (code: string) => {
    const { [code]: _, ...others } = remarks;
    onChange(others);
  };
  const left = [...names].filter(([code]) => remarks[code] === undefined);
  return (
    <>
      {Object.entries(remarks).map(([code, text]) => (
        <div key={code} className={styles['remark']}>
          <Textarea
            id={fieldId(code)}
            label={t('indicators.actions.returnTo', { name: names.get(code) })}
            value={text}
            error={errorOf(fieldId(code))}
            maxLength={2000}
            rows={2}
            onChange={(event) => onChange({ ...remarks, [code]: event.currentTarget.value })}
          />
          <Button size="xs" onClick={() => remove(code)}>
            {t('indicators.actions.removeIndicator', { name: code })}
          </Button>
        </div>
      ))}
      <NativeSelect
        id={chooserId}
        label={t('indicators.actions.addIndicator')}
        value=""
        error={errorOf(chooserId)}
        data={[{ value: '', label: '' }, ...left.map(([value, label]) => ({ value, label }))]}
        onChange={(event) => add(event.currentTarget.value)}
      />
    </>
  );
}
