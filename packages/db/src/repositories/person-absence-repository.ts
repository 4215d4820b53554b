import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { type Actor, recordAs } from '../actor.js';
import { insertFact, lockFact, type Saved } from '../edit.js';
import { PersonAbsenceEntity } from '../entities/person-absence.js';
import { ConcurrentEditError, NotFoundError } from '../errors.js';
import { everyCluster } from '../scope.js';

export interface AbsenceRow {
  id: string;
  revision: number;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  /** Null: none was named, or the one who was is erased. */
  deputy: { id: string; name: string } | null;
}

export type NewAbsence = Pick<PersonAbsenceEntity, 'personId' | 'deputyId' | 'startsOn' | 'endsOn' | 'source' | 'confidence'>;

export interface AbsenceEnd {
  id: string;
  /** Whose it is; anybody else's is not there. */
  personId: string;
  expectedRevision: number;
  /** First day on which the person is told again. */
  on: CalendarDate;
}

/** When people are away, and who is told in their place. */
export class PersonAbsenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Present and coming ones. */
  async readFrom(personId: string, on: CalendarDate): Promise<AbsenceRow[]> {
    return (await this.dataSource.query(
      `select absence.id, absence.revision, absence.starts_on::text as "startsOn", absence.ends_on::text as "endsOn",
         case when deputy.erased_at is null and deputy.name is not null then json_build_object('id', deputy.id, 'name', deputy.name) end as deputy
       from person_absence as absence left join person as deputy on deputy.id = absence.deputy_id
       where absence.person_id = $1 and absence.ends_on >= $2::date order by absence.starts_on`,
      [personId, on],
    )) as AbsenceRow[];
  }

  /** @throws ConstraintError (`person_absence_one_at_a_time`) where the person is away then already */
  async record(actor: Actor, absence: NewAbsence): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => insertFact(manager, PersonAbsenceEntity, absence));
  }

  /** One that has begun ends the day before; one that has not is taken out. @throws NotFoundError, ConcurrentEditError */
  async end(actor: Actor, { id, personId, expectedRevision, on }: AbsenceEnd): Promise<void> {
    await recordAs(this.dataSource, actor, async (manager) => {
      const absence = await lockFact(manager, PersonAbsenceEntity, everyCluster, id);
      if (absence.personId !== personId || absence.endsOn < on) throw new NotFoundError('person_absence');
      if (absence.revision !== expectedRevision) throw new ConcurrentEditError('person_absence', id, expectedRevision, absence.revision);
      if (absence.startsOn >= on) await manager.remove(absence);
      else await manager.save(Object.assign(absence, { endsOn: addDays(on, -1) }));
    });
  }
}
