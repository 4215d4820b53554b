import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { isReasonGiven } from '../form-fields.js';
import { useCorrectionLines } from '../use-correction-lines.js';
import { FactForm } from './FactForm.js';
import { Choices, TextBlock } from './fact-fields.js';
import { orNull } from './field-text.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { useFactForm } from './use-fact-form.js';
import { usePinnedFact } from './use-pinned.js';

type Values = { decision: 'accept' | 'refuse'; answer: string; reason: string };

/** Accepts or refuses what a cluster proposed, with an answer it can read. */
export function CorrectionDecisionForm({ detail, onClose, correctionId }: ClusterFormProps & { correctionId: string }) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.corrections, correctionId));
  const lines = useCorrectionLines(detail, pinned.fact);
  const canAccept = lines.length > 0;
  const form = useFactForm<Values>({
    slug,
    recorded: { decision: canAccept ? 'accept' : 'refuse', answer: '', reason: '' },
    labels: {
      decision: t('cluster.form.decideCorrection.decision'),
      answer: t('cluster.form.decideCorrection.answer'),
      reason: t('shell.form.reason'),
    },
    check: ({ decision, answer, reason }) => ({
      ...(decision === 'refuse' && orNull(answer) === null && { answer: t('cluster.form.decideCorrection.answerMissing') }),
      ...(!isReasonGiven(reason) && { reason: t('shell.form.reasonMissing') }),
    }),
    save: ({ decision, answer, reason }) =>
      api.send('correction.decide', {
        params: { id: correctionId },
        body: { decision, answer: orNull(answer), reason, revision: pinned.fact.revision },
      }),
    onDone: onClose,
  });
  const { decision } = form.values;
  const options = (canAccept ? (['accept', 'refuse'] as const) : (['refuse'] as const)).map((value) => ({
    value,
    label: t(`cluster.form.decideCorrection.decisions.${value}`),
  }));
  return (
    <FactForm
      title={t('cluster.form.decideCorrection.title')}
      submitLabel={t('cluster.form.decideCorrection.save')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={decision === 'accept' ? lines : []}
      consequence={t(`cluster.form.decideCorrection.consequence.${decision}`)}
    >
      <div>
        <p className="strong">{t('cluster.form.decideCorrection.says')}</p>
        <p>{pinned.fact.text}</p>
      </div>
      <Choices form={form} name="decision" label={t('cluster.form.decideCorrection.decision')} options={options} />
      <TextBlock
        form={form}
        name="answer"
        label={t('cluster.form.decideCorrection.answer')}
        help={t('cluster.form.decideCorrection.answerHelp')}
        required={decision === 'refuse'}
      />
    </FactForm>
  );
}
