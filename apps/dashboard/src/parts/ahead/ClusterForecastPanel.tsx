import type { ClusterForecast, ForecastRow } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { CardTable } from '../CardTable.js';
import { ErrorState } from '../ErrorState.js';
import { CourseLegend, CourseReasons, CourseStrip, CourseWords } from '../forecast/CourseStrip.js';
import { useForecastExport } from '../forecast/use-forecast-export.js';
import { IllustrativeTag } from '../IllustrativeTag.js';
import { Panel } from '../Panel.js';
import { PanelSkeleton } from '../Skeleton.js';
import styles from './Ahead.module.css';
import { clusterForecastQuery } from './ahead-queries.js';

/** What becomes of one cluster in the months to come, under each course that can be offered. */
export function ClusterForecastPanel({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const { time } = useAsOf();
  const query = useQuery(clusterForecastQuery(slug, time));
  if (query.isError) return <ErrorState what={t('forecast.error')} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <PanelSkeleton count={1} />;
  return <Courses forecast={query.data} />;
}

function Courses({ forecast: { on, days, row } }: { forecast: ClusterForecast }) {
  const { t } = useTranslation();
  const save = useForecastExport({ on, days, rows: [row] });
  const courses = (['nothing', 'asBooked', 'usualPace'] as const).flatMap((name) => {
    const course = row[name];
    return course ? [{ name, course }] : [];
  });
  return (
    <Panel
      title={
        <>
          {t('forecast.title')} {row.illustrative && <IllustrativeTag />}
        </>
      }
      aside={
        <Button size="xs" leftSection={<Download size={14} aria-hidden />} title={t('forecast.exportHint')} onClick={() => void save()}>
          {t('forecast.export')}
        </Button>
      }
      flush
    >
      <p className={`${styles['lead']} small muted`}>{t('forecast.text')}</p>
      <CardTable caption={t('forecast.clusters.caption')} flush className={styles['courses']}>
        <thead>
          <tr>
            <th scope="col">{t('forecast.course.label')}</th>
            <th scope="col">{t('forecast.clusters.line')}</th>
          </tr>
        </thead>
        <tbody>
          {courses.map(({ name, course }) => (
            <tr key={name}>
              <th scope="row" title={t(`forecast.courseText.${name}`)}>
                {t(`forecast.course.${name}`)}
              </th>
              <td>
                <CourseStrip course={course} days={days} />
                <p>
                  <CourseWords course={course} days={days} />
                </p>
                <CourseReasons course={course} />
              </td>
            </tr>
          ))}
        </tbody>
      </CardTable>
      <Pace pace={row.pace} />
      <CourseLegend courses={courses.map(({ course }) => course)} />
    </Panel>
  );
}

/** Their own lead, with the renewals it is the median of; or why it is not offered. */
function Pace({ pace: { medianDays, renewals } }: Pick<ForecastRow, 'pace'>) {
  const { t } = useTranslation();
  const words = (days: number) =>
    days === 0 ? t('forecast.pace.on') : t(days > 0 ? 'forecast.pace.before' : 'forecast.pace.after', { count: Math.abs(days) });
  const sentence =
    medianDays === null
      ? t('forecast.pace.notOffered', { count: renewals.length })
      : t('forecast.pace.stated', {
          days: words(medianDays),
          count: renewals.length,
          values: renewals.map(({ daysBeforeEnd }) => words(daysBeforeEnd)).join('; '),
        });
  return <p className={`${styles['lead']} small`}>{sentence}</p>;
}
