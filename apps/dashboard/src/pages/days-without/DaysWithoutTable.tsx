import type { DaysWithout } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import { useFormat } from '../../format.js';
import { CardTable } from '../../parts/CardTable.js';
import styles from './DaysWithout.module.css';
import { DaysWithoutRowView } from './DaysWithoutRowView.js';
import { useDaysExport } from './use-days-export.js';

/** A line for each cluster, most days first, and their sum. */
export function DaysWithoutTable({ answer }: { answer: DaysWithout }) {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useDaysExport(answer);
  const hasThen = answer.knownThen !== null;
  const { now, atEnd } = answer.totals;
  const title = answer.known === null ? t('daysWithout.known.now') : t('daysWithout.known.nowAt', { at: format.instant(answer.known) });
  const number = new Intl.NumberFormat(format.language === 'da' ? 'da-DK' : 'en-GB');
  return (
    <Panel
      title={title}
      aside={
        <Button size="sm" leftSection={<Download size={14} aria-hidden />} title={t('daysWithout.exportHint')} onClick={() => void save()}>
          {t('daysWithout.export')}
        </Button>
      }
      flush
    >
      <CardTable caption={t('daysWithout.caption', { count: answer.rows.length })} flush className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('daysWithout.columns.name')}</th>
            <th scope="col" className={styles['number']}>
              {t('daysWithout.columns.days')}
            </th>
            {hasThen && (
              <th scope="col" className={styles['number']}>
                {t('daysWithout.columns.atEnd')}
              </th>
            )}
            <th scope="col" className={styles['number']}>
              {t('daysWithout.columns.unknownDays')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('daysWithout.columns.boundDays')}
            </th>
            <th scope="col" className="no-print">
              {t('daysWithout.columns.why')}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <DaysWithoutRowView key={row.id} row={row} hasThen={hasThen} number={number} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('daysWithout.total')}</th>
            <td className={styles['number']} data-label={t('daysWithout.columns.days')}>
              {number.format(now.days)}
            </td>
            {hasThen && (
              <td className={styles['number']} data-label={t('daysWithout.columns.atEnd')}>
                {atEnd && number.format(atEnd.days)}
              </td>
            )}
            <td className={styles['number']} data-label={t('daysWithout.columns.unknownDays')}>
              {number.format(now.unknownDays)}
            </td>
            <td className={styles['number']} data-label={t('daysWithout.columns.boundDays')}>
              {number.format(now.boundDays)}
            </td>
            <td className="no-print" />
          </tr>
        </tfoot>
      </CardTable>
    </Panel>
  );
}
