import type { BodyOf, ProgrammeHeadList } from '@klyngevagt/contracts';
import { everyCluster, PersonRepository, PortfolioRepository, ProgrammeRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';

/** Who heads a programme: the last to be told, when everybody else has been or could not be reached. */
@Injectable()
export class ProgrammeHeadService {
  constructor(
    private readonly portfolio: PortfolioRepository,
    private readonly people: PersonRepository,
    private readonly programmes: ProgrammeRepository,
  ) {}

  async list({ language }: Caller): Promise<ProgrammeHeadList> {
    const [programmes, people] = await Promise.all([this.portfolio.readProgrammes(), this.people.readPeople(everyCluster)]);
    return {
      programmes: programmes.map((programme) => {
        const { id, slug, name } = presentProgramme(programme, language);
        const head = people.find((person) => person.id === programme.headId);
        return { id, revision: programme.revision, slug, name, head: head?.name ? { id: head.id, name: head.name } : null };
      }),
    };
  }

  async appoint(caller: Caller, id: string, { personId, revision, reason }: BodyOf<'programme.appoint-head'>): Promise<{ id: string }> {
    // Somebody who was erased can be told nothing.
    if (personId !== null) await this.people.readPerson(everyCluster, personId);
    await this.programmes.appointHead(actorOf(caller, reason), { id, expectedRevision: revision, headId: personId });
    return { id };
  }
}
