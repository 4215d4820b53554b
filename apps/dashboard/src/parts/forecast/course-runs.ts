import type { CourseView } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';

type Verdict = CourseView['verdicts'][number];

/** Months in a row with the same verdict, by their places among the forecast's days. */
interface CourseRun {
  verdict: Verdict;
  first: number;
  last: number;
  /** The day on which the first of them is judged. */
  from: CalendarDate;
}

/** A course as stretches of one verdict each, in order of time. */
export function runsOf({ verdicts }: Pick<CourseView, 'verdicts'>, days: readonly CalendarDate[]): CourseRun[] {
  const runs: CourseRun[] = [];
  verdicts.forEach((verdict, index) => {
    const last = runs.at(-1);
    if (last?.verdict === verdict) last.last = index;
    else runs.push({ verdict, first: index, last: index, from: days[index] as CalendarDate });
  });
  return runs;
}
