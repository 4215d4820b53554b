import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { Choices } from '../../parts/Choices.js';
import { ReasonField } from '../../parts/form-fields.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';
import { useMay } from '../../session.js';
import { ClusterRows } from './ClusterRows.js';
import { editBody, formOf, invitationBody, mistakesIn, type PersonForm, refusedFields, rolesFor } from './person-form.js';
import type { Person } from './shown-people.js';

interface PersonDrawerProps {
  /** Null: a new person. */
  person: Person | null;
  onClose(): void;
  /** With the sentence that says what happened. */
  onDone(sentence: string): void;
}

/** A new person, with an invitation or as a recipient only; or a correction of one. */
export function PersonDrawer({ person, onClose, onDone }: PersonDrawerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [before] = useState(() => formOf(person));
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const change = (part: Partial<PersonForm>) => setForm((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () =>
      person === null
        ? api.send('people.invite', { body: invitationBody(form) })
        : api.send('people.edit', { params: { id: person.id }, body: editBody(form, person.revision) }),
    onSuccess: () => {
      for (const key of ['people', 'me', 'cluster', 'portfolio', 'reminders']) void client.invalidateQueries({ queryKey: [key] });
      const name = form.name.trim();
      if (person) onDone(t('people.done.saved', { name }));
      else onDone(t(form.invite ? 'people.done.invited' : 'people.done.created', { name }));
    },
    onError: (error) => setErrors(refusedFields(error, t)),
  });
  const submit = () => {
    const mistakes = mistakesIn(form, person === null, t);
    setErrors(mistakes);
    if (mistakes.length === 0) save.mutate();
    else save.reset();
  };
  const submitLabel = person ? 'people.form.save' : form.invite ? 'people.form.createAndInvite' : 'people.form.create';
  return (
    <SideDrawerForm
      title={person ? t('people.form.editTitle', { name: person.name }) : t('people.form.inviteTitle')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t(submitLabel)}
      isSaving={save.isPending}
      isDirty={JSON.stringify(form) !== JSON.stringify(before)}
      errors={errors}
      problem={errors.length > 0 ? null : save.error}
    >
      <Fields form={form} person={person} errors={errors} onChange={change} />
    </SideDrawerForm>
  );
}

interface FieldsProps {
  form: PersonForm;
  person: Person | null;
  errors: readonly FieldError[];
  onChange(part: Partial<PersonForm>): void;
}

function Fields({ form, person, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const roles = rolesFor(person, useMay('account:manage'));
  const errorAt = (id: string) => errors.find((error) => error.id === id)?.message;
  const text = (name: 'name' | 'email' | 'title' | 'phone') => ({
    id: `person-${name}`,
    value: form[name],
    error: errorAt(`person-${name}`),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...text('name')} label={t('people.form.name')} required maxLength={120} data-autofocus />
      <TextInput
        {...text('email')}
        type="email"
        label={t('people.form.email')}
        description={person ? t('people.form.emailFixed') : undefined}
        required={person === null}
        readOnly={person !== null}
        maxLength={200}
      />
      <TextInput {...text('title')} label={t('people.form.jobTitle')} description={t('people.form.optional')} maxLength={120} />
      <TextInput {...text('phone')} type="tel" label={t('people.form.phone')} description={t('people.form.optional')} maxLength={40} />
      <NativeSelect
        id="person-language"
        label={t('people.form.language')}
        value={form.language}
        data={(['da', 'en'] as const).map((value) => ({ value, label: t(`people.language.${value}`) }))}
        onChange={(event) => onChange({ language: event.currentTarget.value === 'en' ? 'en' : 'da' })}
      />
      <NativeSelect
        id="person-role"
        label={t('people.form.role')}
        description={t(roles.length === 1 ? 'people.form.roleFixed' : 'people.form.roleHelp')}
        value={form.role}
        error={errorAt('person-role')}
        data={roles.map((value) => ({ value, label: t(`people.form.roles.${value}`) }))}
        onChange={(event) => onChange({ role: roles.find((role) => role === event.currentTarget.value) ?? form.role })}
      />
      <ClusterRows
        clusters={form.clusters}
        known={person?.clusters ?? []}
        error={errorAt('person-clusters')}
        onChange={(clusters) => onChange({ clusters })}
      />
      {person === null && <Invitation form={form} onChange={onChange} />}
      <ReasonField value={form.reason} onChange={(reason) => onChange({ reason })} error={errorAt('reason')} />
      <Consequence form={form} person={person} />
    </>
  );
}

/** An account, or mails only: one of the two. */
function Invitation({ form: { invite }, onChange }: Pick<FieldsProps, 'form' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <Choices
      kind="radio"
      id="person-invite"
      legend={t('people.form.access')}
      choices={[
        { value: 'invite', label: t('people.form.sendInvitation') },
        { value: 'recipient', label: t('people.form.recipientOnly') },
      ]}
      chosen={[invite ? 'invite' : 'recipient']}
      onChange={([chosen]) => onChange({ invite: chosen === 'invite' })}
    />
  );
}

function Consequence({ form, person }: Pick<FieldsProps, 'form' | 'person'>) {
  const { t } = useTranslation();
  const word = (role: PersonForm['role']) => (role === 'none' ? t('people.noRole') : t(`terms.role.${role}`));
  const sentence = () => {
    if (person === null) {
      return form.invite && form.email.trim() !== ''
        ? t('people.form.consequenceInvite', { email: form.email.trim() })
        : !form.invite && t('people.form.consequenceNone');
    }
    const before = person.role ?? 'none';
    return before !== form.role && t('people.form.consequenceRole', { before: word(before), after: word(form.role) });
  };
  const text = sentence();
  return text ? (
    <p className="small muted" aria-live="polite">
      {text}
    </p>
  ) : null;
}
