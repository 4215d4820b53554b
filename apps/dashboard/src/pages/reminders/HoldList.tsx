import type { QueryOf, ReminderHoldView } from '@klyngevagt/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Panel } from '../../parts/Panel.js';
import { ReasonDrawer } from './ReasonDrawer.js';
import styles from './Reminders.module.css';

const holdsQuery = (query: QueryOf<'reminder-hold.list'>) =>
  queryOptions({
    queryKey: ['reminders', 'holds', query],
    queryFn: ({ signal }) => api.get('reminder-hold.list', { query, signal }),
  });

/** What was held back on the day shown, by whom and why. Nothing is shown where nothing was. */
export function HoldList({ cluster, mayEnd }: { cluster: string | undefined; mayEnd: boolean }) {
  const { t } = useTranslation();
  const { time } = useAsOf();
  const list = useQuery(holdsQuery({ ...time, cluster }));
  const [ending, setEnding] = useState<ReminderHoldView | null>(null);
  if (list.isError) return <ErrorState what={t('reminderHolds.listTitle')} error={list.error} onRetry={() => void list.refetch()} />;
  const running = list.data?.holds.filter(({ isRunning }) => isRunning) ?? [];
  if (running.length === 0) return null;
  return (
    <Panel title={t('reminderHolds.listTitle')}>
      <ul className={styles['holds']}>
        {running.map((hold) => (
          <li key={hold.id}>
            <Hold hold={hold} />
            {mayEnd && (
              <button className={styles['action']} type="button" onClick={() => setEnding(hold)}>
                {t('reminderHolds.end')}
                <span className="sr">: {hold.clusterName}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {ending && (
        <ReasonDrawer
          title={t('reminderHolds.endTitle')}
          text={t('reminderHolds.endText', { cluster: ending.clusterName })}
          submitLabel={t('reminderHolds.end')}
          act={(reason) => api.send('reminder-hold.end', { params: { id: ending.id }, body: { reason } })}
          onClose={() => setEnding(null)}
        />
      )}
    </Panel>
  );
}

function Hold({ hold }: { hold: ReminderHoldView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const by = hold.by ?? roleOf(hold, t);
  const what = hold.deadlineOn ? t('reminderHolds.deadline', { date: format.date(hold.deadlineOn) }) : t('reminderHolds.everything');
  return (
    <>
      <div className="strong">{hold.clusterName}</div>
      <div>
        {t(`reminderHolds.names.${hold.kind}`)} {t('reminderHolds.until', { date: format.date(hold.untilOn) })}, {what}
      </div>
      <div className={styles['fine']}>{hold.note ? t('reminderHolds.by', { by, note: hold.note }) : by}</div>
    </>
  );
}

/** Whoever reads no names reads who held it by role. */
function roleOf({ byRole }: ReminderHoldView, t: TFunction): string {
  if (byRole === 'system') return t('shell.product');
  return byRole === 'administrator' ? t('terms.role.administrator') : t(`terms.clusterRole.${byRole}`);
}
