import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { Icon } from '../../parts/Icon.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

/** When somebody last looked whether what is recorded is all there is. Without that, a gap is not a fact. */
export function RecordConfirmation({ detail: { recordConfirmed }, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const date = recordConfirmed ? format.longDate(recordConfirmed.on) : '';
  const needsLook = recordConfirmed === null || recordConfirmed.aged;
  return (
    <section className={`${styles['record']} ${needsLook ? styles['aged'] : ''}`} aria-label={t('cluster.record.title')}>
      {needsLook ? <Icon name={recordConfirmed ? 'soon' : 'unknown'} size={16} /> : <Check size={16} aria-hidden />}
      <p>
        {recordConfirmed === null ? (
          <>
            <b>{t('cluster.record.never')}.</b> {t('cluster.record.neverText')}
          </>
        ) : (
          <>
            {recordConfirmed.by
              ? t('cluster.record.confirmed', { date, name: recordConfirmed.by })
              : t('cluster.record.confirmedNobody', { date })}
            {recordConfirmed.aged && <b>. {t('cluster.record.aged')}.</b>}
          </>
        )}
      </p>
      <ActionButton permission="record:confirm" size="sm" onClick={() => openForm({ kind: 'confirmation' })}>
        {t(recordConfirmed ? 'cluster.record.again' : 'cluster.record.confirm')}
      </ActionButton>
    </section>
  );
}
