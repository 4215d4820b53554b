import { StandardSchemaValidationPipe } from '@nestjs/common';
import { type FieldRefusal, Refusal } from './refusal.js';

/** An issue of zod as it reaches the pipe: the standard's message and path, and what zod knows besides. */
interface KnownIssue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  code?: string;
  keys?: readonly string[];
  input?: unknown;
  expected?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  origin?: string;
  format?: string;
  pattern?: string;
  /** Of a union told apart by one field. */
  discriminator?: string | undefined;
  errors?: readonly (readonly KnownIssue[])[];
}

/** Requests are parsed by the schema of the endpoint table; every mistake is named by its field. */
export function requestValidation(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: refusalOfIssues });
}

/** Every mistake that a schema found. */
export function refusalOfIssues(issues: readonly KnownIssue[]): Refusal {
  return new Refusal('invalid-input', issues.flatMap(fieldRefusals));
}

function fieldRefusals(issue: KnownIssue): FieldRefusal[] {
  const path = (issue.path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => ({ field: [...path, key].join('.'), code: 'unknown-field' }));
  return [{ field: path.join('.'), ...codeOf(issue) }];
}

function codeOf(issue: KnownIssue): Pick<FieldRefusal, 'code' | 'params'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: /undefined/.test(issue.message) ? 'required' : 'wrong-type' };
    case 'too_small':
      return issue.origin === 'string' ? { code: 'too-short', params: { minimum: Number(issue.minimum) } } : { code: 'too-small' };
    case 'too_big':
      return issue.origin === 'string' ? { code: 'too-long', params: { maximum: Number(issue.maximum) } } : { code: 'too-large' };
    case 'invalid_value':
      return { code: 'not-a-choice' };
    case 'invalid_format':
      return { code: codeOfFormat(issue) };
    case 'invalid_union':
      if (issue.discriminator !== undefined) return { code: 'not-a-choice' };
      return { code: 'not-a-date' };
    case 'custom':
      return { code: 'not-a-date' };
    default:
      return { code: 'wrong-type' };
  }
}

function codeOfFormat({ format, pattern }: KnownIssue): string {
  if (format === 'email') return 'not-an-email';
  if (format === 'uuid') return 'not-an-id';
  if (pattern?.includes('(19|20)')) return 'not-a-date';
  if (pattern?.includes('{8}')) return 'not-a-cvr-number';
  return 'wrong-form';
}
