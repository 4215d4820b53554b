import { everyCluster, type ClusterWithFacts, type ClaimedWeeklyMail, oneClickUnsubscribeLink, unsubscribeLink } from '@klyngevagt/db';
import { composeWeeklyMail, type WeeklyAnswer, type WeeklyMailInput } from '@klyngevagt/messages';
import {
  addDays,
  type CalendarDate,
  type ClosedDays,
  type ClusterDecision,
  decideCluster,
  isClosed,
  openDayOnOrAfter,
  weekday,
} from '@klyngevagt/scoring';
import { withoutLinks } from './letters.js';
import { SendFailure } from './mailer.js';
import { outcomeOf } from './outcome.js';
import { quietMail } from './quiet-mail.js';
import type { Counts } from './planning.js';
import { addTo } from './planning.js';
import type { WorkerContext } from './worker-context.js';

const daysAhead = 30;
const weekMs = 7 * 24 * 3600 * 1000;

/** What is the same for every officer. */
type Week = Omit<WeeklyMailInput, 'language' | 'recipient' | 'isPossibleRepeat' | 'unsubscribe'>;

/**
 * Sends the week's mail to every officer who has not had it: on the week's first working day, or on the next one on which anything runs.
 * Run again, or by two workers at once, it sends nothing twice.
 */
export async function sendWeekly(context: WorkerContext, on: CalendarDate): Promise<Counts> {
  const { weeklyMails, rules, sending, stopping, pace } = context;
  const weekOn = mondayOf(on);
  const total: Counts = { mails: 0, postponed: 0, uncertain: 0, failed: 0 };
  const { closedDays } = (await rules.readRules()).rules;
  if (isClosed(on, closedDays) ?? weekday(on) > 5) return total;
  await weeklyMails.plan(weekOn, { onlyIfNone: on !== firstWorkingDay(weekOn, closedDays) });
  await weeklyMails.releaseInterrupted(sending.leaseMs);
  let week: Week | null = null;
  while (!stopping.aborted) {
    const turns = await pace.next(1);
    const mail = turns > 0 ? await weeklyMails.claimNext(weekOn) : null;
    if (mail === null) {
      pace.giveBack(turns);
      break;
    }
    if (mail.kind === 'weekly') week ??= await readWeek(context, weekOn, on);
    const { name, goesOn } = await sendTo(context, mail, { week, weekOn, on });
    addTo(total, { [name]: 1 });
    if (!goesOn) break;
  }
  return total;
}

/** Outside the calendar the Monday itself. */
function firstWorkingDay(weekOn: CalendarDate, closedDays: ClosedDays): CalendarDate {
  return openDayOnOrAfter(weekOn, closedDays) ?? weekOn;
}

export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - weekday(day));
}

async function sendTo(
  context: WorkerContext,
  mail: ClaimedWeeklyMail,
  days: { week: Week | null; weekOn: CalendarDate; on: CalendarDate },
): Promise<{ name: 'mails' | 'postponed' | 'uncertain' | 'failed'; goesOn: boolean }> {
  const { weeklyMails, mailer, clock, sending, publicUrl, linkSecret, log } = context;
  const { name, email, language } = mail.person;
  if (name === null || email === null) {
    await weeklyMails.recordOutcome(mail, { kind: 'failed', because: 'no-address' });
    return { name: 'failed', goesOn: true };
  }
  const { week, on } = days;
  const token = { personId: mail.person.id, kind: mail.kind };
  const unsubscribe = unsubscribeLink(publicUrl, linkSecret, token);
  const text =
    mail.kind === 'weekly' && week !== null
      ? composeWeeklyMail({ ...week, language, recipient: { name, email }, isPossibleRepeat: mail.isRepeat, unsubscribe })
      : await quietMail(context, mail, days);
  if (text === null) {
    await weeklyMails.recordOutcome(mail, { kind: 'retry', afterMs: sending.pauseMs(mail.attempts), isRefusal: false });
    return { name: 'postponed', goesOn: true };
  }
  const unsubscribeUrl = oneClickUnsubscribeLink(publicUrl, linkSecret, token);
  const { sendingKey } = mail;
  try {
    const to = { name, address: email };
    const smtpAnswer = await mailer.send({ to, replyTo: null, ...text, sendingKey, unsubscribeUrl, writtenAt: clock.writtenAt(on) });
    const messageIdHeader = mailer.messageIdHeader(sendingKey);
    await weeklyMails.recordSent(mail, { ...withoutLinks(text), language, sentTo: email, messageIdHeader, smtpAnswer }, on);
    return { name: 'mails', goesOn: true };
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    const outcome = outcomeOf(sending, error, mail);
    await weeklyMails.recordOutcome(mail, outcome);
    log.warn({ weeklyMailId: mail.id, kind: error.kind, responseCode: error.responseCode, outcome: outcome.kind }, 'weekly mail not sent');
    const names = { retry: 'postponed', uncertain: 'uncertain', failed: 'failed' } as const;
    return { name: names[outcome.kind], goesOn: error.kind !== 'unreachable' };
  }
}

