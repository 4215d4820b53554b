import type { PortfolioRow } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CertaintyDot } from '../../parts/Certainty.js';
import { LevelMark } from '../../parts/LevelMark.js';
import { StatusBadge } from '../../parts/StatusBadge.js';
import { VerdictBadge, verdictDiffers } from '../../parts/VerdictBadge.js';
import type { WatchAxis } from '../../parts/watch-axis.js';
import { WatchLine } from '../../parts/WatchLine.js';
import { paths } from '../../paths.js';
import { daysWords, endText, flagOn, nextStepWords, recertificationWords, type Words } from './row-words.js';
import styles from './PortfolioTable.module.css';

interface PortfolioTableRowProps {
  row: PortfolioRow;
  axis: WatchAxis;
  on: CalendarDate;
  today: CalendarDate;
}

export const PortfolioTableRow = memo(function PortfolioTableRow({ row, axis, on, today }: PortfolioTableRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isExited = row.exitedOn !== null;
  const end = endText(row, format);
  const isQuiet = row.status === 'in-force' && !row.needsAction && !verdictDiffers(row);
  const next = nextStepWords(row, on, t, format);
  const recertification = recertificationWords(row, on, t, format);
  return (
    <tr className={isExited ? styles['left'] : isQuiet ? styles['ok'] : undefined}>
      <th scope="row" className={styles['name']}>
        <Link {...paths.cluster(row.slug)} title={row.name}>
          {row.shortName}
        </Link>
        {row.illustrative && row.validUntilConfidence !== 'illustrative' && <CertaintyDot confidence="illustrative" />}
      </th>
      <td className={styles['status']}>
        <span className={styles['badges']}>
          <StatusBadge status={row.status} exited={isExited} />
          {verdictDiffers(row) && <VerdictBadge verdict={row.verdict} />}
        </span>
      </td>
      <td className={styles['level']}>{isExited || row.level === null ? '–' : <LevelMark level={row.level} />}</td>
      <td className={styles['end']}>
        <span className={styles['endLabel']}>
          {row.status === 'unknown' && end !== null ? t('portfolio.lastKnown') : t('portfolio.columns.validUntil')}{' '}
        </span>
        {end ?? '–'}
        {end !== null && <CertaintyDot confidence={row.validUntilConfidence} />}
      </td>
      <WordsCell words={daysWords(row, t)} className="days" />
      <td className={styles['line']}>
        <WatchLine axis={axis} on={on} today={today} spans={row.spans} auditOn={row.booking?.firstDayOn ?? null} flagOn={flagOn(row)} />
      </td>
      <WordsCell words={next} className="next" />
      <WordsCell words={recertification} className="recertification" />
      <td className={styles['officer']}>{officerName(row, t)}</td>
    </tr>
  );
});

function WordsCell({ words, className }: { words: Words; className: string }) {
  return (
    <td className={`${styles[className]} ${styles[words.tone] ?? ''}`} title={words.text}>
      {words.text}
    </td>
  );
}

function officerName({ officer, exitedOn }: PortfolioRow, t: TFunction): string {
  if (exitedOn !== null) return '';
  if (officer === null) return t('portfolio.noOfficer');
  return officer.name ?? t('portfolio.hiddenOfficer');
}
