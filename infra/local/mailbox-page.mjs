// @ts-check
/** The pages of the local mailbox. A mail's own HTML is only ever shown inside a frame without scripts. */

/** @typedef {import('./mail-folder.mjs').MailSummary} MailSummary */
/** @typedef {import('./mail-folder.mjs').MailContent} MailContent */

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const instant = new Intl.DateTimeFormat('da-DK', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Copenhagen' });

const style = `
:root { color-scheme: light; --ink: #1a1a1a; --muted: #4f5965; --line: #e1e6ec; --firm: #cdd5de; --band: #f3f6fa; --link: #0059b3; --header: #003972; }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/20px 'IBM Plex Sans', system-ui, sans-serif; color: var(--ink); background: #fff; font-variant-numeric: tabular-nums; }
header { background: var(--header); color: #fff; padding: 14px 24px; font-weight: 600; font-size: 16px; }
header a { color: #fff; text-decoration: none; }
header span { color: #d6e5f5; font-weight: 400; font-size: 13px; margin-left: 12px; }
.band { background: var(--band); border-bottom: 1px solid var(--line); padding: 20px 24px; }
h1 { margin: 0; font-size: 28px; line-height: 34px; font-weight: 600; letter-spacing: -0.012em; text-wrap: balance; overflow-wrap: anywhere; }
.band p { margin: 4px 0 0; color: var(--muted); }
main { padding: 16px 24px 40px; max-width: 1200px; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ol { list-style: none; margin: 0; padding: 0; }
li a { display: grid; grid-template-columns: 150px minmax(0, 1fr) minmax(0, 2fr); gap: 4px 16px; padding: 10px 8px; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
li a:hover { background: #f3f7fc; }
li time, li .to { color: var(--muted); font-size: 13px; overflow-wrap: anywhere; }
li strong { font-weight: 600; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0 0 16px; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; gap: 16px; margin: 0 0 12px; flex-wrap: wrap; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; border-bottom: 2px solid var(--link); }
iframe { width: 100%; height: 78vh; border: 1px solid var(--firm); border-radius: 6px; background: #fff; }
pre { margin: 0; padding: 16px; border: 1px solid var(--firm); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/20px ui-monospace, monospace; }
.empty { color: var(--muted); padding: 24px 8px; font-size: 16px; }
@media (max-width: 640px) { .band, main, header { padding-left: 16px; padding-right: 16px; } h1 { font-size: 24px; } li a { grid-template-columns: minmax(0, 1fr); } header span { display: block; margin: 0; } }
`;

/**
 * @param {string} title
 * @param {string} lead
 * @param {string} body
 */
function page(title, lead, body) {
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)} · Lokal postkasse</title>
<style>${style}</style></head><body><header><a href="/">Lokal postkasse</a><span>Mails bliver her på maskinen · Local mailbox, nothing leaves this machine</span></header>
<div class="band"><h1>${escape(title)}</h1><p>${escape(lead)}</p></div><main>${body}</main></body></html>`;
}

/** @param {number} count */
const countSentence = (count) => (count === 0 ? 'Ingen mails endnu' : count === 1 ? '1 mail' : `${count} mails`);

/**
 * @param {MailSummary[]} mails newest first
 * @param {string} nonce of the one script that follows new mails
 */
export function listPage(mails, nonce) {
  const rows = mails
    .map(
      (mail) => `<li><a href="/mails/${mail.id}"><time datetime="${mail.date}">${instant.format(new Date(mail.date))}</time>
<span class="to">${escape(mail.to.join(', '))}</span><strong>${escape(mail.subject || '(uden emne)')}</strong></a></li>`,
    )
    .join('\n');
  const newest = JSON.stringify(mails[0]?.id ?? null);
  const script = `<script nonce="${nonce}">setInterval(async () => {
  const answer = await fetch('/mails.json').catch(() => null);
  if (answer && answer.ok && ((await answer.json())[0]?.id ?? null) !== ${newest}) location.reload();
}, 3000);</script>`;
  const body = rows
    ? `<ol>${rows}</ol>`
    : '<p class="empty">Her lander alt, hvad Klyngevagt sender. / Everything that Klyngevagt sends arrives here.</p>';
  return page(countSentence(mails.length), 'Nyeste først · newest first', body + script);
}

/**
 * @param {MailSummary} mail
 * @param {MailContent} content
 * @param {'html' | 'text' | 'source'} view
 * @param {string} source
 */
export function mailPage(mail, content, view, source) {
  const views = /** @type {const} */ ([
    ['html', 'Som modtageren ser den · HTML'],
    ['text', 'Ren tekst · text'],
    ['source', 'Kilde · source'],
  ]);
  const tabs = views.map(([name, label]) => `<a href="?view=${name}"${name === view ? ' aria-current="page"' : ''}>${label}</a>`).join('');
  const attachments = mail.attachments
    .map((name, index) => `<a href="/mails/${mail.id}/attachments/${index}">${escape(name)}</a>`)
    .join(', ');
  const shown = {
    html: content.html
      ? `<iframe title="Mailens indhold" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html"></iframe>`
      : `<pre>${escape(content.text)}</pre>`,
    text: `<pre>${escape(content.text)}</pre>`,
    source: `<pre>${escape(source)}</pre>`,
  };
  const facts = `<dl><dt>Til · to</dt><dd>${escape(mail.to.join(', '))}</dd><dt>Fra · from</dt><dd>${escape(mail.from)}</dd>${
    attachments ? `<dt>Vedhæftet · attached</dt><dd>${attachments}</dd>` : ''
  }</dl>`;
  return page(
    mail.subject || '(uden emne)',
    instant.format(new Date(mail.date)),
    `${facts}<nav aria-label="Visning">${tabs}</nav>${shown[view]}`,
  );
}

/** Links of a mail open beside the mailbox, not inside the frame. @param {string} html */
export const framedHtml = (html) => `<base target="_blank">${html}`;

export const notFoundPage = () => page('Den mail findes ikke', 'No such mail', '<p><a href="/">Alle mails · all mails</a></p>');
