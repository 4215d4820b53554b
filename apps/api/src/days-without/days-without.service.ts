import type { DaysWithout, QueryOf } from '@klyngevagt/contracts';
import { NotFoundError } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader, type Reading } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import { KnownTimes } from '../present/known-times.js';
import { countRows, type DaysAsked, presentTotal } from './days-without.presenter.js';

@Injectable()
export class DaysWithoutService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly knownTimes: KnownTimes,
  ) {}

  /** The days of a period as known now (or at `known`) and, once the period is over, as known when it ended. */
  async read(caller: Caller, query: QueryOf<'days-without.read'>): Promise<DaysWithout> {
    const { from, to, level, programme, known } = query;
    if (to < from) throw new Refusal('date-order', [{ field: 'to', code: 'before-start' }]);
    const now = await this.decisions.readPortfolio({ scope: caller.scope, programme, known });
    if (from > now.today) throw new Refusal('invalid-input', [{ field: 'from', code: 'not-come-yet' }]);
    const then = await this.readAtEnd(caller, query, now);
    const asked: DaysAsked = { level, from, to: to > now.today ? now.today : to, language: caller.language };
    const rows = countRows(now, then, asked);
    const shown = now.programmes.find(({ slug }) => slug === programme);
    return {
      level,
      from,
      to,
      countedTo: asked.to,
      today: now.today,
      known: now.known,
      knownThen: then?.known ?? null,
      programme: shown ? presentProgramme(shown, caller.language) : null,
      programmes: now.programmes.map((one) => presentProgramme(one, caller.language)),
      totals: { now: presentTotal(rows.map((row) => row.now)), atEnd: then && presentTotal(rows.flatMap((row) => row.atEnd ?? [])) },
      rows,
    };
  }

  /** Null while the period runs, and where `now` rests on nothing later. */
  private async readAtEnd(
    { scope }: Caller,
    { to, programme }: QueryOf<'days-without.read'>,
    { known, today }: Reading,
  ): Promise<Reading | null> {
    const end = to < today ? await this.knownTimes.readEndOf(to) : null;
    if (end === null || (known !== null && known <= end)) return null;
    return this.decisions.readPortfolio({ scope, programme, known: end }).catch((error: unknown) => {
      // A programme that had not been recorded then bound nobody, as far as was known.
      if (error instanceof NotFoundError)
        return this.decisions.readPortfolio({ scope, known: end }).then((reading) => ({ ...reading, clusters: [] }));
      throw error;
    });
  }
}
