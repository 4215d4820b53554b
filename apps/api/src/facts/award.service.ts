import type { BodyOf, QueryOf, ValidityProposal } from '@klyngevagt/contracts';
import { AwardRepository, type Saved } from '@klyngevagt/db';
import { createTranslator, formatLongDate } from '@klyngevagt/messages';
import { proposeValidity } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { statedSource } from './stated-source.js';

@Injectable()
export class AwardService {
  constructor(
    private readonly awards: AwardRepository,
    private readonly decisions: DecisionReader,
  ) {}

  /** What the rules would propose for an award that is being typed. Nothing is saved. */
  async propose(caller: Caller, slug: string, query: QueryOf<'award.proposal'>): Promise<z.infer<typeof ValidityProposal>> {
    const { level, assessedOn = null, approvedOn = null, known } = query;
    const { cluster, rules } = await this.decisions.readCluster(caller.scope, slug, { known });
    const { kind, validFrom, validUntil } = proposeValidity({ level, assessedOn, approvedOn }, cluster.facts.awards, rules.rules);
    const t = createTranslator(caller.language);
    const until = validUntil && formatLongDate(validUntil, caller.language);
    const from = validFrom && formatLongDate(validFrom, caller.language);
    const key = until ? (from ? 'whole' : 'until') : 'none';
    return { kind: kind ?? 'first', validFrom, validUntil, sentence: t(`explanation.proposal.${key}`, { from, until }) };
  }

  async record(caller: Caller, slug: string, { reason, ...award }: BodyOf<'award.record'>): Promise<Saved> {
    checkEnd(award);
    const source = statedSource(award.source, award.confidence);
    return this.awards.record(actorOf(caller, reason), caller.scope, slug, { ...award, source });
  }

  async correct(caller: Caller, id: string, { reason, revision, ...award }: BodyOf<'award.correct'>): Promise<Saved> {
    checkEnd(award);
    const source = statedSource(award.source, award.confidence);
    return this.awards.correct(actorOf(caller, reason), caller.scope, id, revision, { ...award, source });
  }

  async revoke(caller: Caller, id: string, { reason, revision, revokedOn }: BodyOf<'award.revoke'>): Promise<Saved> {
    return this.awards.revoke(actorOf(caller, reason), caller.scope, id, revision, revokedOn);
  }
}

/** An end says where it comes from; without one nothing is claimed. */
function checkEnd({ validUntil, validUntilBasis }: Pick<BodyOf<'award.record'>, 'validUntil' | 'validUntilBasis'>): void {
  if ((validUntil === null) === (validUntilBasis === 'not-known')) return;
  throw new Refusal('invalid-input', [{ field: 'validUntilBasis', code: 'basis-and-end-disagree' }]);
}
