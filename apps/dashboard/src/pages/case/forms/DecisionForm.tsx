import type { BodyInputOf, CaseView } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api-client.js';
import { useFormat } from '../../../format.js';
import { Choice, TextBlock, TextLine, TypedDay } from '../../../parts/cluster-forms/fact-fields.js';
import { FactForm } from '../../../parts/cluster-forms/FactForm.js';
import { dayIn, dayOrNull, dayText, isWrongDay, orNull } from '../../../parts/cluster-forms/field-text.js';
import { parseTypedPartial } from '../../../parts/cluster-forms/typed-partial.js';
import { type FactFormState, type FieldMistakes, useFactForm } from '../../../parts/cluster-forms/use-fact-form.js';
import { isReasonGiven } from '../../../parts/form-fields.js';
import { Note } from '../../../parts/Note.js';
import { validityProposalQuery } from '../../../queries.js';
import { typedDate } from '../../../typed-date.js';
import type { CaseFormProps } from '../case-forms.js';

type State = CaseView['state'];
type Basis = 'certificate' | 'accepted-proposal' | 'register';
type Values = {
  state: State;
  decidedOn: string;
  assessedOn: string;
  validFrom: string;
  validUntil: string;
  basis: Basis;
  score: string;
  source: string;
  cureEndsOn: string;
  note: string;
  reason: string;
};
type Form = FactFormState<Values>;
type Props = CaseFormProps & { one: CaseView };

const outcomes: readonly State[] = ['awarded', 'failed', 'withdrawn', 'expired'];

/** How a case ended; recorded again it corrects the decision. */
export function DecisionForm({ board, one, onClose }: Props) {
  const { t } = useTranslation();
  const { slug } = board.cluster;
  const isCorrection = one.state !== 'open';
  const form = useFactForm<Values>({
    slug,
    recorded: recordedValues(one, board.today),
    labels: useLabels(),
    check: useCheck(),
    save: (values) => api.send('case.decide', { params: { id: one.id }, body: bodyOf(values, one.revision) }),
    onDone: onClose,
  });
  const { state } = form.values;
  const states: readonly State[] = isCorrection ? [...outcomes, 'open'] : outcomes;
  return (
    <FactForm
      title={t(isCorrection ? 'recertification.form.correctTitle' : 'recertification.form.decideTitle')}
      submitLabel={t('recertification.form.decideSave')}
      form={form}
      onClose={onClose}
      changes={[
        {
          label: t('recertification.form.state'),
          before: t(`recertification.states.${one.state}`),
          after: t(`recertification.states.${state}`),
        },
      ]}
      consequence={t(`recertification.form.consequences.${state}`)}
    >
      <Choice
        form={form}
        name="state"
        label={t('recertification.form.state')}
        options={states.map((value) => ({
          value,
          label: value === 'open' ? t('recertification.form.takeBack') : t(`recertification.states.${value}`),
        }))}
      />
      {state !== 'open' && <TypedDay form={form} name="decidedOn" label={t('recertification.form.decidedOn')} required />}
      {state === 'awarded' && <AwardPart slug={slug} one={one} form={form} />}
      {state === 'failed' && (
        <TypedDay
          form={form}
          name="cureEndsOn"
          label={t('recertification.form.cureEndsOn')}
          help={t('recertification.form.cureHelp', { count: board.cureMonths ?? 0 })}
        />
      )}
      <TextBlock form={form} name="note" label={t('recertification.form.decisionNote')} help={t('cluster.form.optional')} />
    </FactForm>
  );
}

function AwardPart({ slug, one, form }: { slug: string; one: CaseView; form: Form }) {
  const { t } = useTranslation();
  const bases = (['certificate', 'accepted-proposal', 'register'] as const).map((value) => ({
    value,
    label: t(`recertification.form.bases.${value}`),
  }));
  return (
    <>
      <TypedDay form={form} name="assessedOn" label={t('recertification.form.assessedOn')} help={t('cluster.form.optional')} />
      <Proposal slug={slug} one={one} form={form} />
      <TypedDay
        form={form}
        name="validUntil"
        label={t('recertification.form.validUntil')}
        help={t('recertification.form.validUntilHelp')}
      />
      <Choice form={form} name="basis" label={t('recertification.form.basis')} options={bases} />
      <TypedDay form={form} name="validFrom" label={t('recertification.form.validFrom')} help={t('recertification.form.validFromHelp')} />
      <TextLine form={form} name="score" label={t('recertification.form.score')} help={t('cluster.form.optional')} />
      <TextLine form={form} name="source" label={t('recertification.form.source')} help={t('cluster.form.sourceHelp')} />
    </>
  );
}

