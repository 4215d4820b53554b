import { calendarDate, frameworkFaults, score } from '@klyngevagt/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../actor.js';
import { verifyLedger } from '../ledger-verification.js';
import { everyCluster } from '../scope.js';
import { createTestDatabase, present, type TestDatabase } from '../testing.js';
import { removeDemo } from '../demo-removal.js';
import { AssessmentEditRepository, answersRevision } from './assessment-edit-repository.js';
import { AssessmentRepository } from './assessment-repository.js';
import { RecertificationCaseRepository } from './recertification-case-repository.js';
import { FrameworkRepository, type StoredFramework } from './framework-repository.js';

const day = calendarDate;
const stated = { source: 'prøve', confidence: 'partly' as const };
const actor = systemActor('test');
const energy = 'energy-cluster-denmark';

let database: TestDatabase;
let reads: AssessmentRepository;
let edits: AssessmentEditRepository;
let frameworks: FrameworkRepository;
let gold: StoredFramework;
beforeAll(async () => {
  database = await createTestDatabase({ seed: 'demo' });
  reads = new AssessmentRepository(database.dataSource);
  edits = new AssessmentEditRepository(database.dataSource);
  frameworks = new FrameworkRepository(database.dataSource);
  gold = present((await frameworks.readFrameworks())[0]);
});
afterAll(() => database.drop());

describe('the seeded framework', () => {
  test('has the indicators of gold in five groups, without contradiction, and no minimum that nobody published', () => {
    expect(frameworkFaults(gold)).toEqual([]);
    expect([gold.level, gold.state, gold.indicators.length, gold.dimensions.length]).toEqual(['gold', 'active', 31, 5]);
    expect(gold.indicators.every(({ minimum, valuesConfidence }) => minimum === null && valuesConfidence === 'assumption')).toBe(true);
    expect(gold.indicators.every(({ nameDa, nameEn, measuresDa, measuresEn }) => nameDa && nameEn && measuresDa && measuresEn)).toBe(true);
  });

  test('is harmless where clusters are real: every invented result of an audit reaches gold', async () => {
    const closed = await reads.read({ scope: everyCluster, isClosed: true });
    const invented = new Set(['hedeklyngen', 'fjordklyngen', 'sundklyngen', 'klitklyngen']);
    const real = closed.filter(({ clusterSlug }) => !invented.has(clusterSlug));
    expect(new Set(real.map(({ clusterSlug }) => clusterSlug)).size).toBeGreaterThanOrEqual(6);
    expect(real.every(({ confidence }) => confidence === 'illustrative')).toBe(true);
    const failing = real
      .filter(({ kind }) => kind === 'agreed' || kind === 'self-test')
      .filter((one) => score(one, gold).outcome !== 'reached');
    expect(failing.map(({ clusterSlug, kind, round }) => [clusterSlug, kind, round])).toEqual([]);
  });
});

