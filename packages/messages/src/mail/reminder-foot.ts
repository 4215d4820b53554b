import type { ReminderEvent } from '@klyngevagt/scoring';
import { formatLongDate } from '../dates.js';
import type { Translator } from '../translator.js';
import type { FootLine } from './mail-body.js';
import type { ReminderMailEvent, ReminderTopic, ToldAs } from './reminder-input.js';
import { isOfDuty } from './reminder-situation.js';
import type { Told } from './reminder-words.js';

/** Why this reader gets the mail, and who else does. */
export function whyOf({ t, toldAs, topic }: Told): string {
  const because = roleOf(toldAs, topic.cluster.name, t);
  const { role, standsInFor, escalatedFrom } = toldAs;
  // Who could not be reached was not told.
  return standsInFor || escalatedFrom || role === 'manager' ? because : `${because} ${t(`reminderMail.foot.alsoTold.${role}`)}`;
}

/** A role, or in whose place. */
export function roleOf({ role, standsInFor }: ToldAs, cluster: string, t: Translator): string {
  return standsInFor ? t('reminderMail.foot.whyStandIn', { name: standsInFor.name }) : t(`reminderMail.foot.whyRole.${role}`, { cluster });
}

/** Before everything else where the mail was meant for somebody else. */
export function introOf({ t, toldAs: { role, standsInFor, escalatedFrom }, language }: Told): string[] {
  const instead = standsInFor
    ? [t('reminderMail.intro.standIn', { name: standsInFor.name, until: formatLongDate(standsInFor.untilOn, language) })]
    : [];
  if (!escalatedFrom) return instead;
  const isOfOffice = role === 'officer' || role === 'head';
  const toDo = isOfOffice ? [t('reminderMail.intro.reach')] : [];
  return [...instead, [t(`reminderMail.intro.escalated.${escalatedFrom}`), ...toDo].join(' ')];
}

/** That late steps, or several deadlines, are one mail. */
export function mergedOf({ t, topic: { events } }: Told): string[] {
  return events.length > 1 ? [t('reminderMail.foot.merged', { count: events.length })] : [];
}

export function nextOf({ t, topic, language }: Told): string {
  const { nextReminderOn } = topic;
  return nextReminderOn === null
    ? t('reminderMail.foot.last')
    : t('reminderMail.foot.next', { next: formatLongDate(nextReminderOn, language) });
}

const optionalEvents = ['milestone', 'recommendation', 'document', 'self-test-returned'] as const satisfies readonly ReminderEvent[];

/** The kind that a mail's link switches off: of what is no duty, the one told of most, and told first of two. Null: duties alone. */
export function kindToDoWithout(events: readonly Pick<ReminderMailEvent, 'event'>[]): (typeof optionalEvents)[number] | null {
  const told = events.flatMap(({ event }) => optionalEvents.find((kind) => kind === event) ?? []);
  const count = (kind: ReminderEvent) => told.filter((one) => one === kind).length;
  return [...told].sort((one, other) => count(other) - count(one))[0] ?? null;
}

/** What of a mail can be switched off, and why the rest cannot. */
export function unsubscribingOf(events: readonly ReminderMailEvent[], url: string | null | undefined, t: Translator): FootLine[] {
  const kind = kindToDoWithout(events);
  const hasDuty = events.some(({ event }) => isOfDuty(event));
  if (kind === null) return hasDuty ? [{ label: null, text: t('reminderMail.foot.duty'), link: null }] : [];
  if (!url) return [];
  const label = t('reminderMail.foot.unsubscribe', { kind: t(`reminderMail.foot.kind.${kind}`) });
  return [{ label: null, text: hasDuty ? t('reminderMail.foot.dutyToo') : '', link: { label, url } }];
}

/** `a, b og c` */
export function listed(names: readonly string[], t: Translator): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : t('reminderMail.foot.and', { first: names.slice(0, -1).join(', '), last });
}

/** That facts are invented is told in every mail and in every part of one. */
export function markingOf(marking: ReminderTopic['marking'], t: Translator): string[] {
  return marking === null ? [] : [t(`mail.foot.${marking}`)];
}

export function repeatOf(isPossibleRepeat: boolean, t: Translator): FootLine[] {
  return isPossibleRepeat ? [{ label: null, text: t('mail.foot.repeat'), link: null }] : [];
}
