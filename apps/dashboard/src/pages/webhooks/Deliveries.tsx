import type { WebhookDelivery, WebhookView } from '@klyngevagt/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Note } from '../../parts/Note.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { DeliveryTable } from './DeliveryTable.js';
import { deliveriesQuery, type DeliveryFilter } from './webhook-queries.js';
import styles from './Webhooks.module.css';

const states = ['pending', 'failed', 'abandoned', 'delivered'] as const satisfies readonly WebhookDelivery['state'][];

/** What was told to each receiver, and what became of it. */
export function Deliveries({ webhooks }: { webhooks: readonly WebhookView[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [filter, setFilter] = useState<DeliveryFilter>({});
  const query = useInfiniteQuery(deliveriesQuery(filter));
  const replay = useMutation({
    mutationFn: ({ id }: WebhookDelivery) => api.send('webhook-delivery.replay', { params: { id } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const rows = query.data?.pages.flatMap(({ deliveries }) => deliveries);
  const isFiltered = filter.endpoint !== undefined || filter.state !== undefined;
  return (
    <section className={styles['deliveries']} aria-labelledby="webhook-deliveries">
      <h2 id="webhook-deliveries">{t('webhooks.deliveries.title')}</h2>
      <Filters webhooks={webhooks} filter={filter} onChange={(part) => setFilter((now) => ({ ...now, ...part }))} />
      <SaveProblem problem={replay.error} />
      {replay.data?.isQueueAway && <Note tone="amber" role="status" title={t('webhooks.done.waits')} />}
      <p className="sr" role="status">
        {replay.data?.isQueueAway === false && t('webhooks.deliveries.replayed')}
      </p>
      {query.isError && <ErrorState what={t('webhooks.deliveries.what')} error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={5} columns={[26, 18, 18, 10, 28]} />}
      {rows?.length === 0 &&
        (isFiltered ? (
          <EmptyState
            title={t('webhooks.deliveries.noMatch')}
            icon={Search}
            action={<Button onClick={() => setFilter({})}>{t('webhooks.deliveries.reset')}</Button>}
          >
            {t('webhooks.deliveries.noMatchText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('webhooks.deliveries.none')}>{t('webhooks.deliveries.noneText')}</EmptyState>
        ))}
      {rows && rows.length > 0 && <DeliveryTable deliveries={rows} onReplay={(delivery) => replay.mutate(delivery)} />}
      {query.hasNextPage && (
        <Button className={styles['more']} aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t(query.isFetchingNextPage ? 'webhooks.deliveries.loadingMore' : 'webhooks.deliveries.more')}
        </Button>
      )}
    </section>
  );
}

interface FiltersProps {
  webhooks: readonly WebhookView[];
  filter: DeliveryFilter;
  onChange(part: DeliveryFilter): void;
}

function Filters({ webhooks, filter, onChange }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['filters']}>
      <NativeSelect
        label={t('webhooks.deliveries.endpoint')}
        value={filter.endpoint ?? ''}
        data={[
          { value: '', label: t('webhooks.deliveries.everyEndpoint') },
          ...webhooks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange({ endpoint: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('webhooks.deliveries.state')}
        value={filter.state ?? ''}
        data={[
          { value: '', label: t('webhooks.deliveries.everyState') },
          ...states.map((value) => ({ value, label: t(`webhooks.deliveries.states.${value}`) })),
        ]}
        onChange={(event) => onChange({ state: states.find((state) => state === event.currentTarget.value) })}
      />
    </div>
  );
}
