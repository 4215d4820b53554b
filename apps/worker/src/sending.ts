import type { ClaimedMail, Outcome } from '@klyngevagt/db';
import { composeReminderMail } from '@klyngevagt/messages';
import { type CalendarDate, decideCluster, type Rules } from '@klyngevagt/scoring';
import { SendFailure, type SendFailureKind } from './mailer.js';
import { addTo, type Counts, planThese } from './planning.js';
import { reminderText, stillNeeded } from './reminder-text.js';
import type { WorkerContext } from './worker-context.js';

/** So many mails in a row that end without an answer say more about the server than about the mails. */
const brokenOffInARow = 3;

/** Sends everything that is due and not closed, one mail per person and cluster. */
export async function sendDue(context: WorkerContext, on: CalendarDate): Promise<Counts> {
  const { messages, sending, stopping } = context;
  const total: Counts = { mails: 0, sent: 0, notNeeded: 0, postponed: 0, failed: 0, uncertain: 0 };
  total['interrupted'] = await messages.releaseInterrupted(sending.leaseMs);
  // A fact that changed seconds ago may not have reached the plan yet.
  await planThese(context, await messages.clustersWithDue(on), on);
  const rules = rulesOfRun(context);
  let silences = 0;
  while (!stopping.aborted) {
    const mail = await messages.claimNext({ on });
    if (mail === null) break;
    const { counts, failure } = await sendClaimed(context, mail, on, rules);
    addTo(total, counts);
    silences = failure === 'broken-off' ? silences + 1 : 0;
    // The next mail would fare no better, and each try waits for its time-out. What was not tried stays due.
    if (failure === 'unreachable' || silences >= brokenOffInARow) break;
  }
  return total;
}

/** Sends one reminder, whatever its day, with everything else that is due to the same person about the same cluster. */
export async function sendOne(context: WorkerContext, reminderId: string, on: CalendarDate): Promise<Counts> {
  const mail = await context.messages.claimNext({ on, reminderId });
  return mail === null ? { mails: 0 } : (await sendClaimed(context, mail, on, rulesOfRun(context))).counts;
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

async function sendClaimed(context: WorkerContext, mail: ClaimedMail, on: CalendarDate, rules: ReadRules): Promise<SendingResult> {
  const { messages } = context;
  const composed = await compose(context, mail, on, await rules());
  const isLeft = (id: string) => !composed?.needed.some((reminder) => reminder.id === id);
  const notNeeded = mail.reminders.map(({ id }) => id).filter(isLeft);
  await messages.recordNotNeeded(notNeeded);
  if (composed === null) return { counts: { notNeeded: notNeeded.length }, failure: null };

  const ids = composed.needed.map(({ id }) => id);
  const { recipient, officer, text } = composed;
  if (recipient === null || text === null) {
    await messages.recordOutcome(mail, ids, { kind: 'failed', because: 'no-address' });
    return { counts: { failed: ids.length, notNeeded: notNeeded.length }, failure: null };
  }
  const messageIdHeader = context.mailer.messageIdHeader(mail.sendingKey);
  const isOfficer = officer === null || officer.id === mail.person.id;
  try {
    const replyTo = isOfficer ? null : { name: officer.name, address: officer.email };
    const smtpAnswer = await context.mailer.send({ to: recipient, replyTo, ...text, messageIdHeader });
    await messages.recordSent(mail, ids, {
      ...text,
      language: mail.person.language,
      sentTo: recipient.address,
      messageIdHeader,
      smtpAnswer,
    });
    return { counts: { mails: 1, sent: ids.length, notNeeded: notNeeded.length }, failure: null };
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    return recordFailure(context, mail, ids, error);
  }
}

async function compose(context: WorkerContext, mail: ClaimedMail, on: CalendarDate, rules: Rules) {
  const scope = { kind: 'clusters' as const, clusterIds: [mail.clusterId] };
  const [[cluster], officer, nextReminderOn] = await Promise.all([
    context.portfolio.readPortfolio({ scope, portfolio: 'all' }),
    context.messages.readOfficer(mail.clusterId),
    context.messages.nextReminderOn(mail.person.id, mail.clusterId, on),
  ]);
  if (!cluster) return null;
  const decision = decideCluster(cluster.facts, rules, on);
  const needed = stillNeeded(mail, decision);
  if (needed.length === 0) return null;
  const { name, email } = mail.person;
  if (name === null || email === null) return { needed, officer, recipient: null, text: null };
  const { publicUrl } = context;
  const input = reminderText({ mail, recipientName: name, needed, cluster, decision, rules, officer, nextReminderOn, publicUrl });
  return { needed, officer, recipient: { name, address: email }, text: composeReminderMail(input) };
}

async function recordFailure(
  context: WorkerContext,
  mail: ClaimedMail,
  ids: readonly string[],
  failure: SendFailure,
): Promise<SendingResult> {
  const attempts = Math.max(...mail.reminders.map((reminder) => reminder.attempts));
  const outcome = outcomeOf(context, mail, failure, attempts);
  await context.messages.recordOutcome(mail, ids, outcome);
  const { kind, responseCode } = failure;
  context.log.warn(
    { clusterId: mail.clusterId, sendingKey: mail.sendingKey, kind, responseCode, attempts, outcome: outcome.kind },
    'mail not sent',
  );
  const name = { retry: 'postponed', failed: 'failed', uncertain: 'uncertain' }[outcome.kind];
  return { counts: { [name]: ids.length }, failure: failure.kind };
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
