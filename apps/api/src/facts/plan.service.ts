import type { BodyOf } from '@klyngevagt/contracts';
import { ActionPlanRepository, type Saved } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { mayDo } from '../auth/permissions.js';
import { Refusal } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { programmeIdOf } from './programme-id.js';
import { unstatedSources } from './stated-source.js';

/** Plans: a cluster or an officer proposes, an officer accepts, returns or refuses; steps are ticked off on the way. */
@Injectable()
export class PlanService {
  constructor(
    private readonly plans: ActionPlanRepository,
    private readonly decisions: DecisionReader,
  ) {}

  async propose(caller: Caller, slug: string, body: BodyOf<'plan.propose'>): Promise<Saved> {
    const { reason, programme, dueOn, text, milestones } = body;
    const today = await this.decisions.today();
    checkDays(body, today);
    const plan = {
      programmeId: programmeIdOf(await this.decisions.readProgrammes(), programme),
      proposedOn: today,
      dueOn,
      text,
      source: caller.role === 'manager' ? unstatedSources.cluster : unstatedSources.officer,
      confidence: 'partly' as const,
    };
    return this.plans.propose(actorOf(caller, reason), caller.scope, slug, plan, milestones);
  }

  async revise(caller: Caller, id: string, { reason, revision, ...plan }: BodyOf<'plan.revise'>): Promise<Saved> {
    checkDays(plan, await this.decisions.today());
    return this.plans.revise(actorOf(caller, reason), caller.scope, id, revision, plan);
  }

  async decide(caller: Caller, id: string, { reason, revision, decision }: BodyOf<'plan.decide'>): Promise<Saved> {
    const on = await this.decisions.today();
    return this.plans.decide(actorOf(caller, reason), caller.scope, id, revision, { decision, on });
  }

  /** A cluster may take back what nobody accepted yet; an accepted plan is ended by an officer. */
  async withdraw(caller: Caller, id: string, { reason, revision }: BodyOf<'plan.withdraw'>): Promise<Saved> {
    const on = await this.decisions.today();
    const mayEndAccepted = mayDo(caller.role, 'plan:decide');
    return this.plans.withdraw(actorOf(caller, reason), caller.scope, id, revision, { on, mayEndAccepted });
  }

  async correct(caller: Caller, id: string, { reason, revision, ...changes }: BodyOf<'plan.correct'>): Promise<Saved> {
    await this.checkNotToCome('acceptedOn', changes.acceptedOn);
    return this.plans.correct(actorOf(caller, reason), caller.scope, id, revision, changes);
  }

  async finishMilestone(caller: Caller, id: string, { reason, revision, doneOn }: BodyOf<'plan-milestone.finish'>): Promise<Saved> {
    await this.checkNotToCome('doneOn', doneOn);
    return this.plans.finishMilestone(actorOf(caller, reason), caller.scope, id, revision, doneOn);
  }

  private async checkNotToCome(field: string, day: CalendarDate | null): Promise<void> {
    if (day !== null && day > (await this.decisions.today())) throw new Refusal('invalid-input', [{ field, code: 'not-come-yet' }]);
  }
}

/** A plan looks ahead, and its steps end with it. */
function checkDays({ dueOn, milestones }: Pick<BodyOf<'plan.revise'>, 'dueOn' | 'milestones'>, today: CalendarDate): void {
  if (dueOn < today) throw new Refusal('invalid-input', [{ field: 'dueOn', code: 'in-the-past' }]);
  const late = milestones.findIndex((milestone) => milestone.dueOn > dueOn);
  if (late >= 0) throw new Refusal('invalid-input', [{ field: `milestones.${late}.dueOn`, code: 'after-plan' }]);
}
