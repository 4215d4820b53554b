import { formatInstant, formatLongDate } from '../dates.js';
import { createTranslator } from '../translator.js';
import { composeMail } from './layout.js';
import { emptySection, type Mail } from './mail-body.js';
import { formatDay } from './mail-dates.js';
import { markingOf, repeatOf } from './reminder-foot.js';
import type { QuietMailInput } from './reminder-input.js';
import { subjectWords } from './reminder-subject.js';

/** Nothing is due: sent only to those who asked for it, so that silence is never mistaken for a system that stands still. */
export function composeQuietMail(input: QuietMailInput): Mail {
  const { language, recipient, clusters, links, next, marking } = input;
  const t = createTranslator(language);
  const week = formatLongDate(input.weekOn, language);
  const count = clusters.length;
  const deadline = next && formatDay(next.deadlineOn, language);
  const nothing = t('mail.quiet.nothing', { week: formatDay(input.weekOn, language), count, cluster: clusters[0] ?? '' });
  const why = t('mail.quiet.why', { email: recipient.email });
  return composeMail(`${marking === null ? '' : t(`mail.marking.${marking}`)}${t('mail.quiet.subject', { week })}`, {
    language,
    title: t('mail.quiet.title'),
    preview: nothing,
    greeting: t('mail.greeting', { name: recipient.name }),
    sections: [
      {
        ...emptySection,
        lead: {
          sentences: [
            nothing,
            t('mail.quiet.ran', { at: formatInstant(input.lastRunAt, language) }),
            next === null
              ? t('mail.quiet.noNext')
              : t('mail.quiet.next', { deadline, cluster: next.cluster, event: eventName(next, input, t) }),
          ],
          strong: deadline,
        },
      },
    ],
    action: { label: t('mail.quiet.action', { count }), url: links.page },
    after: [],
    signature: [t('mail.closing'), 'Klyngevagt'],
    foot: [
      {
        label: t('mail.why'),
        text: why,
        link: links.unsubscribe === null ? null : { label: t('mail.quiet.unsubscribe'), url: links.unsubscribe },
      },
      ...markingOf(marking, t).map((text) => ({ label: null, text, link: null })),
      ...repeatOf(input.isPossibleRepeat, t),
    ],
  });
}

function eventName(
  next: NonNullable<QuietMailInput['next']>,
  { language }: QuietMailInput,
  t: ReturnType<typeof createTranslator>,
): string {
  if (next.event === 'milestone') return subjectWords(next, t, language, 'inSentence').doStep;
  const name = t(`explanation.reminder.event.${next.event}`);
  const { title } = subjectWords(next, t, language, 'inSentence');
  return title === '' ? name : `${name} (${title})`;
}
