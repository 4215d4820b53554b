import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import type { Person } from './shown-people.js';

interface InviteAgainDrawerProps {
  person: Person;
  onClose(): void;
  onDone(sentence: string): void;
}

/** An invitation to somebody who has a role: the first one, or a new link that takes the place of the old one. */
export function InviteAgainDrawer({ person, onClose, onDone }: InviteAgainDrawerProps) {
  const { t } = useTranslation();
  const isAgain = person.account === 'invited';
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const send = useMutation({
    mutationFn: () => api.send('people.invite-again', { params: { id: person.id }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['people'] });
      onDone(t(isAgain ? 'people.done.again' : 'people.done.first', { name: person.name }));
    },
  });
  const submit = () => {
    if (isReasonGiven(reason)) {
      setErrors([]);
      return send.mutate();
    }
    setErrors([{ id: 'reason', label: t('shell.form.reason'), message: t('shell.form.reasonMissing') }]);
  };
  return (
    <SideDrawerForm
      title={t(isAgain ? 'people.form.againTitle' : 'people.form.firstTitle')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('people.form.sendAgain')}
      isSaving={send.isPending}
      isDirty={reason !== ''}
      errors={errors}
      problem={send.error}
    >
      <p>{t(isAgain ? 'people.form.againText' : 'people.form.firstText', { name: person.name, email: person.email })}</p>
      <ReasonField value={reason} onChange={setReason} error={errors[0]?.message} />
    </SideDrawerForm>
  );
}
