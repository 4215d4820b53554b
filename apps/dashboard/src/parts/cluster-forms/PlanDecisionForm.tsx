import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { isReasonGiven } from '../form-fields.js';
import styles from '../proposals/Proposals.module.css';
import { FactForm } from './FactForm.js';
import { Choices } from './fact-fields.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Decision = 'accept' | 'return' | 'refuse';
type Values = { decision: Decision; reason: string };
const decisions = ['accept', 'return', 'refuse'] as const;

/** Accepts a proposed plan, sends it back with comments, or refuses it. */
export function PlanDecisionForm({ detail, onClose, planId }: ClusterFormProps & { planId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.plans, planId));
  const { dueOn, text, milestones, revision } = pinned.fact;
  const form = useFactForm<Values>({
    slug,
    recorded: { decision: 'accept', reason: '' },
    labels: { decision: t('cluster.form.plan.decision'), reason: t('shell.form.reason') },
    check: ({ reason }) => (isReasonGiven(reason) ? {} : { reason: t('shell.form.reasonMissing') }),
    save: (values) => api.send('plan.decide', { params: { id: planId }, body: { ...values, revision } }),
    onDone: onClose,
  });
  const { decision } = form.values;
  return (
    <FactForm
      title={t('cluster.form.plan.decideTitle')}
      submitLabel={t('cluster.form.plan.decideSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[
        { label: t('cluster.form.plan.state'), before: t('cluster.form.plan.before'), after: t(`cluster.form.plan.after.${decision}`) },
      ]}
      consequence={t(`cluster.form.plan.consequences.${decision}`, { date: format.longDate(dueOn) })}
    >
      <div>
        <p>
          <b>{t('cluster.plans.due', { date: format.longDate(dueOn) })}</b>
        </p>
        <p className={styles['text']}>{text}</p>
        <ul>
          {milestones.map((milestone) => (
            <li key={milestone.id} className="small">
              {format.date(milestone.dueOn)} {milestone.text}
            </li>
          ))}
        </ul>
      </div>
      <Choices
        form={form}
        name="decision"
        label={t('cluster.form.plan.decision')}
        options={decisions.map((value) => ({ value, label: t(`cluster.form.plan.decisions.${value}`) }))}
      />
    </FactForm>
  );
}