describe('an assessment', () => {
  let id = '';

  test('starts from the last round, whose scores are to be confirmed', async () => {
    ({ id } = await edits.start(actor, everyCluster, energy, {
      kind: 'self-test',
      framework: gold,
      startedOn: day('2026-11-25'),
      ...stated,
    }));
    const started = await reads.readOne(everyCluster, id);
    expect([started.round, started.state, started.answers.length]).toEqual([2, 'draft', 31]);
    expect(started.answers.every(({ isToConfirm }) => isToConfirm)).toBe(true);
    expect(score(started, gold)).toMatchObject({ outcome: 'undecided', points: 0 });
    const again = edits.start(actor, everyCluster, energy, {
      kind: 'self-test',
      framework: gold,
      startedOn: day('2026-11-25'),
      ...stated,
    });
    await expect(again).rejects.toMatchObject({ constraint: 'assessment_once' });
  });

  test('notices that one answer was changed by somebody else, and lets another be', async () => {
    const edit = { score: 4, comment: 'Ny aftale', isToConfirm: false, expectedRevision: 1, ...stated };
    expect((await edits.saveAnswer(actor, everyCluster, id, { indicator: 'A1', ...edit })).revision).toBe(2);
    await expect(edits.saveAnswer(actor, everyCluster, id, { indicator: 'A1', ...edit, score: 5 })).rejects.toMatchObject({
      code: 'concurrent-edit',
      presentRevision: 2,
    });
    expect((await edits.saveAnswer(actor, everyCluster, id, { indicator: 'A2', ...edit })).revision).toBe(2);
    const twice = [1, 2].map(() => edits.saveAnswer(actor, everyCluster, id, { indicator: 'A3', ...edit }));
    expect((await Promise.allSettled(twice)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is out of reach of other scopes', async () => {
    const foreign = { kind: 'clusters', clusterIds: ['00000000-0000-4000-8000-000000000000'] } as const;
    await expect(reads.readOne(foreign, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(reads.readOfCluster(foreign, energy)).rejects.toMatchObject({ code: 'not-found' });
    const edit = { indicator: 'A1', score: 1, comment: null, isToConfirm: false, expectedRevision: 2, ...stated };
    await expect(edits.saveAnswer(actor, foreign, id, edit)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('takes a whole file or nothing, and not past a change since it was looked at', async () => {
    const before = await reads.readOne(everyCluster, id);
    const answers = gold.indicators.map(({ code }) => ({ indicator: code, score: 5, comment: null, isToConfirm: false }));
    const stale = edits.importAnswers(actor, everyCluster, id, {
      answers,
      expectedAnswersRevision: answersRevision(before) - 1,
      ...stated,
    });
    await expect(stale).rejects.toMatchObject({ code: 'concurrent-edit' });
    const spoiled = [...answers.slice(0, 30), { indicator: 'E3', score: -1, comment: null, isToConfirm: false }];
    const refused = edits.importAnswers(actor, everyCluster, id, {
      answers: spoiled,
      expectedAnswersRevision: answersRevision(before),
      ...stated,
    });
    await expect(refused).rejects.toMatchObject({ constraint: 'assessment_answer_score_not_negative' });
    expect((await reads.readOne(everyCluster, id)).answers).toEqual(before.answers);
    await edits.importAnswers(actor, everyCluster, id, { answers, expectedAnswersRevision: answersRevision(before), ...stated });
    expect(score(await reads.readOne(everyCluster, id), gold)).toMatchObject({ outcome: 'reached', share: 100 });
  });

  test('goes in, back with remarks, in again, is closed, and is edited only while it is open', async () => {
    const step = async (name: 'submit' | 'return' | 'close' | 'reopen', remarks?: { indicator: string; body: string }[]) => {
      const { revision: expectedRevision } = await reads.readOne(everyCluster, id);
      return edits.takeStep(actor, everyCluster, id, {
        step: name,
        expectedRevision,
        on: day('2026-11-26'),
        ...(remarks && { remarks }),
        ...stated,
      });
    };
    await expect(step('close')).rejects.toMatchObject({ constraint: 'assessment_state_known' });
    await step('submit');
    await step('return', [{ indicator: 'A1', body: 'Vedlæg aftalen' }]);
    expect((await reads.readOne(everyCluster, id)).remarks).toMatchObject([{ indicator: 'A1', isOpen: true }]);
    await step('submit');
    expect((await reads.readOne(everyCluster, id)).remarks).toMatchObject([{ isOpen: false }]);
    await step('close');
    const edit = { indicator: 'A1', score: 1, comment: null, isToConfirm: false, expectedRevision: 3, ...stated };
    await expect(edits.saveAnswer(actor, everyCluster, id, edit)).rejects.toMatchObject({ constraint: 'assessment_state_known' });
    await step('reopen');
    expect(await reads.readOne(everyCluster, id)).toMatchObject({ state: 'reopened', closedOn: null });
  });

  test('belongs to the open case, whose self-test is done when a satisfactory one is handed in, and not while it is filled in anew', async () => {
    const cases = new RecertificationCaseRepository(database.dataSource);
    const { clusterId, caseId } = await reads.readOne(everyCluster, id);
    const [open] = (await cases.readCases(everyCluster, clusterId)).cases;
    expect(caseId).toBe(present(open).id);
    const doneOn = async () =>
      (await cases.readCases(everyCluster, clusterId)).cases.flatMap(({ milestones }) =>
        milestones.filter((one) => one.doneOn !== null).map(({ milestone, doneOn: on }) => [milestone, on]),
      );
    const step = async (name: 'submit' | 'return' | 'close' | 'reopen', isSatisfactory = true, on = day('2026-11-27')) => {
      const { revision: expectedRevision } = await reads.readOne(everyCluster, id);
      await edits.takeStep(actor, everyCluster, id, { step: name, expectedRevision, on, isSatisfactory, ...stated });
    };
    await step('submit', false);
    expect(await doneOn()).toEqual([]);
    await step('return', false);
    await step('submit');
    expect(await doneOn()).toEqual([['self-test', '2026-11-27']]);
    await step('return');
    expect(await doneOn()).toEqual([]);
    await step('submit');
    await step('close', true, day('2026-11-30'));
    expect(await doneOn()).toEqual([['self-test', '2026-11-27']]);
    await step('reopen');
    expect(await doneOn()).toEqual([]);
  });

  test('joins the case that was opened meanwhile when it is handed in; one of a time before does not', async () => {
    const cases = new RecertificationCaseRepository(database.dataSource);
    const clean = { kind: 'self-test', framework: gold, startedOn: day('2026-11-25'), ...stated } as const;
    const { id: begun } = await edits.start(actor, everyCluster, 'clean', clean);
    const [, earlier] = await reads.readOfCluster(everyCluster, 'clean');
    const opened = { cycle: 'gold:first:9', level: 'gold', kind: 'first', openedOn: day('2026-11-26'), ...stated } as const;
    const { id: caseId } = await cases.open(actor, everyCluster, 'clean', opened);
    const on = day('2026-11-27');
    await edits.takeStep(actor, everyCluster, begun, { step: 'submit', expectedRevision: 1, on, ...stated });
    const { id: closed, revision } = present(earlier);
    await edits.takeStep(actor, everyCluster, closed, { step: 'reopen', expectedRevision: revision, on, ...stated });
    await edits.takeStep(actor, everyCluster, closed, { step: 'submit', expectedRevision: revision + 1, on, ...stated });
    const joined = await reads.readOfCluster(everyCluster, 'clean');
    expect(joined.map((one) => one.caseId)).toEqual([caseId, null]);
  });

  test('is known as it was: answers before and after an edit', async () => {
    const [{ now }] = (await database.dataSource.query('select now()')) as [{ now: Date }];
    const seen = present((await reads.readOne(everyCluster, id)).answers.find(({ indicator }) => indicator === 'B1'));
    await edits.saveAnswer(actor, everyCluster, id, {
      indicator: 'B1',
      score: 2,
      comment: null,
      isToConfirm: false,
      expectedRevision: seen.revision,
      ...stated,
    });
    const at = async (known: Date | null) =>
      (await reads.readOne(everyCluster, id, known)).answers.find(({ indicator }) => indicator === 'B1')?.score;
    expect([await at(now), await at(null)]).toEqual([5, 2]);
  });
});

describe('a median', () => {
  const clusterId = async (slug: string) => present((await reads.readOfCluster(everyCluster, slug))[0]).clusterId;

  test('is told where at least five others contribute, and for no one else', async () => {
    const medians = await reads.readMedians(gold.id, 'self-test', await clusterId(energy));
    expect(medians.size).toBe(31);
    expect([...medians.values()].every((median) => median >= 3 && median <= 5)).toBe(true);
    const few = await reads.readMedians(gold.id, 'self-test', await clusterId('hedeklyngen'));
    expect(few.size).toBe(0);
  });

  test('does not count the cluster that asks', async () => {
    const agreed = (await reads.read({ scope: everyCluster, isClosed: true })).filter(({ kind }) => kind === 'agreed');
    const national = new Set(agreed.map(({ clusterSlug }) => clusterSlug).filter((slug) => slug !== 'fjordklyngen'));
    expect(national.size).toBe(6);
    expect((await reads.readMedians(gold.id, 'agreed', await clusterId('censec'))).size).toBe(31);
    const [closed] = agreed.filter(({ clusterSlug }) => clusterSlug === 'digitallead');
    const { id, revision } = present(closed);
    await edits.takeStep(actor, everyCluster, id, { step: 'reopen', expectedRevision: revision, on: day('2026-11-26'), ...stated });
    expect((await reads.readMedians(gold.id, 'agreed', await clusterId('censec'))).size).toBe(0);
  });
});

describe('a new version', () => {
  test('supersedes the active one, which is never edited and keeps its assessments', async () => {
    const draft = { ...gold, version: '2027', effectiveFrom: day('2027-01-01'), indicators: gold.indicators.slice(0, 30) };
    const { id } = await frameworks.saveDraft(actor, draft);
    const replaced = await frameworks.saveDraft(actor, { ...draft, passRule: { shareOfTotal: 85, bindingMinimums: ['A1'] } });
    expect(replaced.id).not.toBe(id);
    await frameworks.activate(actor, replaced.id, 1);
    const [now, before] = await frameworks.readFrameworks();
    expect(now).toMatchObject({ version: '2027', state: 'active', passRule: { shareOfTotal: 85, bindingMinimums: ['A1'] } });
    expect(before).toMatchObject({ version: '2020', state: 'retired', effectiveUntil: '2026-12-31' });
    expect(before?.indicators).toEqual(gold.indicators);
    await expect(frameworks.saveDraft(actor, draft)).rejects.toMatchObject({ constraint: 'framework_once' });
    await expect(frameworks.activate(actor, replaced.id, 2)).rejects.toMatchObject({ constraint: 'framework_state_known' });
  });
});

test('the ledger agrees with what stands, and removing the demonstration takes every invented round out', async () => {
  expect((await verifyLedger(database.dataSource)).findings.filter(({ kind }) => kind === 'contradiction')).toEqual([]);
  await removeDemo(database.dataSource);
  const left = await reads.read({ scope: everyCluster });
  expect(left.map(({ clusterSlug, round, caseId }) => [clusterSlug, round, caseId !== null])).toEqual([
    ['clean', 2, true],
    [energy, 2, false],
  ]);
});
