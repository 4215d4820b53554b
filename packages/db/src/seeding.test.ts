import { addDays, decideCluster, type CalendarDate, type ClusterDecision } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeDemo } from './demo-removal.js';
import { PortfolioRepository } from './repositories/portfolio-repository.js';
import { RulesRepository } from './repositories/rules-repository.js';
import { everyCluster } from './scope.js';
import { seed } from './seeding.js';
import { createTestDatabase, present, type TestDatabase } from './testing.js';

const day = (text: string) => text as CalendarDate;

describe('sourced only', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ seed: 'sourced' });
  });
  afterAll(() => database.drop());

  test('of 13 nothing can be said today; MARLOG is not bound', async () => {
    const verdicts = await decide(database.dataSource, 'national', day('2026-11-25'));
    const { marlog, ...others } = Object.fromEntries(Object.entries(verdicts).map(([slug, { verdict }]) => [slug, verdict]));
    expect(marlog).toBe('not-bound');
    expect(Object.values(others)).toEqual(Array.from({ length: 13 }, () => 'unknown'));
  });

  test('MARLOG was bound until the end of April 2022', async () => {
    const on = async (text: string) => present((await decide(database.dataSource, 'national', day(text)))['marlog']).bound;
    expect([await on('2022-04-30'), await on('2022-05-01')]).toEqual([true, false]);
  });

  test('every fact and rule names a source, and nothing is invented', async () => {
    expect(await illustrativeRows(database.dataSource)).toEqual([]);
    const [{ people }] = (await database.dataSource.query('select count(*)::int as people from person')) as [{ people: number }];
    expect(people).toBe(0);
  });

  test('long names have a short one for tables', async () => {
    const names = await database.dataSource.query('select short_name as short from cluster where short_name is not null order by slug');
    expect(names).toEqual([{ short: 'CenSec' }, { short: 'MADE' }, { short: 'MARLOG' }]);
  });

  test('a renewal that is concluded and not stated is partly sure and says so', async () => {
    const renewals = await database.dataSource.query(
      `select slug, award.confidence, award.note ~ 'sluttet af' as explained from award join cluster on cluster.id = cluster_id
       where award.kind = 'renewal' order by slug`,
    );
    expect(renewals).toEqual([
      { slug: 'energy-cluster-denmark', confidence: 'partly', explained: true },
      { slug: 'food-bio-cluster-denmark', confidence: 'partly', explained: true },
    ]);
  });

  test('closed days run from 2015 to 2045: Great Prayer Day until 2023, Christmas Eve, New Year’s Eve and 5 June always', async () => {
    const { closedDays } = (await new RulesRepository(database.dataSource).readRules()).rules;
    expect([closedDays.from, closedDays.to]).toEqual(['2015-01-01', '2045-12-31']);
    const isClosed = (text: string) => closedDays.days.has(day(text));
    expect(['2023-05-05', '2024-04-26', '2026-05-01'].map(isClosed)).toEqual([true, false, false]);
    for (let year = 2015; year <= 2045; year++) {
      expect(['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'].map((date) => isClosed(`${year}-${date}`))).not.toContain(false);
    }
  });

  test('a second seeding changes nothing', async () => {
    expect(await seed(database.dataSource, { kind: 'demo', on: day('2026-11-25') })).toBe(false);
    expect(await illustrativeRows(database.dataSource)).toEqual([]);
  });
});

const graveVerdicts = ['breach', 'at-risk', 'exempt', 'renewable'];
const graveStatuses = ['revoked', 'lapsed', 'renewable'];

