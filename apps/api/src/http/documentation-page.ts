import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const require = createRequire(import.meta.url);
const files: ReadonlySet<string> = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js']);

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Klyngevagt API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="description"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/show.js"></script>
  </body>
</html>
`;
const show = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#description', deepLinking: true });\n`;

/** The page that shows the API to people. It reads the same document as programs do, in the reader's browser: nothing of it weighs on the API. */
export async function serveDocumentationPage(server: FastifyInstance): Promise<void> {
  server.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/api/docs/show.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(show));
  await server.register(fastifyStatic, {
    root: dirname(require.resolve('swagger-ui-dist/package.json')),
    prefix: '/api/docs/',
    decorateReply: false,
    index: false,
    allowedPath: (path) => files.has(path),
  });
}
