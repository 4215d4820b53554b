import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { useMay } from '../../session.js';
import { ActionButton } from '../ActionButton.js';
import type { OpenForm } from '../cluster-forms/open-form.js';
import styles from './Proposals.module.css';
import { LastAnswer, ProposalSteps } from './ProposalSteps.js';

/** An exemption with its state, why, what was said about it, and what the reader may do with it. */
export function WaiverItem({ waiver, openForm }: { waiver: ClusterDetail['waivers'][number]; openForm(form: OpenForm): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayApprove = useMay('waiver:approve');
  const { id: waiverId, state } = waiver;
  const period = t('cluster.waivers.period', { from: format.date(waiver.startsOn), to: format.date(waiver.endsOn) });
  const days = [
    t('cluster.plans.proposed', { date: format.date(waiver.proposedOn) }),
    waiver.approvedOn && t('cluster.waivers.approved', { date: format.date(waiver.approvedOn) }),
  ];
  const needsOther = state === 'proposed' && mayApprove && !waiver.mayApprove;
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <b>{period}</b>
        <span className={styles['state']} data-state={state}>
          {t(`cluster.waivers.states.${state}`)}
        </span>
      </div>
      <p className="small muted">{days.filter(Boolean).join(' · ')}</p>
      {state === 'refused' && <LastAnswer steps={waiver.steps} />}
      {waiver.text && <p className={`small ${styles['text']}`}>{waiver.text}</p>}
      {needsOther && <p className="small muted">{t('cluster.waivers.other')}</p>}
      <div className={styles['actions']}>
        {state === 'proposed' && (
          <ActionButton
            permission="waiver:approve"
            size="xs"
            variant="filled"
            name={t('cluster.waivers.decideOne', { period })}
            blocked={waiver.mayApprove ? null : t('cluster.waivers.other')}
            onClick={() => openForm({ kind: 'waiver-decision', waiverId, decision: 'approve' })}
          >
            {t('cluster.waivers.decide')}
          </ActionButton>
        )}
        {(state === 'proposed' || state === 'approved') && (
          <ActionButton
            permission="waiver:record"
            size="xs"
            name={t('cluster.waivers.correctOne', { period })}
            onClick={() => openForm({ kind: 'waiver', waiverId })}
          >
            {t('cluster.waivers.correct')}
          </ActionButton>
        )}
        {state === 'proposed' && (
          <ActionButton
            permission="waiver:approve"
            size="xs"
            name={t('cluster.waivers.withdrawOne', { period })}
            onClick={() => openForm({ kind: 'waiver-decision', waiverId, decision: 'withdraw' })}
          >
            {t('cluster.waivers.withdraw')}
          </ActionButton>
        )}
      </div>
      <ProposalSteps steps={waiver.steps} />
    </li>
  );
}
