import type { Timeline, TimelineRow } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../format.js';
import { CertaintyDot } from '../../parts/Certainty.js';
import { StatusBadge } from '../../parts/StatusBadge.js';
import { VerdictBadge, verdictDiffers } from '../../parts/VerdictBadge.js';
import type { WatchAxis } from '../../parts/watch-axis.js';
import { paths } from '../../paths.js';
import styles from './Timeline.module.css';
import type { Zoom } from './timeline-axis.js';
import { TimelineTrack } from './TimelineTrack.js';

interface RowProps {
  row: TimelineRow;
  axis: WatchAxis;
  zoom: Zoom;
  timeline: Timeline;
  /** Earlier periods are drawn at full height. */
  isUnfolded: boolean;
}

export const TimelineRowView = memo(function TimelineRowView({ row, axis, zoom, timeline, isUnfolded }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { on, today } = timeline;
  const isExited = row.exitedOn !== null;
  // Where the level is not held, the day by which it must be says more than the end of what is.
  const isPromised = row.requiredStatus !== 'in-force' && row.requiredStatus !== 'expiring' && row.recertifyBy !== null;
  const booking = bookingWords(row, on, t, format);
  return (
    <tr className={isExited ? styles['left'] : undefined}>
      <th scope="row" className={styles['name']}>
        <Link {...paths.cluster(row.slug)} title={row.name}>
          {row.shortName}
        </Link>
        {row.illustrative && row.validUntilConfidence !== 'illustrative' && <CertaintyDot confidence="illustrative" />}
      </th>
      <td className={styles['status']}>
        {verdictDiffers(row) ? <VerdictBadge verdict={row.verdict} /> : <StatusBadge status={row.status} exited={isExited} />}
      </td>
      <td className={styles['end']}>
        {isPromised ? t('timeline.row.by', { date: format.date(row.recertifyBy ?? '') }) : endWords(row, t, format)}
        {!isExited && !isPromised && row.validUntil !== null && <CertaintyDot confidence={row.validUntilConfidence} />}
      </td>
      <td className={`${styles['booking']} ${booking.isLate ? 'loud' : ''}`}>{booking.text}</td>
      <td className={styles['trackCell']}>
        <p className="sr">{spokenSpans(row, t, format)}</p>
        <TimelineTrack row={row} axis={axis} zoom={zoom} on={on} today={today} isUnfolded={isUnfolded} />
      </td>
    </tr>
  );
});

function endWords(row: TimelineRow, t: TFunction, format: Format): string {
  if (row.exitedOn !== null) return t('timeline.row.exited', { date: format.date(row.exitedOn) });
  const end = row.validUntil ?? row.validUntilPartial;
  return end === null ? '–' : format.date(end);
}

function bookingWords(row: TimelineRow, on: string, t: TFunction, format: Format): { text: string; isLate: boolean } {
  if (row.booking) {
    const { firstDayOn, reportedByCluster, inTime } = row.booking;
    const text = t(reportedByCluster ? 'timeline.row.auditReported' : 'timeline.row.audit', { date: format.date(firstDayOn) });
    return { text, isLate: !inTime };
  }
  if (row.exitedOn !== null || row.orderBy === null) return { text: '–', isLate: false };
  const isLate = row.orderBy < on;
  return { text: t(isLate ? 'timeline.row.orderPassed' : 'timeline.row.order', { date: format.date(row.orderBy) }), isLate };
}

/** What the bars show, for those who do not see them. */
function spokenSpans({ shortName, spans, projection }: TimelineRow, t: TFunction, format: Format): string {
  const said = [...spans, ...(projection ? [{ ...projection, kind: 'projection' as const }] : [])].map(({ kind, from, to }) =>
    t(`timeline.kinds.${kind}`, { from: format.date(from), to: format.date(to) }),
  );
  return t('timeline.row.line', { name: shortName, spans: said.length > 0 ? said.join('; ') : t('timeline.row.noLine') });
}
