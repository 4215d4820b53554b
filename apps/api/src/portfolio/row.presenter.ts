import type { PortfolioRow } from '@klyngevagt/contracts';
import { isDay } from '@klyngevagt/scoring';
import { presentReasons } from './reason.presenter.js';
import type { DecidedCluster, Reading } from './decision-reader.js';
import { requiredLevelOf } from './required-level.js';
import { presentSpans } from './span.presenter.js';
import type { Viewer } from './viewer.js';

/** A row of the portfolio: facts and decision in the contract's words. Nothing is decided here. */
export function presentRow(decided: DecidedCluster, reading: Reading, viewer: Viewer): PortfolioRow {
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
    reasons: presentReasons(decision.reasons, reading.programmes, viewer.language),
    spans: presentSpans(decided, reading),
  };
}

type RecordedEnd = Pick<PortfolioRow, 'validUntil' | 'validUntilConfidence' | 'validUntilPartial'>;

/** The end that decides; where the status is unknown, the end that was recorded, as precisely as it was. */
function recordedEnd({ cluster, decision: { label } }: DecidedCluster): RecordedEnd {
  const { awards } = cluster.facts;
  const deciding = awards.find(({ id }) => id === (label.endsWithAwardId ?? label.awardId));
  const lastWithEnd = awards
    .filter(({ validUntil }) => validUntil !== null)
    .sort(byEnd)
    .at(-1);
  const award = deciding ?? (label.status === 'unknown' ? lastWithEnd : undefined);
  const stated = award?.validUntil ?? null;
  const validUntil = label.validUntil ?? (isDay(stated) ? stated : null);
  return {
    validUntil,
    validUntilConfidence: (validUntil ?? stated) && award ? award.confidence : null,
    validUntilPartial: validUntil === null && stated !== null && !isDay(stated) ? stated : null,
  };
}

function byEnd(one: { validUntil: string | null }, other: { validUntil: string | null }): number {
  return (one.validUntil ?? '') < (other.validUntil ?? '') ? -1 : 1;
}

function exitedOn({ cluster }: DecidedCluster, { on, programmes }: Reading): PortfolioRow['exitedOn'] {
  const members = cluster.facts.memberships.filter(({ member }) => member === 'yes');
  const isMember = members.some(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on));
  const left = members
    .filter(({ endsOn, programmeId }) => {
      const programme = programmes.find(({ id }) => id === programmeId);
      return endsOn !== null && endsOn < on && programme !== undefined && endsOn < programme.endsOn;
    })
    .map(({ endsOn }) => endsOn)
    .sort();
  return isMember ? null : (left.at(-1) ?? null);
}

function presentBooking({ cluster, decision }: DecidedCluster): PortfolioRow['booking'] {
  const booking = decision.chain?.booking;
  if (!booking) return null;
  const audit = cluster.facts.audits.find(({ id }) => id === booking.auditId);
  const { firstDayOn, lastDayOn, inTime } = booking;
  return { firstDayOn, lastDayOn, inTime, reportedByCluster: audit?.reportedByRole === 'manager' && audit.state === 'reported' };
}

function presentOfficer({ cluster }: DecidedCluster, viewer: Viewer): PortfolioRow['officer'] {
  const id = cluster.responsibleOfficerId;
  return id === null ? null : { id, name: viewer.seesNames ? cluster.responsibleOfficerName : null, isMe: id === viewer.personId };
}

export function isIllustrative({ cluster }: Pick<DecidedCluster, 'cluster'>): boolean {
  const { awards, memberships, plans, waivers, audits } = cluster.facts;
  return [cluster, ...awards, ...memberships, ...plans, ...waivers, ...audits].some(({ confidence }) => confidence === 'illustrative');
}
