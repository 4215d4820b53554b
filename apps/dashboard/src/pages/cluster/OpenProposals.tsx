import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { Note } from '../../parts/Note.js';
import { useMay } from '../../session.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

/** Plans, waivers and reported bookings that wait for an officer, above everything else. Corrections have a note of their own. */
export function OpenProposals({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOfficer = useMay('proposal:read');
  const plans = detail.plans.filter(({ state }) => state === 'proposed');
  const waivers = detail.waivers.filter(({ state }) => state === 'proposed');
  const audits = detail.audits.filter(({ state, reportedByCluster }) => state === 'reported' && reportedByCluster);
  const count = plans.length + waivers.length + audits.length;
  if (!isOfficer || count === 0) return null;
  return (
    <Note tone="blue" title={t('cluster.proposals.waiting', { count })}>
      <ul className={styles['rows']}>
        {plans.map(({ id, dueOn, proposedOn }) => (
          <li key={id}>
            <span>{t('cluster.proposals.plan', { date: format.date(dueOn), on: format.date(proposedOn) })}</span>
            <ActionButton permission="plan:decide" size="sm" onClick={() => openForm({ kind: 'plan-decision', planId: id })}>
              {t('cluster.plans.decide')}
            </ActionButton>
          </li>
        ))}
        {waivers.map(({ id, startsOn, endsOn, mayApprove }) => (
          <li key={id}>
            <span>{t('cluster.proposals.waiver', { from: format.date(startsOn), to: format.date(endsOn) })}</span>
            <ActionButton
              permission="waiver:approve"
              size="sm"
              blocked={mayApprove ? null : t('cluster.waivers.other')}
              onClick={() => openForm({ kind: 'waiver-decision', waiverId: id, decision: 'approve' })}
            >
              {t('cluster.waivers.decide')}
            </ActionButton>
          </li>
        ))}
        {audits.map(({ id, firstDayOn }) => (
          <li key={id}>
            <span>{t('cluster.proposals.audit', { date: format.date(firstDayOn) })}</span>
            <ActionButton
              permission="audit:decide"
              size="sm"
              onClick={() => openForm({ kind: 'audit-decision', auditId: id, state: 'confirmed' })}
            >
              {t('cluster.audits.actions.confirmed')}
            </ActionButton>
          </li>
        ))}
      </ul>
    </Note>
  );
}
