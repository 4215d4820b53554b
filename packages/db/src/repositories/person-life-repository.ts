import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { editFact, insertFact, lockFact, type Saved } from '../edit.js';
import { ClusterEntity } from '../entities/cluster.js';
import { ProgrammeEntity } from '../entities/programme.js';
import { PersonClusterRoleEntity } from '../entities/person-cluster-role.js';
import { PersonEntity } from '../entities/person.js';
import { everyCluster, type Scope } from '../scope.js';
import { closeCalendars } from './calendar-feed-repository.js';

export interface HandOver {
  fromId: string;
  toId: string;
  /** First day on which the other person has them. */
  on: CalendarDate;
}

export interface Leaving {
  id: string;
  expectedRevision: number;
  /** First day without a role; today or earlier. */
  on: CalendarDate;
}

/** What becomes of a person's responsibilities when somebody else takes them, or nobody does. */
export class PersonLifeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Everything at once: present and coming roles in clusters, and the clusters a person answers for as officer. The person keeps name,
   * account and role.
   * @throws NotFoundError for either person
   */
  async handOver(actor: Actor, scope: Scope, { fromId, toId, on }: HandOver): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      // Always in the same order, so that two who hand over to each other do not wait for each other.
      for (const id of [fromId, toId].sort()) await lockFact(manager, PersonEntity, everyCluster, id);
      const taken = new Set((await seatsFrom(manager, toId, on)).map(nameOf));
      for (const seat of await seatsFrom(manager, fromId, on)) {
        if (!reaches(scope, seat.clusterId)) continue;
        const { clusterId, role, endsOn, source, confidence } = seat;
        const startsOn = seat.startsOn > on ? seat.startsOn : on;
        await endSeat(manager, seat, on);
        if (taken.has(nameOf(seat))) continue;
        await insertFact(manager, PersonClusterRoleEntity, { personId: toId, clusterId, role, startsOn, endsOn, source, confidence });
      }
      await answerForClusters(manager, fromId, toId);
      const { id, revision } = await manager.findOneByOrFail(PersonEntity, { id: fromId });
      return { id, revision };
    });
  }

  /**
   * The role ends, and so does every role in a cluster. Name and address stay until the person is erased: what was sent and done stays
   * readable. Clusters that the person answered for have nobody, nor have programmes that the person was head of; calendars are closed.
   * @throws NotFoundError, ConcurrentEditError
   */
  async leave(actor: Actor, { id, expectedRevision, on }: Leaving): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const saved = await editFact(manager, PersonEntity, everyCluster, { id, expectedRevision, changes: { role: null } });
      for (const seat of await seatsFrom(manager, id, on)) await endSeat(manager, seat, on);
      await answerForClusters(manager, id, null);
      for (const programme of await manager.findBy(ProgrammeEntity, { headId: id }))
        await manager.save(Object.assign(programme, { headId: null }));
      await closeCalendars(manager, id);
      return saved;
    });
  }
}

const nameOf = ({ clusterId, role }: PersonClusterRoleEntity) => `${clusterId} ${role}`;
const reaches = (scope: Scope, clusterId: string) => scope.kind === 'all' || scope.clusterIds.includes(clusterId);

/** Roles that hold on the day or will later. */
async function seatsFrom(manager: EntityManager, personId: string, on: CalendarDate): Promise<PersonClusterRoleEntity[]> {
  const seats = await manager.findBy(PersonClusterRoleEntity, { personId });
  return seats.filter(({ endsOn }) => endsOn === null || endsOn >= on);
}

/** A role that begins on the day or later never held: it is taken out. */
export async function endSeat(manager: EntityManager, seat: PersonClusterRoleEntity, on: CalendarDate): Promise<void> {
  if (seat.startsOn >= on) await manager.remove(seat);
  else await manager.save(Object.assign(seat, { endsOn: addDays(on, -1) }));
}

async function answerForClusters(manager: EntityManager, beforeId: string, afterId: string | null): Promise<void> {
  const clusters = await manager.findBy(ClusterEntity, { responsibleOfficerId: beforeId });
  for (const cluster of clusters) await manager.save(Object.assign(cluster, { responsibleOfficerId: afterId }));
}
