import type { BodyInputOf, ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { isReasonGiven } from '../form-fields.js';
import { FactForm } from './FactForm.js';
import { Choice, Choices, TextLine, Tick, TypedDay } from './fact-fields.js';
import { dayIn, dayOrNull, dayText, isWrongDay, orNull } from './field-text.js';
import { type ClusterFormProps, factOf } from './form-props.js';
import { type FactFormState, type FieldMistakes, useFactForm } from './use-fact-form.js';
import { likelyProgramme, programmeOptions, useAnswerOptions, useConfidenceOptions } from './use-options.js';
import { usePinnedFact } from './use-pinned.js';

type Membership = ClusterDetail['memberships'][number];
type Values = {
  programme: string;
  member: Membership['member'];
  bound: Membership['bound'];
  startsOn: string;
  endsOn: string;
  endDayAssumed: boolean;
  exitReason: string;
  levelDueOn: string;
  source: string;
  confidence: Membership['confidence'];
  reason: string;
};

/** Records a membership and the duty that comes with it, or corrects one. */
export function MembershipForm({ membershipId, ...props }: ClusterFormProps & { membershipId: string | null }) {
  return membershipId === null ? <NewMembership {...props} /> : <CorrectedMembership {...props} membershipId={membershipId} />;
}

function NewMembership({ detail, onClose }: ClusterFormProps) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const form = useMembershipForm({
    slug,
    recorded: { ...empty, programme: likelyProgramme(detail) },
    save: (values) => api.send('membership.record', { params: { slug }, body: { ...bodyOf(values), programme: values.programme } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.membership.title')}
      submitLabel={t('cluster.form.membership.save')}
      form={form}
      onClose={onClose}
      changes={useChanges(null, form.values)}
      consequence={t('cluster.form.membership.consequence')}
    >
      <Choice form={form} name="programme" label={t('cluster.form.programme')} options={programmeOptions(detail)} />
      <Fields form={form} />
    </FactForm>
  );
}

function CorrectedMembership({ detail, onClose, membershipId }: ClusterFormProps & { membershipId: string }) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const pinned = usePinnedFact(slug, factOf(detail.memberships, membershipId));
  const form = useMembershipForm({
    slug,
    recorded: valuesOf(pinned.fact),
    save: (values) =>
      api.send('membership.correct', { params: { id: membershipId }, body: { ...bodyOf(values), revision: pinned.fact.revision } }),
    onDone: onClose,
  });
  return (
    <FactForm
      title={t('cluster.form.membership.correctTitle')}
      submitLabel={t('cluster.form.membership.save')}
      form={form}
      onClose={onClose}
      isOutdated={pinned.isOutdated}
      onReload={() => pinned.renew(form)}
      changes={useChanges(valuesOf(pinned.fact), form.values)}
      consequence={form.isDirty ? t('cluster.form.membership.consequence') : null}
    >
      <p className="strong">{pinned.fact.programmeName}</p>
      <Fields form={form} />
    </FactForm>
  );
}

function Fields({ form }: { form: FactFormState<Values> }) {
  const { t } = useTranslation();
  const answers = useAnswerOptions();
  const confidences = useConfidenceOptions();
  return (
    <>
      <Choices form={form} name="member" label={t('cluster.form.membership.member')} options={answers} />
      <Choices
        form={form}
        name="bound"
        label={t('cluster.form.membership.bound')}
        help={t('cluster.form.membership.boundHelp')}
        options={answers}
      />
      <TypedDay form={form} name="startsOn" label={t('cluster.form.membership.startsOn')} required />
      <TypedDay form={form} name="endsOn" label={t('cluster.form.membership.endsOn')} help={t('cluster.form.membership.endsOnHelp')} />
      <Tick form={form} name="endDayAssumed" label={t('cluster.form.membership.endDayAssumed')} />
      <TextLine form={form} name="exitReason" label={t('cluster.form.membership.exitReason')} help={t('cluster.form.optional')} />
      <TypedDay
        form={form}
        name="levelDueOn"
        label={t('cluster.form.membership.levelDueOn')}
        help={t('cluster.form.membership.levelDueOnHelp')}
      />
      <TextLine form={form} name="source" label={t('cluster.form.source')} help={t('cluster.form.sourceHelp')} />
      <Choice form={form} name="confidence" label={t('cluster.form.confidence')} options={confidences} />
    </>
  );
}

interface MembershipFormOptions {
  slug: string;
  recorded: Values;
  save(values: Values): Promise<unknown>;
  onDone(): void;
}

function useMembershipForm(options: MembershipFormOptions): FactFormState<Values> {
  const { t } = useTranslation();
  const labels = { ...useLabels(), reason: t('shell.form.reason') };
  const check = (values: Values): FieldMistakes<Values> => {
    const mistakes: FieldMistakes<Values> = {};
    if (!values.startsOn.trim()) mistakes.startsOn = t('cluster.form.missing');
    for (const name of ['startsOn', 'endsOn', 'levelDueOn'] as const) {
      if (isWrongDay(values[name])) mistakes[name] = t('cluster.form.wrongDate');
    }
    const [startsOn, endsOn] = [dayOrNull(values.startsOn), dayOrNull(values.endsOn)];
    if (startsOn && endsOn && endsOn < startsOn) mistakes.endsOn = t('cluster.form.order', { date: values.startsOn });
    if (!isReasonGiven(values.reason)) mistakes.reason = t('shell.form.reasonMissing');
    return mistakes;
  };
  return useFactForm<Values>({ ...options, labels, check });
}

function useLabels(): Record<Exclude<keyof Values, 'reason'>, string> {
  const { t } = useTranslation();
  const own = ['member', 'bound', 'startsOn', 'endsOn', 'endDayAssumed', 'exitReason', 'levelDueOn'] as const;
  const texts = Object.fromEntries(own.map((name) => [name, t(`cluster.form.membership.${name}`)])) as Record<(typeof own)[number], string>;
  return {
    ...texts,
    programme: t('cluster.form.programme'),
    source: t('cluster.form.source'),
    confidence: t('cluster.form.confidence'),
  };
}

function useChanges(before: Values | null, after: Values) {
  const { t } = useTranslation();
  const labels = useLabels();
  const answer = (value: Membership['member']) => t(`cluster.memberships.answers.${value}`);
  const texts = (['startsOn', 'endsOn', 'exitReason', 'levelDueOn', 'source'] as const).map((name) => ({
    label: labels[name],
    before: before && orNull(before[name]),
    after: orNull(after[name]),
  }));
  return [
    { label: labels.member, before: before && answer(before.member), after: answer(after.member) },
    { label: labels.bound, before: before && answer(before.bound), after: answer(after.bound) },
    ...texts,
    {
      label: labels.confidence,
      before: before && t(`terms.confidence.${before.confidence}`),
      after: t(`terms.confidence.${after.confidence}`),
    },
  ];
}

const empty: Values = {
  programme: '',
  member: 'yes',
  bound: 'yes',
  startsOn: '',
  endsOn: '',
  endDayAssumed: false,
  exitReason: '',
  levelDueOn: '',
  source: '',
  confidence: 'sourced',
  reason: '',
};

function valuesOf(membership: Membership): Values {
  const { programme, member, bound, endDayAssumed, confidence } = membership;
  return {
    programme,
    member,
    bound,
    endDayAssumed,
    confidence,
    startsOn: dayText(membership.startsOn),
    endsOn: dayText(membership.endsOn),
    levelDueOn: dayText(membership.levelDueOn),
    exitReason: membership.exitReason ?? '',
    source: membership.source ?? '',
    reason: '',
  };
}

function bodyOf(values: Values): Omit<BodyInputOf<'membership.record'>, 'programme'> {
  const { member, bound, endDayAssumed, confidence, reason } = values;
  return {
    member,
    bound,
    endDayAssumed,
    confidence,
    reason,
    startsOn: dayIn(values.startsOn),
    endsOn: dayOrNull(values.endsOn),
    levelDueOn: dayOrNull(values.levelDueOn),
    exitReason: orNull(values.exitReason),
    source: orNull(values.source),
  };
}
