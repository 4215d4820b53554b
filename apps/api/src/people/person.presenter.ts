import type { PeopleList } from '@klyngevagt/contracts';
import type { PersonRow } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';

interface Known {
  /** Accounts whose owner has chosen a password. */
  active: ReadonlySet<string>;
  today: CalendarDate;
  /** Person who asks. */
  me: string;
}

export function presentPerson(person: PersonRow, { active, today, me }: Known): PeopleList['people'][number] {
  const { id, revision, name, email, title, phone, language, role, accountId, confidence, clusters, responsibleFor } = person;
  return {
    id,
    revision,
    name: name ?? '',
    email: email ?? '',
    title,
    phone,
    language,
    role,
    clusters: clusters
      .filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))
      .map(({ slug, name: clusterName, role: seat }) => ({ slug, name: clusterName, role: seat })),
    responsibleFor,
    account: accountId === null ? 'none' : active.has(accountId) ? 'active' : 'invited',
    illustrative: confidence === 'illustrative',
    isMe: id === me,
  };
}
