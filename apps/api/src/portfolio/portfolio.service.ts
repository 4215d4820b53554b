import type { Portfolio, QueryOf } from '@klyngevagt/contracts';
import { comparePortfolioRows, figureOn } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { VisibleVersions } from '../present/visible-versions.js';
import { ReminderCounts } from '../reminders/reminder-counts.js';
import { DecisionReader } from './decision-reader.js';
import { presentProgramme } from './programme.presenter.js';
import { presentRow } from './row.presenter.js';
import { presentTotals } from './totals.presenter.js';
import { viewerOf } from './viewer.js';

@Injectable()
export class PortfolioService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly versions: VisibleVersions,
    private readonly reminders: ReminderCounts,
  ) {}

  async read(caller: Caller, { on, known, programme }: QueryOf<'portfolio.read'>): Promise<Portfolio> {
    const [reading, failed] = await Promise.all([
      this.decisions.readRows({ scope: caller.scope, present: caller.present, on, known, programme }),
      // What became of reminders is not on the axis of recorded time.
      known === undefined ? this.reminders.failedByCluster(caller) : undefined,
    ]);
    const version = await this.versions.of(caller.scope, reading.present);
    const viewer = viewerOf(caller, failed);
    const rows = reading.clusters.map((decided) => presentRow(decided, reading, viewer)).sort(comparePortfolioRows);
    const asked = reading.programmes.find(({ slug }) => slug === programme);
    return {
      on: reading.on,
      today: reading.today,
      known: reading.known,
      version: version.digest,
      dataRecordedAt: reading.known === null ? version.recordedAt : null,
      programme: asked ? presentProgramme(asked, caller.language) : null,
      programmes: reading.programmes.map((one) => presentProgramme(one, caller.language)),
      horizonDays: figureOn(reading.rules.rules, 'expiring-horizon-days', reading.on)?.value ?? 0,
      totals: presentTotals(rows),
      nextDeadline: nextDeadlineOf(rows, reading.on),
      rows,
    };
  }
}

/** The step that has been overdue for longest, else the nearest that is still to come: overdue days lie before all others. */
function nextDeadlineOf(rows: Portfolio['rows'], on: string): Portfolio['nextDeadline'] {
  let nearest: Portfolio['nextDeadline'] = null;
  for (const { slug, name, nextStep } of rows) {
    if (nextStep.dueOn === null || (nextStep.dueOn < on && !nextStep.overdue)) continue;
    if (!nearest?.step.dueOn || nextStep.dueOn < nearest.step.dueOn) nearest = { slug, name, step: nextStep };
  }
  return nearest;
}
