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
export function introOf({ t, toldAs: { standsInFor, escalatedFrom }, language }: Told): string[] {
  const instead = standsInFor
    ? [t('reminderMail.intro.standIn', { name: standsInFor.name, until: formatLongDate(standsInFor.untilOn, language) })]
    : [];
  return escalatedFrom ? [...instead, t(`reminderMail.intro.escalated.${escalatedFrom}`)] : instead;
}

export function nextOf({ t, topic, language }: Told): string {
  const { nextReminderOn } = topic;
  return nextReminderOn === null
    ? t('reminderMail.foot.last')
    : t('reminderMail.foot.next', { next: formatLongDate(nextReminderOn, language) });
}

const optionalEvents = ['milestone', 'self-test-returned', 'document', 'recommendation'] as const satisfies readonly ReminderEvent[];

/** What of a mail can be switched off, and why the rest cannot. */
export function unsubscribingOf(events: readonly ReminderMailEvent[], url: string | null | undefined, t: Translator): FootLine[] {
  const has = (event: ReminderEvent) => events.some((one) => one.event === event);
  const kinds = optionalEvents.filter(has).map((event) => t(`reminderMail.foot.kind.${event}`));
  const hasDuty = events.some(({ event }) => isOfDuty(event));
  if (kinds.length === 0) return hasDuty ? [{ label: null, text: t('reminderMail.foot.duty'), link: null }] : [];
  if (!url) return [];
  const label = t('reminderMail.foot.unsubscribe', { kinds: listed(kinds, t) });
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
