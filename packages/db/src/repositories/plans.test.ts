import { calendarDate as day } from '@klyngevagt/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../actor.js';
import { everyCluster } from '../scope.js';
import { createTestDatabase, present, type TestDatabase } from '../testing.js';
import { ActionPlanRepository, type ProposedMilestone } from './action-plan-repository.js';
import { ClusterRepository } from './cluster-repository.js';
import { ProposalRepository } from './proposal-repository.js';
import { WaiverRepository } from './waiver-repository.js';

const slug = 'danish-sound-cluster';
const on = day('2026-11-25');
const actor = systemActor('test', 'Aftalt');
const stated = { source: 'Prøve', confidence: 'sourced' } as const;

let database: TestDatabase;
let programmeId: string;
let people: string[];
beforeAll(async () => {
  database = await createTestDatabase({ seed: 'demo' });
  const [programme] = await database.dataSource.query(`select id from programme where slug = 'klyngeprogram-2025-2028'`);
  programmeId = programme.id;
  const rows = await database.dataSource.query(`select id from person where role = 'officer' order by email limit 2`);
  people = rows.map(({ id }: { id: string }) => id);
});
afterAll(() => database.drop());

const plans = () => new ActionPlanRepository(database.dataSource);
const waivers = () => new WaiverRepository(database.dataSource);
const facts = async () => (await new ClusterRepository(database.dataSource).readCluster({ scope: everyCluster, slug })).facts;
const step = (text: string, dueOn: string, id: string | null = null): ProposedMilestone => ({ id, text, dueOn: day(dueOn) });
const propose = (milestones: readonly ProposedMilestone[] = []) =>
  plans().propose(
    actor,
    everyCluster,
    slug,
    { programmeId, proposedOn: on, dueOn: day('2027-08-31'), text: 'Plan', ...stated },
    milestones,
  );
const proposeWaiver = (proposedById: string) =>
  waivers().record(actor, everyCluster, slug, {
    programmeId,
    startsOn: on,
    endsOn: day('2027-01-31'),
    proposedOn: on,
    proposedById,
    text: 'Flytning',
    ...stated,
  });

describe('a plan', () => {
  test('is returned, revised with other steps, and accepted; the ledger holds no text of any of it', async () => {
    const { id } = await propose([step('Selvtest', '2027-01-15'), step('Booking', '2027-02-15')]);
    const ownSteps = async () => (await facts()).planMilestones.filter(({ planId }) => planId === id);
    const [first, second] = await ownSteps();
    await plans().finishMilestone(actor, everyCluster, present(first).id, 1, day('2026-11-20'));
    await plans().decide(actor, everyCluster, id, 1, { decision: 'return', on });
    const revised = await plans().revise(actor, everyCluster, id, 2, {
      dueOn: day('2027-06-30'),
      text: 'Ny plan',
      milestones: [step('Selvtest igen', '2027-01-20', present(first).id), step('Audit', '2027-05-01')],
    });
    expect((await ownSteps()).map(({ text, dueOn, doneOn }) => [text, dueOn, doneOn])).toEqual([
      ['Selvtest igen', '2027-01-20', '2026-11-20'],
      ['Audit', '2027-05-01', null],
    ]);
    expect((await ownSteps()).map(({ id: one }) => one)).not.toContain(present(second).id);
    await plans().decide(actor, everyCluster, id, revised.revision, { decision: 'accept', on });
    expect((await facts()).plans.find((plan) => plan.id === id)).toMatchObject({ acceptedOn: on, returnedOn: null, closedOn: null });
    const recorded = await database.dataSource.query(`select before, after from ledger where entity in ('action_plan', 'plan_milestone')`);
    expect(recorded.length).toBeGreaterThan(6);
    expect(JSON.stringify(recorded)).not.toMatch(/Selvtest|Ny plan|Audit/);
  });

  test('that changes only in its steps has a new revision all the same: whoever saw the old one is told', async () => {
    const { id } = await propose([step('Selvtest', '2027-01-15')]);
    const same = { dueOn: day('2027-08-31'), text: 'Plan' };
    const saved = await plans().revise(actor, everyCluster, id, 1, { ...same, milestones: [] });
    expect(saved.revision).toBe(2);
    await expect(plans().decide(actor, everyCluster, id, 1, { decision: 'accept', on })).rejects.toMatchObject({ code: 'concurrent-edit' });
  });

  test('is decided once; what was decided is corrected, not decided again', async () => {
    const { id } = await propose();
    await plans().decide(actor, everyCluster, id, 1, { decision: 'accept', on });
    const again = plans().decide(actor, everyCluster, id, 2, { decision: 'refuse', on });
    await expect(again).rejects.toMatchObject({ constraint: 'action_plan_waiting' });
    const notAccepted = plans().correct(actor, everyCluster, id, 2, { acceptedOn: null });
    await expect(notAccepted).rejects.toMatchObject({ constraint: 'action_plan_acceptance' });
    await plans().correct(actor, everyCluster, id, 2, { acceptedOn: on, dueOn: day('2027-09-30') });
    const withdraw = (mayEndAccepted: boolean) => plans().withdraw(actor, everyCluster, id, 3, { on, mayEndAccepted });
    await expect(withdraw(false)).rejects.toMatchObject({ constraint: 'action_plan_waiting' });
    await withdraw(true);
    expect((await facts()).plans.find((plan) => plan.id === id)).toMatchObject({ closedAs: 'withdrawn', dueOn: '2027-09-30' });
  });

  test('whose due day has passed cannot be accepted any more', async () => {
    const { id } = await propose();
    const late = plans().decide(actor, everyCluster, id, 1, { decision: 'accept', on: day('2027-09-01') });
    await expect(late).rejects.toMatchObject({ constraint: 'action_plan_due_passed' });
  });
});

