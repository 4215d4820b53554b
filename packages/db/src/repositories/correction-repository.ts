import type { CalendarDate, Confidence } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, lockFact, type NewFact, type Saved } from '../edit.js';
import { AwardEntity } from '../entities/award.js';
import { ClusterEntity } from '../entities/cluster.js';
import { CorrectionProposalEntity } from '../entities/correction-proposal.js';
import { ConstraintError } from '../errors.js';
import type { Scope } from '../scope.js';
import { insertAward } from './award-repository.js';

export type NewCorrection = Pick<
  NewFact<CorrectionProposalEntity>,
  'subject' | 'proposedOn' | 'proposedValues' | 'source' | 'confidence'
> & {
  awardId?: string | null | undefined;
  proposedById?: string | null | undefined;
  text?: string | null | undefined;
};

export interface CorrectionDecision {
  decidedOn: CalendarDate;
  decidedById: string | null;
  decisionText?: string | null | undefined;
}

export interface CorrectionAcceptance extends CorrectionDecision {
  /** Where the values come from: it replaces the source of the fact that they correct. */
  valuesFrom: { source: string; confidence: Confidence };
}

/** Fields that a cluster may propose for. Everything else is refused before it reaches a row. */
const proposable: Record<'award' | 'cluster', readonly string[]> = {
  award: ['level', 'kind', 'assessedOn', 'approvedOn', 'validFrom', 'validUntil', 'score'],
  cluster: ['name', 'city', 'website', 'cvrNumber'],
};

/** "Is this right?": what clusters propose, and what officers make of it. */
export class CorrectionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError for a field that nobody may propose for. */
  async propose(actor: Actor, scope: Scope, clusterSlug: string, proposal: NewCorrection): Promise<Saved> {
    const foreign = Object.keys(proposal.proposedValues).find((field) => !proposable[proposal.subject].includes(field));
    if (foreign !== undefined) throw new ConstraintError('correction_proposal_field', foreign);
    return recordAs(this.dataSource, actor, async (manager) => {
      const clusterId = await clusterIdOf(manager, scope, clusterSlug);
      const own = { kind: 'clusters', clusterIds: [clusterId] } as const;
      if (proposal.awardId) await lockFact(manager, AwardEntity, own, proposal.awardId);
      return insertFact(manager, CorrectionProposalEntity, { ...proposal, clusterId, state: 'open' });
    });
  }

  /**
   * Accepts the proposal and writes its values in the same transaction.
   * @throws NotFoundError, ConcurrentEditError, ConstraintError where the values do not fit.
   */
  async accept(
    actor: Actor,
    scope: Scope,
    id: string,
    expectedRevision: number,
    { valuesFrom, ...decision }: CorrectionAcceptance,
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const changes = answeredAs('accepted', decision);
      const saved = await editFact(manager, CorrectionProposalEntity, scope, { id, expectedRevision, changes });
      await applyValues(manager, scope, await lockFact(manager, CorrectionProposalEntity, scope, id), valuesFrom);
      return saved;
    });
  }

  /** @throws NotFoundError, ConcurrentEditError */
  async refuse(actor: Actor, scope: Scope, id: string, expectedRevision: number, decision: CorrectionDecision): Promise<Saved> {
    const changes = answeredAs('refused', decision);
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, CorrectionProposalEntity, scope, { id, expectedRevision, changes }),
    );
  }
}

/** A proposal is answered once. */
function answeredAs(state: 'accepted' | 'refused', decision: CorrectionDecision) {
  return (present: CorrectionProposalEntity) => {
    if (present.state !== 'open') throw new ConstraintError('correction_proposal_open', 'state');
    return { state, ...decision };
  };
}

async function applyValues(
  manager: EntityManager,
  scope: Scope,
  proposal: CorrectionProposalEntity,
  valuesFrom: CorrectionAcceptance['valuesFrom'],
): Promise<void> {
  const { clusterId, awardId, subject, proposedValues } = proposal;
  if (subject === 'cluster') {
    const cluster = await lockFact(manager, ClusterEntity, scope, clusterId);
    await manager.save(Object.assign(cluster, proposedValues));
  } else if (awardId === null) {
    const validUntilBasis = proposedValues['validUntil'] ? 'certificate' : 'not-known';
    // What was proposed lies in JSON: whether it makes a whole award is for the table's constraints to say.
    const award = { ...proposedValues, validUntilBasis, ...valuesFrom } as NewFact<AwardEntity>;
    await insertAward(manager, { ...award, clusterId });
  } else {
    const award = await lockFact(manager, AwardEntity, scope, awardId);
    Object.assign(award, proposedValues, valuesFrom);
    await manager.save(Object.assign(award, { validUntilBasis: award.validUntil === null ? 'not-known' : basisOf(award) }));
  }
}

function basisOf(award: AwardEntity): AwardEntity['validUntilBasis'] {
  return award.validUntilBasis === 'not-known' ? 'certificate' : award.validUntilBasis;
}
