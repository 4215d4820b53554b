import type {
  LedgerRepository,
  MessageRepository,
  PortfolioRepository,
  ReminderRepository,
  RulesRepository,
  WorkerRunRepository,
} from '@klyngevagt/db';
import type { JobProducer } from '@klyngevagt/jobs';
import type { Logger } from 'pino';
import type { Clock } from './clock.js';
import type { Mailer } from './mailer.js';

/** What jobs work with. */
export interface WorkerContext {
  clock: Clock;
  portfolio: Pick<PortfolioRepository, 'readPortfolio'>;
  rules: Pick<RulesRepository, 'readRules'>;
  reminders: Pick<ReminderRepository, 'plan'>;
  messages: MessageRepository;
  ledger: Pick<LedgerRepository, 'seal' | 'sealHealth'>;
  runs: WorkerRunRepository;
  mailer: Mailer;
  jobs: JobProducer;
  publicUrl: string;
  log: Logger;
  sending: SendingLimits;
  /** Aborted when the worker is asked to stop: long jobs end after the mail in hand. */
  stopping: AbortSignal;
}

export interface SendingLimits {
  /** A mail in hand for longer is taken for interrupted; longer than all timeouts of a sending together. */
  leaseMs: number;
  /** Pause before another attempt, after so many. */
  pauseMs: (attempts: number) => number;
  /** Attempts after which a mail server that keeps saying "later" is taken at its word. */
  maxAttempts: number;
}

const minute = 60_000;

export const defaultLimits: SendingLimits = {
  leaseMs: 10 * minute,
  pauseMs: (attempts) => Math.min(2 ** (attempts - 1), 60) * minute,
  maxAttempts: 24,
};
