import type { Forecast } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { CardTable } from '../../parts/CardTable.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { CourseLegend, CourseReasons, CourseStrip, CourseWords } from '../../parts/forecast/CourseStrip.js';
import { useForecastExport } from '../../parts/forecast/use-forecast-export.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Panel } from '../../parts/Panel.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { Switch } from '../reminders/Switch.js';
import styles from './Forecast.module.css';
import { HolderPanel } from './HolderPanel.js';
import { forecastQuery } from './timeline-queries.js';
import type { TimelineSearch } from './timeline-search.js';

interface ForecastTabProps {
  search: TimelineSearch;
  onChange(part: Partial<TimelineSearch>): void;
}

/** What becomes of the clusters in the months to come, under courses that are plainly said. */
export function ForecastTab({ search, onChange }: ForecastTabProps) {
  const { t } = useTranslation();
  const { time } = useAsOf();
  const query = useQuery(forecastQuery({ ...time, programme: search.programme }));
  if (query.isError) return <ErrorState what={t('forecast.error')} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <TableSkeleton rows={14} columns={[20, 50, 30]} />;
  return (
    <>
      <HolderPanel forecast={query.data} />
      <Clusters forecast={query.data} search={search} onChange={onChange} />
    </>
  );
}

function Clusters({ forecast, search, onChange }: ForecastTabProps & { forecast: Forecast }) {
  const { t } = useTranslation();
  const save = useForecastExport(forecast);
  const isPaceOffered = forecast.usualPace !== null;
  const chosen = search.course === 'usualPace' && !isPaceOffered ? undefined : search.course;
  const shown = forecast.rows.map((row) => ({
    row,
    course: chosen === undefined ? row.nothing : chosen === 'asBooked' ? row.asBooked : (row.usualPace ?? row.asBooked),
  }));
  return (
    <Panel
      title={t('forecast.clusters.title')}
      aside={
        <Button size="sm" leftSection={<Download size={14} aria-hidden />} title={t('forecast.exportHint')} onClick={() => void save()}>
          {t('forecast.export')}
        </Button>
      }
      flush
    >
      <div className={styles['choose']}>
        <Switch
          label={t('forecast.course.label')}
          choices={[
            { value: 'nothing', label: t('forecast.course.nothing') },
            { value: 'asBooked', label: t('forecast.course.asBooked') },
            ...(isPaceOffered ? [{ value: 'usualPace' as const, label: t('forecast.course.usualPace') }] : []),
          ]}
          value={chosen ?? 'nothing'}
          onChange={(value) => onChange({ course: value === 'nothing' ? undefined : value })}
        />
        <p className="small">
          {t(`forecast.courseText.${chosen ?? 'nothing'}`)}{' '}
          {chosen === 'usualPace' &&
            t('forecast.courseText.offered', { count: forecast.usualPace?.offeredTo ?? 0, total: forecast.rows.length })}
          {!isPaceOffered && <span className="muted">{t('forecast.courseText.notOffered')}</span>}
        </p>
      </div>
      <CardTable caption={t('forecast.clusters.caption')} foldsAt="tablet" flush className={styles['clusters']}>
        <thead>
          <tr>
            <th scope="col">{t('forecast.clusters.name')}</th>
            <th scope="col" className={styles['line']}>
              {t('forecast.clusters.line')}
            </th>
            <th scope="col">{t('forecast.clusters.words')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, course }) => (
            <tr key={row.id}>
              <th scope="row">
                <Link {...paths.cluster(row.slug)}>{row.shortName}</Link> {row.illustrative && <IllustrativeTag />}
              </th>
              <td>
                <CourseStrip course={course} days={forecast.days} />
              </td>
              <td>
                <CourseWords course={course} days={forecast.days} />
                {course.awards.length > 0 && <CourseReasons course={course} />}
              </td>
            </tr>
          ))}
        </tbody>
      </CardTable>
      <CourseLegend courses={shown.map(({ course }) => course)} />
    </Panel>
  );
}
