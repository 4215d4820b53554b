import { randomUUID } from 'node:crypto';
import { type EndpointName, endpoints } from '@klyngevagt/contracts';
import {
  acknowledgeLink,
  ActionPlanRepository,
  AuditBookingRepository,
  AwardRepository,
  CorrectionRepository,
  DocumentRepository,
  everyCluster,
  MembershipRepository,
  PersonRepository,
  ReminderHoldRepository,
  RuleDraftRepository,
  recordAs,
  RecertificationCaseRepository,
  RecommendationRepository,
  type Saved,
  systemActor,
  unsubscribeLink,
  WaiverRepository,
  WebhookDeliveryRepository,
  WebhookEndpointRepository,
  webhookSecrets,
} from '@klyngevagt/db';
import { addDays, calendarDate } from '@klyngevagt/scoring';
import { filledRound, openRound, readActiveFramework } from './testing/rounds.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallPdf } from './testing/form.js';
import { type Answer, type Client, startTestApi, type TestApi } from './testing/test-api.js';

/**
 * Every endpoint of the table, asked by every role about an own and a foreign cluster. An endpoint without an expectation here, or an
 * expectation without an endpoint, does not compile. `own` and `foreign`: what the manager of one cluster gets.
 */
type Asker = 'officer' | 'admin' | 'reader' | 'own' | 'foreign' | 'stranger';

interface Expectation {
  /** Status for each asker; where a request is complete it succeeds, otherwise 403 or 404 comes before it is looked at. */
  expect: Record<Asker, number>;
  params?: (ids: Ids) => Record<string, string>;
  query?: string | ((ids: Ids) => string);
  body?: (ids: Ids) => object;
  /** Fields of a form, which brings a file. */
  form?: (ids: Ids) => Record<string, unknown>;
}

interface Ids {
  slug: string;
  /** Different wherever facts are made anew. */
  count: number;
  clusterRevision: number;
  reminderId: string;
  hold: Saved;
  award: Saved;
  membership: Saved;
  plan: Saved;
  milestoneId: string;
  draft: Saved;
  waiver: Saved;
  audit: Saved;
  recertification: Saved;
  milestone: Saved;
  correction: Saved;
  recommendation: Saved;
  framework: { id: string; draft: Saved; document: object };
  /** Being filled in, with every answer given. */
  selfTest: Saved;
  submitted: Saved;
  closed: Saved;
  document: Saved;
  version: Saved;
  person: Saved;
  otherPersonId: string;
  webhook: Saved;
  webhookDelivery: { id: string };
}

const everybody = { officer: 200, admin: 200, reader: 200, own: 200, foreign: 404, stranger: 401 };
const recording = { officer: 200, admin: 200, reader: 403, own: 403, foreign: 403, stranger: 401 };
const reporting = { officer: 200, admin: 200, reader: 403, own: 200, foreign: 404, stranger: 401 };
const delivering = { officer: 200, admin: 200, reader: 403, own: 200, foreign: 404, stranger: 401 };
const general = { officer: 200, admin: 200, reader: 200, own: 200, foreign: 200, stranger: 401 };
const open = { ...general, stranger: 200 };
/** What belongs to one person alone. */
const nobodys = { officer: 404, admin: 404, reader: 404, own: 404, foreign: 404, stranger: 401 };
/** Signed, and of nobody. */
const nothing = { ...nobodys, stranger: 404 };
const secret = 'local-0123456789-abcdefghijklmnopqrstuvwxyz';
const unknownMail = lastPart(acknowledgeLink('', secret, { sendingKey: randomUUID(), expiresOn: calendarDate('2027-01-01') }));
const unsubscribeToken = (personId: string) => lastPart(unsubscribeLink('', secret, { personId, kind: 'milestone' }));
/** Clusters side by side: never for a manager. */
const comparing = { ...general, own: 403, foreign: 403 };

const ofCluster = ({ slug }: Ids) => ({ slug });
const reason = 'Prøve af adgang';
const roundFile = { name: 'runde.csv', base64: Buffer.from('Kode;Point\nA1;4').toString('base64') };
const advice = { text: 'Mål tilfredsheden', indicators: ['E3'], owner: 'cluster', dueOn: '2027-06-30' };
const award = {
  level: 'silver',
  kind: 'first',
  assessedOn: null,
  approvedOn: '2015-01-01',
  validFrom: null,
  validUntil: '2016-12-31',
  validUntilBasis: 'certificate',
  score: null,
  source: 'Certifikat',
  confidence: 'sourced',
  note: null,
};

const webhook = { name: 'Ministeriet', url: 'https://example.dk/hook', events: ['cluster.changed'], scope: { kind: 'all' } };

