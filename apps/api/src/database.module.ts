import * as db from '@klyngevagt/db';
import type { DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Every repository by hand. The only file of the API that knows TypeORM. */
const repositories = [
  db.ActionPlanRepository,
  db.AssessmentEditRepository,
  db.AssessmentRepository,
  db.AuditBookingRepository,
  db.AuditTrailRepository,
  db.AwardRepository,
  db.CalendarEventRepository,
  db.CalendarFeedRepository,
  db.CalendarTaskRepository,
  db.CallerRepository,
  db.ClusterRepository,
  db.ContactNoteRepository,
  db.CorrectionRepository,
  db.DemoClockRepository,
  db.ExpertCapacityRepository,
  db.FrameworkRepository,
  db.DocumentRepository,
  db.HealthRepository,
  db.LedgerRepository,
  db.LetterRepository,
  db.MailPreferenceRepository,
  db.MembershipRepository,
  db.MailReturnRepository,
  db.MessageRepository,
  db.NewsRepository,
  db.PersonAbsenceRepository,
  db.PersonEditRepository,
  db.PersonLifeRepository,
  db.PersonRepository,
  db.PortfolioRepository,
  db.PresentStateRepository,
  db.RecertificationCaseRepository,
  db.RecommendationRepository,
  db.ProposalRepository,
  db.RecordConfirmationRepository,
  db.RecordedTimeRepository,
  db.InboxRepository,
  db.ReminderHoldRepository,
  db.ReminderRecordRepository,
  db.ReminderRepository,
  db.RetentionRepository,
  db.RuleDraftRepository,
  db.ProgrammeRepository,
  db.RuleEditRepository,
  db.RulesRepository,
  db.VersionRepository,
  db.WaiverRepository,
  db.WebhookDeliveryRepository,
  db.WebhookEndpointRepository,
  db.WeeklyMailRepository,
  db.WorkerRunRepository,
];

/** The database for all of the API: one pool, and the repositories on it. */
export class DatabaseModule {
  static for(databaseUrl: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...db.dataSourceOptions(databaseUrl, { applicationName: 'klyngevagt-api' }),
          retryAttempts: 10,
          retryDelay: 1000,
        }),
      ],
      providers: repositories.map((repository) => ({
        provide: repository,
        useFactory: (dataSource: DataSource) => new repository(dataSource),
        inject: [getDataSourceToken()],
      })),
      exports: [...repositories, TypeOrmModule],
    };
  }
}
