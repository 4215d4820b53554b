import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { parseTypedDate } from '../../typed-date.js';
import { isReasonGiven } from '../form-fields.js';
import { MilestoneFields } from '../proposals/MilestoneFields.js';
import { LastAnswer } from '../proposals/ProposalSteps.js';
import { meantMilestones, milestoneMistake, milestonesText, written } from '../proposals/typed-milestones.js';
import { FactForm } from './FactForm.js';
import { Choice, TextBlock, TypedDay } from './fact-fields.js';
import { dayIn, dayText, orNull } from './field-text.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { type FactFormState, useFactForm } from './use-fact-form.js';
import { likelyProgramme, programmeOptions } from './use-options.js';
import { usePinnedFact } from './use-pinned.js';

type Plan = ClusterDetail['plans'][number];
type Values = { programme: string; dueOn: string; text: string; milestones: string; reason: string };

/** A plan for how and by when the level is reached: proposed, or proposed again. It counts once an officer has accepted it. */
export function PlanForm({ planId, ...props }: ClusterFormProps & { planId: string | null }) {
  return planId === null ? <NewPlan {...props} /> : <RevisedPlan {...props} planId={planId} />;
}

function NewPlan({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const form = usePlanForm({
    slug,
    recorded: { programme: likelyProgramme(detail), dueOn: '', text: '', milestones: written([]), reason: '' },
    save: ({ programme, ...values }) => api.send('plan.propose', { params: { slug }, body: { programme, ...bodyOf(values) } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.plan.title')}
      submitLabel={t('cluster.form.plan.save')}
      form={form}
      onClose={onClose}
      changes={useDueChange(null, form)}
      consequence={t('cluster.form.plan.consequence')}
    >
      {detail.programmes.length > 1 && (
        <Choice form={form} name="programme" label={t('cluster.form.programme')} options={programmeOptions(detail)} />
      )}
      <PlanFields form={form} />
    </FactForm>
  );
}

function RevisedPlan({ detail, onClose, planId }: ClusterFormProps & { planId: string }) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.plans, planId));
  const plan = pinned.fact;
  const form = usePlanForm({
    slug,
    recorded: {
      programme: plan.programme,
      dueOn: dayText(plan.dueOn),
      text: plan.text ?? '',
      milestones: milestonesText(plan.milestones),
      reason: '',
    },
    save: (values) => api.send('plan.revise', { params: { id: planId }, body: { ...bodyOf(values), revision: plan.revision } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.plan.reviseTitle')}
      submitLabel={t('cluster.form.plan.reviseSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={useDueChange(plan, form)}
      consequence={t('cluster.form.plan.consequence')}
    >
      {plan.state === 'returned' && <LastAnswer steps={plan.steps} />}
      <PlanFields form={form} />
    </FactForm>
  );
}

function PlanFields({ form }: { form: FactFormState<Values> }) {
  const { t } = useTranslation();
  return (
    <>
      <TypedDay form={form} name="dueOn" label={t('cluster.form.plan.dueOn')} required />
      <TextBlock form={form} name="text" label={t('cluster.form.plan.text')} help={t('cluster.form.plan.textHelp')} required />
      <MilestoneFields
        id={form.id('milestones')}
        value={form.values.milestones}
        error={form.mistake('milestones')}
        onChange={(value) => form.set('milestones', value)}
      />
    </>
  );
}

interface PlanFormOptions {
  slug: string;
  recorded: Values;
  save(values: Values): Promise<unknown>;
  onDone(): void;
}

function usePlanForm(options: PlanFormOptions): FactFormState<Values> {
  const { t } = useTranslation();
  return useFactForm<Values>({
    ...options,
    labels: {
      programme: t('cluster.form.programme'),
      dueOn: t('cluster.form.plan.dueOn'),
      text: t('cluster.form.plan.text'),
      milestones: t('cluster.form.plan.steps'),
      reason: t('shell.form.reason'),
    },
    check: ({ dueOn, text, milestones, reason }) => {
      const wrong = milestoneMistake(milestones, parseTypedDate(dueOn));
      return {
        ...(parseTypedDate(dueOn) === null && { dueOn: t('cluster.form.wrongDate') }),
        ...(orNull(text) === null && { text: t('cluster.form.missing') }),
        ...(wrong && { milestones: t(`cluster.form.plan.stepMistakes.${wrong.mistake}`, { number: wrong.number }) }),
        ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonMissing') }),
      };
    },
  });
}

function bodyOf({ dueOn, text, milestones, reason }: Omit<Values, 'programme'>) {
  const steps = meantMilestones(milestones).map((step) => ({ id: step.id, text: step.text, dueOn: dayIn(step.dueOn) }));
  return { dueOn: dayIn(dueOn), text, milestones: steps, reason };
}

function useDueChange(plan: Plan | null, form: FactFormState<Values>) {
  const { t } = useTranslation();
  const format = useFormat();
  const dueOn = parseTypedDate(form.values.dueOn);
  return [{ label: t('cluster.form.plan.dueOn'), before: plan && format.date(plan.dueOn), after: dueOn && format.date(dueOn) }];
}
