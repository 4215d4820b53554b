import { CallerRepository, DemoClockRepository, PresentStateRepository } from '@klyngevagt/db';
import { createJobProducer, type JobProducer } from '@klyngevagt/jobs';
import { type DynamicModule, Inject, type OnApplicationShutdown, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { FastifyBaseLogger } from 'fastify';
import { AccountMails, Accounts } from './auth/accounts.js';
import { SmtpAccountMails } from './auth/account-mails.js';
import { BetterAuthAccounts } from './auth/better-auth.js';
import { CallerReader } from './auth/caller-reader.js';
import { DemoAccounts } from './auth/demo-accounts.js';
import { SessionGuard } from './auth/session.guard.js';
import { Build } from './build.js';
import { Clock } from './clock.js';
import { DatabaseModule } from './database.module.js';
import { HealthController } from './health/health.controller.js';
import { HealthService } from './health/health.service.js';
import { MetricsController } from './health/metrics.controller.js';
import { MetricsService } from './health/metrics.service.js';
import { DocumentationController } from './http/documentation.controller.js';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { allowedOrigins } from './http/origin-check.js';
import { ProblemFilter } from './http/problem.filter.js';
import { requestValidation } from './http/validation.js';
import { Jobs } from './jobs.js';
import { MeController } from './me/me.controller.js';
import { MeService } from './me/me.service.js';
import { SignInOptionsService } from './me/sign-in-options.service.js';
import { DecisionReader } from './portfolio/decision-reader.js';
import { PortfolioController } from './portfolio/portfolio.controller.js';
import { PortfolioService } from './portfolio/portfolio.service.js';
import { AnswerTags } from './present/answer-tags.js';
import { KeptAnswers } from './present/kept-answers.js';
import { KnownRules } from './present/known-rules.js';
import { KnownTimes } from './present/known-times.js';
import { PresentPortfolio } from './present/present-portfolio.js';
import { Present } from './present/present.js';
import { RepeatedAnswers } from './present/repeated-answers.js';
import { VisibleVersions } from './present/visible-versions.js';
import { ReminderCounts } from './reminders/reminder-counts.js';
import { AcknowledgementController } from './acknowledgements/acknowledgement.controller.js';
import { AcknowledgementReader } from './acknowledgements/acknowledgement-reader.js';
import { AcknowledgementService } from './acknowledgements/acknowledgement.service.js';
import { LinkGuesses } from './acknowledgements/link-guesses.js';
import { MailLinks } from './acknowledgements/mail-links.js';
import { AssessmentController } from './assessments/assessment.controller.js';
import { AssessmentEditService } from './assessments/assessment-edit.service.js';
import { AssessmentService } from './assessments/assessment.service.js';
import { RoundFileController } from './assessments/round-file.controller.js';
import { RoundFileService } from './assessments/round-file.service.js';
import { FrameworkController } from './frameworks/framework.controller.js';
import { FrameworkService } from './frameworks/framework.service.js';
import { AuditTrailController } from './audit-trail/audit-trail.controller.js';
import { AuditTrailService } from './audit-trail/audit-trail.service.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarFeedReader } from './calendar/calendar-feed-reader.js';
import { CalendarFeedService } from './calendar/calendar-feed.service.js';
import { CalendarPace } from './calendar/calendar-pace.js';
import { ClusterCalendar } from './calendar/cluster-calendar.js';
import { ClusterController } from './clusters/cluster.controller.js';
import { ClusterService } from './clusters/cluster.service.js';
import { DaysWithoutController } from './days-without/days-without.controller.js';
import { DaysWithoutService } from './days-without/days-without.service.js';
import { DocumentController } from './documents/document.controller.js';
import { DocumentFiles } from './documents/document-files.js';
import { DocumentService } from './documents/document.service.js';
import { EventHub } from './events/event-hub.js';
import { ExpertCapacityController } from './expert-capacity/expert-capacity.controller.js';
import { ExpertCapacityService } from './expert-capacity/expert-capacity.service.js';
import { EventsController } from './events/events.controller.js';
import { EventsService } from './events/events.service.js';
import { AwardController } from './facts/award.controller.js';
import { AwardService } from './facts/award.service.js';
import { CorrectionController } from './facts/correction.controller.js';
import { CorrectionService } from './facts/correction.service.js';
import { DutyController } from './facts/duty.controller.js';
import { DutyService } from './facts/duty.service.js';
import { ObservationController } from './facts/observation.controller.js';
import { ObservationService } from './facts/observation.service.js';
import { ForecastController } from './forecast/forecast.controller.js';
import { ForecastService } from './forecast/forecast.service.js';
import { PlanController } from './facts/plan.controller.js';
import { PlanService } from './facts/plan.service.js';
import { WaiverController } from './facts/waiver.controller.js';
import { WaiverService } from './facts/waiver.service.js';
import { CalibrationService } from './indicators/calibration.service.js';
import { IndicatorController } from './indicators/indicator.controller.js';
import { IndicatorFileService } from './indicators/indicator-file.service.js';
import { IndicatorService } from './indicators/indicator.service.js';
import { GridController } from './grid/grid.controller.js';
import { GridService } from './grid/grid.service.js';
import { NewsController } from './news/news.controller.js';
import { NewsService } from './news/news.service.js';
import { MailPreferenceController } from './mail-preferences/mail-preference.controller.js';
import { MailPreferenceService } from './mail-preferences/mail-preference.service.js';
import { AbsenceController } from './people/absence.controller.js';
import { AbsenceService } from './people/absence.service.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleService } from './people/people.service.js';
import { PersonLifeService } from './people/person-life.service.js';
import { ProposalController } from './proposals/proposal.controller.js';
import { ProposalService } from './proposals/proposal.service.js';
import { DocumentPress } from './reminder-record/document-press.js';
import { RecordBasis } from './reminder-record/record-basis.js';
import { RecordStamp } from './reminder-record/record-stamp.js';
import { ReminderRecordController } from './reminder-record/reminder-record.controller.js';
import { ReminderRecordService } from './reminder-record/reminder-record.service.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxService } from './inbox/inbox.service.js';
import { ReminderHoldController } from './reminders/reminder-hold.controller.js';
import { ReminderHoldService } from './reminders/reminder-hold.service.js';
import { ReminderComposer } from './reminders/reminder-composer.js';
import { ReminderController } from './reminders/reminder.controller.js';
import { ReminderHealthReader } from './reminders/reminder-health.js';
import { ReminderService } from './reminders/reminder.service.js';
import { ReminderWhyService } from './reminders/reminder-why.service.js';
import { CaseController } from './recertification/case.controller.js';
import { CaseReader } from './recertification/case-reader.js';
import { CaseService } from './recertification/case.service.js';
import { MilestoneService } from './recertification/milestone.service.js';
import { RecommendationController } from './recommendations/recommendation.controller.js';
import { RecommendationService } from './recommendations/recommendation.service.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionService } from './retention/retention.service.js';
import { ProgrammeHeadController } from './programmes/programme-head.controller.js';
import { ProgrammeHeadService } from './programmes/programme-head.service.js';
import { LadderController } from './rules/ladder.controller.js';
import { LadderService } from './rules/ladder.service.js';
import { RuleDraftController } from './rules/rule-draft.controller.js';
import { RuleDraftService } from './rules/rule-draft.service.js';
import { RuleSimulation } from './rules/rule-simulation.js';
import { RulesController } from './rules/rules.controller.js';
import { RuleEditService } from './rules/rule-edit.service.js';
import { RulesService } from './rules/rules.service.js';
import { ChainService } from './timeline/chain.service.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineService } from './timeline/timeline.service.js';
import { WebhookController } from './webhooks/webhook.controller.js';
import { WebhookDeliveryService } from './webhooks/webhook-delivery.service.js';
import { WebhookService } from './webhooks/webhook.service.js';
import { ServerLog } from './http/server-log.js';
import { Settings } from './settings.js';

const controllers = [
  AbsenceController,
  AcknowledgementController,
  AssessmentController,
  AuditTrailController,
  AwardController,
  CalendarController,
  CaseController,
  ClusterController,
  CorrectionController,
  DaysWithoutController,
  DocumentationController,
  DocumentController,
  DutyController,
  EventsController,
  ExpertCapacityController,
  ForecastController,
  FrameworkController,
  GridController,
  HealthController,
  IndicatorController,
  MailPreferenceController,
  MetricsController,
  MeController,
  NewsController,
  ObservationController,
  PeopleController,
  PlanController,
  PortfolioController,
  ProposalController,
  RecommendationController,
  InboxController,
  ReminderController,
  ReminderHoldController,
  ReminderRecordController,
  RetentionController,
  RoundFileController,
  ProgrammeHeadController,
  LadderController,
  RuleDraftController,
  RulesController,
  TimelineController,
  WaiverController,
  WebhookController,
];

const services = [
  AbsenceService,
  AcknowledgementReader,
  AcknowledgementService,
  AnswerTags,
  AssessmentEditService,
  AssessmentService,
  AuditTrailService,
  AwardService,
  CalendarFeedReader,
  CalendarFeedService,
  CalibrationService,
  CallerReader,
  CaseReader,
  CaseService,
  ChainService,
  ClusterCalendar,
  ClusterService,
  CorrectionService,
  DaysWithoutService,
  DecisionReader,
  DemoAccounts,
  DocumentFiles,
  DocumentPress,
  DocumentService,
  DutyService,
  EventHub,
  EventsService,
  ExpertCapacityService,
  ForecastService,
  FrameworkService,
  GridService,
  HealthService,
  IndicatorFileService,
  IndicatorService,
  KnownRules,
  KnownTimes,
  PresentPortfolio,
  MailLinks,
  MailPreferenceService,
  MeService,
  MetricsService,
  SignInOptionsService,
  MilestoneService,
  NewsService,
  ObservationService,
  PeopleService,
  PersonLifeService,
  PlanService,
  PortfolioService,
  ProposalService,
  RecommendationService,
  RecordBasis,
  RecordStamp,
  InboxService,
  ReminderComposer,
  ReminderHoldService,
  ReminderCounts,
  ReminderHealthReader,
  ReminderRecordService,
  ReminderService,
  ReminderWhyService,
  RepeatedAnswers,
  RetentionService,
  RoundFileService,
  ProgrammeHeadService,
  LadderService,
  RuleDraftService,
  RuleEditService,
  RuleSimulation,
  RulesService,
  TimelineService,
  VisibleVersions,
  WaiverService,
  WebhookDeliveryService,
  WebhookService,
];

/** The whole API: one module, because its features share the same few readers. */
export class AppModule implements OnApplicationShutdown {
  constructor(
    private readonly accounts: Accounts,
    @Inject(Jobs) private readonly jobs: JobProducer,
  ) {}

  /** The queue last: a call on a closed one never returns. */
  async onApplicationShutdown(): Promise<void> {
    await this.accounts.close();
    await this.jobs.close();
  }

  static for(settings: Settings, log: FastifyBaseLogger): DynamicModule {
    const { env } = settings;
    return {
      module: AppModule,
      imports: [DatabaseModule.for(env.databaseUrl)],
      controllers,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: ServerLog, useValue: new ServerLog(log) },
        { provide: Build, useValue: new Build() },
        {
          provide: Clock,
          useFactory: (demoClock: DemoClockRepository) => new Clock(env.isDemo ? () => demoClock.read() : null),
          inject: [DemoClockRepository],
        },
        {
          provide: Present,
          useFactory: (states: PresentStateRepository) => new Present(states, env.isDemo),
          inject: [PresentStateRepository],
        },
        { provide: KeptAnswers, useValue: new KeptAnswers(settings.keptAnswerBytes) },
        { provide: CalendarPace, useValue: new CalendarPace() },
        { provide: LinkGuesses, useValue: new LinkGuesses() },
        { provide: AccountMails, useFactory: () => new SmtpAccountMails(env.smtpUrl, env.mailFrom) },
        { provide: Accounts, useFactory: accountsOf(settings), inject: [AccountMails, CallerRepository] },
        {
          provide: Jobs,
          useFactory: () =>
            createJobProducer({ databaseUrl: env.databaseUrl, redisUrl: env.redisUrl ?? undefined }, (error) =>
              log.warn({ error: error.name }, 'the queue reports an error'),
            ),
        },
        ...services,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }
}

const accountsOf =
  ({ env, signInsPerMinute }: Settings) =>
  (mails: AccountMails, persons: CallerRepository): Accounts =>
    new BetterAuthAccounts({
      databaseUrl: env.databaseUrl,
      publicUrl: env.publicUrl,
      origins: allowedOrigins(env.publicUrl),
      secret: env.authSecret,
      signInsPerMinute,
      mails,
      holderOf: (accountId) => persons.readHolder(accountId),
    });
