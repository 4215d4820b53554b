import { CallerRepository, DemoClockRepository, PresentStateRepository } from '@klyngevagt/db';
import { createJobProducer, type JobProducer } from '@klyngevagt/jobs';
import { type DynamicModule, Inject, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { SmtpAccountMails } from './auth/account-mails.js';
import { AccountMails, Accounts } from './auth/accounts.js';
import { BetterAuthAccounts } from './auth/better-auth.js';
import { CallerReader } from './auth/caller-reader.js';
import { DemoAccounts } from './auth/demo-accounts.js';
import { Build } from './build.js';
import { Clock } from './clock.js';
import { allowedOrigins } from './http/origin-check.js';
import { ServerLog } from './http/server-log.js';
import { Jobs } from './jobs.js';
import { DecisionReader } from './portfolio/decision-reader.js';
import { AnswerTags } from './present/answer-tags.js';
import { KeptAnswers } from './present/kept-answers.js';
import { KnownRules } from './present/known-rules.js';
import { KnownTimes } from './present/known-times.js';
import { Present } from './present/present.js';
import { PresentPortfolio } from './present/present-portfolio.js';
import { RepeatedAnswers } from './present/repeated-answers.js';
import { VisibleVersions } from './present/visible-versions.js';
import { Settings } from './settings.js';

/** Readers that most features share. */
const readers = [
  AnswerTags,
  CallerReader,
  DecisionReader,
  DemoAccounts,
  KnownRules,
  KnownTimes,
  PresentPortfolio,
  RepeatedAnswers,
  VisibleVersions,
];

/** What every feature stands on: settings, clock, log, accounts, queue, and the one way from the database to a status. */
export class FoundationModule implements OnApplicationShutdown {
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
    const providers = [
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
      { provide: AccountMails, useFactory: (clock: Clock) => new SmtpAccountMails(env.smtpUrl, env.mailFrom, clock), inject: [Clock] },
      { provide: Accounts, useFactory: accountsOf(settings), inject: [AccountMails, CallerRepository] },
      {
        provide: Jobs,
        useFactory: () =>
          createJobProducer({ databaseUrl: env.databaseUrl, redisUrl: env.redisUrl ?? undefined }, (error) =>
            log.warn({ error: error.name }, 'the queue reports an error'),
          ),
      },
    ];
    return {
      module: FoundationModule,
      global: true,
      providers: [...providers, ...readers],
      exports: [...providers.map(({ provide }) => provide), ...readers],
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
