import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('all migrations on an empty database leave nothing for the entities to ask for', async () => {
  expect(await database.dataSource.showMigrations()).toBe(false);
  const difference = await database.dataSource.driver.createSchemaBuilder().log();
  expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
});

test('names sort as Danes expect', async () => {
  const { dataSource } = database;
  const [{ collation }] = await dataSource.query(
    `select collation_name as collation from information_schema.columns where table_name = 'cluster' and column_name = 'name'`,
  );
  expect(collation).toBe('da-DK-x-icu');
  const rows = await dataSource.query(
    `select name from unnest(array['Århus', 'Ærø', 'Zoo', 'Øland', 'Aarhus', 'Anders']) as name order by name collate "da-DK-x-icu"`,
  );
  expect(rows.map(({ name }: { name: string }) => name)).toEqual(['Anders', 'Zoo', 'Ærø', 'Øland', 'Århus', 'Aarhus']);
});

test('every migration can be taken back and applied again', async () => {
  const other = await createTestDatabase();
  try {
    const { dataSource } = other;
    const count = dataSource.migrations.length;
    for (let index = 0; index < count; index++) await dataSource.undoLastMigration({ transaction: 'each' });
    const left = await dataSource.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`,
    );
    expect(left).toEqual([]);
    expect(await dataSource.runMigrations({ transaction: 'each' })).toHaveLength(count);
  } finally {
    await other.drop();
  }
});

test('the latest migration can be taken back and applied again where the demonstration stands', async () => {
  const other = await createTestDatabase({ seed: 'demo' });
  try {
    const { dataSource } = other;
    const rulesOf = () => dataSource.query('select key, value from figure_rule order by key');
    const before = await rulesOf();
    await dataSource.undoLastMigration({ transaction: 'each' });
    expect(await dataSource.runMigrations({ transaction: 'each' })).toHaveLength(1);
    expect(await rulesOf()).toEqual(before);
  } finally {
    await other.drop();
  }
});
