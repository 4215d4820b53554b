import type { WebhookSecret, WebhookView } from '@klyngevagt/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { Choices } from '../../parts/Choices.js';
import { ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { useAllClusters } from '../../parts/use-all-clusters.js';
import { portfolioQuery } from '../../queries.js';
import { bodyOf, events, formOf, mistakesIn, refusedFields, scopeKinds, type WebhookForm } from './webhook-form.js';

interface WebhookDrawerProps {
  /** Null: a new one. */
  webhook: WebhookView | null;
  onClose(): void;
  /** With the secret of a new one. */
  onDone(name: string, made: WebhookSecret | null): void;
}

/** Who is told, of what, about which clusters. */
export function WebhookDrawer({ webhook, onClose, onDone }: WebhookDrawerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [before] = useState(() => formOf(webhook));
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const save = useMutation({
    mutationFn: async (): Promise<WebhookSecret | null> => {
      if (webhook === null) return api.send('webhook.create', { body: bodyOf(form) });
      await api.send('webhook.edit', { params: { id: webhook.id }, body: { ...bodyOf(form), revision: webhook.revision } });
      return null;
    },
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['webhooks'] });
      onDone(form.name.trim(), made);
    },
    onError: (error) => setErrors(refusedFields(error, t)),
  });
  const submit = () => {
    const mistakes = mistakesIn(form, t);
    setErrors(mistakes);
    if (mistakes.length === 0) save.mutate();
    else save.reset();
  };
  return (
    <SideDrawerForm
      title={webhook ? t('webhooks.form.editTitle', { name: webhook.name }) : t('webhooks.form.createTitle')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t(webhook ? 'webhooks.form.save' : 'webhooks.form.create')}
      isSaving={save.isPending}
      isDirty={JSON.stringify(form) !== JSON.stringify(before)}
      errors={errors}
      problem={errors.length > 0 ? null : save.error}
    >
      <Fields form={form} errors={errors} onChange={(part) => setForm((now) => ({ ...now, ...part }))} />
    </SideDrawerForm>
  );
}

interface FieldsProps {
  form: WebhookForm;
  errors: readonly FieldError[];
  onChange(part: Partial<WebhookForm>): void;
}

function Fields({ form, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const errorAt = (id: string) => errors.find((error) => error.id === id)?.message;
  return (
    <>
      <TextInput
        id="webhook-name"
        label={t('webhooks.form.name')}
        description={t('webhooks.form.nameHelp')}
        value={form.name}
        error={errorAt('webhook-name')}
        required
        maxLength={120}
        autoComplete="off"
        data-autofocus
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        id="webhook-url"
        type="url"
        label={t('webhooks.form.url')}
        description={t('webhooks.form.urlHelp')}
        value={form.url}
        error={errorAt('webhook-url')}
        required
        maxLength={1000}
        autoComplete="off"
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
      <Choices
        id="webhook-events"
        legend={t('webhooks.form.events')}
        kind="checkbox"
        choices={events.map((value) => ({ value, label: t(`webhooks.events.${value}`) }))}
        chosen={form.events}
        error={errorAt('webhook-events')}
        onChange={(chosen) => onChange({ events: events.filter((event) => chosen.includes(event)) })}
      />
      <Choices
        id="webhook-scope"
        legend={t('webhooks.form.scope')}
        kind="radio"
        choices={scopeKinds.map((value) => ({ value, label: t(`webhooks.form.scopes.${value}`) }))}
        chosen={[form.scope]}
        onChange={([scope]) => onChange({ scope: scopeKinds.find((kind) => kind === scope) ?? 'all' })}
      />
      <ScopeFields form={form} errorAt={errorAt} onChange={onChange} />
      <ReasonField value={form.reason} onChange={(reason) => onChange({ reason })} error={errorAt('reason')} />
    </>
  );
}

function ScopeFields({ form, errorAt, onChange }: Omit<FieldsProps, 'errors'> & { errorAt(id: string): string | undefined }) {
  const { t } = useTranslation();
  const portfolio = useQuery({ ...portfolioQuery({}), enabled: form.scope === 'programme' });
  const { clusters } = useAllClusters(form.scope === 'clusters');
  const named = (list: readonly { slug: string; name: string }[] = []) => list.map(({ slug, name }) => ({ value: slug, label: name }));
  if (form.scope === 'programme') {
    return (
      <NativeSelect
        id="webhook-programme"
        label={t('webhooks.form.programme')}
        value={form.programme}
        error={errorAt('webhook-programme')}
        required
        data={[{ value: '', label: t('webhooks.form.programmeMissing') }, ...named(portfolio.data?.programmes)]}
        onChange={(event) => onChange({ programme: event.currentTarget.value })}
      />
    );
  }
  if (form.scope === 'all') return null;
  return (
    <Choices
      id="webhook-clusters"
      legend={t('webhooks.form.clusters')}
      kind="checkbox"
      choices={named(clusters)}
      chosen={form.clusters}
      error={errorAt('webhook-clusters')}
      onChange={(clusters) => onChange({ clusters: [...clusters] })}
    />
  );
}
