import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { asUnreachable } from './database-unreachable.js';
import { databaseUrl } from './env.js';

/** Runs one command of the operator against the database named by DATABASE_URL; a failure is one sentence and exit code 1. */
export async function runCommand(name: string, work: (dataSource: DataSource) => Promise<string>): Promise<void> {
  try {
    const url = databaseUrl('DATABASE_URL');
    const dataSource = createDataSource(url, { applicationName: `klyngevagt-${name}`, poolSize: 2 });
    await dataSource.initialize().catch((error: unknown) => {
      throw asUnreachable(error, url);
    });
    try {
      process.stdout.write(`${await work(dataSource)}\n`);
    } finally {
      await dataSource.destroy();
    }
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
