import type { MailBody, MailSection } from './mail-body.js';

const widest = 72;

/**
 * The plain part: everything that the HTML says, in the same order. A sentence is a line, however long: mail readers break lines where their
 * window ends, and lines that were broken before stand ragged on a phone.
 */
export function renderText({ title, greeting, sections, action, after, signature, foot }: MailBody): string {
  const footLines = foot.map(({ label, text, link }) =>
    [joined([label, text], ' '), link ? `${link.label}:\n${link.url}` : ''].filter((piece) => piece !== '').join('\n'),
  );
  // The button stands where the one thing is told that the mail is about; after everything where there are several.
  const [only] = sections.length === 1 ? sections : [];
  return [
    'Klyngevagt',
    underlined(title, '='),
    greeting,
    ...(only ? [...beforeButton(only), buttonLine(action), ...afterButton(only)] : sections.flatMap(whole)),
    only ? null : buttonLine(action),
    ...after,
    signature.length > 0 ? signature.join('\n') : null,
    footLines.length > 0 ? `-- \n${footLines.join('\n\n')}` : null,
  ]
    .filter((block) => block !== null)
    .join('\n\n')
    .concat('\n');
}

function whole(section: MailSection): (string | null)[] {
  return [...beforeButton(section), ...afterButton(section)];
}

function beforeButton({ heading, intro, lead, state, lists, dates }: MailSection): (string | null)[] {
  const rows = dates?.rows.map(({ what, on, isDeciding }) => `${isDeciding ? '> ' : '- '}${what}: ${on}`) ?? [];
  return [
    heading === null ? null : underlined(heading, '-'),
    ...intro,
    lead.sentences.length > 0 ? lead.sentences.join(' ') : null,
    state.length > 0 ? state.join(' ') : null,
    ...lists.map(({ caption, points }) => [caption, ...points.map((point) => `- ${point}`)].join('\n')),
    rows.length > 0 ? `${dates?.caption}:\n${rows.join('\n')}` : null,
  ];
}

function afterButton({ links, after, notes }: MailSection): (string | null)[] {
  return [
    ...links.map(({ label, url, text }) => [url === null ? label : `${label}:\n${url}`, text].filter(Boolean).join('\n')),
    ...after,
    ...notes,
  ];
}

function buttonLine(action: MailBody['action']): string | null {
  return action && `${action.label}:\n${action.url}`;
}

function joined(pieces: readonly (string | null)[], between: string): string {
  return pieces.filter((piece) => piece !== null && piece !== '').join(between);
}

function underlined(text: string, line: '=' | '-'): string {
  return `${text}\n${line.repeat(Math.min(text.length, widest))}`;
}
