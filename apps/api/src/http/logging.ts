import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';

/** Where lines go; standard output where nothing is named. */
export interface LogStream {
  write(line: string): void;
}

/**
 * Structured lines with a request id. A request is described by its route, never by its address: queries, slugs and bodies may
 * name people.
 */
export function loggerOptions(level: string, stream?: LogStream) {
  return {
    level,
    base: { app: 'api' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { req: () => ({}), res: () => ({}) },
    redact: { paths: ['email', 'password', 'token', '*.email', '*.password', '*.token', 'headers', '*.headers'], remove: true },
    ...(stream && { stream }),
  };
}

export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    if ((route.startsWith('/health/') || route === '/metrics') && reply.statusCode < 400) return;
    request.log.info(
      { requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
}

/** Nest's own lines in the same form. */
export class NestLines implements LoggerService {
  constructor(private readonly lines: FastifyBaseLogger) {}

  debug(message: unknown, context?: unknown) {
    this.lines.debug(lineOf(context), String(message));
  }
  log(message: unknown, context?: unknown) {
    this.lines.debug(lineOf(context), String(message));
  }
  warn(message: unknown, context?: unknown) {
    this.lines.warn(lineOf(context), String(message));
  }
  error(message: unknown, _stack?: unknown, context?: unknown) {
    this.lines.error(lineOf(context), message instanceof Error ? message.name : String(message));
  }
}

function lineOf(context: unknown): { context?: string } {
  return typeof context === 'string' ? { context } : {};
}
