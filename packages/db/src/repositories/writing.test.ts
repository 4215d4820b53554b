import type { CalendarDate } from '@klyngevagt/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../actor.js';
import { ConcurrentEditError, ConstraintError, NotFoundError } from '../errors.js';
import { everyCluster, type Scope } from '../scope.js';
import { createTestDatabase, present, type TestDatabase } from '../testing.js';
import { ActionPlanRepository } from './action-plan-repository.js';
import { AuditBookingRepository } from './audit-booking-repository.js';
import { AwardRepository, GridRefusedError } from './award-repository.js';
import { ClusterRepository, type ClusterPage } from './cluster-repository.js';
import { ContactNoteRepository } from './contact-note-repository.js';
import { CorrectionRepository } from './correction-repository.js';
import { MembershipRepository } from './membership-repository.js';
import { PersonRepository } from './person-repository.js';
import { RecordConfirmationRepository } from './record-confirmation-repository.js';
import { WaiverRepository } from './waiver-repository.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ seed: 'demo' });
});
afterAll(() => database.drop());

const officer: Actor = { accountId: null, role: 'officer', requestId: 'request', reason: 'prøve' };
const day = (text: string) => text as CalendarDate;
const sourced = { source: 'Certifikat', confidence: 'sourced' } as const;
const gold = { level: 'gold', kind: 'renewal', validUntilBasis: 'certificate', ...sourced } as const;
const own = 'energy-cluster-denmark';

const page = (slug = own): Promise<ClusterPage> => new ClusterRepository(database.dataSource).readCluster({ scope: everyCluster, slug });
const scopeOf = async (...slugs: string[]): Promise<Scope> => ({
  kind: 'clusters',
  clusterIds: await Promise.all(slugs.map(async (slug) => (await page(slug)).id)),
});

test('an award that is sent twice, or recorded by two at once, is recorded once; another end, or one that was revoked, is another', async () => {
  const awards = new AwardRepository(database.dataSource);
  const record = (validUntil: string) => awards.record(officer, everyCluster, own, { ...gold, level: 'bronze', validUntil });
  const outcomes = await Promise.allSettled([record('2014-12-31'), record('2014-12-31'), record('2015-12-31')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  await expect(record('2014-12-31')).rejects.toMatchObject({ constraint: 'award_once', field: 'validUntil' });
  const recorded = present((await page()).facts.awards.find(({ level, validUntil }) => level === 'bronze' && validUntil === '2014-12-31'));
  await awards.revoke(officer, everyCluster, recorded.id, 1, day('2014-06-01'));
  await record('2014-12-31');
});

describe('an edit', () => {
  test('of a revision that somebody changed meanwhile is refused and changes nothing', async () => {
    const awards = new AwardRepository(database.dataSource);
    const { id, revision } = await awards.record(officer, everyCluster, own, { ...gold, validUntil: '2029-01-31' });
    await awards.correct(officer, everyCluster, id, revision, { validUntil: '2029-02-28' });
    const late = awards.correct(officer, everyCluster, id, revision, { validUntil: '2029-03-31' });
    await expect(late).rejects.toMatchObject({ code: 'concurrent-edit', presentRevision: revision + 1 });
    expect((await page()).facts.awards.find((award) => award.id === id)).toMatchObject({
      validUntil: '2029-02-28',
      revision: revision + 1,
    });
  });

  test('by two at once is saved for one of them', async () => {
    const awards = new AwardRepository(database.dataSource);
    const { id, revision } = await awards.record(officer, everyCluster, own, { ...gold, validUntil: '2029-04-30' });
    const outcomes = await Promise.allSettled(
      ['2029-05-31', '2029-06-30'].map((validUntil) => awards.correct(officer, everyCluster, id, revision, { validUntil })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(ConcurrentEditError) });
  });

  test('with a wrong value names constraint and field', async () => {
    const awards = new AwardRepository(database.dataSource);
    await expect(awards.record(officer, everyCluster, own, { ...gold, validUntil: '2027-02-29' })).rejects.toMatchObject({
      constraint: 'award_valid_until_date',
      field: 'validUntil',
    });
    const [membership] = (await page()).facts.memberships;
    const twice = new MembershipRepository(database.dataSource).record(officer, everyCluster, own, {
      ...sourced,
      programmeId: present(membership).programmeId,
      member: 'yes',
      bound: 'yes',
      isEndDayAssumed: false,
      startsOn: present(membership).startsOn,
    });
    await expect(twice).rejects.toMatchObject({ constraint: 'membership_one_at_a_time', field: 'startsOn' });
    const [award] = (await page()).facts.awards;
    const wrongDay = awards.revoke(officer, everyCluster, present(award).id, present(award).revision, day('2027-02-30'));
    await expect(wrongDay).rejects.toBeInstanceOf(ConstraintError);
  });

  test('out of scope is not found, for every kind of fact', async () => {
    const foreign = await scopeOf('made');
    const { facts, contactNotes, revision, id } = await page('danish-life-science-cluster');
    const source = database.dataSource;
    const [award, plan] = [present(facts.awards[0]), present(facts.plans[0])];
    const slug = 'danish-life-science-cluster';
    const { programmeId } = present(facts.memberships[0]);
    const on = day('2026-11-25');
    const booking = {
      level: 'gold',
      firstDayOn: on,
      lastDayOn: on,
      form: 'on-site',
      state: 'reported',
      reportedOn: on,
      reportedByRole: 'manager',
    } as const;
    const proposal = { subject: 'cluster', proposedOn: on, proposedValues: { city: 'Odense' }, ...sourced } as const;
    const tries = [
      new AwardRepository(source).record(officer, foreign, slug, { ...gold, validUntil: '2029-01-31' }),
      new AwardRepository(source).correct(officer, foreign, award.id, award.revision, { score: '90 %' }),
      new AwardRepository(source).revoke(officer, foreign, award.id, award.revision, on),
      new MembershipRepository(source).correct(officer, foreign, present(facts.memberships[0]).id, 1, { endsOn: on }),
      new ActionPlanRepository(source).propose(officer, foreign, slug, { programmeId, proposedOn: on, dueOn: on, ...sourced }),
      new ActionPlanRepository(source).withdraw(officer, foreign, plan.id, plan.revision, { on, mayEndAccepted: true }),
      new WaiverRepository(source).record(officer, foreign, slug, { programmeId, startsOn: on, endsOn: on, proposedOn: on, ...sourced }),
      new AuditBookingRepository(source).report(officer, foreign, slug, { ...booking, ...sourced }),
      new RecordConfirmationRepository(source).confirm(officer, foreign, slug, { confirmedOn: on, ...sourced }),
      new ContactNoteRepository(source).add(officer, foreign, slug, { notedOn: on, body: 'x', ...sourced }),
      new ContactNoteRepository(source).erase(officer, foreign, present(contactNotes[0]).id),
      new CorrectionRepository(source).propose(officer, foreign, slug, proposal),
      new ClusterRepository(source).updateCluster(officer, foreign, slug, revision, { city: 'Odense' }),
    ];
    for (const outcome of await Promise.allSettled(tries)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(NotFoundError) });
    }
    expect(await database.dataSource.query('select 1 from award where cluster_id = $1 and valid_until = $2', [id, '2029-01-31'])).toEqual(
      [],
    );
  });
});

