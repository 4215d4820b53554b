import type { CalendarDate } from '@klyngevagt/scoring';
import { formatLongDate } from '../dates.js';
import type { Translator } from '../translator.js';
import { capital } from '../capital.js';
import type { ReminderMailInput } from './reminder-input.js';
import type { ReminderSituation } from './reminder-situation.js';

interface DateRow {
  what: string;
  on: string;
  isDeciding: boolean;
}

type RowKey = 'order' | 'submission' | 'audit' | 'booked' | 'end' | 'ended' | 'windowEnd' | 'plan-due' | 'level-due';

/** The dates that matter from the day of sending on, in order of time; the one the mail is about stands out. */
export function reminderDates({ decision, language, on }: ReminderMailInput, situation: ReminderSituation, t: Translator): DateRow[] {
  const { chain } = decision;
  const rows: { key: RowKey; day: CalendarDate }[] = [];
  const add = (key: RowKey, day: CalendarDate | null | undefined) => day && rows.push({ key, day });
  const isBooked = chain?.booking?.inTime ?? false;
  if (situation.kind !== 'window') {
    if (!isBooked) add('order', stepOn(chain, 'order'));
    add('submission', chain?.booking?.submitBy ?? stepOn(chain, 'submission'));
    if (isBooked) add('booked', chain?.booking?.firstDayOn);
    else add('audit', stepOn(chain, 'audit'));
  }
  if (situation.endOn) add(situation.endOn < on ? 'ended' : 'end', situation.endOn);
  else if (chain?.cycle.anchor === 'plan-due' || chain?.cycle.anchor === 'level-due') add(chain.cycle.anchor, chain.cycle.anchorOn);
  const isRenewable = chain?.cycle.anchor === 'window-end' || situation.kind === 'end-passed' || situation.kind === 'window';
  if (isRenewable) add('windowEnd', situation.windowEndOn);
  const deciding = decidingRow(situation);
  const levelCapital = capital(t(`mail.level.${situation.level}`));
  return rows
    .filter(({ key, day }) => day >= on || key === deciding || key === 'ended')
    .sort((one, other) => one.day.localeCompare(other.day))
    .map(({ key, day }) => ({
      what: t(`mail.dates.${key}`, { levelCapital }),
      on: formatLongDate(day, language),
      isDeciding: key === deciding,
    }));
}

function decidingRow({ kind }: ReminderSituation): RowKey {
  if (kind === 'rebook') return 'audit';
  if (kind === 'window' || kind === 'end-passed') return 'windowEnd';
  return kind === 'end-ahead' || kind === 'end-today' ? 'end' : 'order';
}

function stepOn(chain: ReminderMailInput['decision']['chain'], step: 'order' | 'submission' | 'audit'): CalendarDate | null {
  return chain?.steps.find((candidate) => candidate.step === step)?.latestOn ?? null;
}
