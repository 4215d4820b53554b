import type { PeopleList } from '@klyngevagt/contracts';
import type { PeopleSearch } from './people-search.js';

export type Person = PeopleList['people'][number];

/** By the filter in the address; names and addresses are searched without regard to case. */
export function shownPeople(people: readonly Person[], { find, role, account, cluster }: PeopleSearch): Person[] {
  const words = find?.toLowerCase().trim() ?? '';
  return people.filter(
    (person) =>
      (!words || [person.name, person.email, person.title ?? ''].some((text) => text.toLowerCase().includes(words))) &&
      (!role || (person.role ?? 'none') === role) &&
      (!account || person.account === account) &&
      (!cluster || person.clusters.some(({ slug }) => slug === cluster)),
  );
}

export function clustersOf(people: readonly Person[], language: string): { value: string; label: string }[] {
  const names = new Map(people.flatMap(({ clusters }) => clusters.map(({ slug, name }) => [slug, name] as const)));
  return [...names].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label, language));
}
