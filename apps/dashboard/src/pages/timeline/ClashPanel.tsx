import type { AuditClash } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { type Format, useFormat } from '../../format.js';
import { CardTable } from '../../parts/CardTable.js';
import { CertaintyTag } from '../../parts/Certainty.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Note } from '../../parts/Note.js';
import { Panel } from '../../parts/Panel.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { useMay } from '../../session.js';
import { CapacityDrawer, type CapacityTask } from './CapacityDrawer.js';
import styles from './Clash.module.css';
import { ClashRow } from './ClashRow.js';
import { auditClashQuery } from './timeline-queries.js';

/** Audits by month against what the experts can hold, and who could go earlier. Not for those who see one cluster only. */
export function ClashPanel({ programme }: { programme: string | undefined }) {
  const { t } = useTranslation();
  const mayRead = useMay('expert-capacity:read');
  const { time } = useAsOf();
  const query = useQuery({ ...auditClashQuery({ ...time, programme }), enabled: mayRead });
  const [task, setTask] = useState<CapacityTask | null>(null);
  const [isSaved, setSaved] = useState(false);
  if (!mayRead) return null;
  if (query.isPending) return <PanelSkeleton count={1} />;
  return (
    <>
      {query.isError && <ErrorState what={t('auditClash.error')} error={query.error} onRetry={() => void query.refetch()} />}
      {isSaved && <Note tone="green" role="status" title={t('auditClash.edit.saved')} />}
      {query.data && (
        <Clash
          clash={query.data}
          onEdit={(next) => {
            setSaved(false);
            setTask(next);
          }}
        />
      )}
      {task && (
        <CapacityDrawer
          task={task}
          onClose={() => setTask(null)}
          onDone={() => {
            setTask(null);
            setSaved(true);
          }}
        />
      )}
    </>
  );
}

function Clash({ clash, onEdit }: { clash: AuditClash; onEdit(task: CapacityTask): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const asOf = useAsOf();
  const mayEdit = useMay('expert-capacity:edit') && !asOf.isLookingBack;
  const [showsAll, setShowsAll] = useState(false);
  const { standard, months } = clash;
  const shown = showsAll ? months : months.filter(({ audits, own }) => audits.length > 0 || own !== null);
  return (
    <Panel
      title={t('auditClash.title')}
      aside={
        <span className={styles['standard']}>
          {standard && t('auditClash.standard', { count: standard.audits })} {standard && <CertaintyTag confidence={standard.confidence} />}
          {mayEdit && (
            <Button size="xs" aria-label={t('auditClash.edit.standard')} onClick={() => onEdit({ month: null, present: standard })}>
              {t('auditClash.edit.button')}
            </Button>
          )}
        </span>
      }
      flush
    >
      <div className={styles['words']}>
        <p className="muted small">{t('auditClash.text')}</p>
        <p className={months.some(({ over }) => over > 0) ? 'loud' : 'strong'} role="status">
          {findingOf(clash, t, format)}
        </p>
      </div>
      {shown.length > 0 && (
        <CardTable caption={t('auditClash.caption')} foldsAt="tablet" flush>
          <thead>
            <tr>
              {(['month', 'audits', 'capacity', 'clusters', 'earlier'] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`auditClash.columns.${column}`)}
                </th>
              ))}
              {mayEdit && (
                <th scope="col" className="no-print">
                  {t('auditClash.columns.edit')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((month) => (
              <ClashRow
                key={month.month}
                month={month}
                {...(mayEdit && { onEdit: () => onEdit({ month: month.month, present: month.own }) })}
              />
            ))}
          </tbody>
        </CardTable>
      )}
      <div className={`${styles['words']} no-print`}>
        <Button size="xs" onClick={() => setShowsAll(!showsAll)} aria-expanded={showsAll}>
          {t(showsAll ? 'auditClash.hide' : 'auditClash.show')}
        </Button>
      </div>
    </Panel>
  );
}

/** What the table says, in a sentence. */
function findingOf({ standard, months }: AuditClash, t: TFunction, format: Format): string {
  const clashing = months.filter(({ over }) => over > 0).map(({ month }) => format.date(month.slice(0, 7)));
  if (clashing.length > 0) return t('auditClash.clash', { count: clashing.length, months: clashing.join(', ') });
  if (months.every(({ audits }) => audits.length === 0)) return t('auditClash.none');
  return t(standard === null ? 'auditClash.unknown' : 'auditClash.clear');
}
