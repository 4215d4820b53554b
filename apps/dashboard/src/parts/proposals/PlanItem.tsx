import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { useMay } from '../../session.js';
import { ActionButton } from '../ActionButton.js';
import type { OpenForm } from '../cluster-forms/open-form.js';
import { PlanMilestones } from './PlanMilestones.js';
import styles from './Proposals.module.css';
import { LastAnswer, ProposalSteps } from './ProposalSteps.js';

type Plan = ClusterDetail['plans'][number];
interface PlanItemProps {
  plan: Plan;
  openForm(form: OpenForm): void;
}

/** A plan with its state, its steps, what was said about it, and what the reader may do with it. */
export function PlanItem({ plan, openForm }: PlanItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = [
    t('cluster.plans.proposed', { date: format.date(plan.proposedOn) }),
    plan.acceptedOn && t('cluster.plans.accepted', { date: format.date(plan.acceptedOn) }),
    plan.closedOn && t('cluster.plans.closed', { date: format.date(plan.closedOn) }),
  ];
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <b>{t('cluster.plans.due', { date: format.date(plan.dueOn) })}</b>
        <span className={styles['state']} data-state={plan.state}>
          {t(`cluster.plans.states.${plan.state}`)}
        </span>
      </div>
      <p className="small muted">{days.filter(Boolean).join(' · ')}</p>
      {(plan.state === 'returned' || plan.state === 'refused') && <LastAnswer steps={plan.steps} />}
      {plan.text && <p className={`small ${styles['text']}`}>{plan.text}</p>}
      <PlanMilestones plan={plan} openForm={openForm} />
      <PlanActions plan={plan} openForm={openForm} />
      <ProposalSteps steps={plan.steps} />
    </li>
  );
}

/** Officers answer and correct; whoever proposes changes and takes back. */
function PlanActions({ plan, openForm }: PlanItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayDecide = useMay('plan:decide');
  const date = format.longDate(plan.dueOn);
  const { id: planId, state } = plan;
  const isOpen = state === 'proposed' || state === 'returned';
  return (
    <div className={styles['actions']}>
      {state === 'proposed' && (
        <ActionButton
          permission="plan:decide"
          size="xs"
          variant="filled"
          name={t('cluster.plans.decideOne', { date })}
          onClick={() => openForm({ kind: 'plan-decision', planId })}
        >
          {t('cluster.plans.decide')}
        </ActionButton>
      )}
      {isOpen && (
        <ActionButton
          permission="plan:propose"
          size="xs"
          variant={state === 'returned' && !mayDecide ? 'filled' : 'default'}
          name={t('cluster.plans.reviseOne', { date })}
          onClick={() => openForm({ kind: 'plan', planId })}
        >
          {t('cluster.plans.revise')}
        </ActionButton>
      )}
      {state === 'accepted' && (
        <ActionButton
          permission="plan:decide"
          size="xs"
          name={t('cluster.plans.correctOne', { date })}
          onClick={() => openForm({ kind: 'plan-correction', planId })}
        >
          {t('cluster.plans.correct')}
        </ActionButton>
      )}
      {(isOpen || (state === 'accepted' && mayDecide)) && (
        <ActionButton
          permission="plan:propose"
          size="xs"
          name={t('cluster.plans.withdrawOne', { date })}
          onClick={() => openForm({ kind: 'plan-withdrawal', planId })}
        >
          {t('cluster.plans.withdraw')}
        </ActionButton>
      )}
    </div>
  );
}
