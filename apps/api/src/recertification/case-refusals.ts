import type { LedgerRow } from '@klyngevagt/db';
import { createTranslator, formatDate, formatInstant, formatLongDate, type Language } from '@klyngevagt/messages';
import { type CalendarDate, type DoneRefusal, refusePlannedDay, weekday } from '@klyngevagt/scoring';
import { type FieldRefusal, Refusal } from '../http/refusal.js';
import type { CasesReading } from './case-reader.js';

/** Why a day cannot be planned: nobody works then, and why not. Null where it can. */
export function closedDayRefusal(
  day: CalendarDate,
  { rules, reading }: Pick<CasesReading, 'rules' | 'reading'>,
  language: Language,
  field = 'plannedOn',
): FieldRefusal | null {
  const refused = refusePlannedDay(day, rules.closedDays);
  if (refused === null) return null;
  if (refused === 'outside-calendar') return { field, code: 'outside-calendar' };
  const date = formatLongDate(day, language);
  if (weekday(day) > 5) return { field, code: weekday(day) === 6 ? 'on-saturday' : 'on-sunday', params: { date } };
  const closed = reading.rules.rows.closedDays.find(({ dayOn }) => dayOn === day);
  const name = closed ? (language === 'da' ? closed.nameDa : closed.nameEn) : '';
  return { field, code: 'on-closed-day', params: { date, name } };
}

export function wordsOf({ code, params = {}, message }: FieldRefusal, language: Language): string {
  return message ?? createTranslator(language)(`problems.field.${code}`, params);
}

export function doneRefusal(refused: DoneRefusal, language: Language): FieldRefusal {
  const t = createTranslator(language);
  const name = (milestone: string) => t(`recertification.milestones.${milestone}`);
  switch (refused.code) {
    case 'not-yet':
      return { field: 'doneOn', code: 'not-come-yet' };
    case 'dependency-open':
      return { field: 'doneOn', code: 'dependency-open', params: { names: refused.open.map(name).join(', ') } };
    case 'before-dependency':
      return { field: 'doneOn', code: 'before-dependency', params: { name: name(refused.dependency) } };
  }
}

/** Somebody else changed the milestone since it was opened: who, what and when. */
export function changedByOther(row: LedgerRow | undefined, field: 'plannedOn' | 'doneOn' | 'note', language: Language): Refusal {
  if (!row) return new Refusal('changed-meanwhile');
  const t = createTranslator(language);
  const day = (image: LedgerRow['after'], column: string) => {
    const value = image?.[column];
    return typeof value === 'string' ? formatDate(value, language) : t('recertification.changed.nothing');
  };
  const changes = (['planned_on', 'done_on'] as const)
    .filter((column) => row.before?.[column] !== row.after?.[column])
    .map((column) => t(`recertification.changed.${column}`, { before: day(row.before, column), after: day(row.after, column) }));
  const what = changes.length > 0 ? changes.join(', ') : t('recertification.changed.other');
  const who = row.actorName ?? t('recertification.changed.someone');
  return new Refusal('changed-meanwhile', [
    { field, code: 'changed-by', params: { who, what, at: formatInstant(new Date(row.recordedAt).toISOString(), language) } },
  ]);
}
