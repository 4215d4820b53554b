import { ClusterParams, IdParams } from './cluster.js';
import type { Endpoint } from './endpoint.js';
import { Inbox, InboxCount, InboxQuery, InboxRead } from './inbox.js';
import { ReminderBounce, ReminderHoldBody, ReminderHoldEnd, ReminderHoldList, ReminderHoldQuery } from './reminder-hold.js';
import { Ok } from './values.js';

/** What has arrived for the caller, and what officers hold back. */
export const reminderEndpoints = {
  'inbox.list': { method: 'GET', path: '/inbox', permission: 'me:read', query: InboxQuery, response: Inbox },
  'inbox.read': { method: 'POST', path: '/inbox/reading', permission: 'me:read', body: InboxRead, response: InboxCount },
  'reminder-hold.list': {
    method: 'GET',
    path: '/reminder-holds',
    permission: 'reminder:read',
    query: ReminderHoldQuery,
    response: ReminderHoldList,
  },
  'reminder-hold.hold': {
    method: 'POST',
    path: '/clusters/:slug/reminder-holds',
    permission: 'reminder:send',
    params: ClusterParams,
    body: ReminderHoldBody,
    response: Ok,
  },
  'reminder-hold.end': {
    method: 'POST',
    path: '/reminder-holds/:id/ending',
    permission: 'reminder:send',
    params: IdParams,
    body: ReminderHoldEnd,
    response: Ok,
  },
  'reminder.bounce': {
    method: 'POST',
    path: '/reminders/:id/bounce',
    permission: 'reminder:send',
    params: IdParams,
    body: ReminderBounce,
    response: Ok,
  },
} as const satisfies Record<string, Endpoint>;
