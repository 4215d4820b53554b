import type { WebhookDelivery, WebhookView } from '@klyngevagt/contracts';
import { Check, Clock, OctagonX, Power, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.js';
import styles from './Webhooks.module.css';

function Sign({ shape, look, children }: { shape: ReactNode; look: string | undefined; children: ReactNode }) {
  return (
    <span className={`${styles['sign']} ${look}`}>
      {shape}
      {children}
    </span>
  );
}

const deliverySigns: Record<WebhookDelivery['state'], [shape: ReactNode, look: string | undefined]> = {
  pending: [<Clock size={14} aria-hidden />, styles['waits']],
  failed: [<RotateCw size={14} aria-hidden />, styles['unsure']],
  abandoned: [<OctagonX size={14} aria-hidden />, styles['failed']],
  delivered: [<Check size={14} aria-hidden />, styles['went']],
};

/** State of a delivery by sign and word. */
export function DeliverySign({ state }: { state: WebhookDelivery['state'] }) {
  const { t } = useTranslation();
  const [shape, look] = deliverySigns[state];
  return (
    <Sign shape={shape} look={look}>
      {t(`webhooks.deliveries.states.${state}`)}
    </Sign>
  );
}

/** State of a receiver by sign and word. */
export function WebhookSign({ isActive, isFailing, switchedOffBecause }: WebhookView) {
  const { t } = useTranslation();
  if (!isActive) {
    return (
      <Sign shape={<Power size={14} aria-hidden />} look={switchedOffBecause === 'gone' ? styles['failed'] : styles['waits']}>
        {t(switchedOffBecause === 'gone' ? 'webhooks.state.gone' : 'webhooks.state.off')}
      </Sign>
    );
  }
  return isFailing ? (
    <Sign shape={<OctagonX size={14} aria-hidden />} look={styles['failed']}>
      {t('webhooks.state.failing')}
    </Sign>
  ) : (
    <Sign shape={<Icon name="valid" />} look={styles['went']}>
      {t('webhooks.state.active')}
    </Sign>
  );
}
