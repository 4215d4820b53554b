import { Problem } from '@klyngevagt/contracts';
import { createTranslator, type Language } from '@klyngevagt/messages';
import type { WireAnswer } from './wire-client.js';

const requestIdForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** What a refusal must never let out. */
const innards = /\bat .+\.(ts|js)|node_modules|select .+ from|QueryFailed|Error:|problems\.(field|detail|title)\./;

/** What is wrong with a refusal: not a problem in the caller's language with a stable code and a request id. Null: nothing. */
export function faultOf({ status, headers, text }: WireAnswer, language: Language): string | null {
  if (!headers['content-type']?.startsWith('application/problem+json')) return `content type ${headers['content-type'] ?? 'missing'}`;
  const parsed = Problem.safeParse(jsonOf(text));
  if (!parsed.success) return `not a problem: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`;
  const { code, title, detail, requestId, errors = [] } = parsed.data;
  if (parsed.data.status !== status) return `status ${parsed.data.status} in the body`;
  if (!requestIdForm.test(requestId) || headers['x-request-id'] !== requestId) return 'request id';
  const t = createTranslator(language);
  if (title !== t(`problems.title.${code}`)) return `title in another language: ${title}`;
  if (detail.includes('{{') || detail.trim().length < 5) return `sentence: ${detail}`;
  const mute = errors.find(({ message }) => message.trim().length < 5 || message.includes('{{'));
  if (mute) return `no sentence at ${mute.field} (${mute.code}): ${mute.message}`;
  const { errors: _, ...own } = parsed.data;
  return innards.test(JSON.stringify(own)) || errors.some(({ message }) => innards.test(message)) ? 'innards in the answer' : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
