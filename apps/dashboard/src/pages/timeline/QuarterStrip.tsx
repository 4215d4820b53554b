import type { Timeline } from '@klyngevagt/contracts';
import { addDays } from '@klyngevagt/scoring';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { isOnAxis, placeOn, type WatchAxis } from '../../parts/watch-axis.js';
import { quarterName } from './quarter-name.js';
import styles from './Timeline.module.css';

/** How many must have their label anew, quarter by quarter; and above the axis, where no year is hidden, the day with its date. */
export function QuarterStrip({ timeline, axis }: { timeline: Timeline; axis: WatchAxis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { on, today, quarters, rows } = timeline;
  const dated = rows.filter(({ recertifyBy }) => recertifyBy !== null).length;
  const shown = quarters.filter(({ clusters, startsOn }) => clusters.length > 0 && isOnAxis(axis, startsOn));
  const most = Math.max(3, ...shown.map(({ clusters }) => clusters.length));
  const place = placeOn(axis, on);
  return (
    <div className={styles['strip']}>
      <div className={styles['stripText']}>
        <h2>{t('timeline.quarters.title')}</h2>
        <p className="small muted">{t('timeline.quarters.text', { count: dated })}</p>
        <ul className="sr">
          {shown.length === 0 && <li>{t('timeline.quarters.none')}</li>}
          {shown.map(({ startsOn, clusters }) => (
            <li key={startsOn}>
              {quarterName(startsOn, t)}: {clusters.length}
            </li>
          ))}
        </ul>
      </div>
      <div className={`${styles['stripTrack']} drawn`} aria-hidden="true">
        {shown.map(({ startsOn, endsOn, clusters }) => {
          const left = placeOn(axis, startsOn);
          return (
            <span
              key={startsOn}
              className={styles['load']}
              style={{ left: `${left}%`, width: `${placeOn(axis, addDays(endsOn, 1)) - left}%` }}
            >
              <b>{clusters.length}</b>
              <i style={{ height: `${Math.round((clusters.length / most) * 34)}px` }} />
            </span>
          );
        })}
        <i className={styles['now']} style={{ left: `${place}%` }} />
        <span className={styles['nowLabel']} style={place > 50 ? { right: `${100 - place}%` } : { left: `${place}%` }}>
          {t(on === today ? 'timeline.asOf.today' : 'timeline.asOf.day', { date: format.date(on) })}
        </span>
      </div>
    </div>
  );
}
