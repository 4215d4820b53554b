import type { BodyOf, ClusterDetail, QueryOf } from '@klyngevagt/contracts';
import { ClusterRepository, PersonRepository, ReminderRepository, VersionRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { mayDo } from '../auth/permissions.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { viewerOf } from '../portfolio/viewer.js';
import { reminderAsKnown } from '../reminders/reminder-as-known.js';
import { presentReminder } from '../reminders/reminder.presenter.js';
import { presentCluster } from './cluster.presenter.js';
import { proposalSteps, proposalTables } from './proposal-steps.js';

/** More steps of proposals than a cluster has. */
const stepsShown = 300;

@Injectable()
export class ClusterService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly clusters: ClusterRepository,
    private readonly people: PersonRepository,
    private readonly reminders: ReminderRepository,
    private readonly versions: VersionRepository,
  ) {}

  async read(caller: Caller, slug: string, time: QueryOf<'cluster.read'>): Promise<ClusterDetail> {
    const { scope, role } = caller;
    const reading = await this.decisions.readCluster(scope, slug, time);
    const [version, officers, reminders, proposed] = await Promise.all([
      this.versions.read(scope),
      mayDo(role, 'cluster:edit') ? this.readOfficers(caller) : [],
      this.reminders.list({ scope, clusterSlug: slug }),
      this.clusters.readHistory(scope, slug, {
        limit: stepsShown,
        entities: proposalTables,
        recordedUntil: reading.known ?? undefined,
      }),
    ]);
    const planned = reminders.flatMap((row) => reminderAsKnown(row, reading.known));
    const failed = reading.known === null ? reminders.filter(({ state }) => state === 'failed').length : 0;
    const viewer = viewerOf(caller, new Map([[reading.cluster.id, failed]]));
    return presentCluster(reading, viewer, {
      version,
      officers,
      reminders: planned.map((row) => presentReminder(row, reading.on, viewer)),
      proposals: { steps: proposalSteps(proposed, viewer), mayApprove: mayDo(role, 'waiver:approve') },
      readsNotes: mayDo(role, 'note:read'),
    });
  }

  async edit(caller: Caller, slug: string, { revision, reason, ...changes }: BodyOf<'cluster.edit'>): Promise<{ id: string }> {
    const officerId = changes.responsibleOfficerId;
    if (officerId !== null && !(await this.readOfficers(caller)).some(({ id }) => id === officerId)) {
      throw new Refusal('invalid-input', [{ field: 'responsibleOfficerId', code: 'not-an-officer' }]);
    }
    return this.clusters.updateCluster(actorOf(caller, reason), caller.scope, slug, revision, changes);
  }

  private async readOfficers({ scope }: Caller): Promise<ClusterDetail['officers']> {
    const people = await this.people.readPeople(scope);
    return people.filter(({ role }) => role === 'officer' || role === 'administrator').map(({ id, name }) => ({ id, name: name ?? '' }));
  }
}
