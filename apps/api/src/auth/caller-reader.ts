import { CallerRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Caller } from './caller.js';
import { scopeOf } from './scope.js';

/** From an account to who asks and what may be answered. Nothing is kept between requests, so a changed role holds at once. */
@Injectable()
export class CallerReader {
  constructor(
    private readonly persons: CallerRepository,
    private readonly clock: Clock,
  ) {}

  async read(accountId: string, requestId: string): Promise<Caller | null> {
    const person = await this.persons.readCaller(accountId, await this.clock.today());
    if (!person) return null;
    const { personId, role, language, clusterIds } = person;
    return { personId, accountId, role, language, scope: scopeOf(role, clusterIds), requestId };
  }
}
