import { z } from 'zod';
import * as assessments from './assessment.js';
import { AuditTrail, AuditTrailQuery } from './audit-trail.js';
import { ClusterDetail, ClusterHistory, ClusterParams, ClusterQuery, HistoryQuery, IdParams } from './cluster.js';
import { DaysWithout, DaysWithoutQuery } from './days-without.js';
import { AuditClash, AuditClashQuery, CapacityBody } from './expert-capacity.js';
import * as documents from './document.js';
import * as facts from './facts.js';
import { ClusterForecast, ClusterForecastQuery, Forecast, ForecastQuery } from './forecast.js';
import * as frameworks from './framework.js';
import { LanguageChoice, Me, SignInOptions } from './me.js';
import { LookedBody, News } from './news.js';
import type { Permission } from './permission.js';
import { ErasureBody, HandOverBody, InvitationBody, InvitationResend, LeavingBody, PeopleList, PersonEdit } from './person.js';
import { Portfolio, PortfolioQuery } from './portfolio.js';
import * as recertification from './recertification.js';
import { ProposalList, WaitingQuery } from './proposal.js';
import { ReminderList, ReminderQuery, ReminderText, ReminderTextQuery, ReminderWhy, ReminderWhyQuery, SendNow } from './reminder.js';
import { Retention } from './retention.js';
import * as rules from './rule.js';
import { AuditTrialQuery, AuditTrialView, ChainReading, Timeline, TimelineQuery } from './timeline.js';
import { Ok } from './values.js';

/** One endpoint below `/api/v1`. `permission` null: open to everyone, also without a session. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  path: string;
  permission: Permission | null;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Fields of a `multipart/form-data` request instead of a body. They are texts, and after them comes one file, `file`. */
  form?: z.ZodType;
  /** `FileBytes`: the answer is a file, not JSON. */
  response: z.ZodType;
}

