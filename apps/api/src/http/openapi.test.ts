import { endpoints, FileBytes } from '@klyngevagt/contracts';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { serveDocumentationPage } from './documentation-page.js';
import { openApiDocument } from './openapi.js';
import type { Json } from '../testing/test-api.js';

const document = openApiDocument('1.2.3') as Json;

test('the document is OpenAPI 3.1 with every endpoint of the table and no other', () => {
  expect(document.openapi).toBe('3.1.0');
  const named = Object.values(document.paths).flatMap((path) =>
    Object.values(path as object).map((operation: Json) => operation.operationId),
  );
  expect(named.sort()).toEqual(Object.keys(endpoints).sort());
});

test.each(Object.entries(endpoints))('%s stands at its address with its parameters, body and answer', (name, entry) => {
  const path = `/api/v1${entry.path.replace(/:(\w+)/g, '{$1}')}`;
  const operation = document.paths[path][entry.method.toLowerCase()];
  expect(operation.operationId).toBe(name);
  const inPath = operation.parameters.filter((one: Json) => one.in === 'path').map((one: Json) => one.name);
  expect(inPath).toEqual([...entry.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter));
  expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(
    'body' in entry ? ['application/json'] : 'form' in entry ? ['multipart/form-data'] : [],
  );
  const answer = entry.response === FileBytes ? 'application/octet-stream' : 'application/json';
  expect(operation.responses[200].content[answer].schema).toBeDefined();
  expect(operation.security).toEqual(entry.permission === null ? [] : undefined);
});

test('every reference leads somewhere, and no local definition is left over', () => {
  const text = JSON.stringify(document);
  expect(text).not.toContain('$defs');
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, reference]) => reference ?? '');
  expect(references.length).toBeGreaterThan(50);
  for (const reference of references) {
    const target = reference.split('/').reduce<Json>((part, key) => part?.[key], document);
    expect(target, reference).toBeDefined();
  }
});

test('every component is a schema that a program can read back', () => {
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    expect(Object.keys(schema as object), name).toContain('properties');
    const whole = { ...(schema as object), $schema: 'https://json-schema.org/draft/2020-12/schema', $defs: document.components.schemas };
    const linked = JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/'));
    expect(() => z.fromJSONSchema(linked), name).not.toThrow();
  }
  expect(document.components.schemas.PortfolioRow.required).toContain('verdict');
  expect(document.components.schemas.Problem.properties.code.enum).toContain('changed-meanwhile');
});

test('the page for people has its files beside it, and nothing else of their package', async () => {
  const server = fastify();
  await serveDocumentationPage(server);
  const page = await server.inject('/api/docs');
  expect(page.headers['content-type']).toContain('text/html');
  const files = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address ?? '');
  expect(files).toHaveLength(3);
  for (const file of files) expect((await server.inject(file)).statusCode, file).toBe(200);
  for (const other of ['package.json', 'index.html', '..%2fpackage.json']) {
    expect((await server.inject(`/api/docs/${other}`)).statusCode, other).toBe(404);
  }
  await server.close();
});
