import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { problemContentType, problemOf } from './problem.js';
import { sendRefusal } from './problem.filter.js';

/** The built dashboard from the API's own origin: files by their names, every other address is the one page. */
export async function serveDashboard(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    index: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      // Built files carry a digest of their content in their name; everything else may change with the next release.
      reply.header('cache-control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/*', { errorHandler: sendRefusal }, async (request, reply) => answer(request, reply));
}

async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const path = new URL(request.url, 'http://dashboard').pathname;
  if (/^\/(api|health|metrics)(\/|$)/.test(path)) {
    const problem = problemOf({ code: 'not-found', fields: [], params: {} }, languageOf(request), request.id);
    return reply.status(404).header('content-type', problemContentType).header('cache-control', 'no-store').send(problem);
  }
  const isFile = /\.[a-z0-9]+$/i.test(path);
  return reply.sendFile(isFile ? path.slice(1) : 'index.html');
}
