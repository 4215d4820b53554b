import type { ProposalList, QueryOf } from '@klyngevagt/contracts';
import { ProposalRepository } from '@klyngevagt/db';
import { daysBetween } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { KnownTimes } from '../present/known-times.js';

/** "Til behandling": what clusters and colleagues have proposed and nobody has answered. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly knownTimes: KnownTimes,
  ) {}

  async list({ scope, personId, present }: Caller, query: QueryOf<'proposal.list'>): Promise<ProposalList> {
    const known = await this.knownTimes.read(query.known);
    const { today } = present;
    const on = query.on ?? today;
    const waiting = await this.proposals.readWaiting({ scope, on, known });
    const proposals = waiting.map(({ clusterSlug, clusterName, proposedById, isIllustrative, ...proposal }) => ({
      ...proposal,
      cluster: { slug: clusterSlug, name: clusterName },
      waitingDays: daysBetween(proposal.since, on),
      mayDecide: proposedById === null || proposedById !== personId,
      illustrative: isIllustrative,
    }));
    return { on, today, known, proposals };
  }
}