const expectations: Record<EndpointName, Expectation> = {
  'sign-in.options': { expect: open },
  'me.read': { expect: general },
  'me.language': { expect: general, body: () => ({ language: 'da' }) },
  'portfolio.read': { expect: general },
  'days-without.read': { expect: general, query: '?from=2025-01-01&to=2025-12-31' },
  'timeline.read': { expect: general },
  'forecast.read': { expect: general },
  'audit-clash.read': { expect: { officer: 200, admin: 200, reader: 200, own: 403, foreign: 403, stranger: 401 } },
  // The row was made meanwhile: whoever may save is told.
  'expert-capacity.save': {
    expect: { ...recording, officer: 409, admin: 409 },
    body: () => ({ month: null, audits: 3, source: null, confidence: 'assumption', revision: null, reason }),
  },
  'cluster.forecast': { expect: everybody, params: ofCluster },
  'chain.read': { expect: everybody, params: ofCluster },
  'audit.try': { expect: everybody, params: ofCluster, query: '?firstDayOn=2027-02-01' },
  'cluster.read': { expect: everybody, params: ofCluster },
  'cluster.history': { expect: everybody, params: ofCluster },
  'cluster.edit': {
    expect: recording,
    params: ofCluster,
    body: ({ clusterRevision }) => ({
      cvrNumber: '12345678',
      journalNumber: null,
      funder: null,
      website: null,
      city: null,
      responsibleOfficerId: null,
      revision: clusterRevision,
      reason,
    }),
  },
  'award.proposal': { expect: everybody, params: ofCluster, query: '?level=gold' },
  'award.record': {
    expect: recording,
    params: ofCluster,
    body: ({ count: number }) => ({ ...award, approvedOn: dayOf(2015, number), reason }),
  },
  'award.correct': {
    expect: recording,
    params: ({ award }) => ({ id: award.id }),
    body: ({ award: { revision } }) => ({ ...award, revision, reason }),
  },
  'award.revoke': {
    expect: recording,
    params: ({ award }) => ({ id: award.id }),
    body: ({ award: { revision } }) => ({ revokedOn: '2016-06-01', revision, reason }),
  },
  'membership.record': {
    expect: recording,
    params: ofCluster,
    body: ({ count: number }) => ({
      programme: 'klyngeprogram-2025-2028',
      member: 'no',
      bound: 'no',
      startsOn: dayOf(2000, number),
      endsOn: dayOf(2000, number),
      exitReason: null,
      levelDueOn: null,
      source: 'Brev',
      confidence: 'sourced',
      reason,
    }),
  },
  'membership.correct': {
    expect: recording,
    params: ({ membership }) => ({ id: membership.id }),
    body: ({ membership: { revision }, count: number }) => ({
      member: 'no',
      bound: 'no',
      startsOn: dayOf(2010, number),
      endsOn: dayOf(2010, number),
      exitReason: null,
      levelDueOn: null,
      source: 'Brev',
      confidence: 'sourced',
      revision,
      reason,
    }),
  },
  'plan.propose': {
    expect: reporting,
    params: ofCluster,
    body: () => ({ programme: 'klyngeprogram-2025-2028', dueOn: '2027-06-30', text: 'Audit i foråret', reason }),
  },
  'plan.decide': {
    expect: recording,
    params: ({ plan }) => ({ id: plan.id }),
    body: ({ plan: { revision } }) => ({ decision: 'accept', revision, reason }),
  },
  'plan.revise': {
    expect: reporting,
    params: ({ plan }) => ({ id: plan.id }),
    body: ({ plan: { revision } }) => ({ dueOn: '2027-07-31', text: 'Audit til sommer', revision, reason }),
  },
  'plan.correct': {
    expect: recording,
    params: ({ plan }) => ({ id: plan.id }),
    body: ({ plan: { revision } }) => ({ dueOn: '2027-07-31', acceptedOn: null, text: 'Rettet', revision, reason }),
  },
  'plan.withdraw': {
    expect: reporting,
    params: ({ plan }) => ({ id: plan.id }),
    body: ({ plan: { revision } }) => ({ revision, reason }),
  },
  'plan-milestone.finish': {
    expect: reporting,
    params: ({ milestoneId }) => ({ id: milestoneId }),
    body: () => ({ doneOn: '2026-11-24', revision: 1, reason }),
  },
  'waiver.record': {
    expect: recording,
    params: ofCluster,
    body: () => ({ programme: 'klyngeprogram-2025-2028', startsOn: '2027-01-01', endsOn: '2027-02-01', text: 'Fusion', reason }),
  },
  'waiver.decide': {
    expect: recording,
    params: ({ waiver }) => ({ id: waiver.id }),
    body: ({ waiver: { revision } }) => ({ decision: 'approve', revision, reason }),
  },
  'waiver.correct': {
    expect: recording,
    params: ({ waiver }) => ({ id: waiver.id }),
    body: ({ waiver: { revision } }) => ({ startsOn: '2027-03-01', endsOn: '2027-03-31', text: 'Kortere', revision, reason }),
  },
  'proposal.list': { expect: { officer: 200, admin: 200, reader: 403, own: 403, foreign: 403, stranger: 401 } },
  'audit.report': {
    expect: reporting,
    params: ofCluster,
    body: () => ({ level: 'gold', firstDayOn: '2027-02-01', lastDayOn: '2027-02-01', mode: 'video', place: null, reason }),
  },
  'audit.decide': {
    expect: recording,
    params: ({ audit }) => ({ id: audit.id }),
    body: ({ audit: { revision } }) => ({ state: 'cancelled', revision, reason }),
  },
  'audit.experts': {
    expect: recording,
    params: ({ audit }) => ({ id: audit.id }),
    body: ({ audit: { revision } }) => ({ experts: [{ name: 'En Ekspert', country: 'NO', conflict: false }], revision, reason }),
  },
  'case.read': { expect: everybody, params: ofCluster },
  'case.open': { expect: recording, params: ofCluster, body: () => ({ reason }) },
  'case.decide': {
    expect: recording,
    params: ({ recertification }) => ({ id: recertification.id }),
    body: ({ recertification: { revision } }) => ({
      state: 'withdrawn',
      decidedOn: '2026-11-25',
      award: null,
      cureEndsOn: null,
      note: null,
      revision,
      reason,
    }),
  },
  'milestone.trial': { expect: everybody, params: ({ milestone }) => ({ id: milestone.id }), query: '?plannedOn=2026-12-01' },
  'milestone.plan': {
    expect: recording,
    params: ({ milestone }) => ({ id: milestone.id }),
    body: ({ milestone: { revision } }) => ({ plannedOn: '2026-12-01', owner: null, revision, reason }),
  },
  'milestone.complete': {
    expect: reporting,
    params: ({ milestone }) => ({ id: milestone.id }),
    body: ({ milestone: { revision } }) => ({ doneOn: '2026-11-25', revision, reason }),
  },
  'milestone.note': {
    expect: reporting,
    params: ({ milestone }) => ({ id: milestone.id }),
    body: ({ milestone: { revision } }) => ({ note: 'Aftalt', revision }),
  },
  'record.confirm': { expect: recording, params: ofCluster, body: () => ({ source: null, reason }) },
  'note.write': { expect: recording, params: ofCluster, body: () => ({ text: 'Talte med ledelsen' }) },
  'correction.propose': {
    expect: { officer: 403, admin: 403, reader: 403, own: 200, foreign: 404, stranger: 401 },
    params: ofCluster,
    body: () => ({ awardId: null, proposedLevel: null, proposedValidUntil: null, text: 'Navnet er forkert' }),
  },
  'correction.decide': {
    expect: recording,
    params: ({ correction }) => ({ id: correction.id }),
    body: ({ correction: { revision } }) => ({ decision: 'refuse', revision, answer: 'Nej', reason }),
  },
  'document.list': { expect: delivering, params: ofCluster },
  'document.upload': {
    expect: delivering,
    params: ofCluster,
    form: ({ slug }) => ({ kind: 'cluster', subject: slug, title: 'Strategi 2027' }),
  },
  'document.expect': {
    expect: recording,
    params: ofCluster,
    body: ({ slug }) => ({ subject: { kind: 'cluster', id: slug }, title: 'Strategi 2027', dueOn: '2027-01-15', reason }),
  },
  'document.replace': {
    expect: delivering,
    params: ({ document }) => ({ id: document.id }),
    form: ({ document: { revision } }) => ({ revision }),
  },
  'document.withdraw': {
    expect: recording,
    params: ({ document }) => ({ id: document.id }),
    body: ({ document: { revision } }) => ({ revision, reason }),
  },
  'document-version.decide': {
    expect: recording,
    params: ({ version }) => ({ id: version.id }),
    body: ({ version: { revision } }) => ({ decision: 'approve', comment: '', expiresOn: null, revision }),
  },
  'document-version.download': { expect: delivering, params: ({ version }) => ({ id: version.id }) },
  'framework.list': { expect: general },
  'framework.read': { expect: general, params: ({ framework }) => ({ id: framework.id }) },
  'framework.compare': { expect: { ...recording, own: 403, foreign: 403 }, params: ({ framework }) => ({ id: framework.id }) },
  'framework.import': {
    expect: { officer: 403, admin: 200, reader: 403, own: 403, foreign: 403, stranger: 401 },
    body: ({ framework, count: number }) => ({ document: { ...framework.document, version: `prøve ${number}` }, reason }),
  },
  'framework.activate': {
    expect: { officer: 403, admin: 200, reader: 403, own: 403, foreign: 403, stranger: 401 },
    params: ({ framework }) => ({ id: framework.draft.id }),
    body: ({ framework }) => ({ revision: framework.draft.revision, reason }),
  },
  'assessment.list': { expect: everybody, params: ofCluster },
  'assessment.read': { expect: everybody, params: ({ selfTest }) => ({ id: selfTest.id }) },
  'assessment.start': {
    // One is open already: whoever may start one is told.
    expect: { ...reporting, officer: 409, admin: 409, own: 409 },
    params: ofCluster,
    body: () => ({ kind: 'self-test' }),
  },
  'assessment.answer': {
    expect: reporting,
    params: ({ selfTest }) => ({ id: selfTest.id, indicator: 'A1' }),
    body: () => ({ score: 3, comment: null, revision: 1 }),
  },
  'assessment.submit': {
    expect: reporting,
    params: ({ selfTest }) => ({ id: selfTest.id }),
    body: ({ selfTest: { revision } }) => ({ revision }),
  },
  'assessment.return': {
    expect: recording,
    params: ({ submitted }) => ({ id: submitted.id }),
    body: ({ submitted: { revision } }) => ({ revision, remarks: [{ indicator: 'A1', text: 'Vedlæg aftalen' }] }),
  },
  'assessment.close': {
    expect: recording,
    params: ({ submitted }) => ({ id: submitted.id }),
    body: ({ submitted: { revision } }) => ({ revision, reason }),
  },
  'assessment.reopen': {
    expect: recording,
    params: ({ closed }) => ({ id: closed.id }),
    body: ({ closed: { revision } }) => ({ revision, reason }),
  },
  'assessment.export': { expect: everybody, params: ({ selfTest }) => ({ id: selfTest.id }), query: '?format=csv' },
  'assessment.import-preview': { expect: reporting, params: ({ selfTest }) => ({ id: selfTest.id }), body: () => roundFile },
  'assessment.import': {
    expect: reporting,
    params: ({ selfTest }) => ({ id: selfTest.id }),
    body: () => ({ ...roundFile, answersRevision: 31 }),
  },
  'indicator.map': { expect: comparing },
  'indicator.file': { expect: comparing, query: '?format=csv' },
  'indicator.ranking': { expect: { ...comparing, reader: 403 }, params: () => ({ code: 'A1' }) },
  'calibration.read': { expect: reporting, params: ofCluster },
  'recommendation.list': { expect: everybody, params: ofCluster },
  'recommendation.write': {
    expect: recording,
    params: ofCluster,
    body: () => ({ ...advice, givenOn: '2026-11-01', reason }),
  },
  'recommendation.edit': {
    expect: recording,
    params: ({ recommendation }) => ({ id: recommendation.id }),
    body: ({ recommendation: { revision } }) => ({ ...advice, revision, reason }),
  },
  'recommendation.step': {
    expect: reporting,
    params: ({ recommendation }) => ({ id: recommendation.id }),
    body: ({ recommendation: { revision } }) => ({ step: 'report', revision, reason }),
  },
  'recommendation.note': {
    expect: reporting,
    params: ({ recommendation }) => ({ id: recommendation.id }),
    body: () => ({ text: 'Vi er i gang' }),
  },
  'grid.preview': {
    expect: { ...recording, foreign: 403 },
    body: ({ slug }) => ({ rows: [{ slug, validUntil: '31.12.2028', level: 'gold' }] }),
  },
  'grid.save': {
    expect: { ...recording, officer: 409, admin: 409 },
    body: ({ slug }) => ({ rows: [{ slug, validUntil: '31.12.2028', level: 'gold' }], reason, source: null, versions: { [slug]: '0' } }),
  },
  'reminder.list': { expect: general },
  'reminder.why': { expect: everybody, query: ({ slug }) => `?cluster=${slug}&on=2026-11-25` },
  'reminder.text': {
    expect: { officer: 200, admin: 200, reader: 403, own: 200, foreign: 404, stranger: 401 },
    params: ({ reminderId }) => ({ id: reminderId }),
  },
  'reminder.send': { expect: recording, params: ({ reminderId }) => ({ id: reminderId }), body: () => ({ reason }) },
  'reminder.bounce': {
    expect: { ...recording, officer: 409, admin: 409 },
    params: ({ reminderId }) => ({ id: reminderId }),
    body: () => ({ reason }),
  },
  'reminder-hold.list': { expect: general },
  'reminder-hold.hold': {
    expect: recording,
    params: ofCluster,
    body: ({ count: days }) => ({ kind: 'pause', reminderId: null, untilOn: addDays(day('2026-12-01'), days % 300), reason }),
  },
  'reminder-hold.end': { expect: recording, params: ({ hold }) => ({ id: hold.id }), body: () => ({ reason }) },
  'inbox.list': { expect: general },
  'inbox.read': { expect: general, body: () => ({ ids: null, isRead: true }) },
  'reminder-record.read': { expect: everybody, params: ofCluster },
  'reminder-record.document': { expect: everybody, params: ofCluster },
  'people.list': { expect: { officer: 200, admin: 200, reader: 403, own: 403, foreign: 403, stranger: 401 } },
  'people.invite': {
    expect: recording,
    body: ({ count: number }) => ({
      name: 'Ny Modtager',
      email: `ny-${number}@klynge.example`,
      title: null,
      phone: null,
      language: 'da',
      role: null,
      clusters: [],
      invite: false,
      reason,
    }),
  },
  'people.edit': {
    expect: recording,
    params: ({ person }) => ({ id: person.id }),
    body: ({ person: { revision } }) => ({
      name: 'Ole Ravn',
      title: 'Formand',
      phone: null,
      language: 'da',
      role: null,
      clusters: [],
      revision,
      reason,
    }),
  },
  // The person is a recipient only: whoever may invite is told that a role is missing.
  'people.invite-again': {
    expect: { ...recording, officer: 400, admin: 400 },
    params: ({ person }) => ({ id: person.id }),
    body: () => ({ reason }),
  },
  'people.hand-over': {
    expect: recording,
    params: ({ person }) => ({ id: person.id }),
    body: ({ otherPersonId }) => ({ toPersonId: otherPersonId, reason }),
  },
  'people.leave': {
    expect: recording,
    params: ({ person }) => ({ id: person.id }),
    body: ({ person: { revision } }) => ({ on: '2026-11-25', revision, reason }),
  },
  'people.erase': {
    expect: { ...recording, officer: 403 },
    params: ({ person }) => ({ id: person.id }),
    body: ({ person: { revision } }) => ({ name: 'Prøve Person', revision, reason }),
  },
  'audit-trail.read': { expect: { officer: 200, admin: 200, reader: 200, own: 403, foreign: 403, stranger: 401 } },
  'news.read': { expect: general },
  'calendar-feed.list': { expect: general },
  'calendar-feed.create': { expect: everybody, body: ({ slug }) => ({ cluster: slug, language: 'da' }) },
  'calendar-feed.renew': { expect: nobodys, params: ({ plan }) => ({ id: plan.id }), body: () => ({}) },
  'calendar-feed.revoke': { expect: nobodys, params: ({ plan }) => ({ id: plan.id }), body: () => ({}) },
  'issued-calendar-feed.list': { expect: { ...recording, officer: 403 } },
  'issued-calendar-feed.revoke': {
    expect: { ...recording, officer: 403, admin: 404 },
    params: ({ plan }) => ({ id: plan.id }),
    body: () => ({ reason }),
  },
  'acknowledgement.read': { expect: nothing, params: () => ({ token: unknownMail }) },
  'acknowledgement.give': { expect: nothing, params: () => ({ token: unknownMail }), body: () => ({ planOn: null, comment: null }) },
  // A reminder of a deadline that does not stand: whoever may acknowledge is told.
  'reminder.acknowledge': {
    expect: { officer: 409, admin: 409, reader: 403, own: 409, foreign: 404, stranger: 401 },
    params: ({ reminderId }) => ({ id: reminderId }),
    body: () => ({ planOn: null, comment: null }),
  },
  'unsubscription.read': { expect: open, params: ({ person }) => ({ token: unsubscribeToken(person.id) }) },
  'unsubscription.choose': {
    expect: open,
    params: ({ person }) => ({ token: unsubscribeToken(person.id) }),
    body: () => ({ wanted: false }),
  },
  'mail-preference.list': { expect: general },
  'mail-preference.choose': { expect: general, body: () => ({ kind: 'quiet', wanted: true }) },
  'own-absence.list': { expect: { ...general, reader: 403 } },
  'own-absence.record': {
    expect: { ...general, reader: 403 },
    body: ({ count: number }) => ({ startsOn: dayOf(2030, number), endsOn: dayOf(2030, number), deputyId: null }),
  },
  'own-absence.end': {
    expect: { ...nobodys, reader: 403 },
    params: ({ plan }) => ({ id: plan.id }),
    body: () => ({ revision: 1 }),
  },
  'absence.list': { expect: { ...recording }, params: ({ person }) => ({ id: person.id }) },
  'absence.record': {
    expect: recording,
    params: ({ person }) => ({ id: person.id }),
    body: ({ count: number }) => ({ startsOn: dayOf(2030, number), endsOn: dayOf(2030, number), deputyId: null, reason }),
  },
  'absence.end': {
    expect: { ...recording, officer: 404, admin: 404 },
    params: ({ person, plan }) => ({ id: person.id, absence: plan.id }),
    body: () => ({ revision: 1, reason }),
  },
  'news.looked': { expect: general, body: () => ({ until: '2026-11-25T08:00:00.000Z', today: '2026-11-25' }) },
  'rules.list': { expect: general },
  'programme.heads': { expect: recording },
  // No such programme: whoever may appoint is told.
  'programme.appoint-head': {
    expect: { ...recording, officer: 403, admin: 404 },
    params: ({ plan }) => ({ id: plan.id }),
    body: () => ({ personId: null, revision: 1, reason }),
  },
  'ladder.list': { expect: general },
  'ladder.trial': { expect: { ...recording, officer: 403 } },
  'ladder.trial-progress': { expect: { ...recording, officer: 403 } },
  'retention.read': { expect: general },
  'rules.preview': {
    expect: { ...recording, officer: 403 },
    body: () => ({ change: { kind: 'open-days', from: '2026-12-24', to: '2026-12-24', programme: null } }),
  },
  // The version is not the present one: whoever may save is told that the rules changed.
  'rules.save': {
    expect: { ...recording, officer: 403, admin: 409 },
    body: () => ({ change: { kind: 'open-days', from: '2026-12-24', to: '2026-12-24', programme: null }, version: 0, reason }),
  },
  'rule-draft.list': { expect: { ...recording, officer: 403 } },
  'rule-draft.create': { expect: { ...recording, officer: 403 }, body: () => ({ name: 'Prøve', changes: [] }) },
  'rule-draft.read': { expect: { ...recording, officer: 403 }, params: ({ draft }) => ({ id: draft.id }) },
  'rule-draft.save': {
    expect: { ...recording, officer: 403 },
    params: ({ draft }) => ({ id: draft.id }),
    body: ({ draft: { revision } }) => ({ name: 'Prøve igen', changes: [], revision }),
  },
  'rule-draft.simulate': {
    expect: { ...recording, officer: 403 },
    params: ({ draft }) => ({ id: draft.id }),
    body: ({ draft: { revision } }) => ({ revision }),
  },
  'rule-draft.discard': {
    expect: { ...recording, officer: 403 },
    params: ({ draft }) => ({ id: draft.id }),
    body: ({ draft: { revision } }) => ({ revision }),
  },
  // There is nothing in it: whoever may activate is told so.
  'rule-draft.activate': {
    expect: { ...recording, officer: 403, admin: 400 },
    params: ({ draft }) => ({ id: draft.id }),
    body: ({ draft: { revision } }) => ({ revision, version: 0, reason }),
  },
  'webhook.list': { expect: recording },
  'webhook.create': { expect: { ...recording, officer: 403 }, body: () => ({ ...webhook, reason }) },
  'webhook.edit': {
    expect: { ...recording, officer: 403 },
    params: ({ webhook: { id } }) => ({ id }),
    body: ({ webhook: { revision } }) => ({ ...webhook, revision, reason }),
  },
  'webhook.switch': {
    expect: { ...recording, officer: 403 },
    params: ({ webhook: { id } }) => ({ id }),
    body: ({ webhook: { revision } }) => ({ isActive: false, revision, reason }),
  },
  'webhook.change-secret': {
    expect: { ...recording, officer: 403 },
    params: ({ webhook: { id } }) => ({ id }),
    body: ({ webhook: { revision } }) => ({ endOldNow: true, revision, reason }),
  },
  'webhook.test': { expect: { ...recording, officer: 403 }, params: ({ webhook: { id } }) => ({ id }) },
  'webhook.replay': {
    expect: { ...recording, officer: 403 },
    params: ({ webhook: { id } }) => ({ id }),
    body: () => ({ since: '2026-01-01T00:00:00Z' }),
  },
  'webhook-delivery.list': { expect: recording },
  'webhook-delivery.replay': { expect: { ...recording, officer: 403 }, params: ({ webhookDelivery: { id } }) => ({ id }) },
};

