import type { CalendarDate } from '@klyngevagt/scoring';
import type { DataSource } from 'typeorm';

/** The demonstration's plain date. Only callers in demo mode ask for it. */
export class DemoClockRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Null: the real date holds. */
  async read(): Promise<CalendarDate | null> {
    const [row] = (await this.dataSource.query('select today::text from demo_clock')) as [{ today: CalendarDate | null }?];
    return row?.today ?? null;
  }

  async set(today: CalendarDate | null): Promise<void> {
    await this.dataSource.query('update demo_clock set today = $1', [today]);
  }
}
