import { createTranslator } from '@klyngevagt/messages';
import type { Confidence } from '@klyngevagt/scoring';
import { Refusal } from '../http/refusal.js';

/** Sources are stored once, for everybody: in the register's language. */
const t = createTranslator('da');

export const unstatedSources = {
  cluster: t('explanation.source.cluster'),
  clusterAccepted: t('explanation.source.clusterAccepted'),
  officer: t('explanation.source.officer'),
  openedByItself: t('explanation.source.openedByItself'),
  register: t('explanation.source.register'),
};

/** The source of a fact. What calls itself sourced must name one. */
export function statedSource(source: string | null, confidence: Confidence): string {
  if (source) return source;
  if (confidence === 'sourced') throw new Refusal('invalid-input', [{ field: 'source', code: 'source-required' }]);
  return unstatedSources.officer;
}
