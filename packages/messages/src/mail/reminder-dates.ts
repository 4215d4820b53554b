import type { CalendarDate } from '@klyngevagt/scoring';
import type { DateRow } from './mail-body.js';
import { formatRowDay } from './mail-dates.js';
import type { ReminderSituation } from './reminder-situation.js';
import { type Told, wordsOf } from './reminder-words.js';

type RowKey = keyof Omit<(typeof import('../da/reminder-mail.js'))['reminderMail']['dates'], 'caption' | 'unnamed'>;

interface Row {
  key: RowKey;
  day: CalendarDate;
  situation: ReminderSituation;
}

/** The dates that matter from the day of sending on, in order of time; the one the mail is about stands out. */
export function reminderDates(input: Told): DateRow[] {
  const { on, language, situation, others } = input;
  const all = [situation, ...others];
  const own = all.flatMap(ownRow);
  // What is to be handed in is told once: by the reminder about it, where there is one.
  const chain = all.some(isOnTheWay) ? wayRows(input).filter((row) => !own.some((one) => isSameThing(one, row))) : [];
  const deciding = own.find((row) => row.situation === situation)?.key ?? decidingRow(situation);
  const isDeciding = ({ key, situation: about }: Row) => key === deciding && about === situation;
  return [...own, ...chain, ...labelRows(input)]
    .filter((row) => row.day >= on || isDeciding(row) || row.key === 'ended' || own.includes(row))
    .sort((one, other) => one.day.localeCompare(other.day))
    .map((row) => ({ what: nameOf(row, input), on: formatRowDay(row.day, language), isDeciding: isDeciding(row) }));
}

/** The day of what is no step of the chain. */
function ownRow(situation: ReminderSituation): Row[] {
  const { event, deadlineOn: day } = situation.event;
  switch (event) {
    case 'booking':
    case 'end':
    case 'window-end':
      return [];
    case 'plan':
      return [{ key: 'plan-due', day, situation }];
    default:
      return [{ key: event, day, situation }];
  }
}

/** The way to the label matters beside what belongs to it; a document that expires stands alone. */
function isOnTheWay({ event: { event }, kind }: ReminderSituation): boolean {
  if (event === 'end' || event === 'window-end') return kind !== 'lapsed';
  return event === 'booking' || event === 'milestone' || event === 'plan';
}

function wayRows({ topic, situation }: Told): Row[] {
  const { chain } = topic.decision;
  const rows: Row[] = [];
  const add = (key: RowKey, day: CalendarDate | null | undefined) => day && rows.push({ key, day, situation });
  const isBooked = chain?.booking?.inTime ?? false;
  if (!isBooked) add('order', stepOn(chain, 'order'));
  add('submission', chain?.booking?.submitBy ?? stepOn(chain, 'submission'));
  if (isBooked) add('booked', chain?.booking?.firstDayOn);
  else add('audit', stepOn(chain, 'audit'));
  return rows;
}

/** The end of the label, or the day by which it must be held. */
function labelRows({ topic, situation, others, on }: Told): Row[] {
  const { chain } = topic.decision;
  const all = [situation, ...others];
  if (!all.some((one) => isOnTheWay(one) || ['end', 'window-end', 'waiver'].includes(one.event.event))) return [];
  const rows: Row[] = [];
  const { endOn, windowEndOn } = situation;
  const anchor = chain?.cycle.anchor;
  if (endOn) rows.push({ key: endOn < on ? 'ended' : 'end', day: endOn, situation });
  else if (chain && (anchor === 'plan-due' || anchor === 'level-due') && !all.some(({ event }) => event.event === 'plan')) {
    rows.push({ key: anchor, day: chain.cycle.anchorOn, situation });
  }
  const isRenewable = anchor === 'window-end' || ['end-passed', 'window', 'lapsed'].includes(situation.kind);
  if (isRenewable && windowEndOn) rows.push({ key: 'windowEnd', day: windowEndOn, situation });
  return rows;
}

function decidingRow({ kind }: ReminderSituation): RowKey {
  if (kind === 'rebook') return 'audit';
  if (kind === 'window' || kind === 'end-passed' || kind === 'lapsed') return 'windowEnd';
  return kind === 'end-ahead' || kind === 'end-today' ? 'end' : 'order';
}

function isSameThing(own: Row, { key }: Row): boolean {
  return key === 'submission' && own.key === 'milestone' && own.situation.event.subject === 'submission';
}

function nameOf({ key, situation }: Row, { topic, toldAs, language, t, situation: leading, words: ofLeading }: Told): string {
  const words = situation === leading ? ofLeading : wordsOf(topic, toldAs, situation, language, t);
  if ((key === 'recommendation' || key === 'document') && words.title === '') return t(`reminderMail.dates.unnamed.${key}`);
  return t(`reminderMail.dates.${key}`, words);
}

function stepOn(chain: Told['topic']['decision']['chain'], step: 'order' | 'submission' | 'audit'): CalendarDate | null {
  return chain?.steps.find((candidate) => candidate.step === step)?.latestOn ?? null;
}
