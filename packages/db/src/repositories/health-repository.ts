import type { DataSource } from 'typeorm';
import { migrations } from '../migrations.js';

export interface DatabaseHealth {
  /** Migrations of this build that the database does not have yet. */
  pendingMigrations: number;
  /** When a run of the worker last began; null: never. */
  workerSeenAt: string | null;
}

/** Whether the database is there and fits this build. */
export class HealthRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<DatabaseHealth> {
    const [found] = (await this.dataSource.query(`select to_regclass('migrations') is not null as exists`)) as [{ exists: boolean }];
    if (!found.exists) return { pendingMigrations: migrations.length, workerSeenAt: null };
    const applied = new Set(((await this.dataSource.query('select name from migrations')) as { name: string }[]).map(({ name }) => name));
    const pendingMigrations = migrations.filter(({ name }) => !applied.has(name)).length;
    if (pendingMigrations > 0) return { pendingMigrations, workerSeenAt: null };
    const [run] = (await this.dataSource.query('select max(started_at) as at from worker_run')) as [{ at: Date | null }];
    return { pendingMigrations, workerSeenAt: run.at?.toISOString() ?? null };
  }
}
