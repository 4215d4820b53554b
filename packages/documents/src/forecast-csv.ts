import type { Translator } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { type CsvCell, csvText } from './csv.js';

export interface ForecastCsvCourse {
  verdicts: readonly string[];
  statuses: readonly string[];
  holds: readonly boolean[];
}

/** What of a projection goes into the file. */
export interface ForecastCsvAnswer {
  on: CalendarDate;
  days: readonly CalendarDate[];
  rows: readonly {
    name: string;
    illustrative: boolean;
    nothing: ForecastCsvCourse;
    asBooked: ForecastCsvCourse;
    usualPace: ForecastCsvCourse | null;
  }[];
}

const courses = ['nothing', 'asBooked', 'usualPace'] as const;

/** A line for each cluster, course that is offered, and month. */
export function forecastCsv({ days, rows }: ForecastCsvAnswer, { t }: { t: Translator }): string {
  const yesNo = (is: boolean) => t(is ? 'forecast.csv.yes' : 'forecast.csv.no');
  const header = ['name', 'course', 'month', 'verdict', 'status', 'holds', 'illustrative'].map((column) =>
    t(column === 'name' ? 'forecast.clusters.name' : `forecast.csv.${column}`),
  );
  const lines = rows.flatMap((row) =>
    courses.flatMap((name): CsvCell[][] => {
      const course = row[name];
      if (course === null) return [];
      return days.map((day, index) => [
        row.name,
        t(`forecast.course.${name}`),
        day,
        t(`terms.verdict.${course.verdicts[index]}`),
        t(`terms.status.${course.statuses[index]}`),
        yesNo(course.holds[index] === true),
        yesNo(row.illustrative),
      ]);
    }),
  );
  return csvText([header, ...lines]);
}

/** The day that it was made for stands in the name; "illustrativ" where any row is invented. */
export function forecastCsvName({ on, rows }: Pick<ForecastCsvAnswer, 'on' | 'rows'>, { t }: { t: Translator }): string {
  const mark = rows.some(({ illustrative }) => illustrative) ? `-${t('terms.confidence.illustrative')}` : '';
  return `${t('forecast.csv.name', { on })}${mark}.csv`;
}
