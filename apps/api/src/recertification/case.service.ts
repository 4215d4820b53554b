import type { BodyOf, CaseBoard, QueryOf } from '@klyngevagt/contracts';
import { type CaseDecision, RecertificationCaseRepository, type Saved } from '@klyngevagt/db';
import { type CalendarDate, proposeValidity, refuseOutcome, restsOnIllustration } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { unstatedSources } from '../facts/stated-source.js';
import { notFound, Refusal } from '../http/refusal.js';
import { CaseReader, type CaseReading, type CasesReading } from './case-reader.js';
import { presentBoard } from './case.presenter.js';

type Body = BodyOf<'case.decide'>;

/** Cases of recertification as a whole: read, opened, decided. */
@Injectable()
export class CaseService {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: RecertificationCaseRepository,
  ) {}

  async read(caller: Caller, slug: string, time: QueryOf<'case.read'>): Promise<CaseBoard> {
    return presentBoard(await this.reader.read(caller.scope, slug, time), caller);
  }

  async open(caller: Caller, slug: string, { reason }: BodyOf<'case.open'>): Promise<Saved> {
    const { reading } = await this.reader.read(caller.scope, slug);
    const cycle = reading.decision.chain?.cycle;
    if (!cycle) throw new Refusal('conflict', [{ field: 'cycle', code: 'nothing-to-work-towards' }]);
    return this.cases.open(actorOf(caller, reason), caller.scope, slug, {
      cycle: cycle.key,
      level: cycle.level,
      kind: cycle.kind,
      openedOn: reading.today,
      source: unstatedSources.officer,
      confidence: restsOnIllustration(cycle, reading.cluster.facts) ? 'illustrative' : 'sourced',
    });
  }

  async decide(caller: Caller, id: string, body: Body): Promise<Saved> {
    const { slug } = await this.cases.findCase(caller.scope, id);
    const all = await this.reader.read(caller.scope, slug);
    const one = all.cases.find(({ stored }) => stored.id === id);
    if (!one) throw notFound();
    checkDecision(body, one, all);
    return this.cases.decide(actorOf(caller, body.reason), caller.scope, id, body.revision, decisionOf(body, one, all));
  }
}

function checkDecision({ state, decidedOn, award, cureEndsOn }: Body, { stored, cycle }: CaseReading, { reading }: CasesReading): void {
  const refuse = (field: string, code: string) => new Refusal('invalid-input', [{ field, code }]);
  if ((state === 'awarded') !== (award !== null)) throw refuse('award', award ? 'not-a-choice' : 'required');
  if (cureEndsOn !== null && state !== 'failed') throw refuse('cureEndsOn', 'not-a-choice');
  if (award && (award.validUntil === null) !== (award.validUntilBasis === 'not-known'))
    throw refuse('validUntilBasis', 'basis-and-end-disagree');
  if (state === 'open') {
    if (decidedOn !== null) throw refuse('decidedOn', 'not-a-choice');
    return;
  }
  if (decidedOn === null) throw refuse('decidedOn', 'required');
  const anchorOn = cycle?.anchorOn ?? null;
  const refused = refuseOutcome({ outcome: state, decidedOn, openedOn: stored.openedOn, cureEndsOn, anchorOn }, reading.today);
  if (refused === 'cure-not-after') throw refuse('cureEndsOn', refused);
  if (refused) throw refuse('decidedOn', refused === 'decided-in-future' ? 'not-come-yet' : refused);
}

function decisionOf(body: Body, one: CaseReading, all: CasesReading): CaseDecision {
  const { state, decidedOn, cureEndsOn, note } = body;
  const award = body.award && decidedOn ? awardOf(body.award, decidedOn, one, all) : null;
  return { state, decidedOn, cureEndsOn, note: note || null, award, done: tickedOff(body, one, all.reading.today) };
}

/** Kind and start come from the rule; the end is what the certificate states, or what the officer took over, or not known. */
function awardOf(award: NonNullable<Body['award']>, approvedOn: CalendarDate, one: CaseReading, { reading, rules }: CasesReading) {
  const { level, kind, awardId } = one.stored;
  const { assessedOn, validFrom, validUntil, validUntilBasis, score, source } = award;
  const others = reading.cluster.facts.awards.filter(({ id }) => id !== awardId);
  const proposal = proposeValidity({ level, assessedOn, approvedOn }, others, rules);
  return {
    level,
    kind: proposal.kind ?? kind,
    assessedOn,
    approvedOn,
    validFrom: validFrom ?? proposal.validFrom,
    validUntil,
    validUntilBasis,
    score,
    source: source || unstatedSources.officer,
    confidence: source ? ('sourced' as const) : ('partly' as const),
  };
}

/** The decision is a milestone too, and so is the label; what a booking alone settled is kept, because the booking belongs to the cycle. */
function tickedOff({ state, decidedOn }: Body, { progress, stored }: CaseReading, today: CalendarDate): CaseDecision['done'] {
  const isDecided = state === 'awarded' || state === 'failed';
  const byBooking = isDecided
    ? progress.milestones.filter(({ isDoneByBooking }) => isDoneByBooking).map(({ milestone, doneOn }) => ({ milestone, doneOn }))
    : [];
  const label = stored.milestones.find(({ milestone }) => milestone === 'label')?.doneOn ?? today;
  return [
    ...byBooking,
    { milestone: 'decision', doneOn: isDecided ? decidedOn : null },
    { milestone: 'label', doneOn: state === 'awarded' ? label : null },
  ];
}
