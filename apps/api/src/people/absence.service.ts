import type { AbsenceList, BodyOf } from '@klyngevagt/contracts';
import { type Actor, PersonAbsenceRepository, PersonRepository, type PersonRow } from '@klyngevagt/db';
import { ownSources } from '@klyngevagt/messages';
import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { notFound, Refusal } from '../http/refusal.js';
import { mayStandInFor, seatsOn } from './deputies.js';

/** Longer than that, the role is handed over. */
const longestDays = 366;

/** When somebody is away, and who is told instead. Recorded by officers for everybody, and by everybody who is reminded for themselves. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly absences: PersonAbsenceRepository,
    private readonly people: PersonRepository,
    private readonly clock: Clock,
  ) {}

  /** Of people whom the caller may not see nothing is told, nor are they offered. */
  async list({ scope }: Caller, personId: string): Promise<AbsenceList> {
    const [everyone, today] = await Promise.all([this.people.readPeople(scope), this.clock.today()]);
    const person = personIn(everyone, personId);
    const absences = await this.absences.readFrom(personId, today);
    const deputies = everyone.filter((one) => mayStandInFor(one, person, today));
    const own = new Set(seatsOn(person, today).flatMap(({ clusterId, role }) => (role === 'manager' ? clusterId : [])));
    const standIns = everyone.filter(
      (one) => one.id !== personId && seatsOn(one, today).some(({ clusterId, role }) => role === 'deputy' && own.has(clusterId)),
    );
    return {
      absences: absences.map((absence) => ({ ...absence, isNow: absence.startsOn <= today })),
      deputies: deputies.map((one) => ({ id: one.id, name: one.name ?? '', role: roleShown(one, today) })),
      standIns: standIns.map(({ name }) => name ?? ''),
    };
  }

  async record(caller: Caller, personId: string, body: BodyOf<'own-absence.record'>, reason: string | null): Promise<{ id: string }> {
    const { startsOn, endsOn, deputyId } = body;
    const [everyone, today] = await Promise.all([this.people.readPeople(caller.scope), this.clock.today()]);
    const person = personIn(everyone, personId);
    if (endsOn < startsOn) throw new Refusal('date-order', [{ field: 'endsOn', code: 'before-start' }]);
    if (endsOn < today) throw refused('endsOn', 'in-the-past');
    if (endsOn > addDays(startsOn, longestDays)) throw refused('endsOn', 'absence-too-long');
    const deputy = deputyId === null ? null : everyone.find(({ id }) => id === deputyId);
    // Whoever is told learns what the person is told: only those who may know it, and whom the caller knows.
    if (deputy === undefined || (deputy && !mayStandInFor(deputy, person, today))) throw refused('deputyId', 'deputy-not-entitled');
    const source = personId === caller.personId && caller.role === 'manager' ? ownSources.cluster : ownSources.officer;
    const absence = { personId, deputyId, startsOn, endsOn, source, confidence: 'sourced' } as const;
    return { id: (await this.absences.record(actorOf(caller, reason), absence)).id };
  }

  async end(actor: Actor, personId: string, id: string, revision: number): Promise<{ id: string }> {
    await this.absences.end(actor, { id, personId, expectedRevision: revision, on: await this.clock.today() });
    return { id };
  }
}

function personIn(everyone: readonly PersonRow[], id: string): PersonRow {
  const person = everyone.find((one) => one.id === id);
  if (!person) throw notFound();
  return person;
}

function roleShown(person: PersonRow, today: CalendarDate): AbsenceList['deputies'][number]['role'] {
  if (person.role === 'officer' || person.role === 'administrator') return person.role;
  return seatsOn(person, today)[0]?.role ?? 'manager';
}

const refused = (field: string, code: string) => new Refusal('invalid-input', [{ field, code }]);