const ownSlug = 'energy-cluster-denmark';
const foreignSlug = 'danish-life-science-cluster';

let api: TestApi;
const clients = {} as Record<Asker, Client>;

beforeAll(async () => {
  api = await startTestApi();
  clients.stranger = api.stranger;
  clients.officer = await api.as('officer');
  clients.admin = await api.as('admin');
  clients.reader = await api.as('reader');
  clients.own = await api.as('manager');
  clients.foreign = clients.own;
});
afterAll(() => api.close());

/** Facts of a cluster to ask about. */
async function prepare(slug: string): Promise<Ids> {
  const { dataSource } = api.database;
  const actor = systemActor('test');
  const stated = { source: 'Prøve', confidence: 'sourced' } as const;
  const { cluster, programmeId } = await readFrame(slug);
  count += 1;
  const made = {
    award: await new AwardRepository(dataSource).record(actor, everyCluster, slug, {
      level: 'bronze',
      kind: 'first',
      validUntil: dayOf(2012, count),
      validUntilBasis: 'certificate',
      ...stated,
    }),
    membership: await new MembershipRepository(dataSource).record(actor, everyCluster, slug, {
      programmeId,
      member: 'no',
      bound: 'no',
      startsOn: dayOf(1995, count),
      endsOn: dayOf(1995, count),
      isEndDayAssumed: false,
      ...stated,
    }),
    plan: await new ActionPlanRepository(dataSource).propose(
      actor,
      everyCluster,
      slug,
      { programmeId, proposedOn: day('2026-11-01'), dueOn: day('2027-05-01'), ...stated },
      [{ id: null, text: 'Selvtest', dueOn: day('2027-01-15') }],
    ),
    waiver: await new WaiverRepository(dataSource).record(actor, everyCluster, slug, {
      programmeId,
      startsOn: day('2027-03-01'),
      endsOn: day('2027-04-01'),
      proposedOn: day('2026-11-01'),
      ...stated,
    }),
    audit: await new AuditBookingRepository(dataSource).report(actor, everyCluster, slug, {
      level: 'gold',
      firstDayOn: day('2027-01-04'),
      lastDayOn: day('2027-01-04'),
      form: 'video',
      state: 'reported',
      reportedOn: day('2026-11-01'),
      reportedByRole: 'manager',
      ...stated,
    }),
    correction: await new CorrectionRepository(dataSource).propose(actor, everyCluster, slug, {
      subject: 'cluster',
      proposedOn: day('2026-11-01'),
      proposedValues: {},
      text: 'Prøve',
      ...stated,
    }),
    recommendation: await new RecommendationRepository(dataSource).write(actor, everyCluster, slug, {
      text: 'Prøve',
      indicators: ['A1'],
      owner: 'cluster',
      givenOn: day('2026-11-01'),
      ...stated,
    }),
    person: await new PersonRepository(dataSource).invite(actor, everyCluster, {
      name: 'Prøve Person',
      email: `proeve-${count}@klynge.example`,
      language: 'da',
      ...stated,
    }),
  };
  const recertification = await openCase(slug);
  const framework = await readActiveFramework(dataSource, `kladde ${count}`, dayOf(2021, count));
  const rounds = {
    selfTest: await filledRound(dataSource, slug, 'self-test'),
    submitted: await openRound(dataSource, slug, 'expert-a', 'submitted'),
    closed: await openRound(dataSource, slug, 'expert-b', 'closed'),
  };
  const reminderId = await insertReminder(cluster.id);
  const hold = await holdReminders(cluster.id);
  const otherPersonId = await readOfficerId();
  const draft = await new RuleDraftRepository(dataSource).create({ name: 'Prøve', changes: [] }, null);
  const [milestone] = (await dataSource.query('select id from plan_milestone where plan_id = $1', [made.plan.id])) as [Saved];
  return {
    slug,
    count,
    clusterRevision: cluster.revision,
    reminderId,
    hold,
    otherPersonId,
    framework,
    ...rounds,
    ...made,
    ...recertification,
    ...(await sendDocument(slug)),
    ...(await makeWebhook()),
    milestoneId: milestone.id,
    draft,
  };
}

