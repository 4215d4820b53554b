import type { CalendarTasks, DatedDocument } from '@klyngevagt/db';
import type { CalendarWhy } from '@klyngevagt/documents';
import { type CalendarDate, type CaseMilestone, documentOn, recommendationOn } from '@klyngevagt/scoring';
import type { CaseReading } from '../recertification/case-reader.js';
import type { CalendarDay } from './duty-days.js';

/** Days of running cases. A milestone is told by the day somebody planned, else by its last one; what the duty's own days tell is not told twice. */
export function caseDays({ stored, progress, cycle, input: { booking } }: CaseReading, told: readonly CalendarDay[]): CalendarDay[] {
  if (stored.state === 'failed') return cureDays(stored.id, stored.cureEndsOn);
  const toldSteps = new Set(told.map(({ kind }) => kind as string));
  return progress.milestones.flatMap((one): CalendarDay[] => {
    const id = stored.milestones.find(({ milestone }) => milestone === one.milestone)?.id;
    if (id === undefined || one.doneOn !== null) return [];
    const isPlanned = one.plannedOn !== null;
    const followsBooking = booking !== null && (one.milestone === 'audit' || one.milestone === 'decision');
    const isTold = followsBooking || toldSteps.has(one.milestone);
    const day = one.plannedOn ?? (isTold ? null : one.dueOn);
    if (day === null) return [];
    const key = `milestone:${id}`;
    return [
      { key, kind: `milestone-${one.milestone}`, startsOn: day, endsOn: day, isPlanned, why: milestoneWhy(one, cycle?.anchorOn ?? null) },
    ];
  });
}

function milestoneWhy({ plannedOn, latestOn }: CaseMilestone, anchorOn: CalendarDate | null): CalendarWhy[] {
  const isPlanned = plannedOn !== null;
  const latest: CalendarWhy[] = isPlanned && latestOn && anchorOn ? [{ sentence: 'milestoneLatest', days: { latest: latestOn } }] : [];
  return [{ sentence: isPlanned ? 'milestonePlanned' : 'milestoneDue' }, ...latest];
}

/** After a failed decision. */
function cureDays(caseId: string, endsOn: CalendarDate | null): CalendarDay[] {
  return endsOn === null ? [] : [{ key: `cure:${caseId}`, kind: 'cure-end', startsOn: endsOn, endsOn, why: [{ sentence: 'cure' }] }];
}

/** What was advised and is not followed up. The text itself stays on the page: calendars are copied to places we do not know. */
export function recommendationDays(recommendations: CalendarTasks['recommendations'], on: CalendarDate): CalendarDay[] {
  return recommendations.flatMap((one): CalendarDay[] => {
    const { id, dueOn, givenOn, indicators, confidence } = one;
    if (dueOn === null || recommendationOn(one, on).state !== 'open') return [];
    const why: CalendarWhy[] = [{ sentence: 'recommendation', days: { given: givenOn }, indicators }];
    const isIllustrative = confidence === 'illustrative';
    return [{ key: `recommendation:${id}`, kind: 'recommendation-due', startsOn: dueOn, endsOn: dueOn, why, isIllustrative }];
  });
}

/** What the cluster still owes, and what will cease to count. */
export function documentDays(documents: readonly DatedDocument[], on: CalendarDate): CalendarDay[] {
  return documents.flatMap((document): CalendarDay[] => {
    const { id, title, dueOn, expiresOn, confidence } = document;
    const { state, isExpired } = documentOn(document, on);
    const same = { subject: title, isIllustrative: confidence === 'illustrative' };
    const days: CalendarDay[] = [];
    if (dueOn !== null && (state === 'missing' || state === 'returned')) {
      days.push({
        ...same,
        key: `document-due:${id}`,
        kind: 'document-due',
        startsOn: dueOn,
        endsOn: dueOn,
        why: [{ sentence: 'documentDue' }],
      });
    }
    if (expiresOn !== null && !isExpired) {
      const why: CalendarWhy[] = [{ sentence: 'documentExpiry' }];
      days.push({ ...same, key: `document-expiry:${id}`, kind: 'document-expiry', startsOn: expiresOn, endsOn: expiresOn, why });
    }
    return days;
  });
}
