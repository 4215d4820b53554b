import type { Env } from './env.js';
import type { LogStream } from './http/logging.js';
import { type Patience, usualPatience } from './http/unreadable-requests.js';

/** The parsed environment, and what only tests set otherwise. */
export class Settings {
  readonly signInsPerMinute: number;
  /** Memory for answers that may be given again. */
  readonly keptAnswerBytes: number;
  readonly logLevel: string;
  readonly logStream: LogStream | undefined;
  /** With slow clients. */
  readonly patience: Patience;

  constructor(
    readonly env: Env,
    own: { signInsPerMinute?: number; keptAnswerBytes?: number; logLevel?: string; logStream?: LogStream; patience?: Patience } = {},
  ) {
    // Everybody knows the demonstration's passwords: there is nothing to guess, and many try it at once.
    this.signInsPerMinute = own.signInsPerMinute ?? (env.isDemo ? 300 : 10);
    this.keptAnswerBytes = own.keptAnswerBytes ?? 24 * 1024 * 1024;
    this.logLevel = own.logLevel ?? 'info';
    this.logStream = own.logStream;
    this.patience = own.patience ?? usualPatience;
  }
}
