import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../api-client.js';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { Choices } from '../../parts/Choices.js';
import { DateField } from '../../parts/DateField.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { useMay } from '../../session.js';
import { parseTypedDate, typedDate } from '../../typed-date.js';
import styles from './People.module.css';
import { consequencesOf, type LifeForm, lifeStepsFor, successorsOf } from './person-life.js';
import type { Person } from './shown-people.js';

interface LifeDrawerProps {
  person: Person;
  people: readonly Person[];
  onClose(): void;
  onDone(sentence: string): void;
}

/** When somebody stops: responsibilities go to another person, the role ends, or the person is erased. */
export function LifeDrawer({ person, people, onClose, onDone }: LifeDrawerProps) {
  const { t } = useTranslation();
  const { today } = useAsOf();
  const client = useQueryClient();
  const steps = lifeStepsFor(person, useMay('account:manage'));
  const [before] = useState<LifeForm>(() => ({ step: 'hand-over', toPersonId: '', on: typedDate(today), name: '', reason: '' }));
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const change = (part: Partial<LifeForm>) => setForm((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => send(form, person),
    onSuccess: () => {
      for (const key of ['people', 'me', 'cluster', 'portfolio', 'reminders']) void client.invalidateQueries({ queryKey: [key] });
      const to = people.find(({ id }) => id === form.toPersonId)?.name ?? '';
      onDone(t(`people.life.done.${form.step}`, { name: person.name, to }));
    },
    onError: (error) => setErrors(refusals(error, t)),
  });
  const submit = () => {
    const mistakes = mistakesIn(form, person, t);
    setErrors(mistakes);
    if (mistakes.length === 0) save.mutate();
    else save.reset();
  };
  return (
    <SideDrawerForm
      title={t('people.life.title', { name: person.name })}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t(`people.life.submit.${form.step}`)}
      isSaving={save.isPending}
      isDirty={JSON.stringify(form) !== JSON.stringify(before)}
      errors={errors}
      problem={errors.length > 0 ? null : save.error}
    >
      <Choices
        kind="radio"
        id="life-step"
        legend={t('people.life.what')}
        choices={steps.map((value) => ({ value, label: t(`people.life.steps.${value}`) }))}
        chosen={[form.step]}
        onChange={([step = form.step]) => change({ step })}
      />
      <Fields form={form} person={person} people={people} errors={errors} onChange={change} />
      <Consequences form={form} person={person} people={people} />
    </SideDrawerForm>
  );
}

interface FieldsProps {
  form: LifeForm;
  person: Person;
  people: readonly Person[];
  errors: readonly FieldError[];
  onChange(part: Partial<LifeForm>): void;
}

function Fields({ form, person, people, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const errorAt = (id: string) => errors.find((error) => error.id === id)?.message;
  const choices = successorsOf(person, people).map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }));
  return (
    <>
      {form.step === 'hand-over' && (
        <NativeSelect
          id="life-toPersonId"
          label={t('people.life.to')}
          description={t(person.responsibleFor.length > 0 ? 'people.life.toOfficer' : 'people.life.toNew')}
          required
          value={form.toPersonId}
          error={errorAt('life-toPersonId')}
          data={[{ value: '', label: t('people.life.choose') }, ...choices]}
          onChange={(event) => onChange({ toPersonId: event.currentTarget.value })}
        />
      )}
      {form.step === 'leave' && (
        <DateField
          id="life-on"
          label={t('people.life.on')}
          help={t('people.life.onHelp')}
          required
          value={form.on}
          error={errorAt('life-on')}
          onChange={(on) => onChange({ on })}
        />
      )}
      {form.step === 'erase' && (
        <TextInput
          id="life-name"
          label={t('people.life.name', { name: person.name })}
          required
          autoComplete="off"
          value={form.name}
          error={errorAt('life-name')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      )}
      <ReasonField value={form.reason} onChange={(reason) => onChange({ reason })} error={errorAt('reason')} />
    </>
  );
}

function Consequences({ form, person, people }: Pick<FieldsProps, 'form' | 'person' | 'people'>) {
  const { t } = useTranslation();
  const sentences = consequencesOf(form, person, people, t, useFormat());
  return (
    <div aria-live="polite">
      {sentences.length > 0 && (
        <>
          <p className="strong">{t('shell.form.consequence')}</p>
          <ul className={styles['consequences']}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function send({ step, toPersonId, on, name, reason: typed }: LifeForm, { id, revision }: Person) {
  const reason = typed.trim();
  if (step === 'hand-over') return api.send('people.hand-over', { params: { id }, body: { toPersonId, reason } });
  if (step === 'leave') return api.send('people.leave', { params: { id }, body: { on: parseTypedDate(on) ?? on, revision, reason } });
  return api.send('people.erase', { params: { id }, body: { name: name.trim(), revision, reason } });
}

function mistakesIn(form: LifeForm, person: Person, t: TFunction): FieldError[] {
  const field = (id: string, label: string, message: string): FieldError => ({ id, label, message });
  const found: (FieldError | false)[] = [
    form.step === 'hand-over' && form.toPersonId === '' && field('life-toPersonId', t('people.life.to'), t('people.life.toMissing')),
    form.step === 'leave' && parseTypedDate(form.on) === null && field('life-on', t('people.life.on'), t('people.life.onMissing')),
    form.step === 'erase' &&
      form.name.trim() !== person.name &&
      field('life-name', t('people.life.name', { name: person.name }), t('people.life.nameMissing')),
    !isReasonGiven(form.reason) && field('reason', t('shell.form.reason'), t('shell.form.reasonMissing')),
  ];
  return found.filter((error) => error !== false);
}

function refusals(error: unknown, t: TFunction): FieldError[] {
  if (!(error instanceof ApiProblem)) return [];
  const labels: Record<string, string> = { toPersonId: t('people.life.to'), on: t('people.life.on'), reason: t('shell.form.reason') };
  return Object.entries(error.fields).flatMap(([name, message]) => {
    const label = labels[name];
    return label === undefined ? [] : [{ id: name === 'reason' ? name : `life-${name}`, label, message }];
  });
}
