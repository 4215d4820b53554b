import type { Problem } from '@klyngevagt/contracts';
import { createTranslator, type Language } from '@klyngevagt/messages';
import { type FieldRefusal, type Refusal, statusOf } from './refusal.js';

export const problemContentType = 'application/problem+json; charset=utf-8';

/** A refusal in the words of RFC 9457 and in the caller's language. */
export function problemOf(refusal: Pick<Refusal, 'code' | 'fields' | 'params'>, language: Language, requestId: string): Problem {
  const t = createTranslator(language);
  const { code, fields, params } = refusal;
  return {
    type: `urn:klyngevagt:problem:${code}`,
    title: t(`problems.title.${code}`),
    status: statusOf[code],
    code,
    detail: t(`problems.detail.${code}`, params),
    requestId,
    ...(fields.length > 0 && {
      errors: fields.map(({ field, code: fieldCode, params: fieldParams, message }: FieldRefusal) => ({
        field,
        code: fieldCode,
        message: message ?? t(`problems.field.${fieldCode}`, fieldParams ?? {}),
      })),
    }),
  };
}
