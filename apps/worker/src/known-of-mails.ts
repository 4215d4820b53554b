import type { ClaimedMail, KnownOfMails } from '@klyngevagt/db';
import type { CalendarDate } from '@klyngevagt/scoring';
import type { WorkerContext } from './worker-context.js';

/** What is read once for some mails. */
export async function readKnown(
  { letters }: Pick<WorkerContext, 'letters'>,
  mails: readonly ClaimedMail[],
  on: CalendarDate,
): Promise<KnownOfMails> {
  const reminders = mails.flatMap((mail) => mail.reminders);
  const told = new Map(
    mails.flatMap(({ person, reminders: own }) =>
      own.map(({ clusterId }) => [`${person.id} ${clusterId}`, { personId: person.id, clusterId }]),
    ),
  );
  return letters.readKnown({
    clusterIds: [...new Set(reminders.map(({ clusterId }) => clusterId))],
    told: [...told.values()],
    titled: reminders.filter(({ event }) => event === 'document' || event === 'recommendation').map(({ subject }) => subject),
    away: reminders.flatMap(({ standsInForId }) => standsInForId ?? []),
    on,
  });
}
