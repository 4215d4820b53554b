import type { CalendarDate } from './calendar-date.js';
import type { ReminderChannel, ReminderUrgency } from './rules.js';

/** What decides with what else a reminder goes out. */
export interface SentReminder {
  clusterId: string;
  personId: string;
  sentOn: CalendarDate;
  urgency: ReminderUrgency;
  channel: ReminderChannel;
}

/**
 * How many mails reminders make: what a person is told on a day is one mail, about whatever clusters. A cluster of which something is not
 * routine has a mail of its own, with everything about it. What is shown in the product only makes none.
 */
export function countMails(sent: readonly SentReminder[]): number {
  const mailed = sent.filter(({ channel }) => channel === 'mail');
  const alone = new Set(mailed.filter(({ urgency }) => urgency !== 'routine').map(ofCluster));
  const together = new Set(
    mailed.filter((reminder) => !alone.has(ofCluster(reminder))).map(({ personId, sentOn }) => `${personId} ${sentOn}`),
  );
  return alone.size + together.size;
}

const ofCluster = ({ clusterId, personId, sentOn }: SentReminder) => `${clusterId} ${personId} ${sentOn}`;