describe('the grid', () => {
  test('saves nothing when one cell is wrong, and tells every mistake at once', async () => {
    const awards = new AwardRepository(database.dataSource);
    const [recorded] = (await page('clean')).facts.awards;
    const count = () => database.dataSource.query('select count(*) from ledger');
    const before = await count();
    const cells = [
      { clusterSlug: 'digitallead', award: { ...gold, validUntil: '2030-02-28' } },
      { clusterSlug: 'clean', award: { ...gold, validUntil: '2030-02-30' } },
      { clusterSlug: 'findes-ikke', award: { ...gold, validUntil: '2030-02-28' } },
      { awardId: present(recorded).id, expectedRevision: present(recorded).revision + 7, changes: { validUntil: '2030-02-28' } },
    ];
    const refusal = await awards.saveGrid(officer, everyCluster, cells).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(GridRefusedError);
    expect((refusal as GridRefusedError).cells.map(({ index, error }) => [index, error.code])).toEqual([
      [1, 'constraint'],
      [2, 'not-found'],
      [3, 'concurrent-edit'],
    ]);
    expect(await count()).toEqual(before);
  });

  test('saves all of it when every cell is right', async () => {
    const [recorded] = (await page('clean')).facts.awards;
    const saved = await new AwardRepository(database.dataSource).saveGrid(officer, everyCluster, [
      { clusterSlug: 'digitallead', award: { ...gold, validUntil: '2031-02-28' } },
      { awardId: present(recorded).id, expectedRevision: present(recorded).revision, changes: { score: '88 %' } },
    ]);
    expect(saved).toEqual([
      { id: expect.any(String), revision: 1 },
      { id: present(recorded).id, revision: present(recorded).revision + 1 },
    ]);
  });
});