/** What the rule computes, from the server; where the certificate says another day, that one counts and the difference is told. */
function Proposal({ slug, one, form }: { slug: string; one: CaseView; form: Form }) {
  const { t } = useTranslation();
  const format = useFormat();
  const approvedOn = parseTypedPartial(form.values.decidedOn) ?? undefined;
  const assessedOn = parseTypedPartial(form.values.assessedOn) ?? undefined;
  const isAskable = approvedOn !== undefined && one.award === null;
  const query = useQuery({ ...validityProposalQuery(slug, { level: one.level, approvedOn, assessedOn }), enabled: isAskable });
  const computed = isAskable ? query.data?.validUntil : one.award?.proposedUntil;
  if (!computed) return null;
  const stated = isWrongDay(form.values.validUntil) ? null : dayOrNull(form.values.validUntil);
  const differs = stated !== null && stated !== computed;
  const use = () => {
    form.set('validUntil', typedDate(computed));
    form.set('basis', 'accepted-proposal');
  };
  return (
    <div aria-live="polite">
      <Note
        tone={differs ? 'amber' : 'blue'}
        title={query.data?.sentence ?? t('cluster.form.award.proposal')}
        actions={
          stated !== computed &&
          !query.isPlaceholderData && (
            <Button size="sm" onClick={use}>
              {t('recertification.form.useProposal')}
            </Button>
          )
        }
      >
        {differs && <p>{t('recertification.form.differs', { stated: format.longDate(stated), computed: format.longDate(computed) })}</p>}
      </Note>
    </div>
  );
}

function recordedValues({ state, decidedOn, award, cure, note }: CaseView, today: CaseView['openedOn']): Values {
  const until = award?.validUntil?.length === 10 ? (award.validUntil as CaseView['openedOn']) : null;
  const from = award?.validFrom?.length === 10 ? (award.validFrom as CaseView['openedOn']) : null;
  return {
    state: state === 'open' ? 'awarded' : state,
    decidedOn: dayText(decidedOn ?? today),
    assessedOn: '',
    validFrom: dayText(from),
    validUntil: dayText(until),
    basis: award && award.basis !== 'not-known' ? award.basis : 'certificate',
    score: '',
    source: '',
    cureEndsOn: dayText(cure?.endsOn ?? null),
    note: note ?? '',
    reason: '',
  };
}

function useLabels(): Record<keyof Values, string> {
  const { t } = useTranslation();
  return {
    state: t('recertification.form.state'),
    decidedOn: t('recertification.form.decidedOn'),
    assessedOn: t('recertification.form.assessedOn'),
    validFrom: t('recertification.form.validFrom'),
    validUntil: t('recertification.form.validUntil'),
    basis: t('recertification.form.basis'),
    score: t('recertification.form.score'),
    source: t('recertification.form.source'),
    cureEndsOn: t('recertification.form.cureEndsOn'),
    note: t('recertification.form.decisionNote'),
    reason: t('shell.form.reason'),
  };
}

function useCheck(): (values: Values) => FieldMistakes<Values> {
  const { t } = useTranslation();
  return (values) => {
    const mistakes: FieldMistakes<Values> = {};
    const wrong = t('cluster.form.wrongDate');
    if (values.state !== 'open' && (values.decidedOn.trim() === '' || isWrongDay(values.decidedOn))) mistakes.decidedOn = wrong;
    for (const name of ['validFrom', 'validUntil', 'cureEndsOn'] as const) if (isWrongDay(values[name])) mistakes[name] = wrong;
    if (values.assessedOn.trim() && parseTypedPartial(values.assessedOn) === null) mistakes.assessedOn = wrong;
    if (!isReasonGiven(values.reason)) mistakes.reason = t('shell.form.reasonMissing');
    return mistakes;
  };
}

function bodyOf(values: Values, revision: number): BodyInputOf<'case.decide'> {
  const { state, reason } = values;
  const validUntil = dayOrNull(values.validUntil);
  return {
    state,
    decidedOn: state === 'open' ? null : dayIn(values.decidedOn),
    award:
      state === 'awarded'
        ? {
            assessedOn: parseTypedPartial(values.assessedOn),
            validFrom: dayOrNull(values.validFrom),
            validUntil,
            validUntilBasis: validUntil === null ? 'not-known' : values.basis,
            score: orNull(values.score),
            source: orNull(values.source),
          }
        : null,
    cureEndsOn: state === 'failed' ? dayOrNull(values.cureEndsOn) : null,
    note: orNull(values.note),
    revision,
    reason,
  };
}
