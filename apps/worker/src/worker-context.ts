import type {
  DocumentRepository,
  LedgerRepository,
  LetterRepository,
  MailPreferenceRepository,
  MessageRepository,
  PortfolioRepository,
  PersonRepository,
  RecertificationCaseRepository,
  ReminderRepository,
  RetentionRepository,
  RulesRepository,
  WebhookDeliveryRepository,
  WebhookVerdictRepository,
  WeeklyMailRepository,
  WorkerRunRepository,
} from '@klyngevagt/db';
import type { StoragePlace } from '@klyngevagt/files';
import type { JobProducer } from '@klyngevagt/jobs';
import type { Logger } from 'pino';
import type { Clock } from './clock.js';
import type { MailPace } from './mail-pace.js';
import type { Mailer } from './mailer.js';
import type { WebhookLanes } from './webhooks/lanes.js';

/** What jobs work with. */
export interface WorkerContext {
  clock: Clock;
  portfolio: Pick<PortfolioRepository, 'readPortfolio' | 'readDeciding'>;
  rules: Pick<RulesRepository, 'readRules'>;
  reminders: Pick<ReminderRepository, 'plan' | 'readClusterIds' | 'countFailed' | 'sums' | 'countHeld'>;
  cases: Pick<RecertificationCaseRepository, 'open'>;
  messages: MessageRepository;
  letters: LetterRepository;
  preferences: Pick<MailPreferenceRepository, 'readUnwanted'>;
  people: Pick<PersonRepository, 'erase'>;
  retention: RetentionRepository;
  weeklyMails: WeeklyMailRepository;
  webhooks: { deliveries: WebhookDeliveryRepository; verdicts: WebhookVerdictRepository; lanes: WebhookLanes };
  ledger: Pick<LedgerRepository, 'seal' | 'sealHead' | 'sealHealth'>;
  runs: WorkerRunRepository;
  documents: Pick<DocumentRepository, 'readNamedKeys'>;
  files: StoragePlace;
  mailer: Mailer;
  pace: MailPace;
  jobs: JobProducer;
  publicUrl: string;
  /** Signs the links in mails. */
  linkSecret: string;
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
  /** Outside of these hours, and on closed days, what is due is held back; null: never. */
  officeHours: { from: number; to: number } | null;
}

/** An hour: whoever repairs a mail server should not have to wait longer than that. */
const longestPauseMs = 3_600_000;

/** The limits of a worker whose environment names lease and first pause. */
export function sendingLimits({
  leaseMs,
  firstPauseMs,
  officeHours,
}: Pick<SendingLimits, 'leaseMs' | 'officeHours'> & { firstPauseMs: number }): SendingLimits {
  return { leaseMs, pauseMs: (attempts) => Math.min(2 ** (attempts - 1) * firstPauseMs, longestPauseMs), maxAttempts: 24, officeHours };
}
