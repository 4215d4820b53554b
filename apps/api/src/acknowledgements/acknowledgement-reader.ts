import { type AcknowledgeToken, type LinkedMail, ReminderHoldRepository, type ReminderToAcknowledge } from '@klyngevagt/db';
import { type CalendarDate, type Deadline, deadlinesOf, nextFinalStep, type Rules } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/refusal.js';
import { DecisionReader } from '../portfolio/decision-reader.js';
import { isIllustrative } from '../portfolio/row.presenter.js';

/** A deadline of a mail that still stands, with the reminders of the mail that were about it. */
export interface StandingDeadline extends Pick<Deadline, 'event' | 'subject' | 'deadlineOn'> {
  clusterId: string;
  clusterName: string;
  reminderIds: string[];
  isFinal: boolean;
  finalOn: CalendarDate | null;
  isIllustrative: boolean;
}

export interface Standing {
  today: CalendarDate;
  rules: Rules;
  deadlines: StandingDeadline[];
}

/** What a link is about, as of today. */
export interface LinkReading extends Standing {
  link: AcknowledgeToken;
  recipient: ReminderToAcknowledge;
  clusterNames: ReadonlyMap<string, string>;
  holds: LinkedMail['holds'];
  state: 'open' | 'acknowledged' | 'final' | 'expired';
  expiredBecause: 'too-old' | 'deadline-gone' | 'mandate-ended' | null;
}

/** From a link or a reminder to the deadlines that it can hold back. Reading changes nothing. */
@Injectable()
export class AcknowledgementReader {
  constructor(
    private readonly holds: ReminderHoldRepository,
    private readonly decisions: DecisionReader,
  ) {}

  /** @throws Refusal `not-found` where no mail of the link went out, or its reader was erased */
  async readLink(link: AcknowledgeToken): Promise<LinkReading> {
    const today = await this.decisions.today();
    const mail = await this.holds.readLinkedMail(link.sendingKey, today);
    const [recipient] = mail?.reminders ?? [];
    if (!mail || !recipient) throw notFound();
    const entitled = mail.reminders.filter(({ isEntitled }) => isEntitled);
    const standing = await this.readStanding(entitled);
    const clusterNames = new Map(mail.reminders.map(({ clusterId, clusterName }) => [clusterId, clusterName]));
    const reading = { ...standing, link, recipient, clusterNames, holds: mail.holds };
    const expired = (because: LinkReading['expiredBecause']) => ({ ...reading, state: 'expired' as const, expiredBecause: because });
    if (link.expiresOn < standing.today) return expired('too-old');
    if (entitled.length === 0) return expired('mandate-ended');
    if (mail.holds.length > 0) return { ...reading, state: 'acknowledged', expiredBecause: null };
    if (standing.deadlines.length === 0) return expired('deadline-gone');
    return { ...reading, state: standing.deadlines.every(({ isFinal }) => isFinal) ? 'final' : 'open', expiredBecause: null };
  }

  async readStanding(reminders: readonly ReminderToAcknowledge[]): Promise<Standing> {
    const clusterIds = [...new Set(reminders.map(({ clusterId }) => clusterId))];
    const [reading, tasks] = await Promise.all([
      this.decisions.readEverything({ kind: 'clusters', clusterIds }),
      this.holds.readTasks(clusterIds),
    ]);
    const { rules } = reading.rules;
    const deadlines = new Map<string, StandingDeadline>();
    for (const reminder of reminders) {
      const decided = reading.clusters.find(({ cluster }) => cluster.id === reminder.clusterId);
      if (!decided) continue;
      const ofCluster = tasks.filter(({ clusterId }) => clusterId === reminder.clusterId);
      const deadline = deadlinesOf(decided.decision, decided.cluster.facts, ofCluster).find((one) => isSame(one, reminder));
      if (!deadline) continue;
      const { clusterId, clusterName, urgency, id } = reminder;
      const { event, subject, deadlineOn } = deadline;
      const key = `${clusterId} ${event} ${subject} ${deadlineOn}`;
      const found = deadlines.get(key);
      if (found) {
        found.reminderIds.push(id);
        found.isFinal ||= urgency === 'final';
        continue;
      }
      const finalOn = nextFinalStep(deadline, clusterId, rules, reading.today);
      const isFinal = urgency === 'final';
      const own = { clusterId, clusterName, event, subject, deadlineOn, reminderIds: [id], isFinal, finalOn };
      deadlines.set(key, { ...own, isIllustrative: isIllustrative(decided) });
    }
    return { today: reading.today, rules, deadlines: [...deadlines.values()] };
  }
}

function isSame(deadline: Deadline, reminder: ReminderToAcknowledge): boolean {
  return (
    deadline.cycle === reminder.cycle &&
    deadline.event === reminder.event &&
    deadline.subject === reminder.subject &&
    deadline.deadlineOn === reminder.deadlineOn
  );
}
