import type { CaseView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api-client.js';
import { ExpertFields, expertLabels, expertMistakes, expertsIn, type ExpertValues } from '../../../parts/cluster-forms/ExpertFields.js';
import { FactForm } from '../../../parts/cluster-forms/FactForm.js';
import { useFactForm } from '../../../parts/cluster-forms/use-fact-form.js';
import { isReasonGiven } from '../../../parts/form-fields.js';
import type { CaseFormProps } from '../case-forms.js';

type Values = ExpertValues & { reason: string };
type Booking = NonNullable<CaseView['booking']>;

/** Who holds the audit, and whether one of them is too close to the cluster. */
export function ExpertsForm({ board, booking, onClose }: CaseFormProps & { booking: Booking }) {
  const { t } = useTranslation();
  const form = useFactForm<Values>({
    slug: board.cluster.slug,
    recorded: { ...recordedExperts(booking.experts), reason: '' },
    labels: { ...expertLabels(t), reason: t('shell.form.reason') },
    check: (values) => ({
      ...expertMistakes(values, t),
      ...(isReasonGiven(values.reason) ? {} : { reason: t('shell.form.reasonMissing') }),
    }),
    save: (values) =>
      api.send('audit.experts', {
        params: { id: booking.auditId },
        body: { experts: expertsIn(values), revision: booking.revision, reason: values.reason },
      }),
    onDone: onClose,
  });
  const named = (experts: readonly { name: string | null; country: string }[]) =>
    experts.map(({ name, country }) => `${name ?? ''} (${country})`).join(', ') || null;
  return (
    <FactForm
      title={t('recertification.form.expertsTitle')}
      submitLabel={t('recertification.form.expertsSave')}
      form={form}
      onClose={onClose}
      changes={[{ label: t('recertification.booking.experts'), before: named(booking.experts), after: named(expertsIn(form.values)) }]}
    >
      <ExpertFields form={form} />
    </FactForm>
  );
}

function recordedExperts([first, second]: Booking['experts']): ExpertValues {
  return {
    name1: first?.name ?? '',
    country1: first?.country ?? '',
    conflict1: first?.conflict ?? false,
    name2: second?.name ?? '',
    country2: second?.country ?? '',
    conflict2: second?.conflict ?? false,
  };
}
