import {
  acknowledgeLink,
  acknowledgeLinkDays,
  type ClaimedMail,
  type ClaimedReminder,
  type ClusterToDecide,
  type KnownOfMails,
} from '@klyngevagt/db';
import { type DigestTopic, type ReminderMailInput, reminderPages, type ToldAs } from '@klyngevagt/messages';
import { addDays, type CalendarDate, type ClusterDecision, deadlinesOf, type OpenTask, type Rules } from '@klyngevagt/scoring';

/** A cluster as it stands on the day of sending. */
export interface DecidedCluster {
  cluster: ClusterToDecide;
  decision: ClusterDecision;
  tasks: readonly OpenTask[];
}

/** Whether the state of today still calls for a reminder. */
export function isStillNeeded(
  { cycle, event, subject, deadlineOn }: ClaimedReminder,
  { cluster, decision, tasks }: DecidedCluster,
): boolean {
  return deadlinesOf(decision, cluster.facts, tasks).some(
    (deadline) =>
      deadline.cycle === cycle && deadline.event === event && deadline.subject === subject && deadline.deadlineOn === deadlineOn,
  );
}

interface TopicInput {
  found: DecidedCluster;
  /** Of this cluster, at least one. */
  reminders: readonly ClaimedReminder[];
  mail: ClaimedMail;
  known: KnownOfMails;
  rules: Rules;
  publicUrl: string;
  secret: string;
}

/** What a mail says about one cluster, from the state at the moment of sending. */
export function topicOf({ found, reminders, mail, known, rules, publicUrl, secret }: TopicInput): DigestTopic {
  const { cluster, decision } = found;
  const told = { ...toldAs(reminders, known), hasSeveral: known.withSeveral.has(mail.person.id) };
  const isOwn = told.role === 'manager' || told.role === 'chair';
  const pages = reminderPages(publicUrl, cluster.slug, told.role);
  return {
    cluster: { id: cluster.id, name: cluster.name, shortName: cluster.shortName },
    toldAs: told,
    events: reminders.map(({ event, subject, cycle, deadlineOn, urgency }) => ({
      event,
      subject,
      cycle,
      subjectTitle: known.titles.get(subject) ?? null,
      deadlineOn,
      urgency,
      url: pages.of({ event, subject }),
    })),
    decision,
    rules,
    nextReminderOn: known.nextOn.get(`${mail.person.id} ${cluster.id}`) ?? null,
    officer: known.officers.get(cluster.id) ?? null,
    marking: markingOf(cluster),
    acknowledged: known.acknowledged.get(cluster.id)?.find((one) => reminders.some((reminder) => isOf(one, reminder))) ?? null,
    links: { cluster: pages.cluster, calculation: pages.cluster, acknowledge: acknowledgement(mail, isOwn, publicUrl, secret) },
  };
}

/** Invented facts are never told as true: a fictional cluster, or illustrative facts of a real one. */
export function markingOf({ isFictional, facts }: Pick<ClusterToDecide, 'isFictional' | 'facts'>): ReminderMailInput['marking'] {
  if (isFictional) return 'fictional';
  const deciding = [...facts.awards, ...facts.memberships, ...facts.plans, ...facts.waivers, ...facts.audits];
  return deciding.some(({ confidence }) => confidence === 'illustrative') ? 'illustrative' : null;
}

function toldAs([first]: readonly ClaimedReminder[], { standIns }: KnownOfMails): ToldAs {
  if (!first) return { role: 'manager' };
  const { role, standsInForId, escalatedFrom } = first;
  return { role, escalatedFrom, standsInFor: standsInForId === null ? null : (standIns.get(standsInForId) ?? null) };
}

function isOf(one: { event: string; subject: string; deadlineOn: CalendarDate }, reminder: ClaimedReminder): boolean {
  return one.event === reminder.event && one.subject === reminder.subject && one.deadlineOn === reminder.deadlineOn;
}

/**
 * Only the cluster's own people, and only about one cluster: whoever follows several says so in the product. Nothing holds back a final
 * step. Every repeat of a mail carries the same link.
 */
function acknowledgement({ sendingKey, reminders }: ClaimedMail, isOwn: boolean, publicUrl: string, secret: string): string | null {
  const isOfOneCluster = reminders.every(({ clusterId }) => clusterId === reminders[0]?.clusterId);
  if (!isOwn || !isOfOneCluster || reminders.every(({ urgency }) => urgency === 'final')) return null;
  const lastOn = reminders.map(({ deadlineOn }) => deadlineOn).reduce((last, day) => (day > last ? day : last));
  return acknowledgeLink(publicUrl, secret, { sendingKey, expiresOn: addDays(lastOn, acknowledgeLinkDays) });
}
