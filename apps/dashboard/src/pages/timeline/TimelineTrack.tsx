import type { TimelineRow } from '@klyngevagt/contracts';
import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import { Icon } from '../../parts/Icon.js';
import { periodLook } from '../../parts/period-bar.js';
import { isOnAxis, placeOn, type WatchAxis } from '../../parts/watch-axis.js';
import styles from './Timeline.module.css';
import { ticksOf, type Zoom } from './timeline-axis.js';

type Span = TimelineRow['spans'][number];

interface TrackProps {
  row: TimelineRow;
  axis: WatchAxis;
  zoom: Zoom;
  on: CalendarDate;
  today: CalendarDate;
  isUnfolded: boolean;
}

/** Validity of one cluster on the axis of all. The words stand in the columns beside it. */
export function TimelineTrack({ row, axis, zoom, on, today, isUnfolded }: TrackProps) {
  const { spans, projection, booking, orderBy, exitedOn } = row;
  const dueOn = row.dates.find(({ kind }) => kind === 'plan-due' || kind === 'level-due')?.on ?? null;
  const flagOn = booking === null && exitedOn === null ? orderBy : null;
  return (
    <div className={`${styles['track']} drawn`} aria-hidden="true">
      {ticksOf(axis, zoom).map((tick) => (
        <i key={tick.on} className={tick.isYear ? styles['year'] : styles['tick']} style={{ left: `${placeOn(axis, tick.on)}%` }} />
      ))}
      {on !== today && isOnAxis(axis, today) && <i className={styles['then']} style={{ left: `${placeOn(axis, today)}%` }} />}
      {spans.map((span) => (
        <Bar
          key={`${span.from} ${span.kind}`}
          span={span}
          axis={axis}
          look={lookOf(span, { axis, isFuture: on > today, isEarlier: !isUnfolded && span.to < on })}
        />
      ))}
      {projection && <Bar span={projection} axis={axis} look={`${styles['bar']} ${styles['projection']}`} />}
      <i className={styles['now']} style={{ left: `${placeOn(axis, on)}%` }} />
      {dueOn && isOnAxis(axis, dueOn) && <i className={styles['due']} style={{ left: `${placeOn(axis, dueOn)}%` }} />}
      {booking && <Sign name="audit" axis={axis} day={booking.firstDayOn} />}
      {flagOn && <Sign name="flag" axis={axis} day={flagOn} />}
    </div>
  );
}

interface Drawn {
  axis: WatchAxis;
  isFuture: boolean;
  isEarlier: boolean;
}

/** An earlier period is a thin line unless it is unfolded; what lies between today and a later day asked about is a projection. */
function lookOf({ kind, from }: Span, { axis, isFuture, isEarlier }: Drawn): string {
  if (isEarlier && (kind === 'past' || kind === 'lower-level')) return styles['earlier'] ?? '';
  return `${styles['bar']} ${periodLook(kind, { isFuture, isCut: from < axis.from })}`;
}

function Bar({ span, axis, look }: { span: Pick<Span, 'from' | 'to'>; axis: WatchAxis; look: string }) {
  if (span.to < axis.from || span.from > axis.to) return null;
  const left = placeOn(axis, span.from);
  const width = Math.max(placeOn(axis, addDays(span.to, 1)) - left, 0.4);
  return <i className={look} style={{ left: `${left}%`, width: `${width}%` }} />;
}

function Sign({ name, axis, day }: { name: 'audit' | 'flag'; axis: WatchAxis; day: CalendarDate }) {
  if (!isOnAxis(axis, day)) return null;
  return (
    <span className={styles[name]} style={{ left: `${placeOn(axis, day)}%` }}>
      <Icon name={name} size={name === 'audit' ? 15 : 14} />
    </span>
  );
}