describe('"Is this right?"', () => {
  const asked = { subject: 'award', proposedOn: day('2026-11-25'), source: 'Klyngen', confidence: 'partly' } as const;
  const decision = { decidedOn: day('2026-11-26'), decidedById: null, decisionText: 'Set certifikatet' };

  test('an accepted proposal writes its values and their source in the same transaction', async () => {
    const corrections = new CorrectionRepository(database.dataSource);
    const scope = await scopeOf(own);
    const award = present((await page()).facts.awards.find(({ confidence }) => confidence === 'sourced'));
    const proposed = { ...asked, awardId: award.id, proposedValues: { validUntil: '2023-11-30' }, text: 'Det står på certifikatet' };
    const { id, revision } = await corrections.propose(officer, scope, own, proposed);
    expect((await page()).corrections[0]).toMatchObject({ id, state: 'open', proposedValues: { validUntil: '2023-11-30' } });

    await corrections.accept(officer, everyCluster, id, revision, { ...decision, valuesFrom: sourced });
    expect((await page()).facts.awards.find((of) => of.id === award.id)).toMatchObject({
      validUntil: '2023-11-30',
      validUntilBasis: 'certificate',
      source: 'Certifikat',
    });
    const again = corrections.refuse(officer, everyCluster, id, revision + 1, decision);
    await expect(again).rejects.toMatchObject({ constraint: 'correction_proposal_open' });
  });

  test('a proposal for a new award records one; values that do not fit leave it open', async () => {
    const corrections = new CorrectionRepository(database.dataSource);
    const values = { level: 'gold', kind: 'renewal', validUntil: '2032-02-30' };
    const wrong = await corrections.propose(officer, everyCluster, own, { ...asked, proposedValues: values });
    const refused = corrections.accept(officer, everyCluster, wrong.id, 1, { ...decision, valuesFrom: sourced });
    await expect(refused).rejects.toMatchObject({ field: 'validUntil' });
    expect((await page()).corrections.find(({ id }) => id === wrong.id)).toMatchObject({ state: 'open' });

    const right = await corrections.propose(officer, everyCluster, own, {
      ...asked,
      proposedValues: { ...values, validUntil: '2032-02-29' },
    });
    await corrections.accept(officer, everyCluster, right.id, 1, { ...decision, valuesFrom: sourced });
    expect((await page()).facts.awards.map(({ validUntil }) => validUntil)).toContain('2032-02-29');
  });

  test('a field that is not the cluster’s to change, or an award of another cluster, is refused', async () => {
    const corrections = new CorrectionRepository(database.dataSource);
    const scope = await scopeOf(own);
    const revoked = corrections.propose(officer, scope, own, { ...asked, proposedValues: { revokedOn: '2026-01-01' } });
    await expect(revoked).rejects.toMatchObject({ field: 'revokedOn' });
    const foreign = present((await page('made')).facts.awards[0]);
    const stolen = corrections.propose(officer, scope, own, { ...asked, awardId: foreign.id, proposedValues: { score: '99 %' } });
    await expect(stolen).rejects.toThrow(NotFoundError);
  });
});

describe('people', () => {
  test('of a scope are those with a role in its clusters and the officers responsible for them', async () => {
    const people = new PersonRepository(database.dataSource);
    expect((await people.readPeople(await scopeOf(own))).map(({ name }) => name)).toEqual(['Karen Toft', 'Mette Lindholm', 'Ole Ravn']);
    expect((await people.readPeople(everyCluster)).length).toBeGreaterThan(20);
    expect((await people.readPeople({ kind: 'clusters', clusterIds: [] })).length).toBe(0);
  });

  test('an invited manager leads the clusters named, and is seen from their scope only', async () => {
    const people = new PersonRepository(database.dataSource);
    const seat = { clusterSlug: own, role: 'manager', startsOn: day('2027-01-01'), endsOn: day('2027-12-31') } as const;
    const invited = { name: 'Ny Leder', email: 'Ny@Energi.example', language: 'da', role: 'manager', ...sourced } as const;
    const { id } = await people.invite(officer, everyCluster, { ...invited, clusters: [seat] });
    expect(await people.readPerson(everyCluster, id)).toMatchObject({
      name: 'Ny Leder',
      email: 'ny@energi.example',
      clusters: [{ slug: own, role: 'manager', startsOn: '2027-01-01', endsOn: '2027-12-31' }],
    });
    await expect(people.readPerson(await scopeOf('made'), id)).rejects.toThrow(NotFoundError);
    const again = people.invite(officer, everyCluster, { ...invited, name: 'En anden' });
    await expect(again).rejects.toMatchObject({ constraint: 'person_email', field: 'email' });
  });
});
