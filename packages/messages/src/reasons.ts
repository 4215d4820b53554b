import type { CalendarDate, Reason } from '@klyngevagt/scoring';
import { capital } from './capital.js';
import { formatDate, formatLongDate } from './dates.js';
import type { Language, Translator } from './translator.js';

/** Names that stand for ids in reasons, for those who know them: programme ids to their names. */
export type ReasonNames = Readonly<Record<string, string>>;

/**
 * The sentence of a reason, the same on the screen, in mails, in documents and in the API.
 *
 * @param names names of the programmes by id; without one the sentence says "the programme"
 */
export function explainReason(t: Translator, language: Language, reason: Reason, names: ReasonNames = {}): string {
  const { code, params } = reason;
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value !== null) values[name] = typeof value === 'string' ? formatted(value, language) : Number(value);
  }
  Object.assign(values, words(t, params));
  const programme = names[String(params['programmeId'])] ?? t('reasons.programme');
  Object.assign(values, { programme, programmeCapital: capital(programme) });
  const context = variantOf(reason);
  const count = typeof params['daysLeft'] === 'number' ? { count: Math.abs(params['daysLeft']) } : {};
  return t(`reasons.${code}`, { ...values, ...count, ...(context === null ? {} : { context }) });
}

/** Where something is not known the sentence says so instead of leaving a hole. */
function variantOf({ code, params }: Reason): string | null {
  switch (code) {
    case 'in-force-until':
    case 'required-level-in-force':
      return params['validUntil'] === null ? 'open' : null;
    case 'ended-window-closed':
      return params['windowEndsOn'] === null ? 'open' : null;
    case 'left-programme-on':
      return params['endsOn'] === null ? 'open' : null;
    case 'no-award-recorded':
      return params['level'] === null ? 'anyLevel' : null;
    case 'record-not-confirmed':
      return params['endedOn'] === null ? null : 'ended';
    case 'step-counted-back':
      return params['offset'] === 0 ? 'same' : null;
    default:
      return null;
  }
}

function words(t: Translator, params: Reason['params']): Record<string, string> {
  const found: Record<string, string> = {};
  const put = (name: string, word: string) => Object.assign(found, { [name]: word, [`${name}Capital`]: capital(word) });
  for (const name of ['level', 'requiredLevel']) {
    if (typeof params[name] === 'string') put(name, t(`mail.level.${params[name]}`));
  }
  if (typeof params['step'] === 'string') put('step', t(`reasons.step.${params['step']}`));
  if (typeof params['status'] === 'string') put('status', t(`terms.status.${params['status']}`));
  if (typeof params['rule'] === 'string') put('ruleName', t(`reasons.ruleName.${params['rule']}`));
  if (typeof params['unit'] === 'string') put('unit', t(`reasons.unit.${params['unit']}`, { count: Number(params['offset'] ?? 2) }));
  return found;
}

function formatted(value: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatLongDate(value as CalendarDate, language);
  return /^\d{4}(-\d{2})?$/.test(value) ? formatDate(value, language) : value;
}