describe.each(['2026-11-25', '2026-12-24', '2027-01-31', '2028-02-29', '2029-02-28'])('a demonstration seeded on %s', (text) => {
  const on = day(text);
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ seed: 'demo', on });
  });
  afterAll(() => database.drop());

  test('tells no bad news about a real organisation, on that day or the fortnight after it', async () => {
    for (const later of [0, 1, 7, 14]) {
      const decisions = Object.values(await decide(database.dataSource, 'national', addDays(on, later)));
      expect(decisions).toHaveLength(14);
      expect(decisions.map(({ verdict }) => verdict).filter((verdict) => graveVerdicts.includes(verdict))).toEqual([]);
      expect(decisions.map(({ label }) => label.status).filter((status) => graveStatuses.includes(status))).toEqual([]);
    }
  });

  test('asks for action on that day only where nothing is known', async () => {
    const decisions = Object.values(await decide(database.dataSource, 'national', on));
    const acting = decisions.filter(({ needsAction }) => needsAction).map(({ verdict }) => verdict);
    // The real programme ends with 2028: after it nobody is bound.
    expect(acting).toEqual(on > '2028-12-31' ? [] : ['unknown', 'unknown']);
  });

  test('shows the grave states on invented clusters', async () => {
    const decisions = await decide(database.dataSource, 'exercise', on);
    const shown = Object.fromEntries(Object.entries(decisions).map(([slug, { verdict, label }]) => [slug, [label.status, verdict]]));
    expect(shown).toEqual({
      hedeklyngen: ['lapsed', 'breach'],
      fjordklyngen: ['renewable', 'renewable'],
      sundklyngen: ['expiring', 'at-risk'],
      klitklyngen: ['revoked', 'exempt'],
    });
  });

  test('gives the manager of Energy Cluster Denmark something to do', async () => {
    const { label, chain, nextStep } = present((await decide(database.dataSource, 'national', on))['energy-cluster-denmark']);
    expect(label.status).toBe('expiring');
    if (on > '2028-12-31') return expect(chain).toBeNull();
    expect(chain).toMatchObject({ booking: null });
    expect(nextStep).toMatchObject({ code: expect.stringMatching(/self-test|book-audit/), by: 'cluster', overdue: false });
    expect(present(present(chain).orderBy) > addDays(on, 21)).toBe(true);
  });
});

describe('the demonstration of 25 November 2026', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ seed: 'demo' });
  });
  afterAll(() => database.drop());

  test('shows in force, expiring, by plan and unknown', async () => {
    const decisions = await decide(database.dataSource, 'national', day('2026-11-25'));
    expect(Object.fromEntries(Object.entries(decisions).map(([slug, { label, verdict }]) => [slug, `${label.status} ${verdict}`]))).toEqual(
      {
        censec: 'expiring met',
        clean: 'in-force met',
        'copenhagen-fintech': 'in-force by-plan',
        'danish-life-science-cluster': 'expiring met',
        'danish-sound-cluster': 'in-force met',
        digitallead: 'in-force met',
        'energy-cluster-denmark': 'expiring met',
        'food-bio-cluster-denmark': 'in-force met',
        'lifestyle-design-cluster': 'in-force met',
        made: 'unknown unknown',
        marlog: 'unknown not-bound',
        'odense-robotics': 'in-force met',
        'vision-denmark': 'unknown unknown',
        'we-build-denmark': 'in-force met',
      },
    );
    expect(present(present(decisions['danish-life-science-cluster']).chain).orderBy).toBe('2026-12-18');
    expect(present(present(decisions['censec']).chain).booking).toMatchObject({ inTime: true });
  });

  test('tells nothing grave of a real organisation on any earlier day of its programmes', async () => {
    const { rules } = await new RulesRepository(database.dataSource).readRules();
    const clusters = await new PortfolioRepository(database.dataSource).readPortfolio({ scope: everyCluster, portfolio: 'national' });
    const grave = new Set<string>();
    for (let on = day('2021-01-01'); on <= '2026-11-25'; on = addDays(on, 15)) {
      for (const { slug, facts } of clusters) {
        const { verdict } = decideCluster(facts, rules, on);
        if (graveVerdicts.includes(verdict)) grave.add(`${slug} ${verdict} ${on.slice(0, 4)}`);
      }
    }
    // What public sources say of MADE, and nothing invented: gold to 31 October 2023, no renewal found.
    expect([...grave]).toEqual(['made at-risk 2023']);
  });

  test('has its people at addresses that nobody owns', async () => {
    const addresses = (await database.dataSource.query('select email from person')) as { email: string }[];
    expect(addresses.every(({ email }) => email.endsWith('.example'))).toBe(true);
    expect(addresses.map(({ email }) => email)).toEqual(
      expect.arrayContaining(['admin', 'officer', 'reader', 'manager'].map((name) => `${name}@klyngevagt.example`)),
    );
  });

  test('goes without a trace: what is left is the sourced state', async () => {
    const sourced = await createTestDatabase({ seed: 'sourced' });
    try {
      await database.dataSource.query(
        `insert into account_user (name, email, email_verified) values ('Mette Lindholm', 'officer@klyngevagt.example', true)`,
      );
      await removeDemo(database.dataSource);
      expect(await illustrativeRows(database.dataSource)).toEqual([]);
      expect(await content(database.dataSource)).toEqual(await content(sourced.dataSource));
      expect(await removeDemo(database.dataSource)).toMatchObject({ cluster: 0, person: 0, award: 0 });

      const question = { scope: everyCluster, portfolio: 'all' } as const;
      const portfolio = new PortfolioRepository(database.dataSource);
      const left = await portfolio.readPortfolio(question);
      expect(left).toHaveLength(14);
      expect(await portfolio.readPortfolio({ ...question, known: new Date() }), 'what was taken out is not known any more').toEqual(left);
    } finally {
      await sourced.drop();
    }
  });
});

