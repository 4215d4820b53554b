import type { CourseView, ForecastRow, HolderCountView } from '@klyngevagt/contracts';
import type { ClusterWithFacts } from '@klyngevagt/db';
import { type CalendarDate, type ClusterForecast, countHolders, type Course } from '@klyngevagt/scoring';
import { isIllustrative } from '../portfolio/row.presenter.js';

interface ForecastOfCluster {
  cluster: ClusterWithFacts;
  forecast: ClusterForecast;
}

export function presentForecastRow({ cluster, forecast }: ForecastOfCluster): ForecastRow {
  const { id, slug, name, shortName } = cluster;
  const { nothing, asBooked, usualPace, pace } = forecast;
  return {
    id,
    slug,
    name,
    shortName: shortName ?? name,
    illustrative: isIllustrative({ cluster }),
    nothing: presentCourse(nothing),
    asBooked: presentCourse(asBooked),
    usualPace: usualPace && presentCourse(usualPace),
    pace: {
      medianDays: pace.medianDays,
      renewals: pace.renewals.map(({ approvedOn, endedOn, daysBeforeEnd }) => ({ approvedOn, endedOn, daysBeforeEnd })),
    },
  };
}

function presentCourse({ months, awards, withheld }: Course): CourseView {
  return {
    verdicts: months.map(({ verdict }) => verdict),
    statuses: months.map(({ status }) => status),
    holds: months.map(({ holds }) => holds),
    // An expected award is always dated to the day: the rules made it.
    awards: awards.map(({ award, because }) => ({
      approvedOn: award.approvedOn as CalendarDate,
      kind: award.kind,
      validFrom: award.validFrom as CalendarDate | null,
      validUntil: award.validUntil as CalendarDate,
      because,
    })),
    withheld,
  };
}

/** How many hold the level in each month of a course, with the names of who falls out. */
export function presentHolders(forecasts: readonly ForecastOfCluster[], courseOf: (forecast: ClusterForecast) => Course): HolderCountView {
  const { counts, lowest } = countHolders(
    forecasts.map(({ cluster, forecast }) => ({ clusterId: cluster.id, months: courseOf(forecast).months })),
  );
  const named = (ids: readonly string[]) =>
    forecasts.filter(({ cluster }) => ids.includes(cluster.id)).map(({ cluster }) => ({ slug: cluster.slug, name: cluster.name }));
  return {
    counts: [...counts],
    lowest: lowest && { on: lowest.on, count: lowest.count, lost: named(lowest.lost), gained: named(lowest.gained) },
  };
}
