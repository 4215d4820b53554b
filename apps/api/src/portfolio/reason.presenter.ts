import type { ExplainedReason } from '@klyngevagt/contracts';
import { createTranslator, explainReason, type Language } from '@klyngevagt/messages';
import type { Reason } from '@klyngevagt/scoring';
import type { Programme } from './decision-reader.js';
import { presentProgramme } from './programme.presenter.js';

/** Reasons with their sentences: the same text on the screen, in the mail and here. */
export function presentReasons(reasons: readonly Reason[], programmes: readonly Programme[], language: Language): ExplainedReason[] {
  const t = createTranslator(language);
  const names = Object.fromEntries(programmes.map((programme) => [programme.id, presentProgramme(programme, language).name]));
  return reasons.map((reason) => ({ ...reason, text: explainReason(t, language, reason, names) }));
}
