import type { ClaimedMail, LatestAcknowledgement } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import type { WorkerContext } from './worker-context.js';

/** What is read once for some mails, besides the clusters themselves. */
export interface KnownOfMails {
  officers: ReadonlyMap<string, { id: string; name: string; email: string }>;
  /** By `person cluster`. */
  nextOn: ReadonlyMap<string, CalendarDate | null>;
  /** What readers call a document or a recommendation, by its id. */
  titles: ReadonlyMap<string, string>;
  /** Who is away until when, by person. */
  standIns: ReadonlyMap<string, { name: string; untilOn: CalendarDate }>;
  /** By cluster, the latest first. */
  acknowledged: ReadonlyMap<string, readonly LatestAcknowledgement[]>;
}

/** One statement for each question, whatever the number of mails; none where nothing asks it. */
export async function readKnown(
  { messages, letters }: Pick<WorkerContext, 'messages' | 'letters'>,
  mails: readonly ClaimedMail[],
  on: CalendarDate,
): Promise<KnownOfMails> {
  const reminders = mails.flatMap((mail) => mail.reminders);
  const clusterIds = [...new Set(reminders.map(({ clusterId }) => clusterId))];
  const told = new Map(
    mails.flatMap(({ person, reminders: own }) =>
      own.map(({ clusterId }) => [`${person.id} ${clusterId}`, { personId: person.id, clusterId }]),
    ),
  );
  const titled = reminders.filter(({ event }) => event === 'document' || event === 'recommendation').map(({ subject }) => subject);
  const away = reminders.flatMap(({ standsInForId }) => standsInForId ?? []);
  const [officers, nextOn, titles, standIns, acknowledged] = await Promise.all([
    messages.readOfficers(clusterIds),
    messages.nextRemindersOn([...told.values()], on),
    letters.readTitles(titled),
    letters.readAbsences(away, on),
    letters.readAcknowledged(clusterIds, on),
  ]);
  return { officers, nextOn: new Map([...told.keys()].map((key, place) => [key, nextOn[place] ?? null])), titles, standIns, acknowledged };
}
