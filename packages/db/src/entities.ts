import { AssessmentAnswerEntity } from './entities/assessment-answer.js';
import { AssessmentEntity } from './entities/assessment.js';
import { AssessmentRemarkEntity } from './entities/assessment-remark.js';
import { FrameworkEntity } from './entities/framework.js';
import { FrameworkIndicatorEntity } from './entities/framework-indicator.js';
import { ActionPlanEntity } from './entities/action-plan.js';
import { AuditBookingEntity } from './entities/audit-booking.js';
import { AuditExpertEntity } from './entities/audit-expert.js';
import { AwardEntity } from './entities/award.js';
import { CalendarEventEntity } from './entities/calendar-event.js';
import { CalendarFeedEntity } from './entities/calendar-feed.js';
import { CalendarRevocationEntity } from './entities/calendar-revocation.js';
import { CaseMilestoneEntity } from './entities/case-milestone.js';
import { ClosedDayEntity } from './entities/closed-day.js';
import { ClusterEntity } from './entities/cluster.js';
import { ContactNoteEntity } from './entities/contact-note.js';
import { CorrectionProposalEntity } from './entities/correction-proposal.js';
import { ExpertCapacityEntity } from './entities/expert-capacity.js';
import { DocumentEntity } from './entities/document.js';
import { DocumentVersionEntity } from './entities/document-version.js';
import { FigureRuleEntity } from './entities/figure-rule.js';
import { MembershipEntity } from './entities/membership.js';
import { ObligationEntity } from './entities/obligation.js';
import { PersonClusterRoleEntity } from './entities/person-cluster-role.js';
import { PersonEntity } from './entities/person.js';
import { PlanMilestoneEntity } from './entities/plan-milestone.js';
import { ProcessStepRuleEntity } from './entities/process-step-rule.js';
import { ProgrammeEntity } from './entities/programme.js';
import { RecordConfirmationEntity } from './entities/record-confirmation.js';
import { ReminderStepRuleEntity } from './entities/reminder-step-rule.js';
import { RenewalWindowRuleEntity } from './entities/renewal-window-rule.js';
import { RetentionRunEntity } from './entities/retention-run.js';
import { RuleDraftEntity } from './entities/rule-draft.js';
import { ValidityRuleEntity } from './entities/validity-rule.js';
import { RecertificationCaseEntity } from './entities/recertification-case.js';
import { RecommendationEntity } from './entities/recommendation.js';
import { RecommendationNoteEntity } from './entities/recommendation-note.js';
import { WaiverEntity } from './entities/waiver.js';
import { DemoClockEntity } from './entities/demo-clock.js';
import { MailPreferenceEntity } from './entities/mail-preference.js';
import { MailReturnEntity } from './entities/mail-return.js';
import { MessagePartEntity } from './entities/message-part.js';
import { MessageEntity } from './entities/message.js';
import { PersonAbsenceEntity } from './entities/person-absence.js';
import { ReminderActionEntity } from './entities/reminder-action.js';
import { ReminderHoldEntity } from './entities/reminder-hold.js';
import { ReminderReturnEntity } from './entities/reminder-return.js';
import { ReminderEntity } from './entities/reminder.js';
import { WebhookDeliveryEntity } from './entities/webhook-delivery.js';
import { WebhookEndpointEntity } from './entities/webhook-endpoint.js';
import { WebhookSecretEntity } from './entities/webhook-secret.js';
import { WebhookToldVerdictsEntity } from './entities/webhook-told-verdicts.js';
import { WebhookToldVersionEntity } from './entities/webhook-told-version.js';
import { WeeklyMailEntity } from './entities/weekly-mail.js';
import { WorkerRunEntity } from './entities/worker-run.js';

/** Every entity by hand: a table that is not named here does not exist for the product. */
export const entities = [
  PersonEntity,
  ClusterEntity,
  ProgrammeEntity,
  MembershipEntity,
  ObligationEntity,
  AwardEntity,
  ActionPlanEntity,
  PlanMilestoneEntity,
  WaiverEntity,
  AuditBookingEntity,
  RecordConfirmationEntity,
  ContactNoteEntity,
  CorrectionProposalEntity,
  AuditExpertEntity,
  RecertificationCaseEntity,
  CaseMilestoneEntity,
  DocumentEntity,
  DocumentVersionEntity,
  PersonClusterRoleEntity,
  ValidityRuleEntity,
  FrameworkEntity,
  FrameworkIndicatorEntity,
  AssessmentEntity,
  AssessmentAnswerEntity,
  AssessmentRemarkEntity,
  RecommendationEntity,
  RecommendationNoteEntity,
  RenewalWindowRuleEntity,
  FigureRuleEntity,
  ProcessStepRuleEntity,
  ReminderStepRuleEntity,
  ClosedDayEntity,
  RuleDraftEntity,
  ExpertCapacityEntity,
  RetentionRunEntity,
  CalendarFeedEntity,
  CalendarRevocationEntity,
  CalendarEventEntity,
  DemoClockEntity,
  MessageEntity,
  MessagePartEntity,
  MailPreferenceEntity,
  MailReturnEntity,
  PersonAbsenceEntity,
  ReminderActionEntity,
  ReminderHoldEntity,
  ReminderEntity,
  ReminderReturnEntity,
  WebhookEndpointEntity,
  WebhookSecretEntity,
  WebhookToldVerdictsEntity,
  WebhookToldVersionEntity,
  WebhookDeliveryEntity,
  WeeklyMailEntity,
  WorkerRunEntity,
];
