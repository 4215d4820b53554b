import type { TFunction } from 'i18next';
import type { Format } from '../../format.js';
import { parseTypedDate } from '../../typed-date.js';
import type { Person } from './shown-people.js';

export const lifeSteps = ['hand-over', 'leave', 'erase'] as const;
export type LifeStep = (typeof lifeSteps)[number];

export interface LifeForm {
  step: LifeStep;
  toPersonId: string;
  /** First day without a role, as typed. */
  on: string;
  /** The name once more, before it is erased. */
  name: string;
  reason: string;
}

/** Nobody ends the own role. Officers end those of managers and recipients; administrators every one, and they alone erase. */
export function lifeStepsFor(person: Person, mayManageAccounts: boolean): readonly LifeStep[] {
  if (person.isMe) return ['hand-over'];
  if (mayManageAccounts) return lifeSteps;
  return person.role === null || person.role === 'manager' ? ['hand-over', 'leave'] : ['hand-over'];
}

/** Those who can take over: clusters that an officer answers for go to an officer only. */
export function successorsOf(person: Person, people: readonly Person[]): Person[] {
  const needsOfficer = person.responsibleFor.length > 0;
  return people.filter(({ id, role }) => id !== person.id && (!needsOfficer || role === 'officer' || role === 'administrator'));
}

/** What is handed over or ends: "CLEAN (klyngeleder)", "Lifestyle (programansvarlig)". */
export function responsibilitiesOf({ clusters, responsibleFor }: Person, t: TFunction): string[] {
  const as = (cluster: string, role: 'manager' | 'chair' | 'deputy' | 'officer') =>
    t('people.clusterAs', { cluster, role: t(`terms.clusterRole.${role}`).toLowerCase() });
  return [...clusters.map(({ name, role }) => as(name, role)), ...responsibleFor.map(({ name }) => as(name, 'officer'))];
}

/** What follows from saving, one sentence each, before anything is saved. */
export function consequencesOf(form: LifeForm, person: Person, people: readonly Person[], t: TFunction, format: Format): string[] {
  const { name } = person;
  if (form.step === 'erase') return [t('people.life.eraseGone'), t('people.life.eraseStays'), t('people.life.eraseFinal')];
  const held = responsibilitiesOf(person, t);
  if (form.step === 'hand-over') {
    const to = people.find(({ id }) => id === form.toPersonId);
    if (!to) return [];
    const moved =
      held.length > 0 ? t('people.life.moved', { to: to.name, list: held.join(', ') }) : t('people.life.nothingToMove', { name });
    const unseen = to.account === 'none' && person.clusters.length > 0 ? [t('people.life.cannotSignIn', { to: to.name })] : [];
    return [moved, t('people.life.keepsAccount', { name }), ...unseen];
  }
  const on = parseTypedDate(form.on);
  const clusters = person.clusters.map(({ name: cluster }) => cluster).join(', ');
  const answered = person.responsibleFor.map(({ name: cluster }) => cluster).join(', ');
  return [
    ...(person.account === 'none' ? [] : [t('people.life.signedOut', { name })]),
    ...(clusters && on ? [t('people.life.rolesEnd', { date: format.longDate(on), list: clusters })] : []),
    ...(answered ? [t('people.life.noOfficer', { list: answered })] : []),
    t('people.life.remindersEnd', { name }),
    t('people.life.nameStays'),
  ];
}
