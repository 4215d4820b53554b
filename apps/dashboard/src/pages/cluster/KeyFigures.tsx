import type { ClusterDetail } from '@klyngevagt/contracts';
import { addMonths, type CalendarDate, daysBetween } from '@klyngevagt/scoring';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CertaintyTag } from '../../parts/Certainty.js';
import { LevelMark } from '../../parts/LevelMark.js';
import styles from './Cluster.module.css';

/** Five figures: label, end, time left, recertification, duty. */
export function KeyFigures({ detail }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  return (
    <dl className={styles['figures']} aria-label={t('cluster.figures.label')}>
      <LevelFigure detail={detail} />
      <EndFigure detail={detail} />
      <LeftFigure detail={detail} />
      <RecertificationFigure detail={detail} />
      <DutyFigure detail={detail} />
    </dl>
  );
}

function Figure({ label, value, small }: { label: string; value: ReactNode; small?: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {small && <dd className={styles['figureNote']}>{small}</dd>}
    </div>
  );
}

function LevelFigure({ detail: { row, awards } }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  const award = awards.find(({ state, level }) => state === 'in-force' && level === row.level);
  const year = award?.approvedOn?.slice(0, 4) ?? award?.validFrom?.slice(0, 4);
  const words = award && year && t(award.kind === 'renewal' ? 'cluster.figures.renewed' : 'cluster.figures.first', { year });
  return <Figure label={t('cluster.figures.level')} value={<LevelMark level={row.level} />} small={words} />;
}

function EndFigure({ detail: { row } }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasEnded = row.daysLeft !== null && row.daysLeft < 0;
  const end = row.validUntil ? format.date(row.validUntil) : t('cluster.figures.notKnown');
  const partial = row.validUntilPartial && t('cluster.figures.partial', { partial: format.date(row.validUntilPartial) });
  return (
    <Figure
      label={t(hasEnded ? 'cluster.figures.ended' : 'cluster.figures.validUntil')}
      value={row.level === null && row.validUntil === null ? t('portfolio.days.none') : end}
      small={row.validUntilConfidence ? <CertaintyTag confidence={row.validUntilConfidence} /> : partial}
    />
  );
}

function LeftFigure({ detail: { row, on } }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { daysLeft, validUntil, windowEndsOn } = row;
  const isOver = daysLeft !== null && daysLeft < 0;
  const label = t(isOver ? 'cluster.figures.since' : 'cluster.figures.left');
  const span = useSpan(on, validUntil);
  if (daysLeft === null) return <Figure label={label} value={t('portfolio.days.none')} />;
  if (daysLeft === 0) return <Figure label={label} value={t('cluster.figures.lastDay')} small={t('cluster.figures.lastDayText')} />;
  const days = t('cluster.figures.days', { count: Math.abs(daysLeft) });
  const windowKey = windowEndsOn && windowEndsOn < on ? 'cluster.figures.windowEnded' : 'cluster.figures.windowEnds';
  const window = isOver && windowEndsOn && t(windowKey, { date: format.date(windowEndsOn) });
  return <Figure label={label} value={days} small={window || span} />;
}

/** "4 måneder, 6 dage" between two days, whichever comes first. */
function useSpan(one: CalendarDate, other: CalendarDate | null): string | null {
  const { t } = useTranslation();
  if (other === null) return null;
  const [from, to] = one < other ? [one, other] : [other, one];
  const guess = Math.floor(daysBetween(from, to) / 31);
  const months = addMonths(from, guess + 1) <= to ? guess + 1 : guess;
  if (months === 0) return null;
  const days = daysBetween(addMonths(from, months), to);
  const monthsText = t('cluster.figures.months', { count: months });
  return days === 0 ? monthsText : t('cluster.figures.together', { months: monthsText, days: t('cluster.figures.days', { count: days }) });
}

function RecertificationFigure({ detail: { row, chain, on } }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = t('cluster.figures.recertification');
  if (row.booking) {
    const isHeld = row.booking.lastDayOn < on;
    const key = isHeld ? 'held' : row.booking.inTime ? 'booked' : 'late';
    const value = t(`portfolio.recertification.${key}`, { date: format.date(row.booking.firstDayOn) });
    const expected = chain?.booking && t('cluster.figures.decisionOn', { date: format.date(chain.booking.projectedDecisionOn) });
    return <Figure label={label} value={value} small={row.booking.reportedByCluster ? t('cluster.figures.reported') : expected} />;
  }
  const value = t('portfolio.recertification.none');
  if (row.orderBy === null) return <Figure label={label} value={value} small={t('cluster.figures.nothingToBook')} />;
  const key = row.orderBy < on ? 'cluster.figures.orderWas' : 'cluster.figures.orderBy';
  return <Figure label={label} value={value} small={t(key, { date: format.date(row.orderBy) })} />;
}

function DutyFigure({ detail: { row, verdicts } }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  const label = row.requiredLevel ? t(`cluster.figures.dutyOf.${row.requiredLevel}`) : t('cluster.figures.duty');
  const deciding = verdicts.find(({ programme }) => programme === row.verdictProgramme) ?? verdicts[0];
  return <Figure label={label} value={t(`terms.verdict.${row.verdict}`)} small={deciding?.programmeName} />;
}
