import type { QueryOf, Timeline, TimelineRow } from '@klyngevagt/contracts';
import { addMonths, byQuarter, type CalendarDate, datesAhead, expectedFromBooking, recertifyBy } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { type DecidedCluster, DecisionReader, type Reading } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import { presentRow } from '../portfolio/row.presenter.js';
import { type Viewer, viewerOf } from '../portfolio/viewer.js';

/** As far ahead as the longest axis of the page reaches, and a little more. */
const monthsOfQuarters = 48;

@Injectable()
export class TimelineService {
  constructor(private readonly decisions: DecisionReader) {}

  async read(caller: Caller, { on, known, programme }: QueryOf<'timeline.read'>): Promise<Timeline> {
    const reading = await this.decisions.readPortfolio({ scope: caller.scope, present: caller.present, on, known, programme });
    const viewer = viewerOf(caller);
    const rows = reading.clusters.map((decided) => presentTimelineRow(decided, reading, viewer)).sort(byRecertification);
    const asked = reading.programmes.find(({ slug }) => slug === programme);
    const days = rows.map((row) => ({ clusterId: row.slug, on: row.recertifyBy }));
    const quarters = byQuarter(days, reading.on, addMonths(reading.on, monthsOfQuarters));
    return {
      on: reading.on,
      today: reading.today,
      known: reading.known,
      programme: asked ? presentProgramme(asked, caller.language) : null,
      programmes: reading.programmes.map((one) => presentProgramme(one, caller.language)),
      coming: comingOf(rows, reading.on),
      quarters: quarters.map(({ startsOn, endsOn, clusterIds }) => ({ startsOn, endsOn, clusters: [...clusterIds] })),
      rows,
    };
  }
}

function presentTimelineRow(decided: DecidedCluster, reading: Reading, viewer: Viewer): TimelineRow {
  const row = presentRow(decided, reading, viewer);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    shortName: row.shortName,
    level: row.level,
    status: row.status,
    requiredStatus: row.requiredStatus,
    verdict: row.verdict,
    exitedOn: row.exitedOn,
    validUntil: row.validUntil,
    validUntilConfidence: row.validUntilConfidence,
    validUntilPartial: row.validUntilPartial,
    daysLeft: row.daysLeft,
    needsAction: row.needsAction,
    officer: row.officer,
    illustrative: row.illustrative,
    booking: row.booking,
    orderBy: row.orderBy,
    spans: row.spans,
    recertifyBy: recertifyBy(decided.decision),
    projection: projectionOf(decided, reading),
    dates: datesAhead(decided.decision, decided.cluster.facts),
  };
}

function projectionOf({ cluster, decision }: DecidedCluster, { rules }: Reading): TimelineRow['projection'] {
  const award = expectedFromBooking(cluster.facts, decision, rules.rules).awards[0]?.award;
  // The rules date an expected award to the day.
  return award ? { from: (award.validFrom ?? award.approvedOn) as CalendarDate, to: award.validUntil as CalendarDate } : null;
}

/** Who is next comes first; without a day, those whose dates are missing, and last those that have no duty. */
function byRecertification(one: TimelineRow, other: TimelineRow): number {
  const place = ({ recertifyBy: day, verdict }: TimelineRow) => day ?? (verdict === 'not-bound' ? '~~' : '~');
  const [first, second] = [place(one), place(other)];
  return first < second ? -1 : first > second ? 1 : one.slug < other.slug ? -1 : 1;
}

function comingOf(rows: readonly TimelineRow[], on: CalendarDate): Timeline['coming'] {
  const before = nextHalfYear(addMonths(on, 6));
  const dated = rows.filter(({ recertifyBy: day }) => day !== null);
  const first = dated[0];
  return {
    before,
    count: dated.filter(({ recertifyBy: day }) => day !== null && day < before).length,
    first: first?.recertifyBy ? { slug: first.slug, name: first.name, on: first.recertifyBy } : null,
    undated: rows.filter(({ recertifyBy: day, verdict }) => day === null && verdict !== 'not-bound').length,
  };
}

/** First day of the half-year that begins on the day or next after it. */
function nextHalfYear(day: CalendarDate): CalendarDate {
  const year = Number(day.slice(0, 4));
  const [summer, winter] = [`${year}-07-01`, `${year + 1}-01-01`] as [CalendarDate, CalendarDate];
  if (day.slice(5) === '01-01') return day;
  return day <= summer ? summer : winter;
}
