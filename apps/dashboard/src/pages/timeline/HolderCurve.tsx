import type { CalendarDate } from '@klyngevagt/scoring';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import type { CourseCount } from './course-count.js';
import styles from './Forecast.module.css';

const width = 720;
const height = 210;
const edge = { left: 28, right: 12, top: 30, bottom: 26 };

interface CurveProps {
  courses: readonly CourseCount[];
  days: readonly CalendarDate[];
  total: number;
}

/** Steps, because a label ends on a day and not gradually. The low point of doing nothing is marked with its month. */
export function HolderCurve({ courses, days, total }: CurveProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, total);
  const x = (index: number) => edge.left + (index / Math.max(1, days.length - 1)) * (width - edge.left - edge.right);
  const y = (count: number) => height - edge.bottom - (count / most) * (height - edge.top - edge.bottom);
  const lines = [...new Set([0, Math.round(most / 2), most])];
  return (
    <svg className={`${styles['curve']} drawn`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('forecast.holders.picture')}>
      {lines.map((count) => (
        <g key={count}>
          <path className={styles['grid']} d={`M${edge.left} ${y(count)}H${width - edge.right}`} />
          <text x={edge.left - 6} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {days.map(
        (day, index) =>
          (index === 0 || (index > 3 && (day.slice(5, 7) === '06' || day.slice(5, 7) === '12'))) && (
            <text
              key={day}
              className={styles['month']}
              x={x(index)}
              y={height - 8}
              textAnchor={index === 0 ? 'start' : index === days.length - 1 ? 'end' : 'middle'}
            >
              {index === 0 ? t('forecast.holders.now') : format.date(day.slice(0, 7))}
            </text>
          ),
      )}
      {[...courses].reverse().map(({ name, count }) => (
        <path key={name} className={styles[`line-${name}`]} d={stepPath(count.counts, x, y)} />
      ))}
      {courses.map(({ name, count }) => {
        const at = count.lowest ? days.indexOf(count.lowest.on) : -1;
        if (!count.lowest || at < 0) return null;
        return (
          <g key={name} className={styles[`point-${name}`]}>
            {name === 'nothing' && <path className={styles['leader']} d={`M${x(at)} ${y(count.lowest.count)}V${edge.top - 8}`} />}
            <circle cx={x(at)} cy={y(count.lowest.count)} r="5" />
            {name === 'nothing' && (
              <text x={x(at)} y={edge.top - 14} textAnchor={x(at) > width * 0.7 ? 'end' : 'middle'}>
                {t('forecast.holders.lowestAt', { count: count.lowest.count, month: format.date(count.lowest.on.slice(0, 7)) })}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function stepPath(counts: readonly number[], x: (index: number) => number, y: (count: number) => number): string {
  return counts.map((count, index) => (index === 0 ? `M${x(0)} ${y(count)}` : `H${x(index)}V${y(count)}`)).join('');
}
