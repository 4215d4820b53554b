import type { MilestoneView } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api-client.js';
import { useFormat } from '../../../format.js';
import { Choice, TypedDay } from '../../../parts/cluster-forms/fact-fields.js';
import { FactForm } from '../../../parts/cluster-forms/FactForm.js';
import { dayOrNull, dayText, isWrongDay } from '../../../parts/cluster-forms/field-text.js';
import { type FieldMistakes, useFactForm } from '../../../parts/cluster-forms/use-fact-form.js';
import { isReasonGiven } from '../../../parts/form-fields.js';
import { trialQuery } from '../case-query.js';
import type { CaseFormProps } from '../case-forms.js';
import { Moves } from './Moves.js';
import { usePinnedMilestone } from './use-pinned-milestone.js';

type Owner = MilestoneView['owner'];
type Values = { plannedOn: string; owner: Owner; reason: string };
const owners: readonly Owner[] = ['cluster', 'officer', 'assessor', 'eucles'];

/** Plans a step, moves it, or gives the ball to somebody else. What moves is shown before it is saved. */
export function PlanForm({ board, milestone: present, onClose }: CaseFormProps & { milestone: MilestoneView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = board.cluster;
  const pinned = usePinnedMilestone(slug, present);
  const { milestone } = pinned;
  const form = useFactForm<Values>({
    slug,
    recorded: { plannedOn: dayText(milestone.plannedOn), owner: milestone.owner, reason: '' },
    labels: {
      plannedOn: t('recertification.form.plannedOn'),
      owner: t('recertification.form.owner'),
      reason: t('shell.form.reason'),
    },
    check: ({ plannedOn, reason }) => {
      const mistakes: FieldMistakes<Values> = {};
      if (isWrongDay(plannedOn)) mistakes.plannedOn = t('cluster.form.wrongDate');
      if (!isReasonGiven(reason)) mistakes.reason = t('shell.form.reasonMissing');
      return mistakes;
    },
    save: ({ plannedOn, owner, reason }) =>
      api.send('milestone.plan', {
        params: { id: milestone.id },
        body: { plannedOn: dayOrNull(plannedOn), ...(owner !== milestone.owner && { owner }), revision: milestone.revision, reason },
      }),
    onDone: onClose,
  });
  const name = t(`recertification.milestones.${milestone.milestone}`);
  const plannedOn = isWrongDay(form.values.plannedOn) ? null : dayOrNull(form.values.plannedOn);
  const trial = useQuery(trialQuery(slug, milestone.id, plannedOn ?? undefined));
  const date = (day: typeof plannedOn) => (day ? format.date(day) : null);
  return (
    <FactForm
      title={t('recertification.form.planTitle', { milestone: name })}
      submitLabel={t('recertification.form.planSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[
        { label: t('recertification.form.plannedOn'), before: date(milestone.plannedOn), after: date(plannedOn) },
        {
          label: t('recertification.form.owner'),
          before: t(`recertification.owner.${milestone.owner}`),
          after: t(`recertification.owner.${form.values.owner}`),
        },
      ]}
    >
      <TypedDay form={form} name="plannedOn" label={t('recertification.form.plannedOn')} help={t('recertification.form.plannedHelp')} />
      {trial.data && plannedOn !== milestone.plannedOn && <Moves trial={trial.data} except={milestone.milestone} />}
      <Choice
        form={form}
        name="owner"
        label={t('recertification.form.owner')}
        options={owners.map((value) => ({ value, label: t(`recertification.owner.${value}`) }))}
      />
    </FactForm>
  );
}
