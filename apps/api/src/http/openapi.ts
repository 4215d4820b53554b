import { type Endpoint, endpoints, FileBytes, Problem } from '@klyngevagt/contracts';
import { z } from 'zod';
import { apiPrefix } from './endpoint.decorator.js';

type Json = { [key: string]: unknown };

const problemResponses: Record<string, string> = {
  400: 'The request is not right; `errors` names the fields.',
  401: 'Nobody is signed in.',
  403: 'The role does not give this permission, or the request came from another origin.',
  404: 'No such thing, or one that the caller may not know about.',
  409: 'Changed in the meantime, or in conflict with what is recorded.',
  413: 'The file is larger than the limit.',
  415: 'The file is none of the kinds that are taken, or not what its name says.',
};

/** OpenAPI 3.1 of the endpoint table: what the product parses is what the document says. */
export function openApiDocument(version: string): Json {
  const schemas: Record<string, Json> = {};
  const paths: Record<string, Json> = {};
  for (const [name, entry] of Object.entries(endpoints)) {
    const path = `${apiPrefix}${entry.path}`.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [entry.method.toLowerCase()]: operation(name, entry, schemas) };
  }
  const problem = component(Problem, 'output', schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Klyngevagt',
      version,
      description:
        'Which Danish national clusters hold the gold label they are obliged to hold, until when, and what has to happen by which day.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'klyngevagt.session_token', description: 'Set by POST /api/auth/sign-in/email.' },
      },
      responses: Object.fromEntries(
        Object.entries(problemResponses).map(([status, description]) => [
          `Problem${status}`,
          { description, content: { 'application/problem+json': { schema: problem } } },
        ]),
      ),
    },
  };
}

function operation(name: string, entry: Endpoint, schemas: Record<string, Json>): Json {
  const statuses = Object.keys(problemResponses).filter((status) => isPossible(entry, status));
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    ...(entry.permission ? { description: `Needs the permission \`${entry.permission}\`.` } : { security: [] }),
    parameters: [...parametersOf(entry.params, 'path'), ...parametersOf(entry.query, 'query')],
    ...(entry.body && {
      requestBody: { required: true, content: { 'application/json': { schema: component(entry.body, 'input', schemas) } } },
    }),
    ...(entry.form && { requestBody: { required: true, content: { 'multipart/form-data': { schema: formSchema(entry.form) } } } }),
    responses: {
      200: { description: 'Done', content: answerOf(entry.response, schemas) },
      ...Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])),
    },
  };
}

/** The fields of a form, and after them the file. */
function formSchema(form: z.ZodType): Json {
  const { properties, required, ...schema } = jsonSchema(form, 'input') as { properties?: Json; required?: string[] };
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  return { ...schema, properties: { ...properties, file }, required: [...(required ?? []), 'file'] };
}

function answerOf(response: z.ZodType, schemas: Record<string, Json>): Json {
  if (response === FileBytes) return { 'application/octet-stream': { schema: {} } };
  return { 'application/json': { schema: component(response, 'output', schemas) } };
}

function isPossible({ permission, params, query, body, form, method }: Endpoint, status: string): boolean {
  if (status === '400') return Boolean(params ?? query ?? body ?? form);
  if (status === '413' || status === '415') return Boolean(form);
  if (status === '401' || status === '403') return permission !== null;
  if (status === '404') return Boolean(params ?? query);
  return method !== 'GET';
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

/** Schemas with a name become components; nested names are lifted out of their local definitions. */
function component(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Json>): Json {
  const { $defs = {}, ...own } = jsonSchema(schema, io) as { $defs?: Record<string, Json> } & Json;
  for (const [name, definition] of Object.entries($defs)) schemas[name] = relinked(definition);
  const id = schema.meta()?.id;
  if (!id) return relinked(own);
  if (!$defs[id]) schemas[id] = relinked(own);
  return { $ref: `#/components/schemas/${id}` };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json;
  return rest;
}

function relinked(value: Json): Json {
  const text = JSON.stringify(value, (key, inner: unknown) => (key === 'id' && typeof inner === 'string' ? undefined : inner));
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
