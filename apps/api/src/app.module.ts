import { type DynamicModule, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { FastifyBaseLogger } from 'fastify';
import { AcknowledgementsModule } from './acknowledgements/acknowledgements.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditTrailModule } from './audit-trail/audit-trail.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { ClustersModule } from './clusters/clusters.module.js';
import { DaysWithoutModule } from './days-without/days-without.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EventsModule } from './events/events.module.js';
import { ExpertCapacityModule } from './expert-capacity/expert-capacity.module.js';
import { FactsModule } from './facts/facts.module.js';
import { ForecastModule } from './forecast/forecast.module.js';
import { FrameworksModule } from './frameworks/frameworks.module.js';
import { GridModule } from './grid/grid.module.js';
import { HealthModule } from './health/health.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { MailPreferencesModule } from './mail-preferences/mail-preferences.module.js';
import { MailReturnsModule } from './mail-returns/mail-returns.module.js';
import { MeModule } from './me/me.module.js';
import { NewsModule } from './news/news.module.js';
import { PeopleModule } from './people/people.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { RecertificationModule } from './recertification/recertification.module.js';
import { RecommendationsModule } from './recommendations/recommendations.module.js';
import { ReminderRecordModule } from './reminder-record/reminder-record.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { RulesModule } from './rules/rules.module.js';
import { TimelineModule } from './timeline/timeline.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { SessionGuard } from './auth/session.guard.js';
import { DatabaseModule } from './database.module.js';
import { FoundationModule } from './foundation.module.js';
import { DocumentationController } from './http/documentation.controller.js';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { requestValidation } from './http/validation.js';
import type { Settings } from './settings.js';

/** One module for each folder of features. */
const features = [
  AcknowledgementsModule,
  AssessmentsModule,
  AuditTrailModule,
  CalendarModule,
  ClustersModule,
  DaysWithoutModule,
  DocumentsModule,
  EventsModule,
  ExpertCapacityModule,
  FactsModule,
  ForecastModule,
  FrameworksModule,
  GridModule,
  HealthModule,
  InboxModule,
  IndicatorsModule,
  MailPreferencesModule,
  MailReturnsModule,
  MeModule,
  NewsModule,
  PeopleModule,
  PortfolioModule,
  ProgrammesModule,
  ProposalsModule,
  RecertificationModule,
  RecommendationsModule,
  ReminderRecordModule,
  RemindersModule,
  RetentionModule,
  RulesModule,
  TimelineModule,
  WebhooksModule,
];

/** The whole API: the features, on what they share, and what is done to every request. */
export class AppModule {
  static for(settings: Settings, log: FastifyBaseLogger): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule.for(settings.env.databaseUrl), FoundationModule.for(settings, log), ...features],
      controllers: [DocumentationController],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }
}
