import type { ClaimedMail, ClusterToDecide } from '@klyngevagt/db';
import type { ReminderMailInput } from '@klyngevagt/messages';
import { type CalendarDate, type ClusterDecision, type ClusterFacts, deadlinesOf, type OpenTask, type Rules } from '@klyngevagt/scoring';

/** The reminders of a mail that the state of today still calls for. */
export function stillNeeded(
  mail: ClaimedMail,
  { decision, facts, tasks }: { decision: ClusterDecision; facts: ClusterFacts; tasks: readonly OpenTask[] },
): ClaimedMail['reminders'] {
  const deadlines = deadlinesOf(decision, facts, tasks);
  return mail.reminders.filter(
    ({ cycle, event, subject, deadlineOn }) =>
      deadlines.some(
        (deadline) =>
          deadline.cycle === cycle && deadline.event === event && deadline.subject === subject && deadline.deadlineOn === deadlineOn,
      ),
  );
}

interface ReminderTextInput {
  mail: ClaimedMail;
  recipientName: string;
  needed: ClaimedMail['reminders'];
  cluster: ClusterToDecide;
  decision: ClusterDecision;
  rules: Rules;
  officer: { id: string; name: string } | null;
  nextReminderOn: CalendarDate | null;
  publicUrl: string;
}

/** What a mail says, from the state at the moment of sending. */
export function reminderText(input: ReminderTextInput): ReminderMailInput {
  const { mail, recipientName, needed, cluster, decision, rules, officer, nextReminderOn, publicUrl } = input;
  const role = needed[0]?.role ?? 'manager';
  const page = `${publicUrl}/${role === 'officer' ? 'clusters' : 'my-cluster'}/${encodeURIComponent(cluster.slug)}`;
  return {
    language: mail.person.language,
    on: decision.on,
    recipient: { name: recipientName, role },
    cluster: { name: cluster.name },
    events: needed.map(({ event, deadlineOn }) => ({ event, deadlineOn })),
    decision,
    rules,
    nextReminderOn,
    officer,
    marking: markingOf(cluster),
    links: { cluster: page, calculation: page },
    isPossibleRepeat: mail.isRetryOfUncertain,
  };
}

/** Invented facts are never told as true: a fictional cluster, or illustrative facts of a real one. */
export function markingOf({ isFictional, facts }: Pick<ClusterToDecide, 'isFictional' | 'facts'>): ReminderMailInput['marking'] {
  if (isFictional) return 'fictional';
  const deciding = [...facts.awards, ...facts.memberships, ...facts.plans, ...facts.waivers, ...facts.audits];
  return deciding.some(({ confidence }) => confidence === 'illustrative') ? 'illustrative' : null;
}
