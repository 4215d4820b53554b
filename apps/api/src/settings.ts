import type { DestinationStream } from 'pino';
import type { Env } from './env.js';

/** The parsed environment, and what only tests set otherwise. */
export class Settings {
  readonly signInsPerMinute: number;
  readonly logLevel: string;
  readonly logStream: DestinationStream | undefined;

  constructor(
    readonly env: Env,
    own: { signInsPerMinute?: number; logLevel?: string; logStream?: DestinationStream } = {},
  ) {
    this.signInsPerMinute = own.signInsPerMinute ?? 10;
    this.logLevel = own.logLevel ?? 'info';
    this.logStream = own.logStream;
  }
}
