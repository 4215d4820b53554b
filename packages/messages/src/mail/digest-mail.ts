import { createTranslator, type Translator } from '../translator.js';
import { composeMail } from './layout.js';
import { emptySection, type FootLine, type Mail } from './mail-body.js';
import { listed, repeatOf, roleOf, unsubscribingOf } from './reminder-foot.js';
import type { DigestMailInput, DigestPart, DigestTopic, ReminderTopic } from './reminder-input.js';
import { composeAboutOne, subjectOf } from './reminder-mail.js';
import { leadOf } from './reminder-lead.js';
import { sectionOf } from './reminder-section.js';
import { byGravity } from './reminder-situation.js';
import { headline, titleOf, told, type Told } from './reminder-words.js';
import { fittingSubject } from './subject-line.js';

type DigestTold = Told & { topic: DigestTopic };

/** One mail for everything of a day that is not urgent. About one cluster it reads like a reminder; about several it has a section for each. */
export function composeDigestMail(input: DigestMailInput): Mail & { parts: DigestPart[] } {
  const all = input.topics
    .map((topic) => ({ ...told(topic, topic.toldAs, input.on, input.language), topic }))
    .sort(
      (one, other) =>
        byGravity(one.situation.event, other.situation.event) || one.topic.cluster.name.localeCompare(other.topic.cluster.name),
    );
  const [first] = all;
  if (!first) throw new Error('A digest is about something');
  const mail = all.length === 1 ? aboutOne(first, input) : aboutSeveral(all, first, input);
  return { ...mail, parts: all.map(partOf) };
}

function aboutOne(one: DigestTold, { recipient, isPossibleRepeat, links }: DigestMailInput): Mail {
  const { topic } = one;
  const about = {
    recipient: { ...recipient, ...topic.toldAs },
    isPossibleRepeat,
    links: { ...topic.links, unsubscribe: links.unsubscribe ?? null },
  };
  return composeAboutOne(one, about, oneSubject(one));
}

/** The leading sentence, with the number of reminders before it where there are several. */
function oneSubject(one: DigestTold): string {
  const count = 1 + one.others.length;
  return subjectOf(one, (line) => (count === 1 ? line : one.t('mail.digest.subjectOne', { count, subject: line })));
}

function aboutSeveral(all: readonly DigestTold[], first: DigestTold, input: DigestMailInput): Mail {
  const { language, links, isPossibleRepeat } = input;
  const t = createTranslator(language);
  const reminders = all.reduce((sum, { others }) => sum + 1 + others.length, 0);
  const { name, shortName } = first.topic.cluster;
  const about = (cluster: string) => `${subjectMarking(all, t)}${t('mail.digest.subject', { reminders, cluster, count: all.length - 1 })}`;
  const subject = fittingSubject([() => about(name)], { name: shortName ?? name, around: about });
  return composeMail(subject, {
    language,
    title: t('mail.digest.title', { reminders, clusters: all.length }),
    preview: all.map(titleOf).join('. '),
    greeting: t('mail.greeting', { name: input.recipient.name }),
    sections: [
      { ...emptySection, lists: [{ caption: t('mail.digest.lead'), points: all.map(pointOf) }] },
      ...all.map((one) => sectionOf(one, 'digest')),
    ],
    action: { label: t('mail.digest.action'), url: links.all },
    after: [],
    signature: [t('mail.closing'), 'Klyngevagt'],
    foot: [
      { label: t('reminderMail.foot.why'), text: [...rolesOf(all), t('mail.digest.how')].join(' '), link: null },
      ...unsubscribingOf(
        input.topics.flatMap(({ events }) => events),
        links.unsubscribe,
        t,
      ),
      ...repeatOf(isPossibleRepeat, t),
    ] satisfies FootLine[],
  });
}

/** What must be done about one of the clusters, in a line. */
function pointOf(one: DigestTold): string {
  const subject = headline(one, one.situation, 'inSentence');
  return one.t('reminderHeadlines.subject.withCluster', { cluster: one.topic.cluster.name, subject });
}

/** Facts that are invented are named as what they are, as soon as any are; each section says which. */
function subjectMarking(all: readonly { topic: ReminderTopic }[], t: Translator): string {
  if (all.every(({ topic }) => topic.marking === null)) return '';
  return t(`mail.marking.${all.every(({ topic }) => topic.marking === 'fictional') ? 'fictional' : 'illustrative'}`);
}

/** One sentence for each role, however many clusters somebody has it for. */
function rolesOf(all: readonly DigestTold[]): string[] {
  const groups = new Map<string, { one: DigestTold; clusters: string[] }>();
  for (const one of all) {
    const { role, standsInFor } = one.toldAs;
    const key = standsInFor ? `in the place of ${standsInFor.name}` : role;
    const group = groups.get(key) ?? { one, clusters: [] };
    groups.set(key, { one, clusters: [...group.clusters, one.topic.cluster.name] });
  }
  return [...groups.values()].map(({ one: { toldAs, t }, clusters }) => roleOf(toldAs, listed(clusters, t), t));
}

/** A document of its own: nobody is greeted, and no link acts for the recipient. */
function partOf(one: DigestTold): DigestPart {
  const body = {
    language: one.language,
    title: titleOf(one),
    preview: leadOf(one),
    greeting: null,
    sections: [sectionOf(one, 'part')],
    action: null,
    after: [],
    signature: [],
    foot: [],
  };
  return { clusterId: one.topic.cluster.id, ...composeMail(oneSubject(one), body) };
}