/** A document that an officer sent, with its file. */
async function sendDocument(slug: string): Promise<Pick<Ids, 'document' | 'version'>> {
  const at = `/api/v1/clusters/${slug}/documents`;
  const sent = await clients.officer.upload(at, { kind: 'cluster', subject: slug, title: 'Prøve' }, smallPdf);
  const [document] = await new DocumentRepository(api.database.dataSource)
    .list({ scope: everyCluster, slug })
    .then((documents) => documents.filter(({ id }) => id === (sent.body as Saved).id));
  const version = document?.versions[0];
  if (!document || !version) throw new Error('The document that was sent is not there');
  return { document, version };
}

async function makeWebhook(): Promise<Pick<Ids, 'webhook' | 'webhookDelivery'>> {
  const { dataSource } = api.database;
  const values = { name: 'Ministeriet', url: 'https://example.dk/hook', events: ['cluster.changed'], scope: { kind: 'all' } } as const;
  const made = { secrets: webhookSecrets('x'.repeat(32)), personId: null };
  const { id, revision } = await new WebhookEndpointRepository(dataSource).create(systemActor('test'), values, made);
  return { webhook: { id, revision }, webhookDelivery: { id: await new WebhookDeliveryRepository(dataSource).queueTest(id) } };
}

async function readFrame(slug: string): Promise<{ cluster: Saved; programmeId: string }> {
  const { dataSource } = api.database;
  const [cluster] = (await dataSource.query('select id, revision from cluster where slug = $1', [slug])) as [Saved];
  const [programme] = (await dataSource.query(`select id from programme where slug = 'klyngeprogram-2025-2028'`)) as [Saved];
  return { cluster, programmeId: programme.id };
}

