import type { CalendarDate } from '@klyngevagt/scoring';
import type { EntityManager } from 'typeorm';
import { ClusterEntity } from '../entities/cluster.js';
import { seedAssessments } from './demo-assessments.js';
import { closedDays } from './closed-days.js';
import { seedExerciseCases, seedNationalCase } from './demo-cases.js';
import { DemoContext } from './demo-context.js';
import { seedExercise, seedInventedClusters } from './demo-exercise.js';
import { seedNationalDemo } from './demo-national.js';
import { seedRecommendations } from './demo-recommendations.js';
import { seedPeople, seedProgrammeHeads } from './demo-people.js';

/** Invented rows on top of the sourced ones, relative to a day. Every row is marked illustrative. */
export async function seedDemo(manager: EntityManager, on: CalendarDate): Promise<void> {
  await seedInventedClusters(manager);
  const clusters = await manager.find(ClusterEntity, { select: { id: true, slug: true } });
  const clusterIds = new Map(clusters.map(({ slug, id }) => [slug, id]));
  const personIds = await seedPeople(manager, clusterIds, '2021-01-01' as CalendarDate);
  const context = new DemoContext(on, new Set((await closedDays()).map(({ dayOn }) => dayOn)), clusterIds, personIds);
  await seedNationalDemo(manager, context);
  await seedExercise(manager, context);
  await seedProgrammeHeads(manager, personIds);
  await seedNationalCase(manager, context);
  await seedExerciseCases(manager, context);
  await seedAssessments(manager, context);
  await seedRecommendations(manager, context);
}
