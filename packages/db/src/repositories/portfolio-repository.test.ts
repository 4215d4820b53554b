import { decideCluster, type CalendarDate, type ClusterFacts } from '@klyngevagt/scoring';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { recordAs, systemActor, type Actor } from '../actor.js';
import { NotFoundError } from '../errors.js';
import { everyCluster, type Scope } from '../scope.js';
import { createTestDatabase, present, type TestDatabase } from '../testing.js';
import { AwardRepository } from './award-repository.js';
import { ClusterRepository } from './cluster-repository.js';
import { PortfolioRepository } from './portfolio-repository.js';
import { RulesRepository } from './rules-repository.js';

let database: TestDatabase;
let portfolio: PortfolioRepository;
beforeAll(async () => {
  database = await createTestDatabase({ seed: 'demo' });
  portfolio = new PortfolioRepository(database.dataSource);
});
afterAll(() => database.drop());

const officer: Actor = { accountId: null, role: 'officer', requestId: 'request', reason: null };
const national = { scope: everyCluster, portfolio: 'national' } as const;
const day = (text: string) => text as CalendarDate;

describe('the national portfolio', () => {
  test('has a row for every cluster ever designated, in Danish order, with facts that the rules take as they are', async () => {
    const clusters = await portfolio.readPortfolio(national);
    expect(clusters).toHaveLength(14);
    expect(clusters.map(({ name }) => name)).toEqual(clusters.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'da')));
    const facts: readonly ClusterFacts[] = clusters.map((cluster) => cluster.facts);
    const { rules } = await new RulesRepository(database.dataSource).readRules();
    expect(facts.map((of) => decideCluster(of, rules, day('2026-11-25')).clusterId)).toEqual(clusters.map(({ id }) => id));
  });

  test('keeps dates as plain days and partial dates as precise as they were recorded', async () => {
    const made = present((await portfolio.readPortfolio(national)).find(({ slug }) => slug === 'made'));
    expect(made.facts.awards.map(({ level, approvedOn, validUntil }) => ({ level, approvedOn, validUntil }))).toEqual([
      { level: 'bronze', approvedOn: '2018', validUntil: null },
      { level: 'gold', approvedOn: '2021', validUntil: '2023-10-31' },
    ]);
    expect(made.facts.memberships[0]).toMatchObject({ startsOn: '2021-01-01', endsOn: '2024-12-31' });
    expect(made.facts.programmes.map(({ slug }) => slug)).toEqual(['innovationskraft', 'klyngeprogram-2025-2028']);
  });

  test('is read by one statement, however many clusters there are', async () => {
    const statements = vi.spyOn(pg.Client.prototype, 'query');
    await portfolio.readPortfolio(national);
    const forFourteen = statements.mock.calls.length;
    await recordAs(database.dataSource, systemActor('many'), (manager) =>
      manager.query(
        `insert into cluster (slug, name, domain_da, domain_en, kind, portfolio, source, confidence, revision)
         select 'mange-' || n, 'Mange ' || n, 'x', 'x', 'spirende', 'exercise', 'prøve', 'illustrative', 1 from generate_series(1, 300) as n`,
      ),
    );
    statements.mockClear();
    const exercise = await portfolio.readPortfolio({ scope: everyCluster, portfolio: 'exercise' });
    expect(exercise.length).toBeGreaterThan(300);
    expect(statements.mock.calls.length).toBe(forFourteen);
    expect(forFourteen).toBe(1);
    statements.mockRestore();
  });

  test('narrows to one programme and its duty', async () => {
    const clusters = await portfolio.readPortfolio({ scope: everyCluster, portfolio: 'all', programmeSlug: 'innovationskraft' });
    expect(clusters).toHaveLength(14);
    expect(
      clusters.every(({ facts }) => facts.programmes.length === 1 && facts.obligations.length === 1 && facts.memberships.length === 1),
    ).toBe(true);
    await expect(portfolio.readPortfolio({ ...national, programmeSlug: 'findes-ikke' })).rejects.toThrow(NotFoundError);
  });
});

describe('the scope', () => {
  test('leaves only its clusters, in every reading', async () => {
    const [own] = (await portfolio.readPortfolio(national)).filter(({ slug }) => slug === 'energy-cluster-denmark');
    const scope: Scope = { kind: 'clusters', clusterIds: [present(own).id] };
    expect((await portfolio.readPortfolio({ scope, portfolio: 'all' })).map(({ slug }) => slug)).toEqual(['energy-cluster-denmark']);
    expect((await portfolio.readPortfolio({ scope, portfolio: 'all', known: new Date() })).map(({ slug }) => slug)).toEqual([
      'energy-cluster-denmark',
    ]);
    expect(await portfolio.readPortfolio({ scope: { kind: 'clusters', clusterIds: [] }, portfolio: 'all' })).toEqual([]);
    const clusters = new ClusterRepository(database.dataSource);
    await expect(clusters.readCluster({ scope, slug: 'made' })).rejects.toThrow(NotFoundError);
    await expect(clusters.readHistory(scope, 'made', { limit: 1 })).rejects.toThrow(NotFoundError);
    expect((await clusters.readCluster({ scope, slug: 'energy-cluster-denmark' })).people.map(({ name }) => name)).toEqual([
      'Karen Toft',
      'Ole Ravn',
    ]);
  });
});

