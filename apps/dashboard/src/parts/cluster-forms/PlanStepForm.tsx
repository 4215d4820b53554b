import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { parseTypedDate } from '../../typed-date.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { TypedDay } from './fact-fields.js';
import { dayIn, dayText } from './field-text.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Values = { doneOn: string; reason: string };

/** Ticks off a step of a plan, or takes that back. */
export function PlanStepForm({ detail, onClose, planId, milestoneId }: ClusterFormProps & { planId: string; milestoneId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(factOf(detail.plans, planId).milestones, milestoneId));
  const step = pinned.fact;
  const isUndone = step.doneOn !== null;
  const label = t('cluster.form.plan.doneOn');
  const form = useFactForm<Values>({
    slug,
    recorded: { doneOn: isUndone ? '' : dayText(detail.today), reason: '' },
    labels: { doneOn: label, reason: t('shell.form.reason') },
    check: ({ doneOn, reason }) => ({
      ...(!isUndone && parseTypedDate(doneOn) === null && { doneOn: t('cluster.form.wrongDate') }),
      ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonMissing') }),
    }),
    save: ({ doneOn, reason }) =>
      api.send('plan-milestone.finish', {
        params: { id: milestoneId },
        body: { doneOn: isUndone ? null : dayIn(doneOn), reason, revision: step.revision },
      }),
    onDone: onClose,
  });
  const typed = parseTypedDate(form.values.doneOn);
  return (
    <FactForm
      title={t(isUndone ? 'cluster.form.plan.undoTitle' : 'cluster.form.plan.finishTitle')}
      submitLabel={t(isUndone ? 'cluster.form.plan.undoSave' : 'cluster.form.plan.finishSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[{ label, before: step.doneOn && format.date(step.doneOn), after: typed && format.date(typed) }]}
    >
      <p>
        <b>{step.text}</b>
        <br />
        {t('cluster.plans.stepDue', { date: format.longDate(step.dueOn) })}
      </p>
      {!isUndone && <TypedDay form={form} name="doneOn" label={label} required />}
    </FactForm>
  );
}
