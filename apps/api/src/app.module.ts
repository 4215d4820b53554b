import { CallerRepository, DemoClockRepository } from '@klyngevagt/db';
import { createJobProducer } from '@klyngevagt/jobs';
import { type DynamicModule, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
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
import { DocumentationController } from './http/documentation.controller.js';
import { allowedOrigins } from './http/origin-check.js';
import { ProblemFilter } from './http/problem.filter.js';
import { requestValidation } from './http/validation.js';
import { Jobs } from './jobs.js';
import { MeController } from './me/me.controller.js';
import { MeService } from './me/me.service.js';
import { DecisionReader } from './portfolio/decision-reader.js';
import { PortfolioController } from './portfolio/portfolio.controller.js';
import { PortfolioService } from './portfolio/portfolio.service.js';
import { ReminderCounts } from './reminders/reminder-counts.js';
import { Settings } from './settings.js';

const controllers = [HealthController, DocumentationController, PortfolioController, MeController];
const services = [DecisionReader, HealthService, MeService, PortfolioService, ReminderCounts];

/** The whole API: one module, because its features share the same few readers. */
export class AppModule {
  static for(settings: Settings): DynamicModule {
    const { env } = settings;
    return {
      module: AppModule,
      imports: [DatabaseModule.for(env.databaseUrl)],
      controllers,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Build, useValue: new Build() },
        {
          provide: Clock,
          useFactory: (demoClock: DemoClockRepository) => new Clock(env.isDemo ? () => demoClock.read() : null),
          inject: [DemoClockRepository],
        },
        { provide: AccountMails, useFactory: () => new SmtpAccountMails(env.smtpUrl, env.mailFrom) },
        { provide: Accounts, useFactory: accountsOf(settings), inject: [AccountMails, CallerRepository] },
        {
          provide: Jobs,
          useFactory: () => createJobProducer({ databaseUrl: env.databaseUrl, redisUrl: env.redisUrl ?? undefined }, () => undefined),
        },
        CallerReader,
        DemoAccounts,
        ...services,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useFactory: requestValidation },
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
