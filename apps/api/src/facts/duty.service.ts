import type { BodyOf } from '@klyngevagt/contracts';
import { MembershipRepository, type Saved } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { programmeIdOf } from './programme-id.js';
import { statedSource } from './stated-source.js';

/** What binds a cluster. */
@Injectable()
export class DutyService {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly decisions: DecisionReader,
  ) {}

  async recordMembership(caller: Caller, slug: string, body: BodyOf<'membership.record'>): Promise<Saved> {
    const { reason, programme, exitReason, endDayAssumed, ...membership } = body;
    return this.memberships.record(actorOf(caller, reason), caller.scope, slug, {
      ...membership,
      programmeId: programmeIdOf(await this.decisions.readProgrammes(), programme),
      note: exitReason,
      isEndDayAssumed: endDayAssumed,
      source: statedSource(membership.source, membership.confidence),
    });
  }

  async correctMembership(caller: Caller, id: string, body: BodyOf<'membership.correct'>): Promise<Saved> {
    const { reason, revision, exitReason, endDayAssumed, ...membership } = body;
    const source = statedSource(membership.source, membership.confidence);
    const changes = { ...membership, note: exitReason, isEndDayAssumed: endDayAssumed, source };
    return this.memberships.correct(actorOf(caller, reason), caller.scope, id, revision, changes);
  }
}
