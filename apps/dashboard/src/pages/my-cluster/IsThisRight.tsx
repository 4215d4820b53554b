import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CertaintyTag } from '../../parts/Certainty.js';
import { LevelMark } from '../../parts/LevelMark.js';
import { Panel } from '../../parts/Panel.js';
import styles from './MyCluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

/** What is recorded about the label, and a way to say that it is wrong. */
export function IsThisRight({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { row } = detail;
  const end = row.validUntil ?? row.validUntilPartial;
  return (
    <Panel title={t('myCluster.right.title')}>
      <dl className={styles['recorded']}>
        <dt>{t('myCluster.right.level')}</dt>
        <dd>
          <LevelMark level={row.level} />
        </dd>
        <dt>{t('myCluster.right.validUntil')}</dt>
        <dd>
          {end ? format.date(end) : t('myCluster.right.notKnown')}{' '}
          {row.validUntilConfidence && <CertaintyTag confidence={row.validUntilConfidence} />}
        </dd>
        <dt>{t('myCluster.right.audit')}</dt>
        <dd>{row.booking ? format.date(row.booking.firstDayOn) : t('myCluster.right.noAudit')}</dd>
      </dl>
      <p className="muted">{t('myCluster.right.wrongText')}</p>
      <p className={styles['below']}>
        <ActionButton permission="correction:propose" onClick={() => openForm({ kind: 'correction' })}>
          {t('myCluster.right.wrong')}
        </ActionButton>
      </p>
      {detail.dataRecordedAt && (
        <p className={`small muted ${styles['below']}`}>{t('myCluster.right.updated', { at: format.instant(detail.dataRecordedAt) })}</p>
      )}
    </Panel>
  );
}
