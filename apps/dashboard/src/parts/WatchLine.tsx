import type { PortfolioRow } from '@klyngevagt/contracts';
import { addDays, calendarDate, type CalendarDate } from '@klyngevagt/scoring';
import { Icon } from './Icon.js';
import { periodLook } from './period-bar.js';
import { isOnAxis, placeOn, type WatchAxis } from './watch-axis.js';
import styles from './WatchLine.module.css';

type Span = PortfolioRow['spans'][number];

interface WatchLineProps {
  axis: WatchAxis;
  on: CalendarDate;
  today: CalendarDate;
  spans: readonly Span[];
  /** First day of a booked audit. */
  auditOn?: CalendarDate | null;
  /** Last safe booking day, where it still has to be used. */
  flagOn?: CalendarDate | null;
}

/** Validity in a row: bars, audit, last safe booking day, and the line of the day through all rows. The words stand in the columns beside it. */
export function WatchLine({ axis, on, today, spans, auditOn, flagOn }: WatchLineProps) {
  return (
    <div className={`${styles['line']} drawn`} aria-hidden="true">
      {axis.years.slice(1).map((year) => (
        <i className={styles['year']} key={year} style={{ left: `${placeOn(axis, calendarDate(`${year}-01-01`))}%` }} />
      ))}
      {on !== today && isOnAxis(axis, today) && (
        <i className={`${styles['today']} ${styles['soft']}`} style={{ left: `${placeOn(axis, today)}%` }} />
      )}
      <i className={styles['today']} style={{ left: `${placeOn(axis, on)}%` }} />
      {spans.map((span) => (
        <Bar key={`${span.from} ${span.kind}`} span={span} axis={axis} isProjected={on > today} />
      ))}
      {auditOn && isOnAxis(axis, auditOn) && <Sign name="audit" size={13} axis={axis} day={auditOn} />}
      {flagOn && isOnAxis(axis, flagOn) && <Sign name="flag" size={14} axis={axis} day={flagOn} />}
    </div>
  );
}

function Bar({ span, axis, isProjected }: { span: Span; axis: WatchAxis; isProjected: boolean }) {
  if (span.to < axis.from || span.from > axis.to) return null;
  const left = placeOn(axis, span.from);
  const right = placeOn(axis, addDays(span.to, 1));
  const look = periodLook(span.kind, { isFuture: isProjected, isCut: span.from < axis.from });
  return <i className={`${styles['bar']} ${look}`} style={{ left: `${left}%`, width: `${Math.max(right - left, 0.4)}%` }} />;
}

function Sign({ name, size, axis, day }: { name: 'audit' | 'flag'; size: number; axis: WatchAxis; day: CalendarDate }) {
  return (
    <span style={{ position: 'absolute', left: `${placeOn(axis, day)}%`, top: 0 }}>
      <Icon name={name} size={size} className={styles[name]} />
    </span>
  );
}

/** The years above the lines. */
export function WatchLineHead({ axis }: { axis: WatchAxis }) {
  return (
    <div className={styles['head']} aria-hidden="true">
      {axis.years.map((year) => (
        <span key={year} style={{ left: `${placeOn(axis, calendarDate(`${year}-01-01`))}%` }}>
          <span className={styles['century']}>{Math.floor(year / 100)}</span>
          {String(year % 100).padStart(2, '0')}
        </span>
      ))}
    </div>
  );
}

/** Signs for the legend. */
export const watchSigns = {
  today: <span className={styles['stroke']} />,
  window: (
    <span className={`${styles['swatch']} drawn`}>
      <i className={periodLook('window')} />
    </span>
  ),
};