describe('as known at an earlier time', () => {
  test('now is the same as known now', async () => {
    expect(await portfolio.readPortfolio({ ...national, known: new Date() })).toEqual(await portfolio.readPortfolio(national));
    const rules = new RulesRepository(database.dataSource);
    expect((await rules.readRules(new Date())).rules).toEqual((await rules.readRules()).rules);
    const clusters = new ClusterRepository(database.dataSource);
    const question = { scope: everyCluster, slug: 'energy-cluster-denmark' };
    expect(await clusters.readCluster({ ...question, known: new Date() })).toEqual(await clusters.readCluster(question));
  });

  test('before anything was recorded there was nothing', async () => {
    expect(await portfolio.readPortfolio({ ...national, known: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect((await new RulesRepository(database.dataSource).readRules('2020-01-01T00:00:00Z')).rules.figures).toEqual([]);
  });

  test('facts, their edits and their removal count from the time they were recorded', async () => {
    const awards = new AwardRepository(database.dataSource);
    const read = async (known: string | null) => {
      const cluster = present((await portfolio.readPortfolio({ ...national, known })).find(({ slug }) => slug === 'clean'));
      return cluster.facts.awards.filter(({ source }) => source === 'Certifikat').map(({ validUntil, note }) => ({ validUntil, note }));
    };
    const base = { level: 'gold', kind: 'renewal', validUntilBasis: 'certificate', source: 'Certifikat', confidence: 'sourced' } as const;
    const before = await databaseTime();
    const { id, revision } = await awards.record(officer, everyCluster, 'clean', { ...base, validUntil: '2030-05-31', note: 'Først' });
    const recorded = await databaseTime();
    await awards.correct(officer, everyCluster, id, revision, { validUntil: '2030-06-30', note: 'Rettet' });
    const corrected = await databaseTime();
    await recordAs(database.dataSource, officer, (manager) => manager.query('delete from award where id = $1', [id]));

    expect(await read(before)).toEqual([]);
    expect(await read(recorded)).toEqual([{ validUntil: '2030-05-31', note: '…' }]);
    expect(await read(corrected)).toEqual([{ validUntil: '2030-06-30', note: '…' }]);
    expect(await read(null)).toEqual([]);
  });

  test('erasable texts are not on that axis: one that was written anew since is not passed off as the one of then', async () => {
    const awards = new AwardRepository(database.dataSource);
    const base = { level: 'bronze', kind: 'first', validUntilBasis: 'not-known', source: 'Rapport', confidence: 'sourced' } as const;
    const { id, revision } = await awards.record(officer, everyCluster, 'clean', { ...base, note: 'Gammel tekst' });
    const recorded = await databaseTime();
    await awards.correct(officer, everyCluster, id, revision, { note: 'Ny tekst' });
    const clean = present((await portfolio.readPortfolio({ ...national, known: recorded })).find(({ slug }) => slug === 'clean'));
    expect(clean.facts.awards.find((award) => award.id === id)).toMatchObject({ note: '…', revision });
  });

  test('a programme’s duty and a rule as they were', async () => {
    const before = await databaseTime();
    await recordAs(database.dataSource, officer, async (manager) => {
      await manager.query('update obligation set accepts_renewal_window = true');
      await manager.query(`update validity_rule set months = 30 where level = 'gold' and kind = 'first'`);
    });
    const then = await portfolio.readPortfolio({ ...national, known: before });
    expect(present(then[0]).facts.obligations.every(({ acceptsRenewalWindow }) => !acceptsRenewalWindow)).toBe(true);
    const rules = new RulesRepository(database.dataSource);
    const months = (answer: Awaited<ReturnType<RulesRepository['readRules']>>) =>
      present(answer.rules.validity.find(({ level, kind }) => level === 'gold' && kind === 'first')).months;
    expect([months(await rules.readRules(before)), months(await rules.readRules())]).toEqual([24, 30]);
  });
});

async function databaseTime(): Promise<string> {
  const [{ now }] = (await database.dataSource.query('select clock_timestamp()::text as now')) as [{ now: string }];
  return now;
}
