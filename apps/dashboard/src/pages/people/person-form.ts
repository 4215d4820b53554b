import type { BodyInputOf } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import { ApiProblem } from '../../api-client.js';
import { isReasonGiven } from '../../parts/form-fields.js';
import type { FieldError } from '../../parts/SideDrawerForm.js';
import type { Person } from './shown-people.js';

type Role = NonNullable<Person['role']>;
type ClusterRole = Person['clusters'][number]['role'];

/** The form as typed. */
export interface PersonForm {
  name: string;
  email: string;
  title: string;
  phone: string;
  language: 'da' | 'en';
  role: Role | 'none';
  clusters: { slug: string; role: ClusterRole }[];
  invite: boolean;
  reason: string;
}

export function formOf(person: Person | null): PersonForm {
  return {
    name: person?.name ?? '',
    email: person?.email ?? '',
    title: person?.title ?? '',
    phone: person?.phone ?? '',
    language: person?.language ?? 'da',
    role: person ? (person.role ?? 'none') : 'manager',
    clusters: person?.clusters.map(({ slug, role }) => ({ slug, role })) ?? [{ slug: '', role: 'manager' }],
    invite: person === null,
    reason: '',
  };
}

const allRoles = ['manager', 'none', 'officer', 'reader', 'administrator'] as const;

/**
 * Roles that may be given: cluster managers and recipients by every officer, the others by whoever manages accounts. Nobody changes the
 * own role. The role a person has stays among them.
 */
export function rolesFor(person: Person | null, mayManageAccounts: boolean): readonly PersonForm['role'][] {
  const present = person ? (person.role ?? 'none') : null;
  if (present !== null && person?.isMe) return [present];
  if (mayManageAccounts) return allRoles;
  const isPlain = present === null || present === 'manager' || present === 'none';
  return isPlain ? ['manager', 'none'] : [present];
}

/** What can be seen without asking the server; the server decides all the same. */
export function mistakesIn(form: PersonForm, isNew: boolean, t: TFunction): FieldError[] {
  const chosen = form.clusters.filter(({ slug }) => slug !== '').map(({ slug, role }) => `${slug} ${role}`);
  const found: (FieldError | false)[] = [
    form.name.trim().length < 2 && field('name', t, t('people.missing.name')),
    isNew && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(form.email.trim()) && field('email', t, t('people.missing.email')),
    isNew && form.invite && form.role === 'none' && field('role', t, t('people.missing.role')),
    form.role === 'manager' && chosen.length === 0 && field('clusters', t, t('people.missing.cluster')),
    new Set(chosen).size < chosen.length && field('clusters', t, t('people.missing.clusterTwice')),
    !isReasonGiven(form.reason) && field('reason', t, t('shell.form.reasonMissing')),
  ];
  return found.filter((error) => error !== false);
}

const labels = {
  name: 'people.form.name',
  email: 'people.form.email',
  title: 'people.form.jobTitle',
  phone: 'people.form.phone',
  language: 'people.form.language',
  role: 'people.form.role',
  clusters: 'people.form.clusters',
  reason: 'shell.form.reason',
} as const;
type FieldName = keyof typeof labels;

/** Refused fields of the server ("clusters.0.slug"), at the field that holds them. */
export function refusedFields(error: unknown, t: TFunction): FieldError[] {
  if (!(error instanceof ApiProblem)) return [];
  const names = Object.keys(labels) as FieldName[];
  return names.flatMap((name) => {
    const path = Object.keys(error.fields).find((key) => key === name || key.startsWith(`${name}.`));
    const message = path === undefined ? undefined : error.fields[path];
    return message ? [field(name, t, message)] : [];
  });
}

function field(name: FieldName, t: TFunction, message: string): FieldError {
  return { id: name === 'reason' ? 'reason' : `person-${name}`, label: t(labels[name]), message };
}

export function editBody(form: PersonForm, revision: number): BodyInputOf<'people.edit'> {
  return { ...sharedBody(form), revision };
}

export function invitationBody(form: PersonForm): BodyInputOf<'people.invite'> {
  return { ...sharedBody(form), email: form.email.trim(), invite: form.invite };
}

function sharedBody(form: PersonForm) {
  return {
    name: form.name.trim(),
    title: form.title.trim() || null,
    phone: form.phone.trim() || null,
    language: form.language,
    role: form.role === 'none' ? null : form.role,
    clusters: form.clusters.filter(({ slug }) => slug !== ''),
    reason: form.reason.trim(),
  };
}
