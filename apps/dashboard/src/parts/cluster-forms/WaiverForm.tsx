import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { parseTypedDate } from '../../typed-date.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { Choice, TextBlock, TypedDay } from './fact-fields.js';
import { dayIn, dayText, orNull } from './field-text.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { type FactFormState, type FieldMistakes, useFactForm } from './use-fact-form.js';
import { likelyProgramme, programmeOptions } from './use-options.js';
import { usePinnedFact } from './use-pinned.js';

type Waiver = ClusterDetail['waivers'][number];
type Values = { programme: string; startsOn: string; endsOn: string; text: string; reason: string };

/** A period in which the duty does not apply: proposed, or corrected. It counts once another officer has approved it. */
export function WaiverForm({ waiverId, ...props }: ClusterFormProps & { waiverId: string | null }) {
  return waiverId === null ? <NewWaiver {...props} /> : <CorrectedWaiver {...props} waiverId={waiverId} />;
}

function NewWaiver({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const form = useWaiverForm({
    slug,
    recorded: { programme: likelyProgramme(detail), startsOn: '', endsOn: '', text: '', reason: '' },
    save: (values) => api.send('waiver.record', { params: { slug }, body: { programme: values.programme, ...bodyOf(values) } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.waiver.title')}
      submitLabel={t('cluster.form.waiver.save')}
      form={form}
      onClose={onClose}
      consequence={t('cluster.form.waiver.consequence')}
    >
      <Choice form={form} name="programme" label={t('cluster.form.programme')} options={programmeOptions(detail)} />
      <TypedDay form={form} name="startsOn" label={t('cluster.form.waiver.startsOn')} required />
      <WaiverFields form={form} />
    </FactForm>
  );
}

function CorrectedWaiver({ detail, onClose, waiverId }: ClusterFormProps & { waiverId: string }) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.waivers, waiverId));
  const waiver = pinned.fact;
  const isApproved = waiver.approvedOn !== null;
  const form = useWaiverForm({
    slug,
    recorded: {
      programme: waiver.programme,
      startsOn: dayText(waiver.startsOn),
      endsOn: dayText(waiver.endsOn),
      text: waiver.text ?? '',
      reason: '',
    },
    save: (values) => api.send('waiver.correct', { params: { id: waiverId }, body: { ...bodyOf(values), revision: waiver.revision } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.waiver.correctTitle')}
      submitLabel={t('cluster.form.waiver.correctSave')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={useDayChanges(waiver, form)}
      consequence={t(`cluster.form.waiver.correctConsequence.${isApproved ? 'approved' : 'waiting'}`)}
    >
      {!isApproved && <TypedDay form={form} name="startsOn" label={t('cluster.form.waiver.startsOn')} required />}
      <WaiverFields form={form} />
    </FactForm>
  );
}

function WaiverFields({ form }: { form: FactFormState<Values> }) {
  const { t } = useTranslation();
  return (
    <>
      <TypedDay form={form} name="endsOn" label={t('cluster.form.waiver.endsOn')} required />
      <TextBlock form={form} name="text" label={t('cluster.form.waiver.text')} required />
    </>
  );
}

interface WaiverFormOptions {
  slug: string;
  recorded: Values;
  save(values: Values): Promise<unknown>;
  onDone(): void;
}

function useWaiverForm(options: WaiverFormOptions): FactFormState<Values> {
  const { t } = useTranslation();
  return useFactForm<Values>({
    ...options,
    labels: {
      programme: t('cluster.form.programme'),
      startsOn: t('cluster.form.waiver.startsOn'),
      endsOn: t('cluster.form.waiver.endsOn'),
      text: t('cluster.form.waiver.text'),
      reason: t('shell.form.reason'),
    },
    check: (values) => {
      const mistakes: FieldMistakes<Values> = {};
      const [startsOn, endsOn] = [parseTypedDate(values.startsOn), parseTypedDate(values.endsOn)];
      if (startsOn === null) mistakes.startsOn = t('cluster.form.wrongDate');
      if (endsOn === null) mistakes.endsOn = t('cluster.form.wrongDate');
      if (startsOn && endsOn && endsOn < startsOn) mistakes.endsOn = t('cluster.form.order', { date: values.startsOn });
      if (orNull(values.text) === null) mistakes.text = t('cluster.form.missing');
      if (!isReasonGiven(values.reason)) mistakes.reason = t('shell.form.reasonMissing');
      return mistakes;
    },
  });
}

function bodyOf({ startsOn, endsOn, text, reason }: Values) {
  return { startsOn: dayIn(startsOn), endsOn: dayIn(endsOn), text, reason };
}

function useDayChanges(waiver: Waiver, { values }: FactFormState<Values>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (['startsOn', 'endsOn'] as const).map((name) => {
    const typed = parseTypedDate(values[name]);
    return { label: t(`cluster.form.waiver.${name}`), before: format.date(waiver[name]), after: typed && format.date(typed) };
  });
}