describe('a waiver', () => {
  test('is approved by another person than the one who proposed it, also when two try at once', async () => {
    const [author = '', other = ''] = people;
    const { id } = await proposeWaiver(author);
    const decide = (personId: string, decision: 'approve' | 'refuse' | 'withdraw' = 'approve') =>
      waivers().decide(actor, everyCluster, id, 1, { decision, on, personId });
    await expect(decide(author)).rejects.toMatchObject({ constraint: 'waiver_two_persons' });
    await expect(decide(author, 'refuse')).rejects.toMatchObject({ constraint: 'waiver_two_persons' });
    const outcomes = await Promise.allSettled([decide(other), decide(other)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await facts()).waivers.find((waiver) => waiver.id === id)).toMatchObject({ approvedOn: on, decidedById: other });
  });

  test('that was approved can be made shorter, not longer; one that waits becomes the proposal of who corrects it', async () => {
    const [author = '', other = ''] = people;
    const { id } = await proposeWaiver(author);
    const correct = (revision: number, endsOn: string, personId: string) =>
      waivers().correct(actor, everyCluster, id, revision, { startsOn: on, endsOn: day(endsOn), text: 'Flytning', personId });
    await correct(1, '2027-02-28', other);
    const own = waivers().decide(actor, everyCluster, id, 2, { decision: 'approve', on, personId: other });
    await expect(own).rejects.toMatchObject({ constraint: 'waiver_two_persons' });
    await waivers().decide(actor, everyCluster, id, 2, { decision: 'approve', on, personId: author });
    await expect(correct(3, '2027-03-01', other)).rejects.toMatchObject({ constraint: 'waiver_extended', field: 'endsOn' });
    await correct(3, '2026-12-31', other);
    expect((await facts()).waivers.find((waiver) => waiver.id === id)).toMatchObject({ endsOn: '2026-12-31', approvedOn: on });
  });
});

test('what waits is listed by scope, day and recorded time, and counted alike', async () => {
  const proposals = new ProposalRepository(database.dataSource);
  const [{ now: before }] = await database.dataSource.query(`select now()::text as now`);
  const { id } = await propose();
  const [{ id: clusterId }] = await database.dataSource.query('select id from cluster where slug = $1', [slug]);
  const own = { kind: 'clusters', clusterIds: [clusterId] } as const;
  const listed = async (question: object) => {
    const found = await proposals.readWaiting({ scope: own, on, ...question });
    expect(await proposals.countWaiting({ scope: own, on, ...question })).toBe(found.length);
    return found.map((one) => one.id);
  };
  expect(await listed({})).toContain(id);
  expect(await listed({ on: day('2026-11-24') })).not.toContain(id);
  expect(await listed({ known: before })).not.toContain(id);
  expect(await listed({ scope: { kind: 'clusters', clusterIds: [] } })).toEqual([]);
  const all = await proposals.readWaiting({ scope: everyCluster, on });
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['plan', 'waiver']));
  expect(all.find(({ clusterSlug }) => clusterSlug === 'fjordklyngen')).toMatchObject({ kind: 'waiver', isIllustrative: true });
  await plans().decide(actor, everyCluster, id, 1, { decision: 'return', on });
  expect(await listed({})).not.toContain(id);
});
