import type { BodyInputOf, WebhookEvent, WebhookView } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import { ApiProblem } from '../../api-client.js';
import { isReasonGiven } from '../../parts/form-fields.js';
import type { FieldError } from '../../parts/SideDrawerForm.js';

/** By name: the contract's own list would bring its schemas along. */
export const events = ['cluster.changed', 'verdict.changed', 'reminder.sent', 'reminder.failed'] as const satisfies readonly WebhookEvent[];
export const scopeKinds = ['all', 'programme', 'clusters'] as const;

/** The form as typed. */
export interface WebhookForm {
  name: string;
  url: string;
  events: WebhookEvent[];
  scope: (typeof scopeKinds)[number];
  programme: string;
  clusters: string[];
  reason: string;
}

export function formOf(webhook: WebhookView | null): WebhookForm {
  return {
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    events: webhook?.events ?? ['cluster.changed'],
    scope: webhook?.programme ? 'programme' : webhook?.clusters ? 'clusters' : 'all',
    programme: webhook?.programme?.slug ?? '',
    clusters: webhook?.clusters?.map(({ slug }) => slug) ?? [],
    reason: '',
  };
}

/** What can be seen without asking the server; the server decides all the same. */
export function mistakesIn(form: WebhookForm, t: TFunction): FieldError[] {
  const found: (FieldError | false)[] = [
    form.name.trim() === '' && { id: 'webhook-name', label: t('webhooks.form.name'), message: t('webhooks.form.nameMissing') },
    !/^https?:\/\/\S+$/.test(form.url.trim()) && { id: 'webhook-url', label: t('webhooks.form.url'), message: t('webhooks.form.urlWrong') },
    form.events.length === 0 && { id: 'webhook-events', label: t('webhooks.form.events'), message: t('webhooks.form.eventsMissing') },
    form.scope === 'programme' &&
      form.programme === '' && {
        id: 'webhook-programme',
        label: t('webhooks.form.programme'),
        message: t('webhooks.form.programmeMissing'),
      },
    form.scope === 'clusters' &&
      form.clusters.length === 0 && {
        id: 'webhook-clusters',
        label: t('webhooks.form.clusters'),
        message: t('webhooks.form.clustersMissing'),
      },
    !isReasonGiven(form.reason) && { id: 'reason', label: t('shell.form.reason'), message: t('shell.form.reasonMissing') },
  ];
  return found.filter((error) => error !== false);
}

/** What the server refused, beside the field it belongs to. */
export function refusedFields(error: unknown, t: TFunction): FieldError[] {
  const message = error instanceof ApiProblem ? error.fields['url'] : undefined;
  return message === undefined ? [] : [{ id: 'webhook-url', label: t('webhooks.form.url'), message }];
}

export function bodyOf({ name, url, events: chosen, scope, programme, clusters, reason }: WebhookForm): BodyInputOf<'webhook.create'> {
  return {
    name: name.trim(),
    url: url.trim(),
    events: chosen,
    scope: scope === 'all' ? { kind: 'all' } : scope === 'programme' ? { kind: 'programme', programme } : { kind: 'clusters', clusters },
    reason: reason.trim(),
  };
}
