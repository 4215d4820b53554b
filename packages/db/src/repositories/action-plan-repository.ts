import type { CalendarDate, Confidence } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { ActionPlanEntity } from '../entities/action-plan.js';
import { PlanMilestoneEntity } from '../entities/plan-milestone.js';
import { ConstraintError, NotFoundError } from '../errors.js';
import type { Scope } from '../scope.js';

/** A step of a plan as it is proposed; `id` null: a new one. */
export interface ProposedMilestone {
  id: string | null;
  text: string;
  dueOn: CalendarDate;
}

export interface PlanRevision {
  dueOn: CalendarDate;
  text: string;
  /** All steps of the plan: one that is missing is taken out. */
  milestones: readonly ProposedMilestone[];
}

export type PlanDecision = 'accept' | 'return' | 'refuse';

/** Plans to become holder of the required level: proposed by a cluster or an officer, counting from their acceptance. */
export class ActionPlanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, ConstraintError */
  async propose(
    actor: Actor,
    scope: Scope,
    clusterSlug: string,
    plan: NewFact<ActionPlanEntity>,
    milestones: readonly ProposedMilestone[] = [],
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const clusterId = await clusterIdOf(manager, scope, clusterSlug);
      const saved = await insertFact(manager, ActionPlanEntity, { ...plan, clusterId });
      const { source, confidence } = plan;
      await setMilestones(manager, { id: saved.id, clusterId, source, confidence }, milestones);
      return saved;
    });
  }

  /** Proposed again, changed: a plan that was returned waits for an officer from now on. @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async revise(actor: Actor, scope: Scope, id: string, expectedRevision: number, { milestones, ...plan }: PlanRevision): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const saved = await editFact(manager, ActionPlanEntity, scope, {
        id,
        expectedRevision,
        changes: (present): Changes<ActionPlanEntity> => {
          checkWaiting(present);
          return { ...plan, returnedOn: null };
        },
      });
      await setMilestones(manager, await manager.findOneByOrFail(ActionPlanEntity, { id }), milestones);
      return saved.revision > expectedRevision ? saved : raiseRevision(manager, id);
    });
  }

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError for a plan that no longer waits, or whose due day has passed */
  async decide(
    actor: Actor,
    scope: Scope,
    id: string,
    expectedRevision: number,
    { decision, on }: { decision: PlanDecision; on: CalendarDate },
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, ActionPlanEntity, scope, {
        id,
        expectedRevision,
        changes: (present): Changes<ActionPlanEntity> => {
          checkWaiting(present);
          if (decision === 'accept' && present.dueOn < on) throw new ConstraintError('action_plan_due_passed', 'decision');
          if (decision === 'accept') return { acceptedOn: on, returnedOn: null };
          return decision === 'return' ? { returnedOn: on } : { closedOn: on, closedAs: 'refused' };
        },
      }),
    );
  }

  /** Stands no longer from this day on. @throws NotFoundError, ConcurrentEditError, ConstraintError for an accepted plan that the caller may not end */
  async withdraw(
    actor: Actor,
    scope: Scope,
    id: string,
    expectedRevision: number,
    { on, mayEndAccepted }: { on: CalendarDate; mayEndAccepted: boolean },
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, ActionPlanEntity, scope, {
        id,
        expectedRevision,
        changes: (present): Changes<ActionPlanEntity> => {
          if (present.closedOn !== null || (present.acceptedOn !== null && !mayEndAccepted)) checkWaiting(present);
          return { closedOn: on, closedAs: 'withdrawn' };
        },
      }),
    );
  }

  /** A mistake in what was recorded. @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async correct(actor: Actor, scope: Scope, id: string, expectedRevision: number, changes: Changes<ActionPlanEntity>): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, ActionPlanEntity, scope, {
        id,
        expectedRevision,
        changes: (present): Changes<ActionPlanEntity> => {
          // Accepting is a decision of its own, and so is taking it back.
          if ((changes.acceptedOn === null) !== (present.acceptedOn === null))
            throw new ConstraintError('action_plan_acceptance', 'acceptedOn');
          const { acceptedOn } = changes;
          // Agreed before anybody wrote it in here: by then it had been proposed.
          return acceptedOn && acceptedOn < present.proposedOn ? { ...changes, proposedOn: acceptedOn } : changes;
        },
      }),
    );
  }

  /** A step was done on the day, or (null) is not done after all. @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async finishMilestone(actor: Actor, scope: Scope, id: string, expectedRevision: number, doneOn: CalendarDate | null): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) =>
      editFact(manager, PlanMilestoneEntity, scope, { id, expectedRevision, changes: { doneOn } }),
    );
  }
}

function checkWaiting({ acceptedOn, closedOn }: ActionPlanEntity): void {
  if (acceptedOn !== null || closedOn !== null) throw new ConstraintError('action_plan_waiting', 'decision');
}

interface PlanOfMilestones {
  id: string;
  clusterId: string;
  source: string;
  confidence: Confidence;
}

async function setMilestones(
  manager: EntityManager,
  { id: planId, clusterId, source, confidence }: PlanOfMilestones,
  proposed: readonly ProposedMilestone[],
): Promise<void> {
  const present = await manager.findBy(PlanMilestoneEntity, { planId });
  for (const one of present) if (!proposed.some(({ id }) => id === one.id)) await manager.delete(PlanMilestoneEntity, { id: one.id });
  for (const { id, text, dueOn } of proposed) {
    const known = present.find((one) => one.id === id);
    if (id !== null && !known) throw new NotFoundError('plan_milestone');
    if (known) await manager.save(Object.assign(known, { text, dueOn }));
    else await insertFact(manager, PlanMilestoneEntity, { planId, clusterId, text, dueOn, source, confidence });
  }
}

/** Only steps changed: whoever saw the plan before them is told all the same. */
async function raiseRevision(manager: EntityManager, id: string): Promise<Saved> {
  const [[saved]] = (await manager.query('update action_plan set revision = revision + 1 where id = $1 returning id, revision', [id])) as [
    [Saved],
    number,
  ];
  return saved;
}
