import type { RecommendationView, Role } from '@klyngevagt/contracts';
import type { StoredRecommendation } from '@klyngevagt/db';
import {
  type CalendarDate,
  recommendationAfter,
  recommendationOn,
  type RecommendationStep,
  recommendationSteps,
} from '@klyngevagt/scoring';
import type { Caller } from '../auth/caller.js';
import { mayDo, maySeeNames } from '../auth/permissions.js';

interface PresentedWith {
  caller: Caller;
  on: CalendarDate;
  /** Of every version of the indicators, the newest's names. */
  names: ReadonlyMap<string, string>;
  openCase: { id: string; openedOn: CalendarDate } | null;
}

export function presentRecommendation(stored: StoredRecommendation, { caller, on, names, openCase }: PresentedWith): RecommendationView {
  const { id, revision, givenOn, owner, dueOn, reportedOn, closedOn, confidence } = stored;
  const seesText = maySeeNames(caller.role);
  const { state, isOverdue } = recommendationOn(stored, on);
  const upTo = (day: CalendarDate | null) => (day !== null && day <= on ? day : null);
  return {
    id,
    revision,
    givenOn,
    owner,
    dueOn,
    state,
    text: seesText ? stored.text : null,
    indicators: stored.indicators.map((code) => ({
      code,
      name: names.get(code) ?? code,
    })),
    overdue: isOverdue,
    carriedOver:
      (state === 'open' || state === 'reported') && openCase !== null && stored.caseId !== openCase.id && givenOn < openCase.openedOn,
    reportedOn: upTo(reportedOn),
    closedOn: upTo(closedOn),
    illustrative: confidence === 'illustrative',
    notes: stored.notes
      .filter(({ notedOn }) => notedOn <= on)
      .map((note) => ({
        id: note.id,
        on: note.notedOn,
        by: note.byRole,
        text: seesText ? note.body : null,
      })),
    may: {
      edit: mayDo(caller.role, 'recommendation:write'),
      note: mayDo(caller.role, 'recommendation:follow-up'),
      steps: recommendationSteps.filter((step) => mayTake(caller.role, step) && recommendationAfter(step, stored.state) !== null),
    },
  };
}

/** A cluster reports; an officer takes every step. */
export function mayTake(role: Role, step: RecommendationStep): boolean {
  return mayDo(role, 'recommendation:write') || (step === 'report' && mayDo(role, 'recommendation:follow-up'));
}
