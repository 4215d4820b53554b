import type { DaysCount, DaysWithoutRow } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { StatusBadge } from '../../parts/StatusBadge.js';
import { VerdictBadge } from '../../parts/VerdictBadge.js';
import { paths } from '../../paths.js';
import styles from './DaysWithout.module.css';

interface RowProps {
  row: DaysWithoutRow;
  hasThen: boolean;
  number: Intl.NumberFormat;
}

/** One cluster's days, and on demand the sum they come from. On paper the sum always stands there. */
export function DaysWithoutRowView({ row, hasThen, number }: RowProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const cluster = row.shortName;
  return (
    <>
      <tr>
        <th scope="row">
          <Link {...paths.cluster(row.slug)}>{cluster}</Link> {row.illustrative && <IllustrativeTag />}
        </th>
        <td className={`${styles['number']} ${row.now.days > 0 ? 'strong' : ''}`} data-label={t('daysWithout.columns.days')}>
          {number.format(row.now.days)}
        </td>
        {hasThen && (
          <td className={styles['number']} data-label={t('daysWithout.columns.atEnd')}>
            {row.atEnd ? number.format(row.atEnd.days) : '–'}
            {row.differs && <span className={styles['changed']}>{t('daysWithout.changed')}</span>}
          </td>
        )}
        <td className={styles['number']} data-label={t('daysWithout.columns.unknownDays')}>
          {number.format(row.now.unknownDays)}
        </td>
        <td className={styles['number']} data-label={t('daysWithout.columns.boundDays')}>
          {number.format(row.now.boundDays)}
        </td>
        <td className="no-print">
          <Button
            size="xs"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t(isOpen ? 'daysWithout.hide' : 'daysWithout.why', { cluster })}
            onClick={() => setOpen(!isOpen)}
          >
            {t('daysWithout.whyShort')}
          </Button>
        </td>
      </tr>
      <tr id={id} className={isOpen ? styles['open'] : styles['closed']}>
        <td colSpan={hasThen ? 6 : 5}>
          <div className={styles['answers']}>
            <Answer title={t('daysWithout.known.now')} count={row.now} />
            {hasThen && row.differs && <Answer title={t('daysWithout.known.atEnd')} count={row.atEnd} />}
          </div>
        </td>
      </tr>
    </>
  );
}

function Answer({ title, count }: { title: string; count: DaysCount | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section>
      <h3>{title}</h3>
      {count === null && <p>{t('daysWithout.known.notRecorded')}</p>}
      {count && count.spans.length === 0 && <p>{t(count.boundDays > 0 ? 'daysWithout.noSpans' : 'daysWithout.notBound')}</p>}
      {count && count.spans.length > 0 && (
        <>
          <ul>
            {count.spans.map((span) => (
              <li key={span.from}>
                <span className="nowrap">
                  {format.date(span.from)} – {format.date(span.to)}
                </span>
                <span className="strong nowrap">{t('daysWithout.days', { count: span.days })}</span>
                <StatusBadge status={span.status} />
                <VerdictBadge verdict={span.verdict} />
                {!span.counts && <span className="small muted">{t('daysWithout.notCounted')}</span>}
              </li>
            ))}
          </ul>
          <p className="strong">{t('daysWithout.arithmetic', { sum: count.arithmetic })}</p>
        </>
      )}
    </section>
  );
}
