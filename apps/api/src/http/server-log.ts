import type { FastifyBaseLogger } from 'fastify';

/** The server's log, for what happens outside of a request. */
export class ServerLog {
  constructor(readonly lines: FastifyBaseLogger) {}
}
