import { Button } from '@mantine/core';
import type { PortfolioRow } from '@klyngevagt/contracts';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../parts/CardTable.js';
import styles from './Grid.module.css';
import { GridTableRow } from './GridTableRow.js';
import type { GridEntry } from './use-grid-entry.js';

const namesId = 'grid-cluster-names';

/** Clusters by date: what is recorded, what is typed, what it becomes. */
export function GridTable({ entry, rows }: { entry: GridEntry; rows: readonly PortfolioRow[] }) {
  const { t } = useTranslation();
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return (
    <>
      <CardTable caption={t('grid.table.caption')} className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('grid.table.cluster')}</th>
            <th scope="col">{t('grid.table.now')}</th>
            <th scope="col">{t('grid.table.validUntil')}</th>
            <th scope="col">{t('grid.table.level')}</th>
            <th scope="col">{t('grid.table.result')}</th>
          </tr>
        </thead>
        <tbody>
          {entry.lines.map((line, index) => (
            <GridTableRow
              key={line.key}
              line={line}
              number={index + 1}
              recorded={line.listed === null ? undefined : bySlug.get(line.listed)}
              entry={entry}
              namesId={namesId}
            />
          ))}
        </tbody>
      </CardTable>
      <datalist id={namesId}>
        {rows.map(({ slug, name }) => (
          <option key={slug} value={name} />
        ))}
      </datalist>
      <div className={styles['under']}>
        <Button size="sm" leftSection={<Plus size={14} aria-hidden />} onClick={entry.addLine}>
          {t('grid.table.newLine')}
        </Button>
        <p className="small muted" role="status">
          {t('grid.showing', { typed: entry.typed, all: entry.lines.length })}
        </p>
      </div>
    </>
  );
}
