import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../env.js';
import { mailReturnsPath } from '../mail-returns/mail-return-route.js';
import { languageOf } from './language.js';
import { problemContentType, problemOf } from './problem.js';

/** Origins from which changes are taken: the product's own; on the own machine under both of its names. */
export function allowedOrigins(publicUrl: string): string[] {
  if (!isLoopback(publicUrl)) return [publicUrl];
  const { protocol, port } = new URL(publicUrl);
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return names.map((name) => `${protocol}//${name}${port && `:${port}`}`);
}

const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What mail programs (RFC 8058) and mail servers post, from no page at all. A session plays no part: the address is signed, or a word is known. */
const fromAnywhere = new Set(['/api/unsubscribe/:token', mailReturnsPath]);

/**
 * A browser names the page that asks in `origin`; a change asked for by any other page, or by none, is refused. Exceptions are told by
 * their route: the router decodes an address, so that the address itself may be spelt in many ways.
 */
export function checkOrigins(server: FastifyInstance, origins: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    if (changesNothing.has(request.method) || fromAnywhere.has(request.routeOptions.url ?? '')) return;
    const { origin } = request.headers;
    if (origin !== undefined && origins.includes(origin)) return;
    const problem = problemOf({ code: 'wrong-origin', fields: [], params: {} }, languageOf(request), request.id);
    await reply.status(problem.status).header('content-type', problemContentType).send(problem);
  });
}
