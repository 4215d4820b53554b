import type { ClaimedMail, MessageRepository, Outcome } from '@klyngevagt/db';
import { composeReminderMail } from '@klyngevagt/messages';
import { type CalendarDate, decideCluster, type Rules } from '@klyngevagt/scoring';
import { linesAtMost, SendFailure, type SendFailureKind } from './mailer.js';
import { addTo, type Counts, planThese } from './planning.js';
import { reminderText, stillNeeded } from './reminder-text.js';
import type { WorkerContext } from './worker-context.js';

/** So many mails in a row that end without an answer say more about the server than about the mails. */
const brokenOffInARow = 3;

/** While one handful is with the mail server, the other is read, worded and recorded. */
const hands = 2;
/**
 * Mails that are taken in hand together. Each finds a line at once, so that none waits longer than its lease; a worker that dies leaves no
 * more than two handfuls whose fate nobody knows.
 */
const handful = linesAtMost / hands;

/** Sends everything that is due and not closed, one mail per person and cluster. */
export async function sendDue(context: WorkerContext, on: CalendarDate): Promise<Counts> {
  const { messages, sending, stopping } = context;
  const total: Counts = { mails: 0, sent: 0, notNeeded: 0, postponed: 0, failed: 0, uncertain: 0 };
  total['interrupted'] = await messages.releaseInterrupted(sending.leaseMs);
  // A fact that changed seconds ago may not have reached the plan yet.
  await planThese(context, await messages.clustersWithDue(on), on);
  const rules = rulesOfRun(context);
  let silences = 0;
  let isServerThere = true;
  /** Answers whether it is worth going on: something was left to send, and the server takes it. */
  const sendNext = async (limit: number): Promise<boolean> => {
    const mails = await messages.claimDue(on, limit);
    for (const { counts, failure } of await sendClaimed(context, mails, on, rules)) {
      addTo(total, counts);
      if (failure === 'broken-off') silences += 1;
      else if (failure === null) silences = 0;
      // The next mail would fare no better, and each try waits for its time-out. What was not tried stays due.
      if (failure === 'unreachable' || silences >= brokenOffInARow) isServerThere = false;
    }
    return mails.length > 0 && isServerThere && !stopping.aborted;
  };
  // The first mail goes alone: it tells whether the server is there at all.
  if (stopping.aborted || !(await sendNext(1))) return total;
  const work = async () => {
    // What another hand still holds may be due again when it lets go of it: it is that hand which then looks.
    for (let goesOn = true; goesOn;) goesOn = await sendNext(handful);
  };
  await Promise.all(Array.from({ length: hands }, work));
  return total;
}

/** Sends one reminder, whatever its day, with everything else that is due to the same person about the same cluster. */
export async function sendOne(context: WorkerContext, reminderId: string, on: CalendarDate): Promise<Counts> {
  const mail = await context.messages.claimOne(on, reminderId);
  const total: Counts = { mails: 0 };
  if (mail === null) return total;
  for (const { counts } of await sendClaimed(context, [mail], on, rulesOfRun(context))) addTo(total, counts);
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
  await messages.recordNotNeeded(composed.flatMap(({ notNeeded }) => notNeeded));
  const tried = await Promise.all(composed.map((one) => trySending(context, one)));
  await messages.recordSent(tried.flatMap(({ sent }) => sent ?? []));
  const results: SendingResult[] = [];
  for (const { composed: one, sent, failure } of tried) {
    const ids = one.needed.map(({ id }) => id);
    const counts: Counts = { notNeeded: one.notNeeded.length };
    results.push({ counts, failure: failure?.kind ?? null });
    if (sent) addTo(counts, { mails: 1, sent: ids.length });
    else if (failure) addTo(counts, await recordFailure(context, one.mail, ids, failure));
    else if (ids.length > 0) {
      await messages.recordOutcome(one.mail, ids, { kind: 'failed', because: 'no-address' });
      addTo(counts, { failed: ids.length });
    }
  }
  return results;
}

interface Tried {
  composed: Composed;
  sent: Parameters<MessageRepository['recordSent']>[0][number] | null;
  failure: SendFailure | null;
}

