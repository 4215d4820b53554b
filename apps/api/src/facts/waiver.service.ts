import type { BodyOf } from '@klyngevagt/contracts';
import { type Saved, WaiverRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { programmeIdOf } from './programme-id.js';
import { unstatedSources } from './stated-source.js';

/** Exemptions: one person proposes, another decides. */
@Injectable()
export class WaiverService {
  constructor(
    private readonly waivers: WaiverRepository,
    private readonly decisions: DecisionReader,
  ) {}

  async record(caller: Caller, slug: string, { reason, programme, ...waiver }: BodyOf<'waiver.record'>): Promise<Saved> {
    const today = await this.decisions.today();
    if (waiver.endsOn < today) throw new Refusal('invalid-input', [{ field: 'endsOn', code: 'in-the-past' }]);
    return this.waivers.record(actorOf(caller, reason), caller.scope, slug, {
      ...waiver,
      programmeId: programmeIdOf(await this.decisions.readProgrammes(), programme),
      proposedOn: today,
      proposedById: caller.personId,
      source: unstatedSources.officer,
      confidence: 'partly',
    });
  }

  async decide(caller: Caller, id: string, { reason, revision, decision }: BodyOf<'waiver.decide'>): Promise<Saved> {
    const made = { decision, on: await this.decisions.today(), personId: caller.personId };
    return this.waivers.decide(actorOf(caller, reason), caller.scope, id, revision, made);
  }

  async correct(caller: Caller, id: string, { reason, revision, ...waiver }: BodyOf<'waiver.correct'>): Promise<Saved> {
    return this.waivers.correct(actorOf(caller, reason), caller.scope, id, revision, { ...waiver, personId: caller.personId });
  }
}
