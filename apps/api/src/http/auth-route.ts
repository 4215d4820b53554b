import type { ProblemCode } from '@klyngevagt/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '../auth/accounts.js';
import { clientAddressHeader } from '../auth/better-auth.js';
import { languageOf } from './language.js';
import { problemContentType, problemOf } from './problem.js';
import { sendRefusal } from './problem.filter.js';
import { Refusal } from './refusal.js';

/** What the dashboard asks for. The library can do more, and more with each release: nothing else reaches it. */
const answered = ['/sign-in/email', '/sign-out', '/request-password-reset', '/reset-password'].map((path) => `/api/auth${path}`);

/** Sign-in, sign-out and passwords: handed to the accounts' own handler as a web request. Refusals leave as problem+json. */
export function mountAuth(server: FastifyInstance, accounts: Accounts, publicUrl: string): void {
  for (const url of answered) mount(server, accounts, new URL(url, publicUrl));
}

function mount(server: FastifyInstance, accounts: Accounts, address: URL): void {
  server.route({
    method: 'POST',
    url: address.pathname,
    errorHandler: sendRefusal,
    handler: async (request, reply) => {
      const response = await accounts.handle(webRequest(request, address));
      const retryAfter = response.headers.get('x-retry-after');
      for (const [name, value] of response.headers)
        if (!['set-cookie', 'x-retry-after', 'content-length'].includes(name)) reply.header(name, value);
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
      if (retryAfter) reply.header('retry-after', retryAfter);
      reply.header('cache-control', 'no-store');
      if (response.status >= 400) return refuse(request, reply, response);
      return reply.status(response.status).send(withoutToken(await response.text()));
    },
  });
}

/** Bodies about accounts are flat: what lies deeper could not even be written down again. Nor can the database be asked for a NUL. */
function isFlat(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.values(body).every((value) =>
    typeof value === 'string' ? !value.includes('\0') : typeof value !== 'object' || value === null,
  );
}

/** Under the address that the route has, however the client spelt it: attempts are counted by it. */
function webRequest(request: FastifyRequest, address: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'content-length' && name !== clientAddressHeader) headers.set(name, value);
  }
  headers.set(clientAddressHeader, request.ip);
  const hasBody = request.body !== undefined && request.body !== null;
  if (hasBody && !isFlat(request.body)) throw new Refusal('invalid-input');
  return new Request(address, { method: 'POST', headers, ...(hasBody && { body: JSON.stringify(request.body) }) });
}

/** The session is a cookie that scripts cannot read; the library would also put it into the answer. */
function withoutToken(body: string): string {
  return JSON.stringify(JSON.parse(body || '{}'), (key, value: unknown) => (key === 'token' ? undefined : value));
}

async function refuse(request: FastifyRequest, reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const body: unknown = await response.json().catch(() => null);
  const reason = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  const code = codeOf(response.status, reason);
  if (code === 'internal') request.log.error({ requestId: request.id, status: response.status, reason }, 'accounts failed');
  const field = reason === 'PASSWORD_TOO_SHORT' ? [{ field: 'newPassword', code: 'too-short', params: { minimum: 12 } }] : [];
  const problem = problemOf({ code, fields: field, params: {} }, languageOf(request), request.id);
  return reply.status(problem.status).header('content-type', problemContentType).send(problem);
}

function codeOf(status: number, reason: string): ProblemCode {
  if (status === 429) return 'too-many-requests';
  if (reason === 'INVALID_TOKEN' || reason === 'USER_NOT_FOUND') return 'link-expired';
  if (reason === 'INVALID_EMAIL_OR_PASSWORD') return 'wrong-credentials';
  if (/ORIGIN|CROSS_SITE/.test(reason)) return 'wrong-origin';
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  return status < 500 ? 'invalid-input' : 'internal';
}
