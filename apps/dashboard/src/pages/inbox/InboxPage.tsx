import { Button } from '@mantine/core';
import type { BodyInputOf, InboxItem } from '@klyngevagt/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { AcknowledgeDrawer } from './AcknowledgeDrawer.js';
import styles from './Inbox.module.css';
import { InboxEntry } from './InboxEntry.js';
import { inboxQuery } from './inbox-query.js';

/** What was told to the reader, by mail or here only. What arrives shows by itself. */
export function InboxPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useInfiniteQuery(inboxQuery);
  const [acknowledging, setAcknowledging] = useState<InboxItem | null>(null);
  const mark = useMutation({
    mutationFn: (body: BodyInputOf<'inbox.read'>) => api.send('inbox.read', { body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: inboxQuery.queryKey });
      void client.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const unread = list.data?.pages[0]?.unread;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const title = unread === undefined || items.length === 0 ? t('inbox.document') : t('inbox.title', { count: unread });
  return (
    <>
      <AnswerBand title={title} documentTitle={t('inbox.document')} lead={t('inbox.lead')} />
      <div className={`wrap ${styles['page']}`}>
        {list.isError && <ErrorState what={t('inbox.what')} error={list.error} onRetry={() => void list.refetch()} />}
        {mark.isError && <ErrorState what={t('inbox.marking')} error={mark.error} onRetry={() => mark.reset()} />}
        {list.isPending && <TableSkeleton rows={6} columns={[12, 60, 28]} />}
        {list.data && items.length === 0 && <EmptyState title={t('inbox.empty.title')}>{t('inbox.empty.text')}</EmptyState>}
        {items.length > 0 && (
          <>
            <div className={styles['bar']}>
              <Button size="sm" variant="default" disabled={!unread} loading={mark.isPending} onClick={() => mark.mutate({ ids: null })}>
                {t('inbox.markAll')}
              </Button>
            </div>
            <ul className={styles['list']}>
              {items.map((item) => (
                <InboxEntry
                  key={item.id}
                  item={item}
                  onMark={(isRead) => mark.mutate({ ids: [item.id], isRead })}
                  onAcknowledge={() => setAcknowledging(item)}
                />
              ))}
            </ul>
            {list.hasNextPage && (
              <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('inbox.more')}
              </Button>
            )}
          </>
        )}
      </div>
      {acknowledging && <AcknowledgeDrawer item={acknowledging} onClose={() => setAcknowledging(null)} />}
    </>
  );
}
