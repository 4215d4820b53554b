import { addDays } from '@klyngevagt/scoring';
import type { EntityManager } from 'typeorm';
import { RecommendationEntity } from '../entities/recommendation.js';
import { RecommendationNoteEntity } from '../entities/recommendation-note.js';
import type { DemoContext } from './demo-context.js';
import { caseOn } from './demo-assessments.js';
import { illustrative } from './illustrative.js';

interface DemoRecommendation {
  slug: string;
  givenDaysAgo: number;
  /** Days from the seeding; before it: overdue. */
  dueInDays: number | null;
  indicators: string[];
  text: string;
  owner?: 'officer';
  doneDaysAgo?: number;
  note?: { daysAgo: number; body: string };
}

/** Harmless ones for real organisations; an overdue one for an invented cluster. */
const recommendations: readonly DemoRecommendation[] = [
  {
    slug: 'energy-cluster-denmark',
    givenDaysAgo: 880,
    dueInDays: 120,
    indicators: ['D5'],
    text: 'Skriv ned, hvordan klyngens strategi bliver fulgt op hvert år.',
    note: { daysAgo: 30, body: 'Bestyrelsen tager det op på mødet i næste kvartal.' },
  },
  {
    slug: 'energy-cluster-denmark',
    givenDaysAgo: 880,
    dueInDays: null,
    indicators: ['B4'],
    text: 'Lav en plan for medarbejdernes efteruddannelse.',
    doneDaysAgo: 400,
  },
  {
    slug: 'danish-sound-cluster',
    givenDaysAgo: 110,
    dueInDays: 200,
    indicators: ['E3'],
    text: 'Mål deltagernes tilfredshed en gang om året.',
  },
  {
    slug: 'fjordklyngen',
    givenDaysAgo: 190,
    dueInDays: -20,
    indicators: ['C2', 'D1'],
    text: 'Øg andelen af privat finansiering, og gør strategiprocessen færdig.',
  },
];

/** What audits that never took place advised. */
export async function seedRecommendations(manager: EntityManager, context: DemoContext): Promise<void> {
  for (const { slug, givenDaysAgo, dueInDays, indicators, text, owner = 'cluster', doneDaysAgo, note } of recommendations) {
    const clusterId = context.cluster(slug);
    const givenOn = addDays(context.on, -givenDaysAgo);
    const { id } = await manager.save(
      manager.create(RecommendationEntity, {
        clusterId,
        indicators,
        text,
        owner,
        givenOn,
        caseId: await caseOn(manager, clusterId, givenOn),
        dueOn: dueInDays === null ? null : addDays(context.on, dueInDays),
        state: doneDaysAgo === undefined ? ('open' as const) : ('done' as const),
        closedOn: doneDaysAgo === undefined ? null : addDays(context.on, -doneDaysAgo),
        ...illustrative,
      }),
    );
    if (!note) continue;
    const notedOn = addDays(context.on, -note.daysAgo);
    await manager.save(
      manager.create(RecommendationNoteEntity, {
        clusterId,
        recommendationId: id,
        notedOn,
        byRole: 'manager' as const,
        body: note.body,
        ...illustrative,
      }),
    );
  }
}
