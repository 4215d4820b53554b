import type { AuditClash } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CertaintyDot } from '../../parts/Certainty.js';
import { paths } from '../../paths.js';
import styles from './Clash.module.css';

type Month = AuditClash['months'][number];

/** One month: how many audits for how much room, whose they are, and who could go before. */
export function ClashRow({ month, onEdit }: { month: Month; onEdit?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { audits, capacity, own, over } = month;
  const name = format.date(month.month.slice(0, 7));
  return (
    <tr className={over > 0 ? styles['over'] : undefined}>
      <th scope="row" className={styles['month']}>
        {name}
      </th>
      <td data-label={t('auditClash.columns.audits')}>
        <span className={styles['blocks']} aria-hidden="true">
          {audits.map((audit, index) => (
            <i
              key={audit.slug + audit.firstDayOn}
              className={[audit.booked ? styles['booked'] : '', capacity !== null && index >= capacity ? styles['beyond'] : ''].join(' ')}
            />
          ))}
        </span>
        <span className="nowrap">
          {capacity === null ? audits.length : t('auditClash.of', { count: audits.length, capacity })}
          {over > 0 && <strong className={styles['tooMany']}> {t('auditClash.over', { count: over })}</strong>}
        </span>
      </td>
      <td data-label={t('auditClash.columns.capacity')}>
        {capacity ?? '–'}
        {own && (
          <span className="small muted" title={own.source}>
            {' '}
            {t('auditClash.own')} <CertaintyDot confidence={own.confidence} />
          </span>
        )}
      </td>
      <td data-label={t('auditClash.columns.clusters')}>
        <ul className={styles['links']}>
          {audits.map(({ slug, name: cluster, firstDayOn, booked, late }) => (
            <li key={slug + firstDayOn}>
              <Link {...paths.cluster(slug)}>
                {t(`auditClash.${booked ? 'booked' : late ? 'late' : 'lastSafe'}`, { name: cluster, date: format.date(firstDayOn) })}
              </Link>
            </li>
          ))}
        </ul>
      </td>
      <td data-label={over > 0 ? t('auditClash.columns.earlier') : undefined}>{over > 0 ? <Earlier month={month} /> : null}</td>
      {onEdit && (
        <td className="no-print">
          <Button size="xs" aria-label={t('auditClash.edit.month', { month: name })} onClick={onEdit}>
            {t('auditClash.edit.button')}
          </Button>
        </td>
      )}
    </tr>
  );
}

function Earlier({ month: { earlier } }: { month: Month }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (earlier.length === 0) return <>{t('auditClash.earlier.none')}</>;
  const days = (count: number) => t('auditClash.earlier.days', { count });
  return (
    <ul>
      {earlier.map(({ slug, name, toMonth, daysEarlier, daysLost, suggested }) => {
        const values = { name, month: format.date(toMonth.slice(0, 7)), days: days(daysEarlier) };
        const cost =
          daysLost === null
            ? t('auditClash.earlier.unknown')
            : daysLost === 0
              ? t('auditClash.earlier.free')
              : t('auditClash.earlier.costs', { days: days(daysLost) });
        return (
          <li key={slug} className={suggested ? 'strong' : undefined}>
            {t(suggested ? 'auditClash.earlier.suggested' : 'auditClash.earlier.possible', values)}, {cost}
          </li>
        );
      })}
    </ul>
  );
}
