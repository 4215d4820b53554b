import type { MilestoneView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api-client.js';
import { TextBlock } from '../../../parts/cluster-forms/fact-fields.js';
import { ChangedMeanwhile } from '../../../parts/cluster-forms/FactForm.js';
import { orNull } from '../../../parts/cluster-forms/field-text.js';
import { useFactForm } from '../../../parts/cluster-forms/use-fact-form.js';
import { SideDrawerForm } from '../../../parts/SideDrawerForm.js';
import type { CaseFormProps } from '../case-forms.js';
import { usePinnedMilestone } from './use-pinned-milestone.js';

/** A note on a step: for the cluster and the officers. */
export function NoteForm({ board, milestone: present, onClose }: CaseFormProps & { milestone: MilestoneView }) {
  const { t } = useTranslation();
  const { slug } = board.cluster;
  const pinned = usePinnedMilestone(slug, present);
  const { milestone } = pinned;
  const form = useFactForm<{ note: string }>({
    slug,
    recorded: { note: milestone.note ?? '' },
    labels: { note: t('recertification.form.note') },
    check: () => ({}),
    save: ({ note }) =>
      api.send('milestone.note', { params: { id: milestone.id }, body: { note: orNull(note), revision: milestone.revision } }),
    onDone: onClose,
  });
  const name = t(`recertification.milestones.${milestone.milestone}`);
  return (
    <SideDrawerForm
      title={t('recertification.form.noteTitle', { milestone: name })}
      opened
      onClose={onClose}
      onSubmit={form.submit}
      submitLabel={t('recertification.form.noteSave')}
      isSaving={form.isSaving}
      isDirty={form.isDirty}
      errors={form.errors}
      problem={form.problem}
    >
      {(pinned.isOutdated || form.isOutdated) && <ChangedMeanwhile onReload={() => pinned.renew(form)} />}
      <TextBlock form={form} name="note" label={t('recertification.form.note')} help={t('recertification.form.noteHelp')} />
    </SideDrawerForm>
  );
}
