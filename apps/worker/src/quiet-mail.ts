import { type ClaimedWeeklyMail, unsubscribeLink } from '@klyngevagt/db';
import { composeQuietMail, type Mail } from '@klyngevagt/messages';
import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import { markingOf } from './reminder-text.js';
import type { WorkerContext } from './worker-context.js';

/**
 * What is told to whoever asked to hear that a week was quiet. Null: nothing is watched for this person any more, or sending has never run,
 * so that nothing could be promised.
 */
export async function quietMail(
  context: WorkerContext,
  { person, isRepeat }: ClaimedWeeklyMail,
  { weekOn, on }: { weekOn: CalendarDate; on: CalendarDate },
): Promise<Mail | null> {
  const { weeklyMails, portfolio, letters, runs, clock, publicUrl, linkSecret } = context;
  const [{ clusters, next }, { lastFinished }] = await Promise.all([weeklyMails.readWatched(person.id, on), runs.latest()]);
  const [first] = clusters;
  if (first === undefined || lastFinished === null) return null;
  const clusterIds = clusters.map(({ id }) => id);
  const [titles, facts] = await Promise.all([
    next && next.subject !== '' && next.event !== 'milestone' ? letters.readTitles([next.subject]) : new Map<string, string>(),
    portfolio.readDeciding({ scope: { kind: 'clusters', clusterIds }, portfolio: 'all' }),
  ]);
  const markings = facts.map(markingOf);
  return composeQuietMail({
    language: person.language,
    recipient: { name: person.name ?? '', email: person.email ?? '' },
    // The week that has begun may still bring something: the one before it was quiet.
    weekOn: addDays(weekOn, -7),
    clusters: clusters.map(({ name }) => name),
    lastRunAt: clock.toldAt(lastFinished.on, lastFinished.startedAt).toISOString(),
    next: next && { ...next, subjectTitle: titles.get(next.subject) ?? null },
    marking: markings.find((marking) => marking === 'illustrative') ?? markings.find((marking) => marking !== null) ?? null,
    links: {
      page: clusters.length === 1 ? `${publicUrl}/my-cluster/${encodeURIComponent(first.slug)}` : `${publicUrl}/portfolio`,
      unsubscribe: unsubscribeLink(publicUrl, linkSecret, { personId: person.id, kind: 'quiet' }),
    },
    isPossibleRepeat: isRepeat,
  });
}
