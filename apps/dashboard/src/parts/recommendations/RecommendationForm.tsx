import type { RecommendationList, RecommendationView } from '@klyngevagt/contracts';
import { MultiSelect, Radio, Textarea } from '@mantine/core';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { parseTypedDate, typedDate } from '../../typed-date.js';
import { DateField } from '../DateField.js';
import { isReasonGiven, ReasonField } from '../form-fields.js';
import { type FieldError, SideDrawerForm } from '../SideDrawerForm.js';
import { useRecommendationsChanged } from './use-recommendations-changed.js';

interface RecommendationFormProps {
  slug: string;
  list: RecommendationList;
  /** The one that is corrected; null: a new one. */
  of: RecommendationView | null;
  onClose(): void;
}

interface Fields {
  text: string;
  indicators: string[];
  owner: RecommendationView['owner'];
  givenOn: string;
  dueOn: string;
  reason: string;
}

/** Writes a recommendation, or corrects one. */
export function RecommendationForm({ slug, list, of, onClose }: RecommendationFormProps) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<Fields>({
    text: of?.text ?? '',
    indicators: of?.indicators.map(({ code }) => code) ?? [],
    owner: of?.owner ?? 'cluster',
    givenOn: typedDate(of?.givenOn ?? list.today),
    dueOn: of?.dueOn ? typedDate(of.dueOn) : '',
    reason: '',
  });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isDirty, setDirty] = useState(false);
  const set = (part: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...part }));
    setDirty(true);
  };
  const { text, indicators, owner, reason } = fields;
  const givenOn = parseTypedDate(fields.givenOn);
  const dueOn = fields.dueOn.trim() === '' ? null : parseTypedDate(fields.dueOn);
  const save = useMutation({
    mutationFn: (given: NonNullable<typeof givenOn>) =>
      of === null
        ? api.send('recommendation.write', { params: { slug }, body: { text, indicators, owner, dueOn, givenOn: given, reason } })
        : api.send('recommendation.edit', {
            params: { id: of.id },
            body: { text, indicators, owner, dueOn, revision: of.revision, reason },
          }),
    onSuccess: useRecommendationsChanged(slug, onClose),
  });
  const submit = () => {
    const found: FieldError[] = [];
    const refuse = (id: string, label: string, message: string) => void found.push({ id, label, message });
    if (!isReasonGiven(text)) refuse('text', t('recommendations.form.text'), t('recommendations.form.textMissing'));
    if (givenOn === null) refuse('givenOn', t('recommendations.form.givenOn'), t('recommendations.form.dateWrong'));
    if (dueOn === null && fields.dueOn.trim() !== '') {
      refuse('dueOn', t('recommendations.form.dueOn'), t('recommendations.form.dateWrong'));
    }
    if (!isReasonGiven(reason)) refuse('reason', t('shell.form.reason'), t('recommendations.form.reasonMissing'));
    setErrors(found);
    if (found.length === 0 && givenOn !== null) save.mutate(givenOn);
  };
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  return (
    <SideDrawerForm
      title={t(of === null ? 'recommendations.form.addTitle' : 'recommendations.form.editTitle')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('recommendations.form.save')}
      isSaving={save.isPending}
      isDirty={isDirty}
      errors={errors}
      problem={save.error}
    >
      <Said list={list} fields={fields} textError={errorOf('text')} onChange={set} />
      {of === null && (
        <DateField
          id="givenOn"
          label={t('recommendations.form.givenOn')}
          value={fields.givenOn}
          error={errorOf('givenOn')}
          onChange={(value) => set({ givenOn: value })}
        />
      )}
      <DateField
        id="dueOn"
        label={t('recommendations.form.dueOn')}
        value={fields.dueOn}
        error={errorOf('dueOn')}
        onChange={(value) => set({ dueOn: value })}
      />
      <ReasonField value={reason} onChange={(value) => set({ reason: value })} error={errorOf('reason')} />
    </SideDrawerForm>
  );
}

interface SaidProps {
  list: RecommendationList;
  fields: Fields;
  textError: string | undefined;
  onChange(part: Partial<Fields>): void;
}

/** What is recommended, about which indicators, and who is to do it. */
function Said({ list, fields, textError, onChange }: SaidProps) {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        id="text"
        label={t('recommendations.form.text')}
        description={t('recommendations.form.textHelp')}
        value={fields.text}
        error={textError}
        required
        maxLength={2000}
        autosize
        minRows={3}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <MultiSelect
        label={t('recommendations.form.indicators')}
        value={fields.indicators}
        data={list.indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        searchable
        onChange={(indicators) => onChange({ indicators })}
      />
      <Radio.Group
        label={t('recommendations.form.owner')}
        value={fields.owner}
        onChange={(owner) => onChange({ owner: owner as Fields['owner'] })}
      >
        <Radio value="cluster" label={t('recommendations.owner.cluster')} />
        <Radio value="officer" label={t('recommendations.owner.officer')} />
      </Radio.Group>
    </>
  );
}