/** The only case of the cluster, so that another can be opened for what it works towards. */
async function openCase(slug: string): Promise<Pick<Ids, 'recertification' | 'milestone'>> {
  const { dataSource } = api.database;
  await recordAs(dataSource, systemActor('test'), (manager) =>
    manager.query('delete from recertification_case where cluster_id = (select id from cluster where slug = $1)', [slug]),
  );
  const recertification = await new RecertificationCaseRepository(dataSource).open(systemActor('test'), everyCluster, slug, {
    cycle: `gold:first:${count}`,
    level: 'gold',
    kind: 'first',
    openedOn: day('2026-11-01'),
    source: 'Prøve',
    confidence: 'sourced',
  });
  const [milestone] = (await dataSource.query(`select id, revision from case_milestone where case_id = $1 and milestone = 'gap-analysis'`, [
    recertification.id,
  ])) as [Saved];
  return { recertification, milestone };
}

async function readOfficerId(): Promise<string> {
  const sql = `select id from person where email = 'officer@klyngevagt.example'`;
  const [row] = (await api.database.dataSource.query(sql)) as [Saved];
  return row.id;
}

async function insertReminder(clusterId: string): Promise<string> {
  const [row] = (await api.database.dataSource.query(
    `insert into reminder (cluster_id, cycle, event, offset_days, deadline_on, person_id, role, due_on, state)
     select $1, 'gold:renewal:' || gen_random_uuid(), 'booking', -14, '2026-12-18', id, 'officer', '2026-12-04', 'planned'
     from person where email = 'officer@klyngevagt.example' returning id`,
    [clusterId],
  )) as [Saved];
  return row.id;
}

