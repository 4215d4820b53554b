import type { DateAhead, Timeline, TimelineRow } from '@klyngevagt/contracts';
import { daysBetween } from '@klyngevagt/scoring';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { Icon } from '../../parts/Icon.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import styles from './Calendar.module.css';

interface Entry {
  row: TimelineRow;
  date: DateAhead;
}

/** Every date ahead as a list by month; what has passed undone stands first. */
export function TimelineCalendar({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const entries = timeline.rows.flatMap((row) => row.dates.map((date): Entry => ({ row, date })));
  entries.sort((one, other) => (one.date.on < other.date.on ? -1 : one.date.on > other.date.on ? 1 : 0));
  const overdue = entries.filter(({ date }) => date.overdue);
  const months = new Map<string, Entry[]>();
  for (const entry of entries.filter(({ date }) => !date.overdue)) {
    const month = entry.date.on.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  if (entries.length === 0) return <EmptyState title={t('timeline.calendar.none.title')}>{t('timeline.calendar.none.text')}</EmptyState>;
  return (
    <div className={styles['months']}>
      {overdue.length > 0 && (
        <Panel title={t('timeline.calendar.overdue')} className={styles['overdue']} flush>
          <Dates entries={overdue} timeline={timeline} />
        </Panel>
      )}
      {[...months].map(([month, some]) => (
        <Panel key={month} title={format.date(month)} flush>
          <Dates entries={some} timeline={timeline} />
        </Panel>
      ))}
    </div>
  );
}

function Dates({ entries, timeline: { on } }: { entries: readonly Entry[]; timeline: Timeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles['dates']}>
      {entries.map(({ row, date }) => {
        const away = daysBetween(on, date.on);
        const days =
          away === 0 ? t('timeline.days.today') : t(away > 0 ? 'timeline.days.in' : 'timeline.days.ago', { count: Math.abs(away) });
        const day = format.date(date.on);
        return (
          <li key={`${row.id} ${date.kind} ${date.on}`}>
            <span className={styles['on']}>
              {date.untilOn === null ? day : t('timeline.calendar.until', { from: day, to: format.date(date.untilOn) })}
            </span>
            <span className={styles['what']}>
              {signs[date.kind] && <Icon name={signs[date.kind] ?? 'flag'} size={13} className={styles[signs[date.kind] ?? '']} />}
              {t(`timeline.calendar.kinds.${date.kind}`)}
            </span>
            <span className={styles['who']}>
              <Link {...paths.cluster(row.slug)}>{row.shortName}</Link> {row.illustrative && <IllustrativeTag />}
            </span>
            <span className={`${styles['days']} ${date.overdue ? 'loud' : 'muted'}`}>{days}</span>
          </li>
        );
      })}
    </ol>
  );
}

const signs: Partial<Record<DateAhead['kind'], 'flag' | 'audit'>> = { order: 'flag', 'booked-audit': 'audit' };
