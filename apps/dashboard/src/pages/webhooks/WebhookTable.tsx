import type { WebhookView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CardTable } from '../../parts/CardTable.js';
import { useMay } from '../../session.js';
import { WebhookSign } from './signs.js';
import styles from './Webhooks.module.css';

export type WebhookAction = 'edit' | 'test' | 'secret' | 'switch' | 'replay';

interface WebhookTableProps {
  webhooks: readonly WebhookView[];
  onAction(action: WebhookAction, webhook: WebhookView): void;
}

export function WebhookTable({ webhooks, onAction }: WebhookTableProps) {
  const { t } = useTranslation();
  const mayManage = useMay('webhook:manage');
  return (
    <CardTable caption={t('webhooks.caption')} foldsAt="tablet" className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('webhooks.columns.name')}</th>
          <th scope="col">{t('webhooks.columns.hears')}</th>
          <th scope="col">{t('webhooks.columns.state')}</th>
          {mayManage && (
            <th scope="col">
              <span className="sr">{t('webhooks.columns.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <tr key={webhook.id}>
            <th scope="row">
              {webhook.name}
              <span className={`fine ${styles['address']}`}>{webhook.url}</span>
            </th>
            <td>
              <span className={styles['sentence']}>{webhook.events.map((event) => t(`webhooks.events.${event}`)).join(', ')}</span>
              <span className="fine">
                <ScopeName webhook={webhook} />
              </span>
            </td>
            <td>
              <WebhookSign {...webhook} />
              <Sums webhook={webhook} />
            </td>
            {mayManage && (
              <td className={styles['actions']}>
                <Actions webhook={webhook} onAction={(action) => onAction(action, webhook)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}

function ScopeName({ webhook: { programme, clusters } }: { webhook: WebhookView }) {
  const { t } = useTranslation();
  if (programme) return t('webhooks.scope.programme', { name: programme.name });
  if (!clusters) return t('webhooks.scope.all');
  return t('webhooks.scope.clusters', { count: clusters.length, names: clusters.map(({ name }) => name).join(', ') });
}

function Sums({ webhook }: { webhook: WebhookView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { waiting, failed, abandoned, lastDeliveredAt, oldSecretUntil } = webhook;
  const counts = [
    waiting > 0 && t('webhooks.waiting', { count: waiting }),
    failed > 0 && t('webhooks.retrying', { count: failed }),
    abandoned > 0 && t('webhooks.abandoned', { count: abandoned }),
  ];
  return (
    <>
      <span className="fine">{counts.filter(Boolean).join(', ')}</span>
      <span className="fine">
        {lastDeliveredAt ? t('webhooks.delivered', { at: format.instant(lastDeliveredAt) }) : t('webhooks.neverDelivered')}
      </span>
      {oldSecretUntil && <span className="fine">{t('webhooks.oldSecret', { at: format.instant(oldSecretUntil) })}</span>}
    </>
  );
}

function Actions({
  webhook: { name, isActive, failed, abandoned },
  onAction,
}: {
  webhook: WebhookView;
  onAction(action: WebhookAction): void;
}) {
  const { t } = useTranslation();
  const onOff = isActive ? 'off' : 'on';
  const button = (action: WebhookAction, key: 'edit' | 'test' | 'secret' | 'off' | 'on' | 'replayAll', blocked: string | null = null) => (
    <ActionButton
      permission="webhook:manage"
      size="xs"
      name={t(`webhooks.actions.${key}Name`, { name })}
      blocked={blocked}
      onClick={() => onAction(action)}
    >
      {t(`webhooks.actions.${key}`)}
    </ActionButton>
  );
  return (
    <>
      {button('test', 'test', isActive ? null : t('webhooks.actions.whileOff'))}
      {button('edit', 'edit')}
      {button('secret', 'secret')}
      {button('switch', onOff)}
      {failed + abandoned > 0 && button('replay', 'replayAll', isActive ? null : t('webhooks.actions.whileOff'))}
    </>
  );
}
