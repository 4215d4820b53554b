import { Acknowledgement, AcknowledgementBody, LinkParams } from './acknowledgement.js';
import { AbsenceBody, AbsenceEnd, AbsenceList, AbsenceParams, OwnAbsenceBody, OwnAbsenceEnd } from './absence.js';
import { IdParams } from './cluster.js';
import type { Endpoint } from './endpoint.js';
import { MailPreferenceChoice, MailPreferences, Unsubscription, UnsubscriptionChoice } from './mail-preference.js';
import { Ok } from './values.js';

/**
 * What a person says about the own mails: acknowledged, unwanted, away. A link in a mail needs no session: what it may do is signed in it.
 * `POST /api/unsubscribe/<token>`, to which mail programs post (RFC 8058), is not in this table: it outlives the versions of this API.
 */
export const personalEndpoints = {
  'acknowledgement.read': {
    method: 'GET',
    path: '/acknowledgements/:token',
    permission: null,
    params: LinkParams,
    response: Acknowledgement,
  },
  'acknowledgement.give': {
    method: 'POST',
    path: '/acknowledgements/:token',
    permission: null,
    params: LinkParams,
    body: AcknowledgementBody,
    response: Acknowledgement,
  },
  'reminder.acknowledge': {
    method: 'POST',
    path: '/reminders/:id/acknowledgement',
    permission: 'reminder:acknowledge',
    params: IdParams,
    body: AcknowledgementBody,
    response: Ok,
  },
  'unsubscription.read': { method: 'GET', path: '/unsubscriptions/:token', permission: null, params: LinkParams, response: Unsubscription },
  'unsubscription.choose': {
    method: 'POST',
    path: '/unsubscriptions/:token',
    permission: null,
    params: LinkParams,
    body: UnsubscriptionChoice,
    response: Unsubscription,
  },
  'mail-preference.list': { method: 'GET', path: '/me/mail-preferences', permission: 'me:read', response: MailPreferences },
  'mail-preference.choose': {
    method: 'POST',
    path: '/me/mail-preferences',
    permission: 'me:read',
    body: MailPreferenceChoice,
    response: MailPreferences,
  },
  'own-absence.list': { method: 'GET', path: '/me/absences', permission: 'absence:plan', response: AbsenceList },
  'own-absence.record': { method: 'POST', path: '/me/absences', permission: 'absence:plan', body: OwnAbsenceBody, response: Ok },
  'own-absence.end': {
    method: 'POST',
    path: '/me/absences/:id/end',
    permission: 'absence:plan',
    params: IdParams,
    body: OwnAbsenceEnd,
    response: Ok,
  },
  'absence.list': { method: 'GET', path: '/people/:id/absences', permission: 'people:read', params: IdParams, response: AbsenceList },
  'absence.record': {
    method: 'POST',
    path: '/people/:id/absences',
    permission: 'people:manage',
    params: IdParams,
    body: AbsenceBody,
    response: Ok,
  },
  'absence.end': {
    method: 'POST',
    path: '/people/:id/absences/:absence/end',
    permission: 'people:manage',
    params: AbsenceParams,
    body: AbsenceEnd,
    response: Ok,
  },
} as const satisfies Record<string, Endpoint>;
