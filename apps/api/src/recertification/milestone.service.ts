import type { BodyOf, CaseTrial, QueryOf } from '@klyngevagt/contracts';
import { ClusterRepository, ConcurrentEditError, RecertificationCaseRepository, type Saved } from '@klyngevagt/db';
import { type CalendarDate, caseOn, movedBetween, refuseDone } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { mayDo } from '../auth/permissions.js';
import { notFound, Refusal } from '../http/refusal.js';
import { CaseReader, type CaseReading, type CasesReading } from './case-reader.js';
import { mayComplete } from './case.presenter.js';
import { closedDayRefusal, doneRefusal, changedByOther, wordsOf } from './case-refusals.js';

type Stored = CaseReading['stored']['milestones'][number];

interface Found {
  all: CasesReading;
  one: CaseReading;
  milestone: Stored;
}

/** The steps of a case: planning, ticking off, noting. */
@Injectable()
export class MilestoneService {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: RecertificationCaseRepository,
    private readonly clusters: ClusterRepository,
  ) {}

  /** What would move if the milestone were planned on the day. Nothing is saved. */
  async tryPlan(caller: Caller, id: string, query: QueryOf<'milestone.trial'>): Promise<CaseTrial> {
    const plannedOn = query.plannedOn ?? null;
    const { all, one, milestone } = await this.find(caller, id);
    const recorded = one.input.recorded.map((row) => (row.milestone === milestone.milestone ? { ...row, plannedOn } : row));
    const after = caseOn({ ...one.input, recorded }, all.rules, all.reading.on);
    const refusal = plannedOn && closedDayRefusal(plannedOn, all, caller.language);
    return {
      refusal: refusal ? wordsOf(refusal, caller.language) : null,
      decisionOn: after.decisionOn,
      inTime: after.isInTime,
      moves: movedBetween(one.progress, after).map(({ milestone: moved, beforeOn, afterOn, isTooLate, wasTooLate }) => ({
        milestone: moved,
        beforeOn,
        afterOn,
        tooLate: isTooLate,
        wasTooLate,
      })),
    };
  }

  async plan(caller: Caller, id: string, { plannedOn, owner, revision, reason }: BodyOf<'milestone.plan'>): Promise<Saved> {
    const found = await this.find(caller, id);
    refuseClosedCase(found.one);
    const refusal = plannedOn && closedDayRefusal(plannedOn, found.all, caller.language);
    if (refusal) throw new Refusal('invalid-input', [refusal]);
    return this.telling(found, caller, 'plannedOn', () =>
      this.cases.editMilestone(actorOf(caller, reason), caller.scope, id, revision, { plannedOn, owner }),
    );
  }

  async complete(caller: Caller, id: string, body: BodyOf<'milestone.complete'>): Promise<Saved> {
    const { doneOn, revision, reason } = body;
    const found = await this.find(caller, id);
    const { one, milestone } = found;
    refuseClosedCase(one);
    const state = one.progress.milestones.find((row) => row.milestone === milestone.milestone);
    if (milestone.milestone === 'decision' || milestone.milestone === 'label') {
      throw new Refusal('conflict', [{ field: 'doneOn', code: 'outcome-decides' }]);
    }
    if (!state || !mayComplete(milestone.milestone, state.owner, caller)) throw new Refusal('not-allowed');
    if (doneOn !== null) refuseOutOfOrder(found, doneOn, body.outOfOrder && mayDo(caller.role, 'case:manage'), caller);
    const actor = actorOf(caller, reason);
    const { booking } = found.all.reading.decision.chain ?? {};
    return this.telling(found, caller, 'doneOn', () =>
      milestone.milestone === 'audit' && doneOn !== null && booking && one.cycle
        ? this.cases.holdAudit(actor, caller.scope, { id, revision, doneOn, bookingId: booking.auditId })
        : this.cases.editMilestone(actor, caller.scope, id, revision, { doneOn }),
    );
  }

  async note(caller: Caller, id: string, { note, revision }: BodyOf<'milestone.note'>): Promise<Saved> {
    const found = await this.find(caller, id);
    return this.telling(found, caller, 'note', () =>
      this.cases.editMilestone(actorOf(caller, null), caller.scope, id, revision, { note: note || null }),
    );
  }

  private async find(caller: Caller, id: string): Promise<Found> {
    const { slug, caseId } = await this.cases.findMilestone(caller.scope, id);
    const all = await this.reader.read(caller.scope, slug);
    const one = all.cases.find(({ stored }) => stored.id === caseId);
    const milestone = one?.stored.milestones.find((row) => row.id === id);
    if (!one || !milestone) throw notFound();
    return { all, one, milestone };
  }

  /** Who came second is told what the other one changed; nothing of either is lost. */
  private async telling(
    { all, milestone }: Found,
    caller: Caller,
    field: 'plannedOn' | 'doneOn' | 'note',
    work: () => Promise<Saved>,
  ): Promise<Saved> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConcurrentEditError)) throw error;
      const page = { limit: 100, entity: 'case_milestone' };
      const rows = await this.clusters.readHistory(caller.scope, all.reading.cluster.slug, page);
      throw changedByOther(
        rows.find(({ rowId }) => rowId === milestone.id),
        field,
        caller.language,
      );
    }
  }
}

/** What is over stays as it was; a decision is corrected on the case itself. */
function refuseClosedCase({ stored }: CaseReading): void {
  if (stored.state !== 'open' && stored.state !== 'failed') throw new Refusal('conflict', [{ field: 'state', code: 'case-closed' }]);
}

function refuseOutOfOrder({ all, one, milestone }: Found, doneOn: CalendarDate, mayOverrule: boolean, caller: Caller): void {
  const refused = refuseDone(one.progress, milestone.milestone, doneOn, all.reading.today);
  if (!refused || (mayOverrule && refused.code !== 'not-yet')) return;
  throw new Refusal(refused.code === 'not-yet' ? 'invalid-input' : 'conflict', [doneRefusal(refused, caller.language)]);
}
