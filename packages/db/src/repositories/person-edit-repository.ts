import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, type Changes, type Saved } from '../edit.js';
import { PersonClusterRoleEntity, type ClusterRole } from '../entities/person-cluster-role.js';
import { PersonEntity } from '../entities/person.js';
import { everyCluster, type Scope } from '../scope.js';
import { closeCalendars } from './calendar-feed-repository.js';
import { endSeat } from './person-life-repository.js';

export interface Seat {
  slug: string;
  role: ClusterRole;
}

export interface PersonEdit {
  id: string;
  expectedRevision: number;
  changes: Changes<PersonEntity>;
  /** Roles in clusters from the day on: those not named end the day before. */
  seats: readonly Seat[];
  on: CalendarDate;
}

/** A person's details and roles in one change: a role that is taken away holds no longer, also today. */
export class PersonEditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async edit(actor: Actor, scope: Scope, { id, expectedRevision, changes, seats, on }: PersonEdit): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const saved = await editFact(manager, PersonEntity, everyCluster, { id, expectedRevision, changes });
      const wanted = new Map<string, { clusterId: string; role: ClusterRole }>();
      for (const { slug, role } of seats) {
        const clusterId = await clusterIdOf(manager, scope, slug);
        wanted.set(`${clusterId} ${role}`, { clusterId, role });
      }
      for (const present of await presentSeats(manager, id, on)) {
        const isKept = wanted.delete(`${present.clusterId} ${present.role}`);
        if (!isKept) await endSeat(manager, present, on);
      }
      const { source, confidence } = await manager.findOneByOrFail(PersonEntity, { id });
      for (const { clusterId, role } of wanted.values()) {
        const seat = { personId: id, clusterId, role, startsOn: on, endsOn: null, source, confidence };
        await insertFact(manager, PersonClusterRoleEntity, seat);
      }
      if (changes.role === null) await closeCalendars(manager, id);
      return saved;
    });
  }
}

async function presentSeats(manager: EntityManager, personId: string, on: CalendarDate): Promise<PersonClusterRoleEntity[]> {
  const seats = await manager.findBy(PersonClusterRoleEntity, { personId });
  return seats.filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on));
}
