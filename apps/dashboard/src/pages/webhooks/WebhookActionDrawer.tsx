import type { WebhookSecret, WebhookView } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { Choices } from '../../parts/Choices.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { SideDrawerForm } from '../../parts/SideDrawerForm.js';

interface WebhookActionDrawerProps {
  webhook: WebhookView;
  action: 'switch' | 'secret';
  onClose(): void;
  /** With the new secret, where one was made. */
  onDone(made: WebhookSecret | null): void;
}

/** Switching on or off, or a new secret: what follows from it, and why. */
export function WebhookActionDrawer({ webhook, action, onClose, onDone }: WebhookActionDrawerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { id, revision, name, isActive } = webhook;
  const [reason, setReason] = useState('');
  const [endOldNow, setEndOldNow] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: async (): Promise<WebhookSecret | null> => {
      const about = { revision, reason: reason.trim() };
      if (action === 'secret') return api.send('webhook.change-secret', { params: { id }, body: { endOldNow, ...about } });
      await api.send('webhook.switch', { params: { id }, body: { isActive: !isActive, ...about } });
      return null;
    },
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['webhooks'] });
      onDone(made);
    },
  });
  const key = action === 'secret' ? 'secret' : isActive ? 'switchOff' : 'switchOn';
  const submitLabel = {
    secret: t('webhooks.form.secretSave'),
    switchOff: t('webhooks.form.switchOff'),
    switchOn: t('webhooks.form.switchOn'),
  };
  const message = isMissing ? t('shell.form.reasonMissing') : null;
  return (
    <SideDrawerForm
      title={t(`webhooks.form.${key}Title`, { name })}
      opened
      onClose={onClose}
      onSubmit={() => {
        setMissing(!isReasonGiven(reason));
        if (isReasonGiven(reason)) save.mutate();
      }}
      submitLabel={submitLabel[key]}
      isSaving={save.isPending}
      isDirty={reason !== ''}
      errors={message ? [{ id: 'reason', label: t('shell.form.reason'), message }] : []}
      problem={save.error}
    >
      {key === 'secret' ? (
        <Choices
          id="webhook-old-secret"
          legend={t('webhooks.form.secretOld')}
          kind="radio"
          choices={[
            { value: 'keep', label: t('webhooks.form.secretKeep') },
            { value: 'end', label: t('webhooks.form.secretEnd') },
          ]}
          chosen={[endOldNow ? 'end' : 'keep']}
          onChange={([chosen]) => setEndOldNow(chosen === 'end')}
        />
      ) : (
        <p>{t(`webhooks.form.${key}Text`)}</p>
      )}
      <ReasonField value={reason} onChange={setReason} error={message} />
    </SideDrawerForm>
  );
}
