export { recordAs, systemActor, type Actor } from './actor.js';
export type { ClusterToDecide, ClusterWithFacts, StoredFacts } from './cluster-facts.js';
export { createDataSource, dataSourceOptions, type ConnectionOptions } from './data-source.js';
export { asUnreachable, DatabaseUnreachableError } from './database-unreachable.js';
export type { Changes, NewFact, Saved } from './edit.js';
export { ConcurrentEditError, ConstraintError, type NamedError, NotFoundError } from './errors.js';
export type { LedgerPage, LedgerRow } from './ledger.js';
export type { SealHead, SealingResult } from './ledger-seal.js';
export { type LedgerFinding } from './ledger-finding.js';
export { type Verification, verifyLedger } from './ledger-verification.js';
export { ActionPlanRepository, type PlanDecision, type ProposedMilestone } from './repositories/action-plan-repository.js';
export {
  type AnswerEdit,
  AssessmentEditRepository,
  answersRevision,
  type ImportedAnswers,
  type StepTaken,
} from './repositories/assessment-edit-repository.js';
export {
  type AssessmentQuestion,
  AssessmentRepository,
  fewestOthers,
  type StoredAssessment,
} from './repositories/assessment-repository.js';
export { FrameworkRepository, type NewFramework, type StoredFramework } from './repositories/framework-repository.js';
export { AuditBookingRepository, type BookedExpert } from './repositories/audit-booking-repository.js';
export {
  type AuditTrailPage,
  type AuditTrailQuestion,
  AuditTrailRepository,
  type AuditTrailRow,
} from './repositories/audit-trail-repository.js';
export { AwardRepository, type GridCell, GridRefusedError } from './repositories/award-repository.js';
export {
  CalendarEventRepository,
  type PresentEvent,
  type PresentEvents,
  type RememberedEvent,
} from './repositories/calendar-event-repository.js';
export {
  type CalendarFeedOwner,
  CalendarFeedRepository,
  type CalendarFeedRow,
  type NewCalendarFeed,
} from './repositories/calendar-feed-repository.js';
export { CalendarTaskRepository, type CalendarTasks, type DatedDocument } from './repositories/calendar-task-repository.js';
export { type AccountHolderRow, CallerRepository, type CallerRow } from './repositories/caller-repository.js';
export { type ClusterPage, type ClusterQuestion, ClusterRepository, type PersonOfCluster } from './repositories/cluster-repository.js';
export { ContactNoteRepository } from './repositories/contact-note-repository.js';
export {
  type CorrectionAcceptance,
  type CorrectionDecision,
  CorrectionRepository,
  type NewCorrection,
} from './repositories/correction-repository.js';
export { type CapacityChange, type CapacityRow, ExpertCapacityRepository } from './repositories/expert-capacity-repository.js';
export {
  DocumentRepository,
  type DocumentVersionRow,
  type DocumentWithVersions,
  type NewDocument,
  type NewVersion,
  type VersionDecision,
} from './repositories/document-repository.js';
export { type DatabaseHealth, HealthRepository } from './repositories/health-repository.js';
export { LedgerRepository } from './repositories/ledger-repository.js';
export {
  type FailedReminder,
  type Looked,
  type NewsQuestion,
  NewsRepository,
  type PassedMilestone,
  type RecordedNews,
} from './repositories/news-repository.js';
export { type MailReturn, type MailReturnOutcome, MailReturnRepository } from './repositories/mail-return-repository.js';
export { MailPreferenceRepository } from './repositories/mail-preference-repository.js';
export { MembershipRepository } from './repositories/membership-repository.js';
export {
  type ClusterOfPerson,
  type ClusterRoleSeat,
  type NewPerson,
  PersonRepository,
  type PersonRow,
} from './repositories/person-repository.js';
export { type AbsenceEnd, type AbsenceRow, type NewAbsence, PersonAbsenceRepository } from './repositories/person-absence-repository.js';
export { PersonLifeRepository, type HandOver, type Leaving } from './repositories/person-life-repository.js';
export { PersonEditRepository, type PersonEdit, type Seat } from './repositories/person-edit-repository.js';
export {
  type PresentQuestion,
  type PresentState,
  PresentStateRepository,
  type SessionCaller,
} from './repositories/present-state-repository.js';
export { PortfolioRepository, type PortfolioQuestion } from './repositories/portfolio-repository.js';
export {
  type CaseDecision,
  type CasesOfCluster,
  type MilestoneEdit,
  type NewCase,
  RecertificationCaseRepository,
  type StoredCase,
} from './repositories/recertification-case-repository.js';
export { ProposalRepository, type WaitingProposal } from './repositories/proposal-repository.js';
export { RecordConfirmationRepository } from './repositories/record-confirmation-repository.js';
export { RecordedTimeRepository, type RecordedTimeState } from './repositories/recorded-time-repository.js';
export { type Erased, type ErasedSoFar, RetentionRepository } from './repositories/retention-repository.js';
export { type DraftEdit, type RuleDraft, RuleDraftRepository } from './repositories/rule-draft-repository.js';
export { ProgrammeRepository } from './repositories/programme-repository.js';
export { RuleEditRepository, type RuleSaving } from './repositories/rule-edit-repository.js';
export { RulesRepository, type RuleRows, type RulesAnswer, toRules } from './repositories/rules-repository.js';
export { VersionRepository, type VisibleVersion } from './repositories/version-repository.js';
export { WaiverRepository } from './repositories/waiver-repository.js';
export type { Row } from './row.js';
export { rowChangeOf, type RuleChange } from './rule-change.js';
export { changedRows, mergedChanges, type RuleRowChange } from './rule-row-change.js';
export { everyCluster, type Scope } from './scope.js';
export type { Known } from './sql.js';
export { type Removed, removeDemo } from './demo-removal.js';
export type { SealHealth } from './seal-health.js';
export { seed, type SeedOptions } from './seeding.js';
export type { AuditBookingEntity, AuditForm, ReporterRole } from './entities/audit-booking.js';
export type { AwardEntity, ValidUntilBasis } from './entities/award.js';
export type { ActionPlanEntity } from './entities/action-plan.js';
export type { ClusterEntity, ClusterKind } from './entities/cluster.js';
export type { DocumentSubjectKind } from './entities/document.js';
export type { DocumentVersionEntity } from './entities/document-version.js';
export { type MailKind, mailKinds } from './entities/mail-preference.js';
export type { MembershipEntity } from './entities/membership.js';
export type { ClusterRole } from './entities/person-cluster-role.js';
export type { PersonEntity, PersonRole } from './entities/person.js';
export type { Portfolio, ProgrammeEntity } from './entities/programme.js';
export type { WaiverEntity } from './entities/waiver.js';
export type { MessageEntity } from './entities/message.js';
export type { FailedBecause, ReminderEntity } from './entities/reminder.js';
export type { WorkerRunEntity, WorkerRunKind } from './entities/worker-run.js';
export { sameHourOn } from './clock.js';
export { DemoClockRepository } from './repositories/demo-clock-repository.js';
export { MessageRepository, type Outcome, type SentMail, type MessagePart, type SentReminders } from './repositories/message-repository.js';
export { type InboxRow, InboxRepository } from './repositories/inbox-repository.js';
export { type KnownOfMails, type LatestAcknowledgement, LetterRepository } from './repositories/letter-repository.js';
export { type ClaimedMail, type ClaimedReminder, type DuePerson } from './repositories/reminder-claim.js';
export type { Planner } from './reminder-plan.js';
export {
  type HoldListRow,
  type HoldOfLink,
  type LinkedMail,
  type NewHold,
  ReminderHoldRepository,
  type ReminderToAcknowledge,
} from './repositories/reminder-hold-repository.js';
export {
  type LetterWords,
  type RecordedHold,
  type RecordedComeback,
  type RecordedLetter,
  type ReminderRecordRows,
  ReminderRecordRepository,
} from './repositories/reminder-record-repository.js';
export {
  type ReminderListQuestion,
  type ReminderRequest,
  type ReminderListRow,
  ReminderRepository,
  type ReminderSums,
} from './repositories/reminder-repository.js';
export {
  type ClaimedDelivery,
  type DeliveryOutcome,
  WebhookDeliveryRepository,
  type WebhookDeliveryRow,
} from './repositories/webhook-delivery-repository.js';
export { type VerdictMark, type VerdictQuestion, WebhookVerdictRepository } from './repositories/webhook-verdict-repository.js';
export {
  WebhookEndpointRepository,
  type WebhookEndpointRow,
  type WebhookScope,
  type WebhookValues,
} from './repositories/webhook-endpoint-repository.js';
export {
  acknowledgeLink,
  acknowledgeLinkDays,
  type AcknowledgeToken,
  oneClickUnsubscribeLink,
  readAcknowledgeToken,
  readUnsubscribeToken,
  unsubscribeLink,
  type UnsubscribeToken,
} from './mail-link.js';
export { isReturnAddress, readReturnAddress, returnAddress } from './return-address.js';
export { type WebhookSecrets, webhookSecrets } from './webhook-secret.js';
export type { WebhookError } from './entities/webhook-delivery.js';
export type { WebhookEvent } from './entities/webhook-endpoint.js';
export { type ClaimedWeeklyMail, type FailedWeeklyMail, WeeklyMailRepository } from './repositories/weekly-mail-repository.js';
export { type LatestRuns, type Reconciliation, type RunsOfDay, WorkerRunRepository } from './repositories/worker-run-repository.js';
export { type ChangeListener, type ChangeListenerOptions, type DatabaseChange, listenToChanges } from './change-listener.js';
export {
  type NewRecommendation,
  type NewRecommendationNote,
  RecommendationRepository,
  type StoredRecommendation,
} from './repositories/recommendation-repository.js';
