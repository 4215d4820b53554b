import { type ClaimedMail, everyCluster, type SentReminders } from '@klyngevagt/db';
import { type CalendarDate, isClosed, type Rules, weekday } from '@klyngevagt/scoring';
import { dueQueue } from './due-queue.js';
import { compose, type Composed, withoutLinks } from './letters.js';
import { linesAtMost } from './mail-lines.js';
import { SendFailure, type SendFailureKind } from './mailer.js';
import { outcomeOf } from './outcome.js';
import { addTo, type Counts, planThese } from './planning.js';
import type { TellProgress } from './recorded-run.js';
import type { WorkerContext } from './worker-context.js';

/** So many mails in a row that end without an answer say more about the server than about the mails. */
const brokenOffInARow = 3;

/** While one handful is with the mail server, the other is read, worded and recorded. */
const hands = 2;
/**
 * Mails that are taken in hand together, more only where one person gets more. Each finds a line at once, so that none waits longer than
 * its lease; a worker that dies leaves no more than two handfuls whose fate nobody knows.
 */
const handful = linesAtMost / hands;

/** From a cluster's manager to the head of the programme there are so many steps. */
const rungs = 4;

/** Sends everything that is due and not closed: what is urgent about one cluster alone, the rest of the day to one person together. */
export async function sendDue(context: WorkerContext, on: CalendarDate, tell: TellProgress = untold): Promise<Counts> {
  const { messages, sending } = context;
  const total: Counts = { mails: 0, sent: 0, notNeeded: 0, postponed: 0, failed: 0, uncertain: 0 };
  const rules = rulesOfRun(context);
  if (!isOfficeOpen(context, await rules(), on)) return { ...total, held: await context.reminders.countHeld(everyCluster, on) };
  total['interrupted'] = await messages.releaseInterrupted(sending.leaseMs);
  // A fact that changed seconds ago may not have reached the plan yet.
  let toPlan = await messages.clustersWithDue(on);
  context.mailer.expect(Math.min(toPlan.length, context.pace.together));
  for (let rung = 0; rung < rungs && toPlan.length > 0; rung += 1) {
    await planThese(context, toPlan, on, await rules());
    total['due'] ??= await context.reminders.countHeld(everyCluster, on);
    addTo(total, { sent: await messages.deliverToInbox(on) });
    await tell(total);
    const { unreached, goesOn } = await sendPlanned(context, on, { rules, total, tell });
    toPlan = goesOn ? [...new Set(unreached)] : [];
  }
  return total;
}

const untold: TellProgress = () => Promise.resolve();

/** Outside the calendar a day is open when it is no weekend. */
function isOfficeOpen({ sending: { officeHours }, clock }: WorkerContext, { closedDays }: Rules, on: CalendarDate): boolean {
  if (officeHours === null) return true;
  const hour = clock.hour();
  return hour >= officeHours.from && hour < officeHours.to && !(isClosed(on, closedDays) ?? weekday(on) > 5);
}

/** Answers of which clusters somebody could not be reached, and whether it is worth going on. */
async function sendPlanned(
  context: WorkerContext,
  on: CalendarDate,
  { rules, total, tell }: { rules: ReadRules; total: Counts; tell: TellProgress },
): Promise<{ unreached: string[]; goesOn: boolean }> {
  const { messages, pace, stopping } = context;
  const queue = dueQueue(() => messages.readDue(on));
  const unreached: string[] = [];
  let silences = 0;
  let isServerThere = true;
  /** Answers whether it is worth going on: something was left to send, and the server takes it. */
  const sendNext = async (most: number): Promise<boolean> => {
    const limit = await pace.next(most);
    // With a pace, a run may last until the office closes: the rest is held back as ever.
    const persons = limit > 0 && isOfficeOpen(context, await rules(), on) ? await queue.next(limit) : [];
    const mails = persons.length > 0 ? await messages.claimDue(on, persons) : [];
    if (mails.length === 0) queue.leaveOut(persons);
    pace.giveBack(limit - mails.length);
    for (const result of await sendClaimed(context, mails, on, rules)) {
      addTo(total, result.counts);
      unreached.push(...result.unreached);
      if (result.failure === 'broken-off') silences += 1;
      else if (result.failure === null) silences = 0;
      // The next mail would fare no better, and each try waits for its time-out. What was not tried stays due.
      if (result.failure === 'unreachable' || silences >= brokenOffInARow) isServerThere = false;
    }
    queue.letGo(persons);
    await tell(total);
    return persons.length > 0 && isServerThere && !stopping.aborted;
  };
  // The first mail goes alone: it tells whether the server is there at all.
  if (!stopping.aborted && (await sendNext(1))) {
    const work = async () => {
      // What another hand still holds may be due again when it lets go of it: it is that hand which then looks.
      for (let goesOn = true; goesOn;) goesOn = await sendNext(handful);
    };
    await Promise.all(Array.from({ length: hands }, work));
  }
  return { unreached, goesOn: isServerThere && !stopping.aborted };
}