async function holdReminders(clusterId: string): Promise<Saved> {
  const [hold] = await new ReminderHoldRepository(api.database.dataSource).hold(systemActor('test'), everyCluster, [
    {
      kind: 'pause',
      clusterId,
      event: null,
      subject: null,
      deadlineOn: null,
      fromOn: day('2026-11-01'),
      untilOn: day('2040-12-31'),
      byRole: 'officer',
      source: 'Prøve',
      confidence: 'sourced',
    },
  ]);
  if (!hold) throw new Error('Nothing was held');
  return hold;
}

let count = 0;
function lastPart(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}

const day = (text: string) => calendarDate(text);
const dayOf = (year: number, number: number) => addDays(day(`${year}-01-01`), number);

/** Facts of each cluster that nobody has changed yet. */
const untouched = new Map<string, Ids>();

async function untouchedFacts(slug: string): Promise<Ids> {
  const present = untouched.get(slug) ?? (await prepare(slug));
  untouched.set(slug, present);
  return present;
}

async function ask(name: EndpointName, asker: Asker): Promise<Answer> {
  const { method } = endpoints[name];
  const ids = await untouchedFacts(asker === 'own' ? ownSlug : foreignSlug);
  const answer = await send(name, asker, ids);
  // A refusal changes nothing: the next one may be asked about the same facts.
  if (method !== 'GET' && answer.status < 400) untouched.clear();
  return answer;
}

