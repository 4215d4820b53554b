import type { ClusterOfPerson, PersonRow } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';

type Candidate = Pick<PersonRow, 'id' | 'role' | 'clusters' | 'responsibleFor'>;

/** Roles in clusters that hold on the day. */
export function seatsOn({ clusters }: Pick<PersonRow, 'clusters'>, on: CalendarDate): ClusterOfPerson[] {
  return clusters.filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on));
}

/**
 * Whether somebody may be told what a person is told: officers may; for those of a cluster also whoever has a role in each of their
 * clusters; for officers nobody but officers. Whoever plans reminders asks the same again on each day (`readRecipients`).
 */
export function mayStandInFor(deputy: Candidate, person: Candidate, on: CalendarDate): boolean {
  if (deputy.id === person.id) return false;
  if (isOfficer(deputy)) return true;
  if (isOfficer(person) || person.responsibleFor.length > 0) return false;
  const own = new Set(seatsOn(person, on).flatMap(({ clusterId, role }) => (role === 'deputy' ? [] : clusterId)));
  const known = new Set(seatsOn(deputy, on).map(({ clusterId }) => clusterId));
  return own.size > 0 && [...own].every((clusterId) => known.has(clusterId));
}

const isOfficer = ({ role }: Candidate) => role === 'officer' || role === 'administrator';
