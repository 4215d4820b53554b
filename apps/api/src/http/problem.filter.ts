import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotModified } from './etag.interceptor.js';
import { languageOf } from './language.js';
import { problemContentType, problemOf } from './problem.js';
import { Refusal, statusOf } from './refusal.js';
import { refusalOfConstraint } from './constraint-refusal.js';

/** The one place where errors become HTTP. What nobody expected is logged once, with its stack, and told as `internal`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (error instanceof NotModified) return void reply.status(304).send();
    sendRefusal(error, request, reply);
  }
}

/** Also for the routes that stand beside the framework's own. */
export function sendRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  if (refusal.code === 'internal') request.log.error({ requestId: request.id, ...describe(error) }, 'request failed');
  if (reply.sent || reply.raw.headersSent) return;
  void reply
    .removeHeader('etag')
    .status(statusOf[refusal.code])
    .header('content-type', problemContentType)
    .header('cache-control', 'no-store')
    .send(problemOf(refusal, languageOf(request), request.id));
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpException) return new Refusal(codeOfStatus(error.getStatus()));
  const status = statusCodeIn(error);
  if (status && status < 500) return new Refusal(codeOfStatus(status));
  return refusalOfConstraint(error) ?? new Refusal('internal');
}

function codeOfStatus(status: number): Refusal['code'] {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404 || status === 405) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'too-many-requests';
  if (status === 503) return 'not-available';
  return status < 500 ? 'invalid-input' : 'internal';
}

/** Fastify's own errors (a body that is no JSON or too large) carry a status. */
function statusCodeIn(error: unknown): number | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' ? status : null;
}

/** Name and place of an error. Its message may quote values, so the database's own is left out. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 12);
  const isQuery = error.name === 'QueryFailedError';
  return {
    error: error.name,
    ...(isQuery ? { sqlState: 'code' in error ? error.code : undefined } : { message: error.message }),
    stack: frames,
  };
}
