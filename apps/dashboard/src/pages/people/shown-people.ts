import type { PeopleList } from '@klyngevagt/contracts';
import { findNearWords } from '../../find-near-words.js';
import type { PeopleSearch } from './people-search.js';

export type Person = PeopleList['people'][number];

/** By the filter in the address; names, addresses and titles are searched, whatever the accents. */
export function shownPeople(people: readonly Person[], { find, role, account, cluster }: PeopleSearch): Person[] {
  const chosen = people.filter(
    (person) =>
      (!role || (person.role ?? 'none') === role) &&
      (!account || person.account === account) &&
      (!cluster || person.clusters.some(({ slug }) => slug === cluster)),
  );
  return findNearWords(chosen, find ?? '', ({ name, email, title }) => [name, email, title ?? '']);
}

export function clustersOf(people: readonly Person[], language: string): { value: string; label: string }[] {
  const names = new Map(people.flatMap(({ clusters }) => clusters.map(({ slug, name }) => [slug, name] as const)));
  return [...names].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label, language));
}
