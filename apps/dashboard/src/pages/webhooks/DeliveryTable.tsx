import type { WebhookDelivery } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CardTable } from '../../parts/CardTable.js';
import { useMay } from '../../session.js';
import { DeliverySign } from './signs.js';
import styles from './Webhooks.module.css';

interface DeliveryTableProps {
  deliveries: readonly WebhookDelivery[];
  onReplay(delivery: WebhookDelivery): void;
}

const columns = ['what', 'endpoint', 'state', 'attempts', 'answer'] as const;

/** The newest first. */
export function DeliveryTable({ deliveries, onReplay }: DeliveryTableProps) {
  const { t } = useTranslation();
  const mayManage = useMay('webhook:manage');
  return (
    <CardTable caption={t('webhooks.deliveries.caption')} foldsAt="tablet" className={styles['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`webhooks.deliveries.columns.${column}`)}
            </th>
          ))}
          {mayManage && (
            <th scope="col">
              <span className="sr">{t('webhooks.deliveries.columns.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} onReplay={mayManage ? () => onReplay(delivery) : null} />
        ))}
      </tbody>
    </CardTable>
  );
}

function DeliveryRow({ delivery, onReplay }: { delivery: WebhookDelivery; onReplay: (() => void) | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { type, cluster, endpoint, state, attempts, createdAt, nextAttemptAt, body } = delivery;
  return (
    <tr>
      <th scope="row">
        <span className={styles['sentence']}>{t(`webhooks.events.${type}`)}</span>
        {cluster && <span className="fine">{cluster.name}</span>}
        <span className="fine">{format.instant(createdAt)}</span>
        <details className={styles['body']}>
          <summary>{t('webhooks.deliveries.body')}</summary>
          <pre>{JSON.stringify(JSON.parse(body), null, 2)}</pre>
        </details>
      </th>
      <td data-label={t('webhooks.deliveries.columns.endpoint')}>{endpoint.name}</td>
      <td>
        <DeliverySign state={state} />
        {nextAttemptAt && attempts > 0 && (
          <span className="fine">{t('webhooks.deliveries.next', { at: format.instant(nextAttemptAt) })}</span>
        )}
      </td>
      <td data-label={t('webhooks.deliveries.columns.attempts')}>{attempts}</td>
      <td data-label={t('webhooks.deliveries.columns.answer')}>
        <LastAnswer delivery={delivery} />
      </td>
      {onReplay && (
        <td className={styles['actions']}>
          {state !== 'pending' && (
            <ActionButton
              permission="webhook:manage"
              size="xs"
              name={t('webhooks.deliveries.replayName', { at: format.instant(createdAt) })}
              onClick={onReplay}
            >
              {t('webhooks.deliveries.replay')}
            </ActionButton>
          )}
        </td>
      )}
    </tr>
  );
}

function LastAnswer({ delivery: { lastAttemptAt, lastStatus, lastError, lastDurationMs } }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lastStatus === null && lastError === null) return <span className="muted">{t('webhooks.deliveries.noAnswer')}</span>;
  const said = [
    lastStatus !== null && t('webhooks.deliveries.status', { status: lastStatus }),
    lastDurationMs !== null && t('webhooks.deliveries.took', { ms: lastDurationMs }),
  ];
  return (
    <>
      {lastError && <span className={styles['reason']}>{t(`webhooks.deliveries.errors.${lastError}`)}</span>}
      <span className={lastError ? 'fine' : undefined}>{said.filter(Boolean).join(' ')}</span>
      {lastAttemptAt && <span className="fine">{format.instant(lastAttemptAt)}</span>}
    </>
  );
}
