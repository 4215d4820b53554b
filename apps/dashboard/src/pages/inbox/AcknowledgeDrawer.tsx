import { Textarea } from '@mantine/core';
import type { InboxItem } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { DateField } from '../../parts/DateField.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { parseTypedDate } from '../../typed-date.js';

/** "We know, and it will be done by": reminders of the deadline pause until then, final ones go out all the same. */
export function AcknowledgeDrawer({ item, onClose }: { item: InboxItem; onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [planned, setPlanned] = useState('');
  const [comment, setComment] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const label = t('inbox.acknowledge.planned');
  const save = useMutation({
    mutationFn: () =>
      api.send('reminder.acknowledge', {
        params: { id: item.id },
        body: { planOn: parseTypedDate(planned), comment: comment.trim() || null },
      }),
    onSuccess: () => {
      for (const key of ['reminders', 'cluster', 'me']) void client.invalidateQueries({ queryKey: [key] });
      onClose();
    },
    onError: (error) => {
      const message = error instanceof ApiProblem ? error.fields['planOn'] : undefined;
      setErrors(message ? [{ id: 'planned', label, message }] : []);
    },
  });
  const submit = () => {
    if (planned.trim() === '' || parseTypedDate(planned) !== null) return save.mutate();
    setErrors([{ id: 'planned', label, message: t('inbox.acknowledge.noDate') }]);
  };
  return (
    <SideDrawerForm
      title={t('inbox.acknowledge.title')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('inbox.acknowledge.submit')}
      isSaving={save.isPending}
      isDirty={planned !== '' || comment !== ''}
      errors={errors}
      problem={errors.length > 0 ? null : save.error}
    >
      <p>
        <b>{item.clusterName}</b>: {item.about} ({format.date(item.deadlineOn)})
      </p>
      <p className="small muted">{t('inbox.acknowledge.consequence')}</p>
      <DateField
        id="planned"
        label={label}
        help={t('inbox.acknowledge.plannedHelp')}
        value={planned}
        onChange={setPlanned}
        error={errors[0]?.message}
      />
      <Textarea
        label={t('inbox.acknowledge.comment')}
        value={comment}
        maxLength={500}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </SideDrawerForm>
  );
}
