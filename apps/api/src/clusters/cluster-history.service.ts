import type { ClusterHistory, QueryOf } from '@klyngevagt/contracts';
import { ClusterRepository, PersonRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { hiddenEntities } from '../auth/permissions.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { viewerOf } from '../portfolio/viewer.js';
import { KnownTimes } from '../present/known-times.js';
import { presentHistory } from './history.presenter.js';

const entriesShown = 300;

@Injectable()
export class ClusterHistoryService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly clusters: ClusterRepository,
    private readonly people: PersonRepository,
    private readonly knownTimes: KnownTimes,
  ) {}

  async read(caller: Caller, slug: string, { known }: QueryOf<'cluster.history'>): Promise<ClusterHistory> {
    const { scope, role } = caller;
    const recordedUntil = (await this.knownTimes.read(known)) ?? undefined;
    const [rows, programmes, people] = await Promise.all([
      this.clusters.readHistory(scope, slug, { limit: entriesShown, recordedUntil }),
      this.decisions.readProgrammes(),
      this.people.readPeople(scope),
    ]);
    const hidden = hiddenEntities(role);
    const visible = rows.filter(({ entity }) => !hidden.includes(entity));
    const names = { programmes, people: new Map(people.map(({ id, name }) => [id, name ?? ''])) };
    return { entries: presentHistory(visible, names, viewerOf(caller)) };
  }
}
