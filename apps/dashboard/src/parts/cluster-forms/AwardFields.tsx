import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { validityProposalQuery } from '../../queries.js';
import { Note } from '../Note.js';
import type { AwardValues } from './award-values.js';
import { Choice, TextBlock, TextLine, TypedDay } from './fact-fields.js';
import { parseTypedPartial, typedPartial } from './typed-partial.js';
import { useConfidenceOptions, useLevelOptions } from './use-options.js';
import type { FactFormState } from './use-fact-form.js';

type AwardFormState = FactFormState<AwardValues>;

/** Level, days, where they come from; with the rule's proposal as soon as there is something to compute it from. */
export function AwardFields({ slug, form }: { slug: string; form: AwardFormState }) {
  const { t } = useTranslation();
  const levels = useLevelOptions();
  const confidences = useConfidenceOptions();
  const kinds = (['first', 'renewal'] as const).map((value) => ({ value, label: t(`terms.kind.${value}`) }));
  const bases = (['certificate', 'register', 'accepted-proposal', 'not-known'] as const).map((value) => ({
    value,
    label: t(`cluster.form.award.bases.${value}`),
  }));
  return (
    <>
      <Choice form={form} name="level" label={t('cluster.form.level')} options={levels} />
      <TypedDay form={form} name="assessedOn" label={t('cluster.form.award.assessedOn')} help={t('cluster.form.award.partialHelp')} />
      <TypedDay form={form} name="approvedOn" label={t('cluster.form.award.approvedOn')} />
      <Proposal slug={slug} form={form} />
      <Choice form={form} name="kind" label={t('cluster.form.award.kind')} options={kinds} />
      <TypedDay form={form} name="validFrom" label={t('cluster.form.award.validFrom')} />
      <TypedDay
        form={withBasis(form)}
        name="validUntil"
        label={t('cluster.form.award.validUntil')}
        help={t('cluster.form.award.validUntilHelp')}
      />
      <Choice form={form} name="validUntilBasis" label={t('cluster.form.award.basis')} options={bases} />
      <TextLine form={form} name="score" label={t('cluster.form.award.score')} help={t('cluster.form.optional')} />
      <TextLine form={form} name="source" label={t('cluster.form.source')} help={t('cluster.form.sourceHelp')} />
      <Choice
        form={form}
        name="confidence"
        label={t('cluster.form.confidence')}
        help={t('cluster.form.confidenceHelp')}
        options={confidences}
      />
      <TextBlock form={form} name="note" label={t('cluster.form.note')} help={t('cluster.form.optional')} />
    </>
  );
}

/** An end needs a place it comes from, and no end has none: the list beside it follows until somebody chooses. */
function withBasis(form: AwardFormState): AwardFormState {
  return {
    ...form,
    set: (name, value) => {
      form.set(name, value);
      if (name !== 'validUntil') return;
      const isEmpty = String(value).trim() === '';
      if (isEmpty) form.set('validUntilBasis', 'not-known');
      else if (form.values.validUntilBasis !== 'register') form.set('validUntilBasis', 'certificate');
    },
  };
}

/** Live, from the server; nothing is saved. */
function Proposal({ slug, form }: { slug: string; form: AwardFormState }) {
  const { t } = useTranslation();
  const { level } = form.values;
  const assessedOn = parseTypedPartial(form.values.assessedOn) ?? undefined;
  const approvedOn = parseTypedPartial(form.values.approvedOn) ?? undefined;
  const isAskable = assessedOn !== undefined || approvedOn !== undefined;
  const query = useQuery({ ...validityProposalQuery(slug, { level, assessedOn, approvedOn }), enabled: isAskable });
  if (!isAskable) return <p className="small muted">{t('cluster.form.award.askFirst')}</p>;
  if (query.isError) return <p className="small muted">{t('cluster.form.award.proposalFailed')}</p>;
  if (!query.data) return <p className="small muted">{t('cluster.form.award.asking')}</p>;
  const { kind, validFrom, validUntil, sentence } = query.data;
  const use = () => {
    form.set('kind', kind);
    form.set('validFrom', typedPartial(validFrom));
    form.set('validUntil', typedPartial(validUntil));
    form.set('validUntilBasis', validUntil ? 'accepted-proposal' : 'not-known');
  };
  // Until the answer to what was typed last is here, the earlier one stands on the screen: it is not what would be taken over.
  const button = validUntil && !query.isPlaceholderData && (
    <Button size="sm" onClick={use}>
      {t('cluster.form.award.use')}
    </Button>
  );
  return (
    <div aria-live="polite">
      <Note tone="blue" title={t('cluster.form.award.proposal')} actions={button}>
        {t('cluster.form.award.proposes', { sentence })}
      </Note>
    </div>
  );
}
