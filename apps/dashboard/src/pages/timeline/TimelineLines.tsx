import type { Timeline } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { placeOn, type WatchAxis } from '../../parts/watch-axis.js';
import { QuarterStrip } from './QuarterStrip.js';
import styles from './Timeline.module.css';
import { labelledTicks, timelineAxis, type Zoom } from './timeline-axis.js';
import { groupsOf } from './timeline-groups.js';
import type { TimelineSearch } from './timeline-search.js';
import { TimelineLegend } from './TimelineLegend.js';
import { TimelineRowView } from './TimelineRowView.js';

/** A row for each cluster: the dates in columns, and to the right of them what they look like on one axis. */
export function TimelineLines({ timeline, search }: { timeline: Timeline; search: TimelineSearch }) {
  const { t } = useTranslation();
  const zoom: Zoom = search.zoom ?? 6;
  const axis = timelineAxis(timeline.on, zoom);
  const groups = groupsOf(timeline.rows, search.group, t);
  return (
    <div className={styles['lines']}>
      <QuarterStrip timeline={timeline} axis={axis} />
      <table className={styles['table']}>
        <caption className="sr">{t('timeline.table.caption', { count: timeline.rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('timeline.columns.name')}</th>
            <th scope="col">{t('timeline.columns.status')}</th>
            <th scope="col">{t('timeline.columns.validUntil')}</th>
            <th scope="col">{t('timeline.columns.booking')}</th>
            <th scope="col" className={styles['trackCell']}>
              <span className="sr">{t('timeline.columns.line')}</span>
              <AxisHead axis={axis} zoom={zoom} />
            </th>
          </tr>
        </thead>
        {groups.map(({ name, rows }) => (
          <tbody key={name ?? ''}>
            {name !== null && (
              <tr className={styles['group']}>
                <th scope="rowgroup" colSpan={5}>
                  {name}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <TimelineRowView key={row.id} row={row} axis={axis} zoom={zoom} timeline={timeline} isUnfolded={search.earlier === true} />
            ))}
          </tbody>
        ))}
      </table>
      <TimelineLegend axis={axis} isFuture={timeline.on > timeline.today} />
    </div>
  );
}

function AxisHead({ axis, zoom }: { axis: WatchAxis; zoom: Zoom }) {
  const format = useFormat();
  return (
    <span className={styles['axis']} aria-hidden="true">
      {labelledTicks(axis, zoom).map(({ on }) => (
        <span
          key={on}
          className={zoom === 1 || on.endsWith('-01-01') ? undefined : styles['partYear']}
          style={{ left: `${placeOn(axis, on)}%` }}
        >
          {zoom === 1 ? format.date(on.slice(0, 7)).slice(0, 3) : on.slice(0, 4)}
        </span>
      ))}
    </span>
  );
}
