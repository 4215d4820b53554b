import type { ClusterDetail } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { planState } from '../../parts/plan-state.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from './ClusterOverview.js';
import { Section } from './Section.js';

/** What counts instead of the label for a time: a plan to reach it, or an exemption from it. */
export function PlansAndWaivers({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const addPlan = (
    <ActionButton permission="plan:propose" size="sm" onClick={() => openForm({ kind: 'plan' })}>
      {t('cluster.plans.add')}
    </ActionButton>
  );
  const addWaiver = (
    <ActionButton permission="waiver:record" size="sm" onClick={() => openForm({ kind: 'waiver' })}>
      {t('cluster.waivers.add')}
    </ActionButton>
  );
  return (
    <div className={styles['twoSections']}>
      <Section title={t('cluster.plans.title')} aside={addPlan}>
        {detail.plans.length === 0 && <p className="muted">{t('cluster.plans.none')}</p>}
        <ul className={styles['rows']}>
          {detail.plans.map((plan) => (
            <PlanItem key={plan.id} plan={plan} on={detail.on} openForm={openForm} />
          ))}
        </ul>
      </Section>
      <Section title={t('cluster.waivers.title')} aside={addWaiver}>
        {detail.waivers.length === 0 && <p className="muted">{t('cluster.waivers.none')}</p>}
        <ul className={styles['rows']}>
          {detail.waivers.map((waiver) => (
            <WaiverItem key={waiver.id} waiver={waiver} openForm={openForm} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

type Plan = ClusterDetail['plans'][number];
function PlanItem({ plan, on, openForm }: { plan: Plan; on: CalendarDate; openForm: ClusterPartProps['openForm'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = planState(plan, on);
  const date = format.longDate(plan.dueOn);
  const days = [
    t('cluster.plans.proposed', { date: format.date(plan.proposedOn) }),
    plan.acceptedOn && t('cluster.plans.accepted', { date: format.date(plan.acceptedOn) }),
    plan.closedOn && t('cluster.plans.closed', { date: format.date(plan.closedOn) }),
  ];
  return (
    <li>
      <div>
        <b>{t('cluster.plans.due', { date: format.date(plan.dueOn) })}</b> {t(`cluster.plans.${state}`)}
        <div className="small muted">{days.filter(Boolean).join(', ')}</div>
        {plan.text && <p className={`small ${styles['text']}`}>{plan.text}</p>}
      </div>
      <div className={styles['rowActions']}>
        {state === 'waiting' && (
          <ActionButton
            permission="plan:decide"
            size="xs"
            name={t('cluster.plans.decideOne', { date })}
            onClick={() => openForm({ kind: 'plan-decision', planId: plan.id, decision: 'accept' })}
          >
            {t('cluster.plans.decide')}
          </ActionButton>
        )}
        {state === 'running' && (
          <ActionButton
            permission="plan:decide"
            size="xs"
            name={t('cluster.plans.withdrawOne', { date })}
            onClick={() => openForm({ kind: 'plan-decision', planId: plan.id, decision: 'withdraw' })}
          >
            {t('cluster.plans.withdraw')}
          </ActionButton>
        )}
      </div>
    </li>
  );
}

type Waiver = ClusterDetail['waivers'][number];
function WaiverItem({ waiver, openForm }: { waiver: Waiver; openForm: ClusterPartProps['openForm'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = t('cluster.waivers.period', { from: format.date(waiver.startsOn), to: format.date(waiver.endsOn) });
  return (
    <li>
      <div>
        <b>{period}</b>{' '}
        {waiver.approvedOn ? t('cluster.waivers.approved', { date: format.date(waiver.approvedOn) }) : t('cluster.waivers.waiting')}
        {waiver.text && <p className={`small ${styles['text']}`}>{waiver.text}</p>}
        {waiver.approvedOn === null && !waiver.mayApprove && <p className="small muted">{t('cluster.waivers.other')}</p>}
      </div>
      <div className={styles['rowActions']}>
        {waiver.approvedOn === null && (
          <ActionButton
            permission="waiver:approve"
            size="xs"
            name={t('cluster.waivers.approveOne', { period })}
            blocked={waiver.mayApprove ? null : t('cluster.waivers.other')}
            onClick={() => openForm({ kind: 'waiver-approval', waiverId: waiver.id })}
          >
            {t('cluster.waivers.approve')}
          </ActionButton>
        )}
      </div>
    </li>
  );
}
