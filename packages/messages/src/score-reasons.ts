import type { ScoreReason } from '@klyngevagt/scoring';
import { capital } from './capital.js';
import type { Language, Translator } from './translator.js';

/** Names of indicators by their codes; a code without one stands as it is. */
export type IndicatorNames = Readonly<Record<string, string>>;

/** The sentence of a score's reason, the same on the screen, in documents and in the API. */
export function explainScoreReason(t: Translator, language: Language, { code, params }: ScoreReason, names: IndicatorNames = {}): string {
  const figure = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 2 });
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value !== null) values[name] = typeof value === 'number' ? figure.format(value) : value;
  }
  if (typeof params['indicator'] === 'string') values['indicator'] = indicatorName(params['indicator'], names);
  if (typeof params['level'] === 'string') {
    const level = t(`mail.level.${params['level']}`);
    Object.assign(values, { level, levelCapital: capital(level) });
  }
  const count = params['count'] ?? params['gates'] ?? params['unanswered'];
  return t(`indicators.reasons.${code}`, { ...values, ...(typeof count === 'number' && { count }) });
}

function indicatorName(code: string, names: IndicatorNames): string {
  const name = names[code];
  return name === undefined ? code : `${code} ${name}`;
}
