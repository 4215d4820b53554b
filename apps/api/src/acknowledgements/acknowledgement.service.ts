import type { Acknowledgement, BodyOf } from '@klyngevagt/contracts';
import { type AcknowledgeToken, type Actor, type NewHold, ReminderHoldRepository, type ReminderToAcknowledge } from '@klyngevagt/db';
import { formatDate, type Language, ownSources } from '@klyngevagt/messages';
import { acknowledgedUntil, type CalendarDate, pauseDaysOn } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { AcknowledgementReader, type Standing, type StandingDeadline } from './acknowledgement-reader.js';
import { latestPlanOf, presentAcknowledgement } from './acknowledgement.presenter.js';

type Body = BodyOf<'acknowledgement.give'>;

/** Who follows a link, as far as it is known: nothing but the request. */
interface Follower {
  requestId: string;
  language: Language;
}

/**
 * Whoever was reminded knows, and says by when. Reminders of the deadline pause until then; the final steps go out all the same. The
 * holds raise the versions of their clusters, by which the worker plans anew at once.
 */
@Injectable()
export class AcknowledgementService {
  constructor(
    private readonly reader: AcknowledgementReader,
    private readonly holds: ReminderHoldRepository,
  ) {}

  async read(link: AcknowledgeToken): Promise<Acknowledgement> {
    return presentAcknowledgement(await this.reader.readLink(link));
  }

  /** Once: a link that was used answers what it was used for. @throws Refusal `link-expired`, `conflict` */
  async give(link: AcknowledgeToken, body: Body, { requestId, language }: Follower): Promise<Acknowledgement> {
    const reading = await this.reader.readLink(link);
    if (reading.state === 'acknowledged') return presentAcknowledgement(reading);
    if (reading.state === 'expired') throw new Refusal('link-expired');
    if (reading.state === 'final') throw refused('conflict', 'final-reminder-stays');
    checkPlan(body.planOn, reading, language);
    const { personId, role } = reading.recipient;
    const said = { ...body, personId, byRole: role, viaKey: link.sendingKey, source: `${ownSources.mailLink} ; ${personId}, ${role}` };
    const actor: Actor = { accountId: null, role: 'mail-link', requestId, reason: null };
    await this.record(actor, reading, said);
    return presentAcknowledgement(await this.reader.readLink(link));
  }

  /** From the product, by whoever is signed in. @throws Refusal `not-found`, `conflict` */
  async acknowledgeReminder(caller: Caller, id: string, body: BodyOf<'reminder.acknowledge'>): Promise<{ id: string }> {
    const today = caller.present.today;
    const reminder = await this.holds.readOne(caller.scope, id, today);
    const standing = await this.reader.readStanding([reminder]);
    const [deadline] = standing.deadlines;
    if (!deadline) throw refused('conflict', 'deadline-gone');
    if (deadline.isFinal) throw refused('conflict', 'final-reminder-stays');
    checkPlan(body.planOn, standing, caller.language);
    const source = caller.role === 'manager' ? ownSources.cluster : ownSources.officer;
    const said = { ...body, personId: caller.personId, byRole: roleOf(caller, reminder), viaKey: null, source };
    await this.record(actorOf(caller, null), standing, said);
    return { id };
  }

  private async record(actor: Actor, { today, rules, deadlines }: Standing, said: Said): Promise<void> {
    const held = deadlines.filter(({ isFinal }) => !isFinal);
    const pauseDays = pauseDaysOn(rules, today);
    const holds = held.map((deadline) => holdOf(deadline, said, { on: today, pauseDays }));
    await this.holds.acknowledge(
      actor,
      held.flatMap(({ reminderIds }) => reminderIds),
      holds,
    );
  }
}

interface Said extends Body, Pick<NewHold, 'byRole' | 'source'> {
  personId: string;
  viaKey: string | null;
}

function holdOf(
  { clusterId, event, subject, deadlineOn }: StandingDeadline,
  { planOn, comment, ...said }: Said,
  { on, pauseDays }: { on: CalendarDate; pauseDays: number },
): NewHold {
  const untilOn = acknowledgedUntil(deadlineOn, { on, planOn, pauseDays });
  const note = comment || null;
  return {
    ...said,
    kind: 'acknowledgement',
    clusterId,
    event,
    subject,
    deadlineOn,
    fromOn: on,
    untilOn,
    planOn,
    note,
    confidence: 'sourced',
  };
}

function checkPlan(planOn: CalendarDate | null, { deadlines, today }: Standing, language: Language): void {
  if (planOn === null) return;
  if (planOn < today) throw refused('invalid-input', 'in-the-past');
  const latest = latestPlanOf(deadlines, today);
  if (planOn > latest) throw refused('invalid-input', 'plan-too-late', { date: formatDate(latest, language) });
}

/** The role in which somebody speaks: the one they were reminded in, else the one they have here. */
function roleOf({ role, personId }: Caller, reminder: ReminderToAcknowledge): NewHold['byRole'] {
  if (personId === reminder.personId) return reminder.role;
  return role === 'officer' || role === 'administrator' ? role : 'manager';
}

const refused = (code: 'invalid-input' | 'conflict', fieldCode: string, params: Record<string, string> = {}) =>
  new Refusal(code, [{ field: 'planOn', code: fieldCode, params }]);