async function send(name: EndpointName, asker: Asker, ids: Ids): Promise<Answer> {
  const { method, path } = endpoints[name];
  const { params, query = '', body, form } = expectations[name];
  const values = params?.(ids) ?? {};
  const address = `/api/v1${path.replace(/:(\w+)/g, (_, key: string) => values[key] ?? key)}${typeof query === 'string' ? query : query(ids)}`;
  if (form) return clients[asker].upload(address, form(ids), smallPdf);
  return method === 'GET' ? clients[asker].get(address) : clients[asker].send(method, address, body?.(ids) ?? {});
}

const askers: Asker[] = ['stranger', 'reader', 'foreign', 'own', 'officer', 'admin'];

describe.each(Object.keys(endpoints) as EndpointName[])('%s', (name) => {
  test.each(askers)(`answers %s as it should`, async (asker) => {
    const { status, body } = await ask(name, asker);
    expect(status, JSON.stringify(body).slice(0, 400)).toBe(expectations[name].expect[asker]);
  });
});

test('a foreign cluster and one that does not exist are refused with the same words', async () => {
  const withoutId = ({ requestId: _, ...problem }: Record<string, unknown>) => problem;
  const foreign = await clients.own.get(`/api/v1/clusters/${foreignSlug}`);
  const missing = await clients.own.get('/api/v1/clusters/no-such-cluster');
  expect(foreign.status).toBe(404);
  expect(withoutId(foreign.body)).toEqual(withoutId(missing.body));
});
