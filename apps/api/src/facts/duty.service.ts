import type { BodyOf } from '@klyngevagt/contracts';
import { ActionPlanRepository, ClusterRepository, MembershipRepository, type Saved, WaiverRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { recordersOf } from '../clusters/fact.presenters.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { statedSource, unstatedSources } from './stated-source.js';

/** What binds a cluster, and what stands in for the label while it is missing. */
@Injectable()
export class DutyService {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly plans: ActionPlanRepository,
    private readonly waivers: WaiverRepository,
    private readonly clusters: ClusterRepository,
    private readonly decisions: DecisionReader,
  ) {}

  async recordMembership(caller: Caller, slug: string, body: BodyOf<'membership.record'>): Promise<Saved> {
    const { reason, programme, exitReason, endDayAssumed, ...membership } = body;
    return this.memberships.record(actorOf(caller, reason), caller.scope, slug, {
      ...membership,
      programmeId: await this.programmeIdOf(programme),
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

  async proposePlan(caller: Caller, slug: string, { reason, programme, dueOn, text }: BodyOf<'plan.propose'>): Promise<Saved> {
    const today = await this.decisions.today();
    if (dueOn < today) throw new Refusal('invalid-input', [{ field: 'dueOn', code: 'in-the-past' }]);
    const isCluster = caller.role === 'manager';
    return this.plans.propose(actorOf(caller, reason), caller.scope, slug, {
      programmeId: await this.programmeIdOf(programme),
      proposedOn: today,
      dueOn,
      text,
      source: isCluster ? unstatedSources.cluster : unstatedSources.officer,
      confidence: 'partly',
    });
  }

  /** Accepting and refusing happen once; an accepted plan may still be withdrawn. */
  async decidePlan(caller: Caller, id: string, { reason, revision, decision }: BodyOf<'plan.decide'>): Promise<Saved> {
    const { facts } = await this.decisions.findClusterOfFact(caller.scope, ({ facts: own }) => own.plans.some((plan) => plan.id === id));
    const plan = facts.plans.find((one) => one.id === id);
    const isDecided = plan?.closedOn !== null || (decision !== 'withdraw' && plan.acceptedOn !== null);
    if (isDecided) throw new Refusal('conflict', [{ field: 'decision', code: 'already-decided' }]);
    const today = await this.decisions.today();
    const actor = actorOf(caller, reason);
    return decision === 'accept'
      ? this.plans.accept(actor, caller.scope, id, revision, today)
      : this.plans.close(actor, caller.scope, id, revision, today);
  }

  async recordWaiver(caller: Caller, slug: string, { reason, programme, ...waiver }: BodyOf<'waiver.record'>): Promise<Saved> {
    const programmeId = await this.programmeIdOf(programme);
    const stated = { source: unstatedSources.officer, confidence: 'partly' as const };
    return this.waivers.record(actorOf(caller, reason), caller.scope, slug, { ...waiver, programmeId, ...stated });
  }

  /** Two persons make an exemption: who recorded it does not approve it. */
  async approveWaiver(caller: Caller, id: string, { reason, revision }: BodyOf<'waiver.approve'>): Promise<Saved> {
    const { scope } = caller;
    const cluster = await this.decisions.findClusterOfFact(scope, ({ facts }) => facts.waivers.some((waiver) => waiver.id === id));
    if (cluster.facts.waivers.some((waiver) => waiver.id === id && waiver.approvedOn !== null)) {
      throw new Refusal('conflict', [{ field: 'revision', code: 'already-decided' }]);
    }
    const rows = await this.clusters.readHistory(scope, cluster.slug, { limit: 1000, entity: 'waiver' });
    if (recordersOf(rows).get(id) === caller.accountId) throw new Refusal('same-person-approves');
    return this.waivers.approve(actorOf(caller, reason), scope, id, revision, await this.decisions.today());
  }

  private async programmeIdOf(slug: string): Promise<string> {
    const programme = (await this.decisions.readProgrammes()).find((one) => one.slug === slug);
    if (!programme) throw new Refusal('invalid-input', [{ field: 'programme', code: 'no-such-programme' }]);
    return programme.id;
  }
}
