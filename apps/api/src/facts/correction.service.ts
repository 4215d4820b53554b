import type { BodyOf } from '@klyngevagt/contracts';
import { CorrectionRepository, type Saved } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { unstatedSources } from './stated-source.js';

/** "Er dette rigtigt?": clusters propose, officers decide. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly decisions: DecisionReader,
  ) {}

  async propose(caller: Caller, slug: string, body: BodyOf<'correction.propose'>): Promise<Saved> {
    const { awardId, proposedLevel, proposedValidUntil, text } = body;
    const { cluster, today } = await this.decisions.readCluster(caller.scope, slug);
    const { awards } = cluster.facts;
    if (awardId !== null && !awards.some(({ id }) => id === awardId)) {
      throw new Refusal('invalid-input', [{ field: 'awardId', code: 'no-such-award' }]);
    }
    const isNewAward = awardId === null && (proposedLevel !== null || proposedValidUntil !== null);
    const level = proposedLevel ?? (isNewAward ? 'gold' : null);
    const proposedValues = {
      ...(level !== null && { level }),
      ...(proposedValidUntil !== null && { validUntil: proposedValidUntil }),
      ...(isNewAward && { kind: awards.some((award) => award.level === level) ? 'renewal' : 'first' }),
    };
    return this.corrections.propose(actorOf(caller, null), caller.scope, slug, {
      subject: awardId !== null || isNewAward ? 'award' : 'cluster',
      awardId,
      proposedOn: today,
      proposedById: caller.personId,
      proposedValues,
      text,
      source: unstatedSources.cluster,
      confidence: 'partly',
    });
  }

  /** Accepting writes the proposed values in the same transaction. */
  async decide(caller: Caller, id: string, { reason, revision, decision, answer }: BodyOf<'correction.decide'>): Promise<Saved> {
    const actor = actorOf(caller, reason);
    const made = { decidedOn: await this.decisions.today(), decidedById: caller.personId, decisionText: answer };
    if (decision === 'refuse') return this.corrections.refuse(actor, caller.scope, id, revision, made);
    const valuesFrom = { source: unstatedSources.clusterAccepted, confidence: 'partly' as const };
    return this.corrections.accept(actor, caller.scope, id, revision, { ...made, valuesFrom });
  }
}
