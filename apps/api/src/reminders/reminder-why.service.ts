import type { QueryOf, ReminderWhy } from '@klyngevagt/contracts';
import { ReminderRepository, WorkerRunRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Clock, copenhagenDate } from '../clock.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { viewerOf } from '../portfolio/viewer.js';
import { ReminderHealthReader } from './reminder-health.js';
import { presentReason } from './reminder-why.presenter.js';
import { whyNotMore } from './reminder-why.js';

@Injectable()
export class ReminderWhyService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly reminders: ReminderRepository,
    private readonly runs: WorkerRunRepository,
    private readonly health: ReminderHealthReader,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, { cluster: slug, on }: QueryOf<'reminder.why'>): Promise<ReminderWhy> {
    // First: a cluster out of scope is as one that does not exist.
    const { cluster, decision, rules, today } = await this.decisions.readCluster(caller.scope, slug, { on });
    const [rows, runs, { state }] = await Promise.all([
      this.reminders.list({ scope: caller.scope, clusterSlug: slug }),
      this.runs.runsOn(on),
      this.health.read(caller.scope),
    ]);
    const isDemoDay = today !== copenhagenDate(this.clock.now());
    const isWorkerSilent = state !== 'running';
    const reasons = whyNotMore({ cluster, decision, rules: rules.rules, rows, runs, today, isDemoDay, isWorkerSilent });
    return {
      cluster: slug,
      clusterName: cluster.name,
      on,
      today,
      wasSent: reasons.some(({ code }) => code === 'sent'),
      reasons: reasons.map((reason) => presentReason(reason, viewerOf(caller))),
    };
  }
}
