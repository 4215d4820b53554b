import { ownSources } from '@klyngevagt/messages';
import type { Confidence } from '@klyngevagt/scoring';
import { Refusal } from '../http/refusal.js';

/** What the register says where nobody named a source. */
export const unstatedSources = ownSources;

/** The source of a fact. What calls itself sourced must name one. */
export function statedSource(source: string | null, confidence: Confidence): string {
  if (source) return source;
  if (confidence === 'sourced') throw new Refusal('invalid-input', [{ field: 'source', code: 'source-required' }]);
  return unstatedSources.officer;
}
