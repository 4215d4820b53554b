import type { CalendarDate } from '@klyngevagt/scoring';
import { NotFoundError } from '../errors.js';

/** What every part of the demonstration starts from. */
export class DemoContext {
  constructor(
    /** Day of the seeding: all invented dates are relative to it. */
    readonly on: CalendarDate,
    readonly closedDays: ReadonlySet<CalendarDate>,
    private readonly clusterIds: ReadonlyMap<string, string>,
    private readonly personIds: ReadonlyMap<string, string>,
  ) {}

  cluster(slug: string): string {
    return idOf(this.clusterIds, slug, 'cluster');
  }

  person(email: string): string {
    return idOf(this.personIds, email, 'person');
  }
}

/** @throws NotFoundError: the demonstration names something that was not seeded. */
export function idOf(ids: ReadonlyMap<string, string>, key: string, entity: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new NotFoundError(entity);
  return id;
}
