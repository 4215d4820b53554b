import type { ClusterDetail } from '@klyngevagt/contracts';
import { Check, Circle, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../ActionButton.js';
import type { OpenForm } from '../cluster-forms/open-form.js';
import styles from './Proposals.module.css';

type Plan = ClusterDetail['plans'][number];
type Milestone = Plan['milestones'][number];

/** The steps of a plan: done, to come, or overdue. */
export function PlanMilestones({ plan, openForm }: { plan: Plan; openForm(form: OpenForm): void }) {
  const { t } = useTranslation();
  if (plan.milestones.length === 0) return null;
  const isRunning = plan.state === 'accepted' || plan.state === 'passed';
  const done = plan.milestones.filter(({ doneOn }) => doneOn !== null).length;
  return (
    <div className={styles['milestones']}>
      {isRunning && <p className="small muted">{t('cluster.plans.done', { done, count: plan.milestones.length })}</p>}
      <ul>
        {plan.milestones.map((milestone) => (
          <MilestoneRow key={milestone.id} plan={plan} milestone={milestone} isRunning={isRunning} openForm={openForm} />
        ))}
      </ul>
    </div>
  );
}

interface MilestoneRowProps {
  plan: Plan;
  milestone: Milestone;
  isRunning: boolean;
  openForm(form: OpenForm): void;
}

function MilestoneRow({ plan, milestone, isRunning, openForm }: MilestoneRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, text, dueOn, doneOn } = milestone;
  const isOverdue = milestone.overdue && isRunning;
  const Sign = doneOn ? Check : isOverdue ? TriangleAlert : Circle;
  const name = text ?? t('cluster.plans.hiddenStep');
  return (
    <li className={isOverdue ? styles['overdue'] : undefined}>
      <Sign size={16} aria-hidden />
      <span className={styles['milestoneText']}>
        {name}
        <span className="small muted">
          {' '}
          {doneOn
            ? t('cluster.plans.stepDone', { date: format.date(doneOn) })
            : t(isOverdue ? 'cluster.plans.stepOverdue' : 'cluster.plans.stepDue', { date: format.date(dueOn) })}
        </span>
      </span>
      {isRunning && (
        <ActionButton
          permission="plan:propose"
          size="xs"
          variant="subtle"
          name={t(doneOn ? 'cluster.plans.stepUndoOne' : 'cluster.plans.stepFinishOne', { step: name })}
          onClick={() => openForm({ kind: 'plan-step', planId: plan.id, milestoneId: id })}
        >
          {t(doneOn ? 'cluster.plans.stepUndo' : 'cluster.plans.stepFinish')}
        </ActionButton>
      )}
    </li>
  );
}
