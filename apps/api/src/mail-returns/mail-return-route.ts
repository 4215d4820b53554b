import type { FastifyInstance } from 'fastify';
import { checkBearer } from '../http/bearer-word.js';
import { sendRefusal } from '../http/problem.filter.js';
import type { MailReturnService } from './mail-return.service.js';

/** Mail servers have no session and come from no page: the word that they know is the whole permission. */
export const mailReturnsPath = '/api/v1/mail-returns';

/**
 * Takes a returned mail as it came, whatever its type is called. Every mail is answered alike, so that the answer tells nothing of what was
 * sent to whom; only a database that is away is told, so that the mail server tries again.
 */
export async function mountMailReturns(server: FastifyInstance, returns: MailReturnService, token: string | null): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post(mailReturnsPath, {
      errorHandler: sendRefusal,
      // Before anything of the mail is read.
      onRequest: async (request) => checkBearer(request.headers.authorization, token),
      handler: async (request, reply) => {
        await returns.takeIn(Buffer.isBuffer(request.body) ? request.body : new Uint8Array(), request.id);
        return reply.status(204).header('cache-control', 'no-store').send();
      },
    });
  });
}
