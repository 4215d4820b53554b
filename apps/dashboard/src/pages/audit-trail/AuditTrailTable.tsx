import type { AuditTrailEntry } from '@klyngevagt/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../parts/CardTable.js';
import styles from './AuditTrail.module.css';
import { AuditTrailRow } from './AuditTrailRow.js';

const columns = ['when', 'who', 'what', 'change', 'reason', 'requestId'] as const;

/** Newest first. A row opens to every field, and to the page as it was then. */
export function AuditTrailTable({ entries }: { entries: readonly AuditTrailEntry[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <CardTable caption={t('auditTrail.caption')} foldsAt="tablet" className={styles['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`auditTrail.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <AuditTrailRow
            key={entry.seq}
            entry={entry}
            isOpen={open === entry.seq}
            onToggle={() => setOpen((shown) => (shown === entry.seq ? null : entry.seq))}
          />
        ))}
      </tbody>
    </CardTable>
  );
}
