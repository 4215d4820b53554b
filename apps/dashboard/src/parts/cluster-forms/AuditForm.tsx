import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { useMe } from '../../session.js';
import { parseTypedDate } from '../../typed-date.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { ExpertFields, expertLabels, expertMistakes, expertsIn, type ExpertValues, noExperts } from './ExpertFields.js';
import { Choice, Choices, TextLine, TypedDay } from './fact-fields.js';
import { dayIn, orNull } from './field-text.js';
import type { ClusterFormProps } from './form-props.js';
import { type FactFormState, type FieldMistakes, useFactForm } from './use-fact-form.js';
import { useLevelOptions } from './use-options.js';

type Level = 'gold' | 'silver' | 'bronze';
type Values = {
  level: Level;
  firstDayOn: string;
  lastDayOn: string;
  mode: 'on-site' | 'video';
  place: string;
  reason: string;
} & ExpertValues;

/** An audit was booked with ESCA: officers record it, a cluster reports its own. It counts at once. */
export function AuditForm({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug, requiredLevel } = detail.row;
  const isOwnCluster = useMe().role === 'manager';
  const form = useAuditForm(slug, detail.chain?.level ?? requiredLevel ?? 'gold', onClose);
  return (
    <FactForm
      title={t('cluster.form.audit.title')}
      submitLabel={t('cluster.form.audit.save')}
      form={form}
      onClose={onClose}
      changes={[{ label: t('cluster.form.audit.reported'), before: useBookingBefore(detail), after: useBookingAfter(form) }]}
      consequence={t(isOwnCluster ? 'cluster.form.audit.consequenceCluster' : 'cluster.form.audit.consequence')}
    >
      <Choice form={form} name="level" label={t('cluster.form.level')} options={useLevelOptions()} />
      <TypedDay form={form} name="firstDayOn" label={t('cluster.form.audit.firstDayOn')} required />
      <TypedDay form={form} name="lastDayOn" label={t('cluster.form.audit.lastDayOn')} help={t('cluster.form.audit.lastDayOnHelp')} />
      <Choices
        form={form}
        name="mode"
        label={t('cluster.form.audit.mode')}
        options={(['on-site', 'video'] as const).map((value) => ({ value, label: t(`cluster.audits.mode.${value}`) }))}
      />
      <TextLine form={form} name="place" label={t('cluster.form.audit.place')} help={t('cluster.form.optional')} />
      <ExpertFields form={form} />
    </FactForm>
  );
}

function useAuditForm(slug: string, level: Level, onDone: () => void): FactFormState<Values> {
  const { t } = useTranslation();
  return useFactForm<Values>({
    slug,
    recorded: { level, firstDayOn: '', lastDayOn: '', mode: 'on-site', place: '', ...noExperts, reason: '' },
    labels: {
      level: t('cluster.form.level'),
      firstDayOn: t('cluster.form.audit.firstDayOn'),
      lastDayOn: t('cluster.form.audit.lastDayOn'),
      mode: t('cluster.form.audit.mode'),
      place: t('cluster.form.audit.place'),
      ...expertLabels(t),
      reason: t('shell.form.reason'),
    },
    check: (values) => {
      const mistakes: FieldMistakes<Values> = expertMistakes(values, t);
      const firstDayOn = parseTypedDate(values.firstDayOn);
      const lastDayOn = parseTypedDate(values.lastDayOn || values.firstDayOn);
      if (firstDayOn === null) mistakes.firstDayOn = t('cluster.form.wrongDate');
      else if (lastDayOn === null) mistakes.lastDayOn = t('cluster.form.wrongDate');
      else if (lastDayOn < firstDayOn) mistakes.lastDayOn = t('cluster.form.order', { date: values.firstDayOn });
      if (!isReasonGiven(values.reason)) mistakes.reason = t('shell.form.reasonMissing');
      return mistakes;
    },
    save: ({ level: chosen, firstDayOn, lastDayOn, mode, place, reason, ...experts }) =>
      api.send('audit.report', {
        params: { slug },
        body: {
          level: chosen,
          firstDayOn: dayIn(firstDayOn),
          lastDayOn: dayIn(lastDayOn || firstDayOn),
          mode,
          place: orNull(place),
          experts: expertsIn(experts),
          reason,
        },
      }),
    onDone,
  });
}

function useBookingBefore(detail: ClusterFormProps['detail']): string {
  const { t } = useTranslation();
  const format = useFormat();
  const booking = detail.row.booking;
  return booking ? format.date(booking.firstDayOn) : t('portfolio.recertification.none');
}

function useBookingAfter({ values }: FactFormState<Values>): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const from = parseTypedDate(values.firstDayOn);
  const to = parseTypedDate(values.lastDayOn || values.firstDayOn);
  if (!from) return null;
  return to && to !== from ? t('cluster.audits.days', { from: format.date(from), to: format.date(to) }) : format.date(from);
}
