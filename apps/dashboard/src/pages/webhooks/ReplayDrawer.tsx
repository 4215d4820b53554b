import type { ResponseOf, WebhookView } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { DateField } from '../../parts/DateField.js';
import { SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { parseTypedDate } from '../../typed-date.js';

interface ReplayDrawerProps {
  webhook: WebhookView;
  onClose(): void;
  onDone(replayed: ResponseOf<'webhook.replay'>): void;
}

/** Everything that did not arrive since a day. */
export function ReplayDrawer({ webhook, onClose, onDone }: ReplayDrawerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const format = useFormat();
  const [since, setSince] = useState(() => format.date(webhook.createdAt.slice(0, 10)));
  const [isWrong, setWrong] = useState(false);
  const replay = useMutation({
    mutationFn: (day: string) =>
      api.send('webhook.replay', { params: { id: webhook.id }, body: { since: new Date(`${day}T00:00:00`).toISOString() } }),
    onSuccess: (replayed) => {
      void client.invalidateQueries({ queryKey: ['webhooks'] });
      onDone(replayed);
    },
  });
  const submit = () => {
    const day = parseTypedDate(since);
    setWrong(day === null);
    if (day !== null) replay.mutate(day);
  };
  const message = isWrong ? t('webhooks.form.dateWrong') : null;
  return (
    <SideDrawerForm
      title={t('webhooks.form.replayTitle', { name: webhook.name })}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('webhooks.form.replaySave')}
      isSaving={replay.isPending}
      errors={message ? [{ id: 'webhook-since', label: t('webhooks.form.replaySince'), message }] : []}
      problem={replay.error}
    >
      <p>{t('webhooks.form.replayText')}</p>
      <DateField
        id="webhook-since"
        label={t('webhooks.form.replaySince')}
        value={since}
        onChange={setSince}
        error={message}
        required
        autoFocus
      />
    </SideDrawerForm>
  );
}