async function decide(
  dataSource: DataSource,
  portfolio: 'national' | 'exercise',
  on: CalendarDate,
): Promise<Record<string, ClusterDecision>> {
  const { rules } = await new RulesRepository(dataSource).readRules();
  const clusters = await new PortfolioRepository(dataSource).readPortfolio({ scope: everyCluster, portfolio });
  return Object.fromEntries(clusters.map(({ slug, facts }) => [slug, decideCluster(facts, rules, on)]));
}

async function factTables(dataSource: DataSource): Promise<string[]> {
  const rows = (await dataSource.query(
    `select relname as table from pg_trigger join pg_class on pg_class.oid = tgrelid
     join pg_attribute on attrelid = tgrelid and attname = 'confidence' where tgname = 'recorded' order by 1`,
  )) as { table: string }[];
  return rows.map(({ table }) => table);
}

async function illustrativeRows(dataSource: DataSource): Promise<string[]> {
  const found: string[] = [];
  for (const table of await factTables(dataSource)) {
    const rows = await dataSource.query(`select 1 from ${table} where confidence = 'illustrative' or source = ''`);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

/** Every row of every table that is not technical, without what differs from one database to the next: ids, instants, revisions. */
async function content(dataSource: DataSource): Promise<Record<string, string[]>> {
  const answer: Record<string, string[]> = {};
  const technical = ['ledger', 'free_text', 'cluster_version', 'rules_version', 'reminder_version', 'migrations'];
  const tables = (await dataSource.query(
    `select table_name as table from information_schema.tables where table_schema = 'public' and not table_name = any($1) order by 1`,
    [technical],
  )) as { table: string }[];
  for (const { table } of tables) {
    const rows = (await dataSource.query(`select to_jsonb(found) as row from ${table} as found`)) as { row: Record<string, unknown> }[];
    answer[table] = rows.map(({ row }) => JSON.stringify(comparable(row))).sort();
  }
  return answer;
}

function comparable(row: Record<string, unknown>): Record<string, unknown> {
  const varying = /^(id|salt|revision|created_at|(cluster|programme|framework)_id)$/;
  return Object.fromEntries(Object.entries(row).filter(([column]) => !varying.test(column)));
}
