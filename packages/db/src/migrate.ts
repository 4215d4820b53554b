import { runCommand } from './command-line.js';

await runCommand('migrate', async (dataSource) => {
  const applied = await dataSource.runMigrations({ transaction: 'each' });
  return applied.length === 0 ? 'The database is up to date' : `Applied ${applied.map(({ name }) => name).join(', ')}`;
});
