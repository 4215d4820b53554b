import type { ReminderEvent } from '@klyngevagt/scoring';
import { formatLongDate } from '../dates.js';
import type { MailLink, MailList, MailSection } from './mail-body.js';
import { reminderDates } from './reminder-dates.js';
import { introOf, markingOf } from './reminder-foot.js';
import { leadDay, leadOf, stateOf } from './reminder-lead.js';
import type { ReminderSituation } from './reminder-situation.js';
import { headline, isOwn, titleOf, type Told } from './reminder-words.js';

/**
 * `mail`: about nothing else, so title, button and foot are the mail's. `digest`: one of several. `part`: what others of the cluster may
 * read of it, without links that act for the recipient.
 */
type Place = 'mail' | 'digest' | 'part';

/** What is said about one cluster. */
export function sectionOf(input: Told, place: Place): MailSection {
  const { t, topic } = input;
  return {
    heading: place === 'digest' ? titleOf(input) : null,
    intro: introOf(input),
    lead: { sentences: [leadOf(input)], strong: leadDay(input) },
    state: [...stateOf(input), ...acknowledgedOf(input)],
    lists: besidesOf(input, place),
    dates: { caption: t('reminderMail.dates.caption'), isCaptionShown: false, rows: reminderDates(input) },
    links: [...(place === 'mail' ? [] : [{ ...actionOf(input, place), text: null }]), ...acknowledgeOf(input, place)],
    after: afterOf(input, place),
    notes: place === 'mail' ? [] : [...nextOfCluster(input), ...markingOf(topic.marking, t)],
  };
}

/** The other deadlines, each in one line. */
function besidesOf(input: Told, place: Place): MailList[] {
  const { t, situation } = input;
  // A label that can only just be renewed has expired: the lead says so.
  const isSaid = ({ event }: ReminderSituation) => situation.event.event === 'window-end' && event.event === 'end';
  const others = input.others.filter((other) => !isSaid(other));
  if (others.length === 0) return [];
  const caption = t(`reminderMail.${place === 'mail' ? 'also' : 'besides'}`);
  return [{ caption, points: others.map((other) => headline(input, other, 'inSentence')) }];
}

/** Where the leading step is dealt with. Beside those of other clusters, a cluster's page is named. */
export function actionOf({ t, topic, toldAs, situation: { event, kind } }: Told, place: Place): MailLink {
  const url = event.url ?? topic.links.cluster;
  const isAuditAwaited = !topic.decision.chain?.booking && (event.event === 'end' || event.event === 'window-end') && kind !== 'lapsed';
  // The head of a programme sees to it that others act, and enters nothing.
  if (toldAs.role !== 'head' && (event.event === 'booking' || isAuditAwaited)) return { label: t('reminderMail.action.register'), url };
  const ownPage = event.url === undefined ? undefined : pagesOfWork.find((one) => one === event.event);
  if (ownPage) return { label: t(`reminderMail.action.${ownPage}`), url };
  return { label: t(`reminderMail.action.${place === 'digest' ? 'openOf' : 'open'}`, { cluster: topic.cluster.name }), url };
}

const pagesOfWork = ['milestone', 'recommendation', 'document', 'self-test-returned'] as const satisfies readonly ReminderEvent[];

/** Somebody said that they know, and the deadline still stands. */
function acknowledgedOf({ topic: { acknowledged }, toldAs, t, on, language }: Told): string[] {
  if (!acknowledged) return [];
  const { planOn } = acknowledged;
  const who = isOwn(toldAs) ? 'own' : 'other';
  const said = t(`reminderMail.acknowledged.${planOn ? `${who}Plan` : who}`, {
    on: formatLongDate(acknowledged.on, language),
    plan: planOn ? formatLongDate(planOn, language) : '',
  });
  return [said, t(planOn && planOn >= on ? 'reminderMail.acknowledge.regardless' : 'reminderMail.acknowledged.still')];
}

function acknowledgeOf({ topic, toldAs, t }: Told, place: Place): MailSection['links'][number][] {
  const url = topic.links.acknowledge ?? null;
  if (url === null) return [];
  const label = t(`reminderMail.acknowledge.${isOwn(toldAs) ? 'own' : 'other'}`);
  if (place === 'part') return [{ label, url: null, text: t('reminderMail.acknowledge.personal') }];
  // Of a mail that gathers, some may be held back and some not.
  const holds = isFinal(topic) ? (['holds', 'regardless'] as const) : (['holds'] as const);
  return [{ label, url, text: holds.map((key) => t(`reminderMail.acknowledge.${key}`)).join(' ') }];
}

function isFinal({ events }: Told['topic']): boolean {
  return events.some(({ urgency }) => urgency === 'final');
}

function afterOf(input: Told, place: Place): string[] {
  const { t, topic, toldAs } = input;
  const sentences = adviceOf(input).map((key) => t(`reminderMail.after.${key}.${isOwn(toldAs) ? 'own' : 'other'}`));
  if (isFinal(topic) && !topic.links.acknowledge) sentences.unshift(t('reminderMail.acknowledge.final'));
  if (place === 'mail' && topic.officer && toldAs.role !== 'officer')
    sentences.push(t('reminderMail.after.reply', { officer: topic.officer.name }));
  return sentences;
}

type Advice = Exclude<keyof (typeof import('../da/reminder-mail.js'))['reminderMail']['after'], 'reply'>;

/** What ends the reminders, or what to do where it is too late. */
function adviceOf({ situation, topic, toldAs }: Told): Advice[] {
  const { event } = situation.event;
  if (toldAs.role === 'head') return event === 'plan' && situation.moment === 'passed' ? ['planPassed'] : [];
  switch (event) {
    case 'booking':
      return topic.decision.chain?.booking ? [] : ['booked'];
    case 'end':
    case 'window-end':
      return situation.kind === 'lapsed' ? ['lapsed'] : [];
    // Its button leads to what has to be corrected.
    case 'self-test-returned':
      return [];
    case 'plan':
      return situation.moment === 'passed' ? ['plan', 'planPassed'] : ['plan'];
    case 'waiver':
      return situation.moment === 'passed' ? [] : ['waiver'];
    default:
      return [event];
  }
}

function nextOfCluster({ t, topic: { nextReminderOn, cluster }, language }: Told): string[] {
  if (nextReminderOn === null) return [];
  return [t('reminderMail.foot.nextOfCluster', { cluster: cluster.name, next: formatLongDate(nextReminderOn, language) })];
}
