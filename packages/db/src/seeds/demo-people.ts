import type { CalendarDate } from '@klyngevagt/scoring';
import type { EntityManager } from 'typeorm';
import type { ClusterRole } from '../entities/person-cluster-role.js';
import { PersonClusterRoleEntity } from '../entities/person-cluster-role.js';
import { PersonEntity, type PersonRole } from '../entities/person.js';
import { idOf } from './demo-context.js';
import { illustrative } from './illustrative.js';

interface PersonSeed {
  name: string;
  email: string;
  role: PersonRole | null;
  title: string;
  language?: 'da' | 'en';
  phone?: string;
  /** Clusters by slug, and as what. */
  clusters?: Readonly<Record<string, ClusterRole>>;
}

const officer = (name: string, email: string): PersonSeed => ({
  name,
  email,
  role: 'officer',
  title: 'Programansvarlig',
  phone: '00 00 00 00',
});

const manager = (name: string, email: string, slug: string, language: 'da' | 'en' = 'da'): PersonSeed => ({
  name,
  email,
  role: 'manager',
  title: 'Klyngedirektør',
  language,
  clusters: { [slug]: 'manager' },
});

const chair = (name: string, email: string, slug: string): PersonSeed => ({
  name,
  email,
  role: null,
  title: 'Bestyrelsesformand',
  clusters: { [slug]: 'chair' },
});

export const officers = {
  mette: 'officer@klyngevagt.example',
  jonas: 'jonas.krag@klyngevagt.example',
  sara: 'sara.oestergaard@klyngevagt.example',
} as const;

const head = (name: string, email: string): PersonSeed => ({ name, email, role: null, title: 'Programchef' });

/** By the programmes' portfolio. */
const programmeHeads = {
  national: 'programchef@klyngevagt.example',
  exercise: 'oevelseschef@klyngevagt.example',
} as const;

/** Invented people at addresses that can never be delivered. */
const people: readonly PersonSeed[] = [
  officer('Mette Lindholm', officers.mette),
  officer('Jonas Krag', officers.jonas),
  officer('Sara Østergaard', officers.sara),
  { name: 'Ane Kjærgaard', email: 'admin@klyngevagt.example', role: 'administrator', title: 'Systemadministrator' },
  head('Birgitte Falk', programmeHeads.national),
  head('Torben Hede', programmeHeads.exercise),
  { name: 'Lars Bjerre', email: 'reader@klyngevagt.example', role: 'reader', title: 'Fuldmægtig' },
  manager('Karen Toft', 'manager@klyngevagt.example', 'energy-cluster-denmark'),
  chair('Ole Ravn', 'ole.ravn@energi.example', 'energy-cluster-denmark'),
  manager('Anne Holm', 'anne.holm@lifescience.example', 'danish-life-science-cluster'),
  {
    name: 'Peter Skov',
    email: 'peter.skov@lifescience.example',
    role: null,
    title: 'Vicedirektør',
    clusters: { 'danish-life-science-cluster': 'deputy' },
  },
  chair('Grethe Dam', 'grethe.dam@lifescience.example', 'danish-life-science-cluster'),
  manager('Hans Juul', 'hans.juul@miljoe.example', 'clean'),
  manager('Tine Krogh', 'tine.krogh@foedevarer.example', 'food-bio-cluster-denmark'),
  manager('Louise Beck', 'louise.beck@byggeri.example', 'we-build-denmark'),
  manager('Camilla Nør', 'camilla.noer@design.example', 'lifestyle-design-cluster'),
  manager('Henrik Vang', 'henrik.vang@produktion.example', 'made'),
  manager('Mikkel Rask', 'mikkel.rask@digital.example', 'digitallead'),
  manager('Sofie Friis', 'sofie.friis@robot.example', 'odense-robotics'),
  manager('Nina Lau', 'nina.lau@fintech.example', 'copenhagen-fintech', 'en'),
  manager('Rasmus Bro', 'rasmus.bro@film.example', 'vision-denmark'),
  manager('Emil Holst', 'emil.holst@lyd.example', 'danish-sound-cluster', 'en'),
  manager('Thomas Elkjær', 'thomas.elkjaer@forsvar.example', 'censec'),
  manager('Lars Dahl', 'lars.dahl@klit.example', 'klitklyngen'),
  manager('Ida Møller', 'ida.moeller@fjord.example', 'fjordklyngen'),
  manager('Eva Lund', 'eva.lund@sund.example', 'sundklyngen'),
  chair('Poul Åkjær', 'poul.aakjaer@sund.example', 'sundklyngen'),
  manager('Bente Sø', 'bente.soe@hede.example', 'hedeklyngen'),
];

/** Invites the invented people and binds them to their clusters. Answers ids by e-mail. */
export async function seedPeople(
  entityManager: EntityManager,
  clusterIds: ReadonlyMap<string, string>,
  startsOn: CalendarDate,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { clusters = {}, language = 'da', phone = null, ...seed } of people) {
    const person = entityManager.create(PersonEntity, { ...seed, language, phone, ...illustrative });
    const { id: personId } = await entityManager.save(person);
    ids.set(seed.email, personId);
    for (const [slug, role] of Object.entries(clusters)) {
      const clusterId = idOf(clusterIds, slug, 'cluster');
      await entityManager.insert(PersonClusterRoleEntity, { personId, clusterId, role, startsOn, ...illustrative });
    }
  }
  return ids;
}

/** Every programme has an invented head. The programmes themselves may be sourced: only the person is marked illustrative. */
export async function seedProgrammeHeads(entityManager: EntityManager, personIds: ReadonlyMap<string, string>): Promise<void> {
  for (const [portfolio, email] of Object.entries(programmeHeads)) {
    await entityManager.query('update programme set head_id = $1, revision = revision + 1 where portfolio = $2', [
      idOf(personIds, email, 'person'),
      portfolio,
    ]);
  }
}
