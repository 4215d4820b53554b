import type { PortfolioRow } from '@klyngevagt/contracts';
import { isDay } from '@klyngevagt/scoring';
import { presentShortReasons } from './reason.presenter.js';
import type { DecidedRow, ReadingOfRows } from './decision-reader.js';
import { requiredLevelOf } from './required-level.js';
import { presentSpans } from './span.presenter.js';
import type { Viewer } from './viewer.js';

/** A row of the portfolio: facts and decision in the contract's words. Nothing is decided here. */
export function presentRow(decided: DecidedRow, reading: ReadingOfRows, viewer: Viewer): PortfolioRow {
  const { cluster, decision } = decided;
  const { label, required, chain } = decision;
  const failedReminders = viewer.failedReminders.get(cluster.id) ?? 0;
  const end = recordedEnd(decided);
  return {
    id: cluster.id,
    slug: cluster.slug,
    name: cluster.name,
    shortName: cluster.shortName ?? cluster.name,
    domain: viewer.language === 'da' ? cluster.domainDa : cluster.domainEn,
    level: label.level,
    status: label.status,
    requiredLevel: requiredLevelOf(decided),
    requiredStatus: required.status,
    verdict: decision.verdict,
    verdictProgramme: reading.programmes.find(({ id }) => id === decision.verdictProgrammeId)?.slug ?? null,
    compliant: decision.compliant,
    bound: decision.bound,
    exitedOn: exitedOn(decided, reading),
    ...end,
    daysLeft: label.daysLeft,
    windowEndsOn: label.windowEndsOn,
    orderBy: chain?.orderBy ?? null,
    booking: presentBooking(decided),
    nextStep: decision.nextStep,
    needsAction: decision.needsAction || failedReminders > 0,
    failedReminders,
    officer: presentOfficer(decided, viewer),
    illustrative: isIllustrative(decided),
    reasons: presentShortReasons(decision.reasons, reading.programmes, viewer.language),
    spans: presentSpans(decided, reading),
  };
}

type RecordedEnd = Pick<PortfolioRow, 'validUntil' | 'validUntilConfidence' | 'validUntilPartial'>;

/** The end that decides; where the status is unknown, the end that was recorded, as precisely as it was. */
function recordedEnd({ cluster, decision: { label } }: DecidedRow): RecordedEnd {
  const { awards } = cluster.facts;
  const deciding = awards.find(({ id }) => id === (label.endsWithAwardId ?? label.awardId));
  const award = deciding ?? (label.status === 'unknown' ? lastWithEnd(awards) : undefined);
  const stated = award?.validUntil ?? null;
  const validUntil = label.validUntil ?? (isDay(stated) ? stated : null);
  return {
    validUntil,
    validUntilConfidence: (validUntil ?? stated) && award ? award.confidence : null,
    validUntilPartial: validUntil === null && stated !== null && !isDay(stated) ? stated : null,
  };
}

function lastWithEnd<Award extends { validUntil: string | null }>(awards: readonly Award[]): Award | undefined {
  let last: Award | undefined;
  for (const award of awards) {
    if (award.validUntil !== null && (!last || award.validUntil >= (last.validUntil ?? ''))) last = award;
  }
  return last;
}

function exitedOn({ cluster }: DecidedRow, { on, programmes }: ReadingOfRows): PortfolioRow['exitedOn'] {
  let left: PortfolioRow['exitedOn'] = null;
  for (const { member, programmeId, startsOn, endsOn } of cluster.facts.memberships) {
    if (member !== 'yes') continue;
    if (startsOn <= on && (endsOn === null || endsOn >= on)) return null;
    if (endsOn === null || endsOn >= on || (left !== null && endsOn <= left)) continue;
    const programme = programmes.find(({ id }) => id === programmeId);
    if (programme && endsOn < programme.endsOn) left = endsOn;
  }
  return left;
}

function presentBooking({ cluster, decision }: DecidedRow): PortfolioRow['booking'] {
  const booking = decision.chain?.booking;
  if (!booking) return null;
  const audit = cluster.facts.audits.find(({ id }) => id === booking.auditId);
  const { firstDayOn, lastDayOn, inTime } = booking;
  return { firstDayOn, lastDayOn, inTime, reportedByCluster: audit?.reportedByRole === 'manager' && audit.state === 'reported' };
}

function presentOfficer({ cluster }: DecidedRow, viewer: Viewer): PortfolioRow['officer'] {
  const id = cluster.responsibleOfficerId;
  return id === null ? null : { id, name: viewer.seesNames ? cluster.responsibleOfficerName : null, isMe: id === viewer.personId };
}

export function isIllustrative({ cluster }: Pick<DecidedRow, 'cluster'>): boolean {
  const { awards, memberships, plans, waivers, audits } = cluster.facts;
  return cluster.confidence === 'illustrative' || [awards, memberships, plans, waivers, audits].some(hasInvented);
}

function hasInvented(facts: readonly { confidence: string }[]): boolean {
  for (const { confidence } of facts) if (confidence === 'illustrative') return true;
  return false;
}