async function readWeek(context: WorkerContext, weekOn: CalendarDate, on: CalendarDate): Promise<Week> {
  const { portfolio, rules, reminders, ledger, publicUrl } = context;
  const weekAgo = new Date(Date.now() - weekMs).toISOString();
  const scope = everyCluster;
  const [now, then, rulesNow, rulesThen, failed, seal, sending] = await Promise.all([
    portfolio.readPortfolio({ scope, portfolio: 'national' }),
    portfolio.readPortfolio({ scope, portfolio: 'national', known: weekAgo }),
    rules.readRules(),
    rules.readRules(weekAgo),
    reminders.countFailed(scope),
    ledger.sealHead(),
    readSending(context, on),
  ]);
  const before = new Map(then.map((cluster) => [cluster.id, decideCluster(cluster.facts, rulesThen.rules, addDays(on, -7))]));
  const decided = now.map((cluster) => ({ cluster, decision: decideCluster(cluster.facts, rulesNow.rules, on) }));
  const changed = decided.flatMap(({ cluster, decision }) => {
    // A cluster that nobody knew of a week ago is new: only time can have changed it.
    const old = before.get(cluster.id) ?? decideCluster(cluster.facts, rulesNow.rules, addDays(on, -7));
    const [was, is] = [answerOf(old), answerOf(decision)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ cluster: cluster.name, before: was, after: is }];
  });
  return {
    weekOn,
    changed,
    due: decided.flatMap((one) => dueOf(one, on)).sort((one, other) => one.on.localeCompare(other.on)),
    needsAction: decided
      .filter(({ decision }) => decision.needsAction)
      .map(({ cluster, decision: { verdict, nextStep } }) => ({ cluster: cluster.name, verdict, next: nextStep })),
    failedReminders: now.reduce((sum, { id }) => sum + (failed.get(id) ?? 0), 0),
    sending,
    seal,
    url: `${publicUrl}/portfolio`,
    isIllustrative: now.some(isIllustrative),
  };
}

/** How reminders are looked after: what the page of reminders says too. */
async function readSending({ runs, reminders, clock }: WorkerContext, on: CalendarDate): Promise<Week['sending']> {
  const [{ lastFinished }, sums, held] = await Promise.all([
    runs.latest(),
    reminders.sums(everyCluster),
    reminders.countHeld(everyCluster, on),
  ]);
  const { sent, toCome, failed } = sums;
  const lastRunAt = lastFinished && clock.toldAt(lastFinished.on, lastFinished.startedAt).toISOString();
  return { lastRunAt, sent, toCome, failed, held };
}

function answerOf({ label, verdict }: ClusterDecision): WeeklyAnswer {
  return { status: label.status, verdict, validUntil: label.validUntil };
}

function dueOf({ cluster, decision }: { cluster: ClusterWithFacts; decision: ClusterDecision }, on: CalendarDate): Week['due'] {
  const { code, dueOn } = decision.nextStep;
  if (!decision.bound || dueOn === null || dueOn < on || dueOn > addDays(on, daysAhead)) return [];
  return [{ cluster: cluster.name, step: code, on: dueOn }];
}

function isIllustrative(cluster: ClusterWithFacts): boolean {
  const { awards, memberships, plans, waivers, audits } = cluster.facts;
  return [cluster, ...awards, ...memberships, ...plans, ...waivers, ...audits].some(({ confidence }) => confidence === 'illustrative');
}
