import type { ReminderRow } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { Note } from '../../parts/Note.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { recipientOf } from './reminder-words.js';
import styles from './Reminders.module.css';

interface SendNowDrawerProps {
  row: ReminderRow;
  onClose(): void;
  onSent(row: ReminderRow, isQueueAway: boolean): void;
}

/** Names the one mail that will go out and to whom, and asks why. */
export function SendNowDrawer({ row, onClose, onSent }: SendNowDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const send = useMutation({
    mutationFn: () => api.send('reminder.send', { params: { id: row.id }, body: { reason: reason.trim() } }),
    onSuccess: ({ isQueueAway }) => {
      void client.invalidateQueries({ queryKey: ['reminders'] });
      void client.invalidateQueries({ queryKey: ['me'] });
      onSent(row, isQueueAway);
    },
    onError: (error) => setErrors(refusedReason(error, t('shell.form.reason'))),
  });
  const submit = () => {
    if (isReasonGiven(reason)) return send.mutate();
    send.reset();
    setErrors([{ id: 'reason', label: t('shell.form.reason'), message: t('shell.form.reasonMissing') }]);
  };
  const language = t(`reminders.preview.languages.${row.language}`);
  return (
    <SideDrawerForm
      title={t(row.state === 'planned' ? 'reminders.send.title' : 'reminders.send.titleAgain')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('reminders.send.submit')}
      isSaving={send.isPending}
      isDirty={reason !== ''}
      errors={errors}
      problem={errors.length > 0 ? null : send.error}
    >
      <dl className={styles['summary']}>
        <dt>{t('reminders.send.cluster')}</dt>
        <dd className="strong">{row.clusterName}</dd>
        <dt>{t('reminders.send.aboutLabel')}</dt>
        <dd>{row.about}</dd>
        <dt>{t('reminders.send.to')}</dt>
        <dd>
          {recipientOf(row, t)}
          {row.recipient !== null && `, ${t(`terms.clusterRole.${row.role}`).toLowerCase()}`}
        </dd>
        <dt>{t('reminders.send.duedate')}</dt>
        <dd>{format.date(row.dueOn)}</dd>
      </dl>
      {row.state === 'uncertain' && <Note tone="amber" title={t('reminders.send.again')} />}
      <ReasonField value={reason} onChange={setReason} error={errors[0]?.message} />
      <p className="small muted">{t('reminders.send.consequence', { language, recipient: recipientOf(row, t) })}</p>
    </SideDrawerForm>
  );
}

function refusedReason(error: unknown, label: string): FieldError[] {
  const message = error instanceof ApiProblem ? error.fields['reason'] : undefined;
  return message ? [{ id: 'reason', label, message }] : [];
}
