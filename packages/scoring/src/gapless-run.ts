import type { AwardPeriod } from './award-period.js';
import { addDays, type CalendarDate } from './calendar-date.js';

/** Periods that follow each other without an open day. */
export interface Run {
  from: CalendarDate;
  until: CalendarDate;
  /** The award that carries the run's last day. */
  last: AwardPeriod;
}

/** The run that contains a period, as far as it reaches to both sides. */
export function gaplessRun(covering: AwardPeriod, scope: readonly AwardPeriod[]): Run {
  const run: Run = { from: covering.from, until: endOf(covering), last: covering };
  for (let grew = true; grew;) {
    grew = false;
    for (const period of scope) {
      if (period.until === null || period.endsOn === null || period.endsOn < period.from) continue;
      if (period.endsOn > run.until && isJoined(run.until, period.from)) {
        run.until = period.endsOn;
        run.last = period;
        grew = true;
      }
      if (period.from < run.from && isJoined(period.endsOn, run.from)) {
        run.from = period.from;
        grew = true;
      }
    }
  }
  return run;
}

/** A later award that continues the run and whose end nobody knows: then nobody knows the run's end either. */
export function openSuccessor(scope: readonly AwardPeriod[], run: Run): AwardPeriod | null {
  for (const period of scope) {
    if (period.until !== null || period.award.revokedOn !== null || !period.isStartStated) continue;
    if (period.mayHoldFrom > run.last.from && isJoined(run.until, period.mayHoldFrom)) return period;
  }
  return null;
}

/** Whether no open day lies between an end and a beginning. */
function isJoined(endsOn: CalendarDate, from: CalendarDate): boolean {
  return from <= endsOn || from <= addDays(endsOn, 1);
}

/** The last day of a period, as far as it is known. */
export function endOf(period: AwardPeriod): CalendarDate {
  return period.endsOn ?? (period.award.revokedOn ? addDays(period.award.revokedOn, -1) : period.from);
}