/**
 * Sends one reminder, whatever its day, with everything else that is due to the same person about the same cluster. It takes the next turn
 * of all mails. A worker that stops meanwhile leaves it to the next run: that it was asked for is kept.
 */
export async function sendOne(context: WorkerContext, reminderId: string, on: CalendarDate): Promise<Counts> {
  const { pace, messages } = context;
  const total: Counts = { mails: 0 };
  const turns = await pace.next(1);
  if (turns === 0) return total;
  const mail = await messages.claimOne(on, reminderId);
  if (mail === null) {
    pace.giveBack(turns);
    return total;
  }
  const rules = rulesOfRun(context);
  for (const { counts, unreached } of await sendClaimed(context, [mail], on, rules)) {
    addTo(total, counts);
    // Whoever is next in line is told with the next run.
    await planThese(context, [...new Set(unreached)], on, await rules());
  }
  return total;
}

type ReadRules = () => Promise<Rules>;

const rulesKeptMs = 2000;

/** Reading the rules takes as long as everything else about a mail: those read a moment ago serve for the next mails too. */
function rulesOfRun({ rules }: Pick<WorkerContext, 'rules'>): ReadRules {
  let read: { rules: Rules; until: number } | null = null;
  return async () => {
    if (read === null || read.until < Date.now()) read = { rules: (await rules.readRules()).rules, until: Date.now() + rulesKeptMs };
    return read.rules;
  };
}

interface SendingResult {
  counts: Counts;
  failure: SendFailureKind | null;
  /** Clusters of which somebody could not be reached: the next in line is told. */
  unreached: readonly string[];
}

/** Sends some mails at the same time, and records together what became of them. */
async function sendClaimed(
  context: WorkerContext,
  mails: readonly ClaimedMail[],
  on: CalendarDate,
  rules: ReadRules,
): Promise<SendingResult[]> {
  if (mails.length === 0) return [];
  const { messages } = context;
  const composed = await compose(context, mails, on, await rules());
  await messages.recordSuppressed(
    composed.flatMap(({ notNeeded }) => notNeeded),
    'not-needed',
  );
  await messages.recordSuppressed(
    composed.flatMap(({ unsubscribed }) => unsubscribed),
    'unsubscribed',
  );
  const tried = await Promise.all(composed.map((one) => trySending(context, one, on)));
  await messages.recordSent(tried.flatMap(({ sent }) => sent ?? []));
  const results: SendingResult[] = [];
  for (const { composed: one, sent, failure } of tried) {
    const ids = one.needed.map(({ id }) => id);
    const counts: Counts = { notNeeded: one.notNeeded.length + one.unsubscribed.length };
    if (sent) addTo(counts, { mails: 1, sent: ids.length });
    else if (failure) addTo(counts, await recordFailure(context, one, failure));
    else if (ids.length > 0) {
      await messages.recordOutcome(one.mail, ids, { kind: 'failed', because: 'no-address' });
      addTo(counts, { failed: ids.length });
    }
    results.push({
      counts,
      failure: failure?.kind ?? null,
      unreached: counts['failed'] ? one.needed.map(({ clusterId }) => clusterId) : [],
    });
  }
  return results;
}

interface Tried {
  composed: Composed;
  sent: SentReminders | null;
  failure: SendFailure | null;
}

async function trySending({ mailer, clock }: WorkerContext, composed: Composed, on: CalendarDate): Promise<Tried> {
  const { mail, needed, letter } = composed;
  if (letter === null) return { composed, sent: null, failure: null };
  const { to, replyTo, content, unsubscribeUrl, clusterId, parts } = letter;
  const { sendingKey } = mail;
  try {
    const smtpAnswer = await mailer.send({ to, replyTo, ...content, sendingKey, unsubscribeUrl, writtenAt: clock.writtenAt(on) });
    const messageIdHeader = mailer.messageIdHeader(sendingKey);
    const as = { ...withoutLinks(content), language: mail.person.language, sentTo: to.address, messageIdHeader, smtpAnswer };
    return { composed, sent: { mail, reminderIds: needed.map(({ id }) => id), on, as, clusterId, parts }, failure: null };
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    return { composed, sent: null, failure: error };
  }
}

async function recordFailure(context: WorkerContext, { mail, needed }: Composed, failure: SendFailure): Promise<Counts> {
  const ids = needed.map(({ id }) => id);
  const attempts = Math.max(...mail.reminders.map((reminder) => reminder.attempts));
  const temporaryRefusals = Math.max(...mail.reminders.map((reminder) => reminder.temporaryRefusals));
  const outcome = outcomeOf(context.sending, failure, { attempts, temporaryRefusals, isRepeat: mail.isRetryOfUncertain });
  await context.messages.recordOutcome(mail, ids, outcome);
  const { kind, responseCode } = failure;
  context.log.warn({ sendingKey: mail.sendingKey, kind, responseCode, attempts, outcome: outcome.kind }, 'mail not sent');
  const name = { retry: 'postponed', failed: 'failed', uncertain: 'uncertain' }[outcome.kind];
  return { [name]: ids.length };
}