/** The one table that types controllers, the dashboard's client and the tests. Names read noun.verb. */
export const endpoints = {
  'sign-in.options': { method: 'GET', path: '/sign-in-options', permission: null, response: SignInOptions },
  'me.read': { method: 'GET', path: '/me', permission: 'me:read', response: Me },
  'me.language': { method: 'PATCH', path: '/me/language', permission: 'me:read', body: LanguageChoice, response: Ok },
  'portfolio.read': { method: 'GET', path: '/portfolio', permission: 'portfolio:read', query: PortfolioQuery, response: Portfolio },
  'days-without.read': {
    method: 'GET',
    path: '/days-without',
    permission: 'portfolio:read',
    query: DaysWithoutQuery,
    response: DaysWithout,
  },
  'timeline.read': { method: 'GET', path: '/timeline', permission: 'portfolio:read', query: TimelineQuery, response: Timeline },
  'forecast.read': { method: 'GET', path: '/forecast', permission: 'portfolio:read', query: ForecastQuery, response: Forecast },
  'audit-clash.read': {
    method: 'GET',
    path: '/audit-clash',
    permission: 'expert-capacity:read',
    query: AuditClashQuery,
    response: AuditClash,
  },
  'expert-capacity.save': {
    method: 'PUT',
    path: '/expert-capacity',
    permission: 'expert-capacity:edit',
    body: CapacityBody,
    response: Ok,
  },
  'cluster.forecast': {
    method: 'GET',
    path: '/clusters/:slug/forecast',
    permission: 'cluster:read',
    params: ClusterParams,
    query: ClusterForecastQuery,
    response: ClusterForecast,
  },
  'chain.read': {
    method: 'GET',
    path: '/clusters/:slug/chain',
    permission: 'cluster:read',
    params: ClusterParams,
    query: ClusterQuery,
    response: ChainReading,
  },
  'audit.try': {
    method: 'GET',
    path: '/clusters/:slug/audit-trial',
    permission: 'cluster:read',
    params: ClusterParams,
    query: AuditTrialQuery,
    response: AuditTrialView,
  },
  'cluster.read': {
    method: 'GET',
    path: '/clusters/:slug',
    permission: 'cluster:read',
    params: ClusterParams,
    query: ClusterQuery,
    response: ClusterDetail,
  },
  'cluster.history': {
    method: 'GET',
    path: '/clusters/:slug/history',
    permission: 'cluster:read',
    params: ClusterParams,
    query: HistoryQuery,
    response: ClusterHistory,
  },
  'cluster.edit': {
    method: 'PATCH',
    path: '/clusters/:slug',
    permission: 'cluster:edit',
    params: ClusterParams,
    body: facts.ClusterEdit,
    response: Ok,
  },
  'award.proposal': {
    method: 'GET',
    path: '/clusters/:slug/validity-proposal',
    permission: 'cluster:read',
    params: ClusterParams,
    query: facts.ProposalQuery,
    response: facts.ValidityProposal,
  },
  'award.record': {
    method: 'POST',
    path: '/clusters/:slug/awards',
    permission: 'award:record',
    params: ClusterParams,
    body: facts.AwardBody,
    response: Ok,
  },
  'award.correct': {
    method: 'PATCH',
    path: '/awards/:id',
    permission: 'award:record',
    params: IdParams,
    body: facts.AwardCorrection,
    response: Ok,
  },
  'award.revoke': {
    method: 'POST',
    path: '/awards/:id/revocation',
    permission: 'award:record',
    params: IdParams,
    body: facts.Revocation,
    response: Ok,
  },
  'membership.record': {
    method: 'POST',
    path: '/clusters/:slug/memberships',
    permission: 'membership:record',
    params: ClusterParams,
    body: facts.MembershipBody,
    response: Ok,
  },
  'membership.correct': {
    method: 'PATCH',
    path: '/memberships/:id',
    permission: 'membership:record',
    params: IdParams,
    body: facts.MembershipCorrection,
    response: Ok,
  },
  'plan.propose': {
    method: 'POST',
    path: '/clusters/:slug/plans',
    permission: 'plan:propose',
    params: ClusterParams,
    body: facts.PlanBody,
    response: Ok,
  },
  'plan.decide': {
    method: 'POST',
    path: '/plans/:id/decision',
    permission: 'plan:decide',
    params: IdParams,
    body: facts.PlanDecision,
    response: Ok,
  },
  'plan.revise': {
    method: 'PUT',
    path: '/plans/:id',
    permission: 'plan:propose',
    params: IdParams,
    body: facts.PlanRevision,
    response: Ok,
  },
  'plan.correct': {
    method: 'PATCH',
    path: '/plans/:id',
    permission: 'plan:decide',
    params: IdParams,
    body: facts.PlanCorrection,
    response: Ok,
  },
  'plan.withdraw': {
    method: 'POST',
    path: '/plans/:id/withdrawal',
    permission: 'plan:propose',
    params: IdParams,
    body: facts.PlanWithdrawal,
    response: Ok,
  },
  'plan-milestone.finish': {
    method: 'POST',
    path: '/plan-milestones/:id/completion',
    permission: 'plan:propose',
    params: IdParams,
    body: facts.MilestoneCompletion,
    response: Ok,
  },
  'waiver.record': {
    method: 'POST',
    path: '/clusters/:slug/waivers',
    permission: 'waiver:record',
    params: ClusterParams,
    body: facts.WaiverBody,
    response: Ok,
  },
  'waiver.decide': {
    method: 'POST',
    path: '/waivers/:id/decision',
    permission: 'waiver:approve',
    params: IdParams,
    body: facts.WaiverDecision,
    response: Ok,
  },
  'waiver.correct': {
    method: 'PATCH',
    path: '/waivers/:id',
    permission: 'waiver:record',
    params: IdParams,
    body: facts.WaiverCorrection,
    response: Ok,
  },
  'proposal.list': { method: 'GET', path: '/proposals', permission: 'proposal:read', query: WaitingQuery, response: ProposalList },
  'audit.report': {
    method: 'POST',
    path: '/clusters/:slug/audits',
    permission: 'audit:report',
    params: ClusterParams,
    body: facts.AuditBody,
    response: Ok,
  },
  'audit.decide': {
    method: 'POST',
    path: '/audits/:id/decision',
    permission: 'audit:decide',
    params: IdParams,
    body: facts.AuditDecision,
    response: Ok,
  },
  'audit.experts': {
    method: 'PATCH',
    path: '/audits/:id/experts',
    permission: 'audit:decide',
    params: IdParams,
    body: recertification.ExpertsBody,
    response: Ok,
  },
  'case.read': {
    method: 'GET',
    path: '/clusters/:slug/cases',
    permission: 'cluster:read',
    params: ClusterParams,
    query: recertification.CaseQuery,
    response: recertification.CaseBoard,
  },
  'case.open': {
    method: 'POST',
    path: '/clusters/:slug/cases',
    permission: 'case:manage',
    params: ClusterParams,
    body: recertification.CaseOpenBody,
    response: Ok,
  },
  'case.decide': {
    method: 'POST',
    path: '/cases/:id/decision',
    permission: 'case:manage',
    params: IdParams,
    body: recertification.CaseDecisionBody,
    response: Ok,
  },
  'milestone.trial': {
    method: 'GET',
    path: '/case-milestones/:id/trial',
    permission: 'cluster:read',
    params: IdParams,
    query: recertification.MilestoneTrialQuery,
    response: recertification.CaseTrial,
  },
  'milestone.plan': {
    method: 'PATCH',
    path: '/case-milestones/:id',
    permission: 'case:manage',
    params: IdParams,
    body: recertification.MilestonePlanBody,
    response: Ok,
  },
  'milestone.complete': {
    method: 'POST',
    path: '/case-milestones/:id/completion',
    permission: 'case:report',
    params: IdParams,
    body: recertification.MilestoneDoneBody,
    response: Ok,
  },
  'milestone.note': {
    method: 'POST',
    path: '/case-milestones/:id/note',
    permission: 'case:report',
    params: IdParams,
    body: recertification.MilestoneNoteBody,
    response: Ok,
  },
  'record.confirm': {
    method: 'POST',
    path: '/clusters/:slug/confirmations',
    permission: 'record:confirm',
    params: ClusterParams,
    body: facts.ConfirmationBody,
    response: Ok,
  },
  'note.write': {
    method: 'POST',
    path: '/clusters/:slug/notes',
    permission: 'note:write',
    params: ClusterParams,
    body: facts.NoteBody,
    response: Ok,
  },
  'correction.propose': {
    method: 'POST',
    path: '/clusters/:slug/corrections',
    permission: 'correction:propose',
    params: ClusterParams,
    body: facts.CorrectionBody,
    response: Ok,
  },
  'correction.decide': {
    method: 'POST',
    path: '/corrections/:id/decision',
    permission: 'correction:decide',
    params: IdParams,
    body: facts.CorrectionDecision,
    response: Ok,
  },
  'framework.list': {
    method: 'GET',
    path: '/frameworks',
    permission: 'framework:read',
    query: frameworks.FrameworkQuery,
    response: frameworks.FrameworkList,
  },
  'framework.read': {
    method: 'GET',
    path: '/frameworks/:id',
    permission: 'framework:read',
    params: IdParams,
    query: frameworks.FrameworkQuery,
    response: frameworks.FrameworkView,
  },
  'framework.compare': {
    method: 'GET',
    path: '/frameworks/:id/comparison',
    permission: 'assessment:decide',
    params: IdParams,
    response: frameworks.FrameworkComparison,
  },
  'framework.import': {
    method: 'POST',
    path: '/frameworks',
    permission: 'framework:edit',
    body: frameworks.FrameworkImport,
    response: Ok,
  },
  'framework.activate': {
    method: 'POST',
    path: '/frameworks/:id/activation',
    permission: 'framework:edit',
    params: IdParams,
    body: frameworks.FrameworkActivation,
    response: Ok,
  },
  'assessment.list': {
    method: 'GET',
    path: '/clusters/:slug/assessments',
    permission: 'assessment:read',
    params: ClusterParams,
    query: assessments.AssessmentQuery,
    response: assessments.ClusterAssessments,
  },
  'assessment.start': {
    method: 'POST',
    path: '/clusters/:slug/assessments',
    permission: 'assessment:fill',
    params: ClusterParams,
    body: assessments.AssessmentStart,
    response: Ok,
  },
  'assessment.read': {
    method: 'GET',
    path: '/assessments/:id',
    permission: 'assessment:read',
    params: IdParams,
    query: assessments.AssessmentQuery,
    response: assessments.AssessmentSheet,
  },
  'assessment.answer': {
    method: 'PUT',
    path: '/assessments/:id/answers/:indicator',
    permission: 'assessment:fill',
    params: assessments.AnswerParams,
    body: assessments.AnswerEdit,
    response: assessments.AnswerSaved,
  },
  'assessment.submit': {
    method: 'POST',
    path: '/assessments/:id/submission',
    permission: 'assessment:fill',
    params: IdParams,
    body: assessments.AssessmentSubmission,
    response: Ok,
  },
  'assessment.return': {
    method: 'POST',
    path: '/assessments/:id/return',
    permission: 'assessment:decide',
    params: IdParams,
    body: assessments.AssessmentReturn,
    response: Ok,
  },
  'assessment.close': {
    method: 'POST',
    path: '/assessments/:id/closing',
    permission: 'assessment:decide',
    params: IdParams,
    body: assessments.AssessmentStepBody,
    response: Ok,
  },
  'assessment.reopen': {
    method: 'POST',
    path: '/assessments/:id/reopening',
    permission: 'assessment:decide',
    params: IdParams,
    body: assessments.AssessmentStepBody,
    response: Ok,
  },
  'assessment.export': {
    method: 'GET',
    path: '/assessments/:id/file',
    permission: 'assessment:read',
    params: IdParams,
    query: assessments.RoundFileQuery,
    response: assessments.RoundFile,
  },
  'assessment.import-preview': {
    method: 'POST',
    path: '/assessments/:id/import-preview',
    permission: 'assessment:fill',
    params: IdParams,
    body: assessments.RoundFileBody,
    response: assessments.RoundPreview,
  },
  'assessment.import': {
    method: 'POST',
    path: '/assessments/:id/import',
    permission: 'assessment:fill',
    params: IdParams,
    body: assessments.RoundImport,
    response: Ok,
  },
  'document.list': {
    method: 'GET',
    path: '/clusters/:slug/documents',
    permission: 'document:read',
    params: ClusterParams,
    query: documents.DocumentQuery,
    response: documents.DocumentList,
  },
  'document.upload': {
    method: 'POST',
    path: '/clusters/:slug/documents',
    permission: 'document:upload',
    params: ClusterParams,
    form: documents.DocumentForm,
    response: Ok,
  },
  'document.expect': {
    method: 'POST',
    path: '/clusters/:slug/expected-documents',
    permission: 'document:decide',
    params: ClusterParams,
    body: documents.DocumentExpectation,
    response: Ok,
  },
  'document.replace': {
    method: 'POST',
    path: '/documents/:id/versions',
    permission: 'document:upload',
    params: IdParams,
    form: documents.DocumentVersionForm,
    response: Ok,
  },
  'document.withdraw': {
    method: 'POST',
    path: '/documents/:id/withdrawal',
    permission: 'document:decide',
    params: IdParams,
    body: documents.DocumentWithdrawal,
    response: Ok,
  },
  'document-version.decide': {
    method: 'POST',
    path: '/document-versions/:id/decision',
    permission: 'document:decide',
    params: IdParams,
    body: documents.DocumentDecision,
    response: Ok,
  },
  'document-version.download': {
    method: 'GET',
    path: '/document-versions/:id/file',
    permission: 'document:read',
    params: IdParams,
    response: documents.FileBytes,
  },
  'grid.preview': { method: 'POST', path: '/grid/preview', permission: 'grid:save', body: facts.GridBody, response: facts.GridPreview },
  'grid.save': { method: 'POST', path: '/grid', permission: 'grid:save', body: facts.GridSave, response: facts.GridPreview },
  'reminder.list': { method: 'GET', path: '/reminders', permission: 'reminder:read', query: ReminderQuery, response: ReminderList },
  'reminder.why': { method: 'GET', path: '/reminders/why', permission: 'reminder:read', query: ReminderWhyQuery, response: ReminderWhy },
  'reminder.text': {
    method: 'GET',
    path: '/reminders/:id/text',
    permission: 'reminder:read-text',
    params: IdParams,
    query: ReminderTextQuery,
    response: ReminderText,
  },
  'reminder.send': {
    method: 'POST',
    path: '/reminders/:id/sending',
    permission: 'reminder:send',
    params: IdParams,
    body: SendNow,
    response: Ok,
  },
  'people.list': { method: 'GET', path: '/people', permission: 'people:read', response: PeopleList },
  'people.invite': { method: 'POST', path: '/people', permission: 'people:manage', body: InvitationBody, response: Ok },
  'people.edit': { method: 'PATCH', path: '/people/:id', permission: 'people:manage', params: IdParams, body: PersonEdit, response: Ok },
  'people.invite-again': {
    method: 'POST',
    path: '/people/:id/invitation',
    permission: 'people:manage',
    params: IdParams,
    body: InvitationResend,
    response: Ok,
  },
  'people.hand-over': {
    method: 'POST',
    path: '/people/:id/hand-over',
    permission: 'people:manage',
    params: IdParams,
    body: HandOverBody,
    response: Ok,
  },
  'people.leave': {
    method: 'POST',
    path: '/people/:id/leaving',
    permission: 'people:manage',
    params: IdParams,
    body: LeavingBody,
    response: Ok,
  },
  'people.erase': {
    method: 'POST',
    path: '/people/:id/erasure',
    permission: 'account:manage',
    params: IdParams,
    body: ErasureBody,
    response: Ok,
  },
  'audit-trail.read': {
    method: 'GET',
    path: '/audit-trail',
    permission: 'audit-trail:read',
    query: AuditTrailQuery,
    response: AuditTrail,
  },
  'news.read': { method: 'GET', path: '/news', permission: 'news:read', response: News },
  'news.looked': { method: 'POST', path: '/news/looked', permission: 'news:read', body: LookedBody, response: Ok },
  'rules.list': { method: 'GET', path: '/rules', permission: 'rules:read', query: rules.RuleQuery, response: rules.RuleList },
  'retention.read': { method: 'GET', path: '/retention', permission: 'rules:read', response: Retention },
  'rules.preview': {
    method: 'POST',
    path: '/rules/preview',
    permission: 'rules:edit',
    body: rules.RulePreviewBody,
    response: rules.RulePreview,
  },
  'rules.save': { method: 'POST', path: '/rules', permission: 'rules:edit', body: rules.RuleSave, response: Ok },
  'rule-draft.list': { method: 'GET', path: '/rule-drafts', permission: 'rules:edit', response: rules.RuleDraftList },
  'rule-draft.create': { method: 'POST', path: '/rule-drafts', permission: 'rules:edit', body: rules.RuleDraftBody, response: Ok },
  'rule-draft.read': { method: 'GET', path: '/rule-drafts/:id', permission: 'rules:edit', params: IdParams, response: rules.RuleDraftView },
  'rule-draft.save': {
    method: 'PUT',
    path: '/rule-drafts/:id',
    permission: 'rules:edit',
    params: IdParams,
    body: rules.RuleDraftEdit,
    response: Ok,
  },
  'rule-draft.simulate': {
    method: 'POST',
    path: '/rule-drafts/:id/simulation',
    permission: 'rules:edit',
    params: IdParams,
    body: rules.RuleSimulationBody,
    response: rules.RulePreview,
  },
  'rule-draft.discard': {
    method: 'POST',
    path: '/rule-drafts/:id/discarding',
    permission: 'rules:edit',
    params: IdParams,
    body: rules.RuleDraftDiscard,
    response: Ok,
  },
  'rule-draft.activate': {
    method: 'POST',
    path: '/rule-drafts/:id/activation',
    permission: 'rules:edit',
    params: IdParams,
    body: rules.RuleDraftActivation,
    response: Ok,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;

/** Server-sent events at `GET /api/v1/events` (permission `events:read`): `{ slug, version }` for each cluster in scope that changed, `{ slug: null }` for rules or reminders. */
export const ChangeEvent = z.object({ slug: z.string().nullable(), version: z.string() });
export type ChangeEvent = z.infer<typeof ChangeEvent>;

type Part<N extends EndpointName, K extends string> = (typeof endpoints)[N] extends Record<K, infer S extends z.ZodType> ? S : never;
export type ParamsOf<N extends EndpointName> = z.infer<Part<N, 'params'>>;
export type QueryOf<N extends EndpointName> = z.infer<Part<N, 'query'>>;
export type BodyOf<N extends EndpointName> = z.infer<Part<N, 'body'>>;
/** What a caller may send: before defaults. */
export type BodyInputOf<N extends EndpointName> = z.input<Part<N, 'body'>>;
/** Fields of a form, after parsing. */
export type FormOf<N extends EndpointName> = z.infer<Part<N, 'form'>>;
export type FormInputOf<N extends EndpointName> = z.input<Part<N, 'form'>>;
export type ResponseOf<N extends EndpointName> = z.infer<Part<N, 'response'>>;
