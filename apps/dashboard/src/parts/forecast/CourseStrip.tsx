import type { CourseView } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import styles from './Course.module.css';
import { runsOf } from './course-runs.js';

interface CourseProps {
  course: CourseView;
  days: readonly CalendarDate[];
}

/** The verdicts of a course as a strip, a piece for each stretch. What it shows stands beside it in words. */
export function CourseStrip({ course, days }: CourseProps) {
  return (
    <div
      className={`${styles['strip']} drawn`}
      style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}
      aria-hidden="true"
    >
      {runsOf(course, days).map(({ verdict, first, last }) => (
        <i key={first} className={styles[verdict]} style={{ gridColumn: `${first + 1} / ${last + 2}` }} />
      ))}
    </div>
  );
}

/** "Opfyldt, fra april 2027: I fare, …". */
export function CourseWords({ course, days }: CourseProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const runs = runsOf(course, days);
  const said = runs.map(({ verdict, from }, index) =>
    index === 0
      ? t(`terms.verdict.${verdict}`)
      : t('forecast.clusters.from', { month: format.date(from.slice(0, 7)), verdict: t(`terms.verdict.${verdict}`) }),
  );
  const only = runs[0];
  if (runs.length === 1 && only) return <>{t('forecast.clusters.throughout', { verdict: t(`terms.verdict.${only.verdict}`) })}</>;
  return <>{said.join(', ')}</>;
}

/** Why a course comes out as it does: the awards it expects, or why it expects none. */
export function CourseReasons({ course }: { course: CourseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {course.awards.map(({ approvedOn, validUntil, because }) => (
        <p key={approvedOn} className="small muted">
          {t(`forecast.because.${because}`, { decision: format.date(approvedOn), until: format.date(validUntil) })}
        </p>
      ))}
      {course.withheld && course.awards.length === 0 && <p className="small muted">{t(`forecast.withheld.${course.withheld}`)}</p>}
    </>
  );
}

const verdicts = ['met', 'at-risk', 'renewable', 'breach', 'by-plan', 'exempt', 'unknown', 'not-bound'] as const;

/** The pieces of a strip with their words; only those that occur. */
export function CourseLegend({ courses }: { courses: readonly CourseView[] }) {
  const { t } = useTranslation();
  const shown = verdicts.filter((verdict) => courses.some((course) => course.verdicts.includes(verdict)));
  return (
    <p className={styles['legend']}>
      {shown.map((verdict) => (
        <span key={verdict}>
          <i className={`${styles[verdict]} drawn`} aria-hidden="true" />
          {t(`terms.verdict.${verdict}`)}
        </span>
      ))}
    </p>
  );
}
