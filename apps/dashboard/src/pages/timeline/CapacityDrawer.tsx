import type { AuditClash } from '@klyngevagt/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import type { CalendarDate } from '@klyngevagt/scoring';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';

/** The room of one month, or of every month without its own; null where there is no row yet. */
export interface CapacityTask {
  month: CalendarDate | null;
  present: AuditClash['standard'];
}

const confidences = ['sourced', 'partly', 'assumption'] as const;

interface CapacityForm {
  audits: string;
  source: string;
  confidence: (typeof confidences)[number];
  reason: string;
}

/** How many audits the experts can hold, with where the figure comes from. */
export function CapacityDrawer({ task, onClose, onDone }: { task: CapacityTask; onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [before] = useState(() => formOf(task));
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const change = (part: Partial<CapacityForm>) => setForm((now) => ({ ...now, ...part }));
  const error = (id: keyof CapacityForm, message: string): FieldError => ({
    id: `capacity-${id}`,
    label: id === 'reason' ? t('shell.form.reason') : t(`auditClash.edit.${id}`),
    message,
  });
  const save = useMutation({
    mutationFn: () => api.send('expert-capacity.save', { body: bodyOf(task, form) }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['portfolio', 'audit-clash'] });
      onDone();
    },
    onError: (refused) => {
      const fields = refused instanceof ApiProblem ? refused.fields : {};
      setErrors((['audits', 'source'] as const).flatMap((name) => (fields[name] ? [error(name, fields[name])] : [])));
    },
  });
  const submit = () => {
    const isEmpty = form.audits.trim() === '' && task.month !== null;
    const mistakes = [
      !isEmpty && !/^\d{1,2}$/.test(form.audits.trim()) && error('audits', t('auditClash.edit.auditsWrong')),
      !isReasonGiven(form.reason) && error('reason', t('shell.form.reasonMissing')),
    ].filter((one) => one !== false);
    setErrors(mistakes);
    if (mistakes.length === 0) save.mutate();
  };
  const errorAt = (id: keyof CapacityForm) => errors.find((one) => one.id === `capacity-${id}`)?.message;
  const name = task.month && format.date(task.month.slice(0, 7));
  return (
    <SideDrawerForm
      title={name === null ? t('auditClash.edit.titleStandard') : t('auditClash.edit.titleMonth', { month: name })}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('auditClash.edit.save')}
      isSaving={save.isPending}
      isDirty={JSON.stringify(form) !== JSON.stringify(before)}
      errors={errors}
      problem={errors.length > 0 ? null : save.error}
    >
      <TextInput
        id="capacity-audits"
        label={t('auditClash.edit.audits')}
        description={t(task.month === null ? 'auditClash.edit.auditsHelpStandard' : 'auditClash.edit.auditsHelp')}
        value={form.audits}
        error={errorAt('audits')}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        onChange={(event) => change({ audits: event.currentTarget.value })}
      />
      <TextInput
        id="capacity-source"
        label={t('auditClash.edit.source')}
        description={t('auditClash.edit.sourceHelp')}
        value={form.source}
        error={errorAt('source')}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      <NativeSelect
        id="capacity-confidence"
        label={t('auditClash.edit.confidence')}
        value={form.confidence}
        data={confidences.map((value) => ({ value, label: t(`terms.confidence.${value}`) }))}
        onChange={(event) => change({ confidence: event.currentTarget.value as CapacityForm['confidence'] })}
      />
      <ReasonField id="capacity-reason" value={form.reason} onChange={(reason) => change({ reason })} error={errorAt('reason')} />
    </SideDrawerForm>
  );
}

function formOf({ present }: CapacityTask): CapacityForm {
  const confidence = confidences.find((one) => one === present?.confidence) ?? 'assumption';
  return { audits: present === null ? '' : String(present.audits), source: '', confidence, reason: '' };
}

function bodyOf({ month, present }: CapacityTask, { audits, source, confidence, reason }: CapacityForm) {
  return {
    month,
    audits: audits.trim() === '' ? null : Number(audits),
    source: source.trim() || null,
    confidence,
    revision: present?.revision ?? null,
    reason: reason.trim(),
  };
}
