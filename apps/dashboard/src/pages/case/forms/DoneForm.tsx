import type { MilestoneView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api-client.js';
import { useFormat } from '../../../format.js';
import { Tick, TypedDay } from '../../../parts/cluster-forms/fact-fields.js';
import { FactForm } from '../../../parts/cluster-forms/FactForm.js';
import { dayIn, dayOrNull, dayText, isWrongDay } from '../../../parts/cluster-forms/field-text.js';
import { type FieldMistakes, useFactForm } from '../../../parts/cluster-forms/use-fact-form.js';
import { isReasonGiven } from '../../../parts/form-fields.js';
import { useMay } from '../../../session.js';
import type { CaseFormProps } from '../case-forms.js';
import { usePinnedMilestone } from './use-pinned-milestone.js';

type Values = { doneOn: string; outOfOrder: boolean; reason: string };
type Props = CaseFormProps & { milestone: MilestoneView; isUndo: boolean };

/** Ticks a step off, or takes that back. Only an officer may break the order, with a reason. */
export function DoneForm({ board, milestone: present, isUndo, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = board.cluster;
  const pinned = usePinnedMilestone(slug, present);
  const { milestone } = pinned;
  const mayBreakOrder = useMay('case:manage');
  const form = useFactForm<Values>({
    slug,
    recorded: { doneOn: isUndo ? '' : dayText(board.today), outOfOrder: false, reason: '' },
    labels: {
      doneOn: t('recertification.form.doneOn'),
      outOfOrder: t('recertification.form.outOfOrder'),
      reason: t('shell.form.reason'),
    },
    check: ({ doneOn, reason }) => {
      const mistakes: FieldMistakes<Values> = {};
      if (!isUndo && (doneOn.trim() === '' || isWrongDay(doneOn))) mistakes.doneOn = t('cluster.form.wrongDate');
      if (!isReasonGiven(reason)) mistakes.reason = t('shell.form.reasonMissing');
      return mistakes;
    },
    save: ({ doneOn, outOfOrder, reason }) =>
      api.send('milestone.complete', {
        params: { id: milestone.id },
        body: { doneOn: isUndo ? null : dayIn(doneOn), outOfOrder, revision: milestone.revision, reason },
      }),
    onDone: onClose,
  });
  const name = t(`recertification.milestones.${milestone.milestone}`);
  const typedOn = isUndo || isWrongDay(form.values.doneOn) ? null : dayOrNull(form.values.doneOn);
  return (
    <FactForm
      title={t(isUndo ? 'recertification.form.undoTitle' : 'recertification.form.doneTitle', { milestone: name })}
      submitLabel={t('recertification.form.doneSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={[
        {
          label: t('recertification.form.doneOn'),
          before: milestone.doneOn && format.date(milestone.doneOn),
          after: typedOn && format.date(typedOn),
        },
      ]}
    >
      {!isUndo && <TypedDay form={form} name="doneOn" label={t('recertification.form.doneOn')} required />}
      {!isUndo && mayBreakOrder && (!milestone.ready || form.mistake('doneOn') !== null) && (
        <div>
          <Tick form={form} name="outOfOrder" label={t('recertification.form.outOfOrder')} />
          <p className="small muted">{t('recertification.form.outOfOrderHelp')}</p>
        </div>
      )}
    </FactForm>
  );
}
