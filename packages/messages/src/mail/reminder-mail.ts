import { composeMail } from './layout.js';
import type { FootLine, Mail } from './mail-body.js';
import { markingOf, mergedOf, nextOf, repeatOf, unsubscribingOf, whyOf } from './reminder-foot.js';
import type { ReminderMailInput } from './reminder-input.js';
import { leadOf } from './reminder-lead.js';
import { originOf } from './reminder-origin.js';
import { actionOf, sectionOf } from './reminder-section.js';
import { headline, isOwn, titleOf, told, type Told } from './reminder-words.js';
import { fittingSubject } from './subject-line.js';

/** The sentence that stands for a reminder: subject, plain text and HTML in the recipient's language. */
export function composeReminderMail(input: ReminderMailInput): Mail {
  const one = told(input, input.recipient, input.on, input.language);
  return composeAboutOne(one, input, subjectOf(one));
}

/** A mail about one cluster, under the subject given. */
export function composeAboutOne(
  one: Told,
  input: Pick<ReminderMailInput, 'recipient' | 'isPossibleRepeat' | 'links'>,
  subject: string,
): Mail {
  const { t, language } = one;
  return composeMail(subject, {
    language,
    title: titleOf(one),
    preview: leadOf(one),
    greeting: t('mail.greeting', { name: input.recipient.name }),
    sections: [sectionOf(one, 'mail')],
    action: actionOf(one, 'mail'),
    after: [],
    signature: signatureOf(one),
    foot: footOf(one, input),
  });
}

/**
 * `of`: what is said before the first headline. The fullest wording that fits: a short name, then short dates, then nothing before the headline,
 * at last a name cut short.
 */
export function subjectOf(one: Told, of: (headline: string) => string = (line) => line): string {
  const { t, topic, situation, toldAs } = one;
  const marking = topic.marking === null ? '' : t(`mail.marking.${topic.marking}`);
  const line = () => of(headline(one, situation, 'inSubject'));
  const shorter = () => of(headline(one, situation, 'inShortSubject'));
  const bare = () => headline(one, situation, 'inTightSubject');
  const tight = () => of(bare());
  // An officer has many clusters: the name comes first. Who has one only knows whose label it is.
  if (isOwn(toldAs) && !toldAs.hasSeveral && !toldAs.standsInFor)
    return fittingSubject(
      [line, shorter, tight, bare].map((say) => () => `${marking}${say()}`),
      null,
    );
  const named = (say: () => string, cluster: string) =>
    `${marking}${t('reminderHeadlines.subject.withCluster', { cluster, subject: say() })}`;
  const { name, shortName } = topic.cluster;
  const short = shortName ?? name;
  const wordings = [() => named(line, name), ...[line, shorter, tight, bare].map((say) => () => named(say, short))];
  return fittingSubject(wordings, { name: short, around: (cluster) => named(bare, cluster) });
}

function signatureOf({ t, topic: { officer }, toldAs: { role } }: Told): string[] {
  if (!officer || role === 'officer') return [t('mail.closing'), 'Klyngevagt'];
  return [t('mail.closing'), officer.name, t('mail.officer')];
}

function footOf(one: Told, { isPossibleRepeat, links }: Pick<ReminderMailInput, 'isPossibleRepeat' | 'links'>): FootLine[] {
  const { t, topic } = one;
  return [
    { label: t('reminderMail.foot.why'), text: [whyOf(one), ...mergedOf(one), nextOf(one)].join(' '), link: null },
    originOf(one),
    ...unsubscribingOf(topic.events, links.unsubscribe, t),
    ...markingOf(topic.marking, t).map((text) => ({ label: null, text, link: null })),
    ...repeatOf(isPossibleRepeat, t),
  ];
}
