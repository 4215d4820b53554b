import type { ExplainedReason } from '@klyngevagt/contracts';
import { createTranslator, type Language } from '@klyngevagt/messages';
import type { Reason } from '@klyngevagt/scoring';
import type { Reading } from './decision-reader.js';

/** Reasons with their sentences: the same text on the screen, in the mail and here. */
export function presentReasons(reasons: readonly Reason[], _reading: Pick<Reading, 'programmes'>, language: Language): ExplainedReason[] {
  const t = createTranslator(language);
  return reasons.map((reason) => ({ ...reason, text: t(`reasons.${reason.code}`, reason.params) }));
}
