import { addDays, type AssessmentKind, type CalendarDate } from '@klyngevagt/scoring';
import type { EntityManager } from 'typeorm';
import { AssessmentAnswerEntity } from '../entities/assessment-answer.js';
import { AssessmentEntity } from '../entities/assessment.js';
import { FrameworkEntity } from '../entities/framework.js';
import { RecertificationCaseEntity } from '../entities/recertification-case.js';
import type { DemoContext } from './demo-context.js';
import { goldIndicators } from './frameworks/gold.js';
import { illustrative } from './illustrative.js';

/** How well an invented round went: harmless for real organisations, weak where the cluster itself is invented. */
type Quality = 'strong' | 'sound' | 'weak';

interface DemoRound {
  slug: string;
  round: number;
  quality: Quality;
  /** Days before the seeding on which it was closed. */
  closedDaysAgo: number;
  kinds: readonly AssessmentKind[];
}

const audit: readonly AssessmentKind[] = ['self-test', 'expert-a', 'expert-b', 'agreed'];
const selfTest: readonly AssessmentKind[] = ['self-test'];

const rounds: readonly DemoRound[] = [
  { slug: 'energy-cluster-denmark', round: 1, quality: 'sound', closedDaysAgo: 900, kinds: audit },
  { slug: 'danish-life-science-cluster', round: 1, quality: 'strong', closedDaysAgo: 940, kinds: audit },
  { slug: 'censec', round: 1, quality: 'sound', closedDaysAgo: 760, kinds: audit },
  { slug: 'clean', round: 1, quality: 'sound', closedDaysAgo: 700, kinds: selfTest },
  { slug: 'food-bio-cluster-denmark', round: 1, quality: 'strong', closedDaysAgo: 640, kinds: audit },
  { slug: 'we-build-denmark', round: 1, quality: 'sound', closedDaysAgo: 610, kinds: selfTest },
  { slug: 'digitallead', round: 1, quality: 'strong', closedDaysAgo: 520, kinds: audit },
  { slug: 'odense-robotics', round: 1, quality: 'strong', closedDaysAgo: 480, kinds: selfTest },
  { slug: 'danish-sound-cluster', round: 1, quality: 'sound', closedDaysAgo: 1100, kinds: audit },
  { slug: 'danish-sound-cluster', round: 2, quality: 'strong', closedDaysAgo: 120, kinds: audit },
  { slug: 'hedeklyngen', round: 1, quality: 'weak', closedDaysAgo: 600, kinds: selfTest },
  { slug: 'fjordklyngen', round: 1, quality: 'weak', closedDaysAgo: 200, kinds: audit },
];

/** Rounds that never took place. Scores follow from names, so that every seeding gives the same. */
export async function seedAssessments(manager: EntityManager, context: DemoContext): Promise<void> {
  const framework = await manager.findOneByOrFail(FrameworkEntity, { level: 'gold', state: 'active' });
  for (const demoRound of rounds) {
    const auditedOn = addDays(context.on, -demoRound.closedDaysAgo);
    const caseId = await caseOn(manager, context.cluster(demoRound.slug), auditedOn);
    for (const kind of demoRound.kinds) await seedRound(manager, context, { ...demoRound, frameworkId: framework.id, caseId, kind });
  }
}

interface DemoAssessment extends DemoRound {
  frameworkId: string;
  caseId: string | null;
  kind: AssessmentKind;
}

async function seedRound(
  manager: EntityManager,
  context: DemoContext,
  { slug, round, quality, closedDaysAgo, frameworkId, caseId, kind }: DemoAssessment,
): Promise<void> {
  const clusterId = context.cluster(slug);
  const closedOn = addDays(context.on, (kind === 'self-test' ? -90 : 0) - closedDaysAgo);
  const { id: assessmentId } = await manager.save(
    manager.create(AssessmentEntity, {
      clusterId,
      frameworkId,
      caseId,
      kind,
      round,
      state: 'closed',
      startedOn: addDays(closedOn, -30),
      submittedOn: addDays(closedOn, -5),
      closedOn,
      ...illustrative,
    }),
  );
  await manager.insert(
    AssessmentAnswerEntity,
    goldIndicators.map(({ code }) => ({
      assessmentId,
      clusterId,
      indicator: code,
      score: scoreOf(quality, `${slug} ${code}`, round, kind),
      ...illustrative,
    })),
  );
}

/** The case during which a day lies; null: none that was recorded. */
export async function caseOn(manager: EntityManager, clusterId: string, day: CalendarDate): Promise<string | null> {
  const cases = await manager.findBy(RecertificationCaseEntity, { clusterId });
  return cases.find(({ openedOn, decidedOn }) => openedOn <= day && (decidedOn === null || day <= decidedOn))?.id ?? null;
}

/** Of six throws: how many give each score, the best first. */
const chances: Readonly<Record<Quality, readonly number[]>> = {
  strong: [5, 5, 5, 5, 5, 4],
  sound: [5, 5, 4, 4, 4, 3],
  weak: [5, 4, 4, 3, 2, 2],
};

function scoreOf(quality: Quality, name: string, round: number, kind: AssessmentKind): number {
  const throws = chances[quality];
  const settled = throws[thrown(`${name} ${round}`) % throws.length] ?? 3;
  if (kind === 'agreed') return settled;
  // A cluster thinks a step better of itself now and then; experts differ by a step, to either side.
  const turn = thrown(`${name} ${round} ${kind}`) % 6;
  const step = kind === 'self-test' ? Number(turn < 2) : Number(turn === 0) - Number(turn === 1);
  return Math.min(5, Math.max(0, settled + step));
}

/** A number that follows from a text alone. */
function thrown(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return (hash ^ (hash >>> 13)) >>> 0;
}
