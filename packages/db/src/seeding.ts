import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { recordAs, systemActor } from './actor.js';
import { ClusterEntity } from './entities/cluster.js';
import { seedDemo } from './seeds/demo.js';
import { seedSourced } from './seeds/sourced.js';

export interface SeedOptions {
  /** `sourced`: what public sources state and nothing else. `demo`: invented rows on top. */
  kind: 'sourced' | 'demo';
  /** Day to which the invented dates are relative. */
  on: CalendarDate;
}

/** Fills an empty database. Answers false, and changes nothing, where there are clusters already. */
export async function seed(dataSource: DataSource, { kind, on }: SeedOptions): Promise<boolean> {
  if (await dataSource.manager.existsBy(ClusterEntity, {})) return false;
  await recordAs(dataSource, systemActor('seed'), async (manager) => {
    await seedSourced(manager);
    if (kind === 'demo') await seedDemo(manager, on);
  });
  return true;
}
