import type { ReminderList, ReminderRow } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { remindersQuery } from '../../queries.js';
import type { RemindersSearch } from './reminders-search.js';
import { useMay } from '../../session.js';
import { BandList } from './BandList.js';
import { HoldDrawer } from './HoldDrawer.js';
import { ReasonDrawer } from './ReasonDrawer.js';
import { closedBands, matching, planBands, type ReminderAction } from './reminder-bands.js';
import { ReminderAside } from './ReminderAside.js';
import { ReminderBand } from './ReminderBand.js';
import { ReminderFilters } from './ReminderFilters.js';
import { recipientOf } from './reminder-words.js';
import { NoReminders } from './NoReminders.js';
import styles from './Reminders.module.css';
import { SendNowDrawer } from './SendNowDrawer.js';
import { ReminderStateSign } from '../../parts/ReminderStateSign.js';

export function RemindersPage() {
  const { t } = useTranslation();
  return useMay('reminder:read') ? (
    <Reminders />
  ) : (
    <>
      <AnswerBand title={t('reminders.document')} />
      <div className={`wrap ${styles['content']}`}>
        <NoAccess />
      </div>
    </>
  );
}

function Reminders() {
  const { t } = useTranslation();
  const format = useFormat();
  const asOf = useAsOf();
  const search: RemindersSearch = useSearch({ from: '/signed-in/reminders' });
  // Everything in scope is fetched: the title and the sums count all, whatever the filter shows.
  const list = useQuery(remindersQuery(asOf.time));
  const since = list.dataUpdatedAt > 0 ? format.instant(new Date(list.dataUpdatedAt).toISOString()) : undefined;
  return (
    <>
      <ReminderBand list={list.data} search={search} isRefreshing={list.isFetching && !list.isPending} />
      <div className={`wrap ${styles['content']}`}>
        {list.isError && (
          <ErrorState what={t('reminders.error')} error={list.error} onRetry={() => void list.refetch()} shownSince={list.data && since} />
        )}
        {list.isPending && <TableSkeleton rows={9} columns={[12, 38, 18, 14, 18]} />}
        {list.data && <Content list={list.data} search={search} />}
      </div>
    </>
  );
}

function Content({ list, search }: { list: ReminderList; search: RemindersSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const asOf = useAsOf();
  const mayReadText = useMay('reminder:read-text');
  const maySend = useMay('reminder:send') && !asOf.isLookingBack;
  const [acting, setActing] = useState<Acting | null>(null);
  const [sent, setSent] = useState<{ row: ReminderRow; isQueueAway: boolean } | null>(null);
  const isClosedTab = search.tab === 'sent';
  const bandsOf = isClosedTab ? closedBands : planBands;
  const bands = bandsOf(matching(list.reminders, search));
  const count = (of: typeof bands) => of.reduce((total, band) => total + band.rows.length, 0);
  const chosen = list.reminders.find((row) => row.id === search.reminder) ?? bands[0]?.rows[0];
  const go = (change: Partial<RemindersSearch>) => void navigate({ ...paths.reminders({ ...search, ...change }), resetScroll: false });
  const choose = (row: ReminderRow) => {
    go({ reminder: row.id });
    showAside();
  };
  return (
    <div className={styles['columns']}>
      <div className={styles['main']}>
        {sent && (
          <Note
            tone={sent.isQueueAway ? 'amber' : 'green'}
            role="status"
            title={t(sent.isQueueAway ? 'reminders.send.waits' : 'reminders.send.done', { recipient: recipientOf(sent.row, t) })}
          />
        )}
        {list.reminders.length > 0 && (
          <ReminderFilters
            all={list.reminders}
            shown={count(bands)}
            of={count(bandsOf(list.reminders))}
            search={search}
            onChange={(filter) => go({ ...filter, reminder: undefined })}
          />
        )}
        {bands.length === 0 ? (
          <NoReminders list={list} search={search} onReset={() => go({ cluster: undefined, state: undefined })} />
        ) : (
          <BandList
            bands={bands}
            today={list.today}
            chosenId={mayReadText ? chosen?.id : undefined}
            mayReadText={mayReadText}
            maySend={maySend}
            onChoose={choose}
            onAct={(action, row) => setActing({ action, row })}
          />
        )}
        {bands.length > 0 && <Legend />}
      </div>
      <ReminderAside
        list={list}
        chosen={chosen}
        cluster={search.cluster}
        mayReadText={mayReadText}
        maySend={maySend}
        onSend={(row) => setActing({ action: 'send', row })}
      />
      {acting && (
        <ActionDrawer
          {...acting}
          onClose={() => setActing(null)}
          onSent={(row, isQueueAway) => {
            setActing(null);
            setSent({ row, isQueueAway });
          }}
        />
      )}
    </div>
  );
}

interface Acting {
  action: ReminderAction;
  row: ReminderRow;
}

interface ActionDrawerProps extends Acting {
  onClose(): void;
  onSent(row: ReminderRow, isQueueAway: boolean): void;
}

function ActionDrawer({ action, row, onClose, onSent }: ActionDrawerProps) {
  const { t } = useTranslation();
  if (action === 'send') return <SendNowDrawer row={row} onClose={onClose} onSent={onSent} />;
  if (action === 'hold') return <HoldDrawer row={row} onClose={onClose} />;
  return (
    <ReasonDrawer
      title={t('reminderHolds.bounceTitle')}
      text={t('reminderHolds.bounceText', { cluster: row.clusterName, recipient: recipientOf(row, t) })}
      submitLabel={t('reminderHolds.bounceSubmit')}
      act={(reason) => api.send('reminder.bounce', { params: { id: row.id }, body: { reason } })}
      onClose={onClose}
    />
  );
}

const explained = ['planned', 'sent', 'failed', 'uncertain', 'superseded'] as const;

function Legend() {
  const { t } = useTranslation();
  return (
    <p className={styles['legend']}>
      {explained.map((state) => (
        <ReminderStateSign key={state} state={state}>
          {t(`reminders.legend.${state}`)}
        </ReminderStateSign>
      ))}
    </p>
  );
}

/** Where the text stands below the list, the reader is taken there. */
function showAside(): void {
  if (!matchMedia('(max-width: 82em)').matches) return;
  const aside = document.getElementById('reminder-text');
  aside?.scrollIntoView?.({ block: 'start' });
  aside?.focus({ preventScroll: true });
}
