import type { PortfolioRow } from '@klyngevagt/contracts';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { StatusBadge } from '../../parts/StatusBadge.js';
import styles from './Grid.module.css';
import type { PreviewRow } from './grid-preview.js';

/** What the line becomes when it is saved: date and status, before and after. */
export function ChangeCell({ row }: { row: PreviewRow | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!row || row.change === 'error') return null;
  if (row.change === 'none') return <span className="muted">{t('grid.change.none')}</span>;
  const before = row.before ? format.date(row.before) : t('grid.table.unknownDate');
  const after = row.after ? format.date(row.after) : t('grid.table.unknownDate');
  return (
    <div className={styles['change']}>
      <span>
        <span className="muted">{t(`grid.change.${row.change}`)}: </span>
        <del>{before}</del> <ArrowRight className={styles['arrow']} size={12} aria-hidden /> <ins>{after}</ins>
      </span>
      <span className={styles['statuses']}>
        <Status status={row.statusBefore} />
        {row.statusAfter !== row.statusBefore && (
          <>
            <ArrowRight size={12} aria-hidden />
            <Status status={row.statusAfter} />
          </>
        )}
      </span>
    </div>
  );
}

const statuses = [
  'in-force',
  'expiring',
  'renewable',
  'lapsed',
  'revoked',
  'none',
  'unknown',
] as const satisfies readonly PortfolioRow['status'][];

function Status({ status }: { status: string | null }) {
  const known = statuses.find((word) => word === status);
  return known ? <StatusBadge status={known} /> : <>{status}</>;
}
