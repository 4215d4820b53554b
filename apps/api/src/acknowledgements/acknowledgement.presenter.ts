import { type Acknowledgement, ProcessStep } from '@klyngevagt/contracts';
import type { HoldOfLink } from '@klyngevagt/db';
import { acknowledgedUntil, type CalendarDate, latestPlanDay, laterOf, pauseDaysOn } from '@klyngevagt/scoring';
import type { LinkReading, StandingDeadline } from './acknowledgement-reader.js';

/** Of a link that acknowledges no longer nothing is told but why. */
export function presentAcknowledgement(reading: LinkReading): Acknowledgement {
  const { state, expiredBecause, link, recipient, today, rules, holds, deadlines } = reading;
  const [first] = holds;
  const isExpired = state === 'expired';
  return {
    state,
    expiredBecause,
    language: recipient.language,
    today,
    sentToRole: isExpired ? null : recipient.role,
    deadlines: isExpired ? [] : state === 'acknowledged' ? holds.map((hold) => presentHold(hold, reading)) : deadlines.map(presentDeadline),
    illustrative: !isExpired && (recipient.isFictional || deadlines.some(({ isIllustrative }) => isIllustrative)),
    linkExpiresOn: link.expiresOn,
    pauseWithoutPlanUntil: acknowledgedUntil(today, { on: today, planOn: null, pauseDays: pauseDaysOn(rules, today) }),
    latestPlanOn: latestPlanOf(deadlines, today),
    acknowledgedAt: isExpired ? null : (first?.createdAt ?? null),
    planOn: isExpired ? null : (first?.planOn ?? null),
  };
}

/** The latest day that any of the deadlines allows. */
export function latestPlanOf(deadlines: readonly Pick<StandingDeadline, 'deadlineOn' | 'isFinal'>[], today: CalendarDate): CalendarDate {
  const held = deadlines.filter(({ isFinal }) => !isFinal);
  return held.reduce((latest, { deadlineOn }) => laterOf(latest, latestPlanDay(deadlineOn, today)), latestPlanDay(today, today));
}

function presentDeadline({
  clusterName,
  event,
  subject,
  deadlineOn,
  isFinal,
  finalOn,
}: StandingDeadline): Acknowledgement['deadlines'][number] {
  return { clusterName, event, step: stepOf(subject), deadlineOn, isFinal, finalOn, pausedUntil: null };
}

/** What was acknowledged, also where the deadline has moved since. */
function presentHold(hold: HoldOfLink, { deadlines, clusterNames }: LinkReading): Acknowledgement['deadlines'][number] {
  const { clusterId, event, subject, deadlineOn, untilOn } = hold;
  const standing = deadlines.find((one) => one.clusterId === clusterId && one.event === event && one.subject === subject);
  const isStanding = standing?.deadlineOn === deadlineOn;
  const clusterName = clusterNames.get(clusterId) ?? '';
  const finalOn = isStanding ? standing.finalOn : null;
  return { clusterName, event, step: stepOf(subject), deadlineOn, isFinal: false, finalOn, pausedUntil: untilOn };
}

function stepOf(subject: string): Acknowledgement['deadlines'][number]['step'] {
  return ProcessStep.safeParse(subject).data ?? null;
}
