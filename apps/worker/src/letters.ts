import {
  type ClaimedMail,
  type ClaimedReminder,
  type MailKind,
  type MessagePart,
  oneClickUnsubscribeLink,
  unsubscribeLink,
} from '@klyngevagt/db';
import { composeDigestMail, composeReminderMail, type DigestTopic, isOfDuty, kindToDoWithout, type Mail } from '@klyngevagt/messages';
import { type CalendarDate, decideCluster, type ReminderEvent, type Rules } from '@klyngevagt/scoring';
import { readKnown } from './known-of-mails.js';
import { type DecidedCluster, isStillNeeded, topicOf } from './reminder-text.js';
import type { WorkerContext } from './worker-context.js';

export interface Letter {
  to: { name: string; address: string };
  replyTo: { name: string; address: string } | null;
  content: Mail;
  unsubscribeUrl: string | null;
  /** The cluster it is about; null: several. */
  clusterId: string | null;
  parts: readonly MessagePart[];
}

/** A mail as it stands today: which of its reminders are still called for, and what it says. */
export interface Composed {
  mail: ClaimedMail;
  needed: ClaimedReminder[];
  notNeeded: string[];
  unsubscribed: string[];
  /** Null: nothing is called for, or there is nobody to write to. */
  letter: Letter | null;
}

const optional: readonly ReminderEvent[] = ['milestone', 'recommendation', 'document', 'self-test-returned'] satisfies MailKind[];

/** Words for some mails, from the state of the moment. */
export async function compose(context: WorkerContext, mails: readonly ClaimedMail[], on: CalendarDate, rules: Rules): Promise<Composed[]> {
  const reminders = mails.flatMap((mail) => mail.reminders);
  const clusterIds = [...new Set(reminders.map(({ clusterId }) => clusterId))];
  const hasOptional = reminders.some(({ event }) => optional.includes(event));
  const [known, tasks, unwanted] = await Promise.all([
    readKnown(context, mails, on),
    hasOptional ? context.letters.readTasks(clusterIds) : new Map(),
    hasOptional ? context.preferences.readUnwanted(mails.map(({ person }) => person.id)) : new Map(),
  ]);
  const decided = new Map<string, DecidedCluster>(
    known.clusters.map((cluster) => [
      cluster.id,
      { cluster, decision: decideCluster(cluster.facts, rules, on), tasks: tasks.get(cluster.id) ?? [] },
    ]),
  );
  return mails.map((mail): Composed => {
    const called = mail.reminders.filter((reminder) => {
      const found = decided.get(reminder.clusterId);
      return found !== undefined && isStillNeeded(reminder, found);
    });
    const kinds: ReadonlySet<string> = unwanted.get(mail.person.id) ?? new Set();
    const needed = called.filter(({ event }) => !kinds.has(event));
    const unsubscribed = called.filter(({ event }) => kinds.has(event)).map(({ id }) => id);
    const notNeeded = mail.reminders.filter((reminder) => !called.includes(reminder)).map(({ id }) => id);
    const topics = [...groupedBy(needed, ({ clusterId }) => clusterId)].flatMap(([clusterId, ofCluster]) => {
      const found = decided.get(clusterId);
      const { publicUrl, linkSecret: secret } = context;
      return found ? [topicOf({ found, reminders: ofCluster, mail, known, rules, publicUrl, secret })] : [];
    });
    return { mail, needed, notNeeded, unsubscribed, letter: letterOf(context, mail, topics, known.officers, on) };
  });
}

function letterOf(
  { publicUrl, linkSecret }: WorkerContext,
  mail: ClaimedMail,
  topics: readonly DigestTopic[],
  officers: ReadonlyMap<string, { id: string; name: string; email: string }>,
  on: CalendarDate,
): Letter | null {
  const { id: personId, name, email, language } = mail.person;
  const [first] = topics;
  if (first === undefined || name === null || email === null) return null;
  const events = topics.flatMap((topic) => topic.events);
  const kind = kindToDoWithout(events);
  // One press promises that such mails stop: of a mail that tells of a duty too, only the link at its foot says what stops.
  const isWithoutDuty = !events.some(({ event }) => isOfDuty(event));
  const unsubscribe = kind && unsubscribeLink(publicUrl, linkSecret, { personId, kind });
  const isPossibleRepeat = mail.isRetryOfUncertain;
  const officer = topics.length === 1 ? officers.get(first.cluster.id) : undefined;
  const shared = {
    to: { name, address: email },
    replyTo: officer === undefined || officer.id === personId ? null : { name: officer.name, address: officer.email },
    unsubscribeUrl: kind && isWithoutDuty ? oneClickUnsubscribeLink(publicUrl, linkSecret, { personId, kind }) : null,
  };
  const alone = ({ toldAs, links, ...topic }: DigestTopic) =>
    composeReminderMail({ ...topic, language, on, recipient: { name, ...toldAs }, links: { ...links, unsubscribe }, isPossibleRepeat });
  if (topics.length === 1) return { ...shared, content: alone(first), clusterId: first.cluster.id, parts: [] };
  const links = { all: `${publicUrl}/inbox`, unsubscribe };
  const { parts, ...content } = composeDigestMail({ language, on, recipient: { name }, topics, links, isPossibleRepeat });
  return { ...shared, content, clusterId: null, parts };
}

/** The text is kept word for word but for what lets its reader act without signing in: others read it too. */
export function withoutLinks({ subject, text, html }: Mail): Mail {
  const without = (words: string) => words.replaceAll(/(\/(?:acknowledge|unsubscribe)\/)[\w-]+/g, '$1…');
  return { subject, text: without(text), html: without(html) };
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
