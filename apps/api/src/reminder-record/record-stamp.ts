import type { ReminderRecord } from '@klyngevagt/contracts';
import { everyCluster, LedgerRepository, PersonRepository } from '@klyngevagt/db';
import { createTranslator, type Language } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { mayDo } from '../auth/permissions.js';
import { Build } from '../build.js';
import { Clock } from '../clock.js';
import type { ClusterReading } from '../portfolio/decision-reader.js';
import { VisibleVersions } from '../present/visible-versions.js';

/** Who read a record when, and what it rests on: enough to show later that it is the one that was printed. */
@Injectable()
export class RecordStamp {
  constructor(
    private readonly people: PersonRepository,
    private readonly ledger: LedgerRepository,
    private readonly versions: VisibleVersions,
    private readonly build: Build,
    private readonly clock: Clock,
  ) {}

  async read(
    { personId, role }: Caller,
    { cluster, present, known, today }: ClusterReading,
    language: Language,
  ): Promise<ReminderRecord['stamp']> {
    const [person, { head, sealedAt }, version] = await Promise.all([
      this.people.readPerson(everyCluster, personId),
      this.ledger.sealHealth(),
      // Of this cluster alone: the version is the same whoever prints.
      this.versions.of({ kind: 'clusters', clusterIds: [cluster.id] }, present),
    ]);
    return {
      readAt: this.clock.now().toISOString(),
      today,
      known,
      by: { name: person.name ?? '', role: createTranslator(language)(`terms.role.${role}`) },
      dataVersion: version.digest,
      // How many entries there are in all says something about other clusters.
      seal:
        head === null || sealedAt === null
          ? null
          : { position: mayDo(role, 'audit-trail:read') ? head.position : null, hash: head.hash, sealedAt },
      program: `${this.build.version} (${this.build.digest})`,
    };
  }
}
