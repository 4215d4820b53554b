import type { Forecast, HolderCountView } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../format.js';
import { CardTable } from '../../parts/CardTable.js';
import { Panel } from '../../parts/Panel.js';
import type { CourseCount } from './course-count.js';
import styles from './Forecast.module.css';
import { HolderCurve } from './HolderCurve.js';

/** How many hold the label in each month under each course, with the low point and who is missing then. */
export function HolderPanel({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nothing, asBooked, usualPace, days } = forecast;
  const courses: CourseCount[] = [
    { name: 'nothing', count: nothing },
    { name: 'asBooked', count: asBooked },
    ...(usualPace ? [{ name: 'usualPace' as const, count: usualPace }] : []),
  ];
  return (
    <Panel title={t('forecast.holders.title')} aside={<span className="small muted">{t('forecast.text')}</span>}>
      <div className={styles['holders']}>
        <HolderCurve courses={courses} days={days} total={forecast.rows.length} />
        <ul className={styles['findings']}>
          {courses.map(({ name, count }) => (
            <li key={name}>
              <i className={styles[`key-${name}`]} aria-hidden="true" />
              <p>{findingOf(name, count, t, format)}</p>
            </li>
          ))}
        </ul>
      </div>
      <details className={styles['figures']}>
        <summary>{t('forecast.holders.asTable')}</summary>
        <CardTable caption={t('forecast.holders.caption')}>
          <thead>
            <tr>
              <th scope="col">{t('forecast.holders.month')}</th>
              {courses.map(({ name }) => (
                <th scope="col" key={name}>
                  {t(`forecast.course.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, index) => (
              <tr key={day}>
                <th scope="row">{index === 0 ? `${t('forecast.holders.now')}, ${format.date(day)}` : format.date(day)}</th>
                {courses.map(({ name, count }) => (
                  <td key={name} data-label={t(`forecast.course.${name}`)}>
                    {count.counts[index]} {count.lowest?.on === day && <strong>({t('forecast.holders.lowest').toLowerCase()})</strong>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </CardTable>
      </details>
    </Panel>
  );
}

function findingOf(name: CourseCount['name'], { counts, lowest }: HolderCountView, t: TFunction, format: Format): string {
  const course = t(`forecast.course.${name}`);
  if (counts.every((count) => count === 0)) return t('forecast.holders.none', { course });
  if (lowest === null) return t('forecast.holders.steady', { course, count: counts[0] ?? 0 });
  const names = (some: readonly { name: string }[]) => some.map((one) => one.name).join(', ');
  return [
    t('forecast.holders.lowPoint', { course, count: lowest.count, month: format.date(lowest.on.slice(0, 7)) }),
    lowest.lost.length > 0 && t('forecast.holders.lost', { names: names(lowest.lost) }),
    lowest.gained.length > 0 && t('forecast.holders.gained', { names: names(lowest.gained) }),
  ]
    .filter(Boolean)
    .join(' ');
}