async function trySending({ mailer }: WorkerContext, composed: Composed): Promise<Tried> {
  const { mail, needed, officer, letter } = composed;
  if (letter === null) return { composed, sent: null, failure: null };
  const { recipient, text } = letter;
  const messageIdHeader = mailer.messageIdHeader(mail.sendingKey);
  const isOfficer = officer === null || officer.id === mail.person.id;
  const replyTo = isOfficer ? null : { name: officer.name, address: officer.email };
  try {
    const smtpAnswer = await mailer.send({ to: recipient, replyTo, ...text, messageIdHeader });
    const as = { ...text, language: mail.person.language, sentTo: recipient.address, messageIdHeader, smtpAnswer };
    return { composed, sent: { mail, reminderIds: needed.map(({ id }) => id), as }, failure: null };
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    return { composed, sent: null, failure: error };
  }
}

/** A mail as it stands today: which of its reminders are still called for, and what it says. */
interface Composed {
  mail: ClaimedMail;
  needed: ClaimedMail['reminders'];
  notNeeded: string[];
  officer: { id: string; name: string; email: string } | null;
  /** Null: nothing is called for, or there is nobody to write to. */
  letter: { recipient: { name: string; address: string }; text: ReturnType<typeof composeReminderMail> } | null;
}

async function compose(context: WorkerContext, mails: readonly ClaimedMail[], on: CalendarDate, rules: Rules): Promise<Composed[]> {
  const clusterIds = [...new Set(mails.map(({ clusterId }) => clusterId))];
  const recipients = mails.map(({ person, clusterId }) => ({ personId: person.id, clusterId }));
  const [clusters, officers, nextOn, tasks] = await Promise.all([
    context.portfolio.readDeciding({ scope: { kind: 'clusters', clusterIds }, portfolio: 'all' }),
    context.messages.readOfficers(clusterIds),
    context.messages.nextRemindersOn(recipients, on),
    context.messages.readTasks(clusterIds),
  ]);
  const decided = new Map(clusters.map((cluster) => [cluster.id, { cluster, decision: decideCluster(cluster.facts, rules, on) }]));
  return mails.map((mail, place) => {
    const found = decided.get(mail.clusterId);
    const needed = found ? stillNeeded(mail, { decision: found.decision, facts: found.cluster.facts, tasks: tasks.get(mail.clusterId) ?? [] }) : [];
    const notNeeded = mail.reminders.filter((reminder) => !needed.includes(reminder)).map(({ id }) => id);
    const officer = officers.get(mail.clusterId) ?? null;
    const { name, email } = mail.person;
    if (!found || needed.length === 0 || name === null || email === null) return { mail, needed, notNeeded, officer, letter: null };
    const nextReminderOn = nextOn[place] ?? null;
    const input = reminderText({
      mail,
      recipientName: name,
      needed,
      ...found,
      rules,
      officer,
      nextReminderOn,
      publicUrl: context.publicUrl,
    });
    return { mail, needed, notNeeded, officer, letter: { recipient: { name, address: email }, text: composeReminderMail(input) } };
  });
}

async function recordFailure(context: WorkerContext, mail: ClaimedMail, ids: readonly string[], failure: SendFailure): Promise<Counts> {
  const attempts = Math.max(...mail.reminders.map((reminder) => reminder.attempts));
  const outcome = outcomeOf(context, mail, failure, attempts);
  await context.messages.recordOutcome(mail, ids, outcome);
  const { kind, responseCode } = failure;
  context.log.warn(
    { clusterId: mail.clusterId, sendingKey: mail.sendingKey, kind, responseCode, attempts, outcome: outcome.kind },
    'mail not sent',
  );
  const name = { retry: 'postponed', failed: 'failed', uncertain: 'uncertain' }[outcome.kind];
  return { [name]: ids.length };
}

function outcomeOf({ sending }: WorkerContext, mail: ClaimedMail, { kind }: SendFailure, attempts: number): Outcome {
  if (kind === 'refused') return { kind: 'failed', because: 'refused' };
  // Only a server that answers can be taken at its word: one that is away may be away for days, and nothing is given up for that.
  if (kind === 'temporary' && attempts >= sending.maxAttempts) return { kind: 'failed', because: 'retries-exhausted' };
  if (kind !== 'broken-off') return { kind: 'retry', afterMs: sending.pauseMs(attempts) };
  // Promised is "never lost; a possible repeat is marked": one repeat, then a person looks.
  if (mail.isRetryOfUncertain) return { kind: 'failed', because: 'interrupted-again' };
  return { kind: 'uncertain', afterMs: sending.pauseMs(attempts) };
}
