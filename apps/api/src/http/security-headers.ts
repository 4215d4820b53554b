import { createHash } from 'node:crypto';
import helmet from '@fastify/helmet';
import { mailStyle } from '@klyngevagt/messages';
import type { FastifyInstance } from 'fastify';

const docsPath = '/api/docs';

const mailStyleHash = createHash('sha256').update(mailStyle).digest('base64');

/**
 * Scripts, styles, fonts, pictures and calls only from the own origin; no frames around us. The frame that shows a mail's text inherits
 * this policy, and mails carry their looks in attributes and in one style sheet, which is allowed by its hash.
 */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", `'sha256-${mailStyleHash}'`],
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

export async function addSecurityHeaders(server: FastifyInstance, isHttps: boolean): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  server.addHook('onSend', async (request, reply) => {
    // The browsable description writes style elements of its own; no page of ours does.
    if (request.url.startsWith(docsPath)) reply.header('content-security-policy', looserStyles(reply.getHeader('content-security-policy')));
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    // By the route: the address may be spelt in other ways that the router decodes.
    const route = request.routeOptions.url ?? request.url;
    if (route.startsWith('/api/') && !route.startsWith(docsPath)) reply.header('cache-control', 'no-store');
  });
}

function looserStyles(policy: unknown): string {
  return String(policy).replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'");
}
