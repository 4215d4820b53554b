import { IdParams } from './cluster.js';
import type { Endpoint } from './endpoint.js';
import { Noted, Ok } from './values.js';
import * as webhooks from './webhook.js';

/** Who else is told what happened, and what became of it. */
export const webhookEndpoints = {
  'webhook.list': { method: 'GET', path: '/webhooks', permission: 'webhook:read', response: webhooks.WebhookList },
  'webhook.create': {
    method: 'POST',
    path: '/webhooks',
    permission: 'webhook:manage',
    body: webhooks.WebhookBody,
    response: webhooks.WebhookSecret,
  },
  'webhook.edit': {
    method: 'PATCH',
    path: '/webhooks/:id',
    permission: 'webhook:manage',
    params: IdParams,
    body: webhooks.WebhookEdit,
    response: Ok,
  },
  'webhook.switch': {
    method: 'POST',
    path: '/webhooks/:id/switching',
    permission: 'webhook:manage',
    params: IdParams,
    body: webhooks.WebhookSwitch,
    response: Ok,
  },
  'webhook.change-secret': {
    method: 'POST',
    path: '/webhooks/:id/secret',
    permission: 'webhook:manage',
    params: IdParams,
    body: webhooks.WebhookSecretChange,
    response: webhooks.WebhookSecret,
  },
  'webhook.test': { method: 'POST', path: '/webhooks/:id/test', permission: 'webhook:manage', params: IdParams, response: Noted },
  'webhook.replay': {
    method: 'POST',
    path: '/webhooks/:id/replay',
    permission: 'webhook:manage',
    params: IdParams,
    body: webhooks.WebhookReplay,
    response: webhooks.WebhookReplayed,
  },
  'webhook-delivery.list': {
    method: 'GET',
    path: '/webhook-deliveries',
    permission: 'webhook:read',
    query: webhooks.WebhookDeliveryQuery,
    response: webhooks.WebhookDeliveryList,
  },
  'webhook-delivery.replay': {
    method: 'POST',
    path: '/webhook-deliveries/:id/replay',
    permission: 'webhook:manage',
    params: IdParams,
    response: Noted,
  },
} as const satisfies Record<string, Endpoint>;
