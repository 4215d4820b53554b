import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import { type Endpoint, endpoints } from '@klyngevagt/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiPrefix } from './endpoint.decorator.js';
import { languageOf } from './language.js';
import { problemContentType, problemOf } from './problem.js';

/** How long a client may take, in milliseconds. Whoever is slower loses the connection, so that slow clients cannot use up the server. */
export interface Patience {
  /** For the whole head of a request. */
  headMs: number;
  /** For the whole request. */
  requestMs: number;
  /** For one that brings a file: long enough for the largest one over a slow line. */
  uploadMs: number;
  /** Without a byte in either direction. Longer than proxies keep a connection that they may use again. */
  idleMs: number;
  /** How often it is looked at. */
  everyMs: number;
}

export const usualPatience: Patience = { headMs: 15_000, requestMs: 30_000, uploadMs: 900_000, idleMs: 80_000, everyMs: 5_000 };

/** The framework's options that hold the patience, and the words with which it ends. */
export function boundedReading({ headMs, uploadMs, idleMs, everyMs }: Patience) {
  return {
    requestTimeout: uploadMs,
    connectionTimeout: idleMs,
    keepAliveTimeout: idleMs,
    http: { headersTimeout: headMs, requestTimeout: uploadMs, connectionsCheckingInterval: everyMs },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
  };
}

const uploadRoutes = new Set(
  Object.values<Endpoint>(endpoints)
    .filter(({ form }) => form !== undefined)
    .map(({ method, path }) => `${method} ${apiPrefix}${path}`),
);

/** The server's own limit is that of uploads; every other request has to be there sooner. */
export function boundRequests(server: FastifyInstance, { requestMs }: Patience): void {
  server.addHook('onRequest', async (request) => {
    const { raw } = request;
    const { 'content-length': length, 'transfer-encoding': encoding } = raw.headers;
    if ((encoding === undefined && !Number(length)) || uploadRoutes.has(`${request.method} ${request.routeOptions.url}`)) return;
    const refuseSlow = () => {
      // What is asked in process has no connection that could be slow.
      if (!raw.complete && raw.socket instanceof Socket)
        refuseConnection(Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket);
    };
    const timer = setTimeout(refuseSlow, requestMs).unref();
    raw.once('close', () => clearTimeout(timer));
  });
}

/** An address that is no address (`%zz`), or with a part longer than any of ours: nothing is there. No hook has run yet. */
function refuseAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf({ code: 'not-found', fields: [], params: {} }, languageOf(request), request.id);
  void reply
    .status(problem.status)
    .headers({ ...plainHeaders(request.id), 'content-type': problemContentType })
    .send(problem);
}

const reasons = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
} as const;

/** What is not HTTP, is too long or takes too long: one answer, then the connection is closed. Nobody knows yet who it was. */
function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  // Refused already, before the whole body came: the rest is not waited for any longer, and not answered once more.
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesWritten > 0) return void socket.destroy();
  socket.end(answerTo(error.code));
  // What the client still sends would reset the connection before the answer is read; whoever goes on is cut off.
  setTimeout(() => socket.destroy(), answerReadMs).unref();
}

const answerReadMs = 1000;

function answerTo(code: string | undefined): string {
  const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const requestId = randomUUID();
  const body = JSON.stringify({ ...problemOf({ code: 'invalid-input', fields: [], params: {} }, 'da', requestId), status });
  const headers = {
    ...plainHeaders(requestId),
    'content-type': problemContentType,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${reasons[status]}`, ...lines, '', body].join('\r\n');
}

function plainHeaders(requestId: string): Record<string, string> {
  return { 'x-request-id': requestId, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
}
