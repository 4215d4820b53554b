import fc from 'fast-check';
import { z } from 'zod';
import { hostileValue } from './hostile-values.js';

/** Values that exist in the database under test, so that a request gets past the first check. */
export interface Known {
  slugs: readonly string[];
  programmes: readonly string[];
  /** Of the things that the endpoint is about. */
  ids: readonly string[];
  /** Of everything else. */
  otherIds: readonly string[];
}

interface JsonSchema {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  examples?: readonly unknown[];
}

const days = ['2015-01-01', '2021-06-30', '2025-03-20', '2026-11-25', '2026-12-31', '2027-02-28', '2027-12-31', '2030-06-30'];
const texts = ['Aftalt i dag', 'Certifikat modtaget æøå ÆØÅ', 'To linjer\nog en til', '=1+1', '«Å»'];
const fewRows = 4;

/** Requests of an endpoint that its schema mostly takes. */
export function fromContract(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  return valueOf(z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' }) as JsonSchema, '', known);
}

function valueOf(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valueOf(one, name, known)));
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -5), max: Math.min(schema.maximum ?? 4, 4) });
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, name, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? fewRows, fewRows),
      });
    case 'object':
      return objectOf(schema, known);
    case 'string':
      return textOf(schema, name, known);
    default:
      return hostileValue;
  }
}

function objectOf({ properties, required = [], additionalProperties }: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  if (!properties) {
    const value = typeof additionalProperties === 'object' ? valueOf(additionalProperties, '', known) : hostileValue;
    return fc.dictionary(fc.constantFrom(...known.slugs), value, { maxKeys: fewRows });
  }
  const fields = Object.entries(properties).map(([name, property]) => [name, valueOf(property, name, known)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true });
}

function textOf(
  { format, pattern = '', minLength = 0, maxLength, examples }: JsonSchema,
  name: string,
  known: Known,
): fc.Arbitrary<string> {
  if (examples) return fc.constantFrom(...(examples as string[]));
  if (format === 'uuid') return fc.constantFrom(...(name === 'id' ? known.ids : known.otherIds));
  if (format === 'email') return fc.integer({ min: 0, max: 999_999 }).map((number) => `ny-${number}@klynge.example`);
  if (format === 'date-time') return fc.constantFrom('2026-11-25T08:00:00.000Z', '2026-01-20T09:30:00Z');
  if (format === 'date' || name.endsWith('On')) return fc.constantFrom(...days);
  if (name === 'slug' || name === 'cluster') return fc.constantFrom(...known.slugs);
  if (name === 'programme') return fc.constantFrom(...known.programmes);
  if (name === 'versions' || pattern.includes('[1-9]')) return fc.constantFrom('1', '2', '30');
  if (pattern.includes('[A-Z]{2}')) return fc.constantFrom('NO', 'DE');
  if (pattern.includes('{8}')) return fc.constant('12345678');
  if (name === 'level') return fc.constantFrom('guld', 'sølv', 'bronze');
  if (name === 'validUntil') return fc.constantFrom('31.03.2027', '2027-06-30', 'marts 2027');
  const fitting = texts.filter((text) => new RegExp(pattern, 'u').test(text));
  return fc.constantFrom(...fitting, 'x'.repeat(Math.max(minLength, 3)), 'å'.repeat(Math.min(maxLength ?? 50, 4000)));
}
