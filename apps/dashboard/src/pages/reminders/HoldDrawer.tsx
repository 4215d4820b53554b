import { Radio } from '@mantine/core';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import type { ReminderRow } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { DateField } from '../../parts/DateField.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { parseTypedDate } from '../../typed-date.js';

interface HoldDrawerProps {
  row: ReminderRow;
  onClose(): void;
}

/** Holds back reminders of one deadline, or of the whole cluster, through a day; with a reason. */
export function HoldDrawer({ row, onClose }: HoldDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [kind, setKind] = useState<'pause' | 'snooze'>('pause');
  const [scope, setScope] = useState<'deadline' | 'cluster'>('deadline');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const untilOn = parseTypedDate(until);
  const save = useMutation({
    mutationFn: () =>
      api.send('reminder-hold.hold', {
        params: { slug: row.slug },
        body: { kind, reminderId: scope === 'deadline' ? row.id : null, untilOn: untilOn ?? '', reason: reason.trim() },
      }),
    onSuccess: () => {
      for (const key of ['reminders', 'cluster']) void client.invalidateQueries({ queryKey: [key] });
      onClose();
    },
    onError: (error) => {
      const message = error instanceof ApiProblem ? error.fields['untilOn'] : undefined;
      setErrors(message ? [{ id: 'until', label: t('reminderHolds.untilOn'), message }] : []);
    },
  });
  const submit = () => {
    const found: FieldError[] = [];
    if (untilOn === null) found.push({ id: 'until', label: t('reminderHolds.untilOn'), message: t('reminderHolds.noDate') });
    if (!isReasonGiven(reason)) found.push({ id: 'reason', label: t('shell.form.reason'), message: t('shell.form.reasonMissing') });
    setErrors(found);
    if (found.length === 0) save.mutate();
  };
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  return (
    <SideDrawerForm
      title={t('reminderHolds.title')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('reminderHolds.submit')}
      isSaving={save.isPending}
      isDirty={until !== '' || reason !== ''}
      errors={errors}
      problem={errors.length > 0 ? null : save.error}
    >
      <Radio.Group label={t('reminderHolds.kind.label')} value={kind} onChange={(value) => setKind(value as typeof kind)}>
        <Radio value="pause" label={t('reminderHolds.kind.pause')} mt="xs" />
        <Radio value="snooze" label={t('reminderHolds.kind.snooze')} mt="xs" />
      </Radio.Group>
      <Radio.Group label={t('reminderHolds.scope.label')} value={scope} onChange={(value) => setScope(value as typeof scope)}>
        <Radio
          value="deadline"
          label={t('reminderHolds.scope.deadline', { date: format.date(row.deadlineOn), about: row.about })}
          mt="xs"
        />
        <Radio value="cluster" label={t('reminderHolds.scope.cluster', { cluster: row.clusterName })} mt="xs" />
      </Radio.Group>
      <DateField id="until" label={t('reminderHolds.untilOn')} value={until} onChange={setUntil} error={errorOf('until')} required />
      <ReasonField value={reason} onChange={setReason} error={errorOf('reason')} />
      <p className="small muted">{t('reminderHolds.consequence')}</p>
    </SideDrawerForm>
  );
}
