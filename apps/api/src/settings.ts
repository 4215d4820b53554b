import type { Env } from './env.js';
import type { LogStream } from './http/logging.js';

/** The parsed environment, and what only tests set otherwise. */
export class Settings {
  readonly signInsPerMinute: number;
  readonly logLevel: string;
  readonly logStream: LogStream | undefined;

  constructor(
    readonly env: Env,
    own: { signInsPerMinute?: number; logLevel?: string; logStream?: LogStream } = {},
  ) {
    this.signInsPerMinute = own.signInsPerMinute ?? 10;
    this.logLevel = own.logLevel ?? 'info';
    this.logStream = own.logStream;
  }
}
