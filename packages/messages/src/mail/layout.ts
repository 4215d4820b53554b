import type { Language } from '../translator.js';
import { Html, html, withStrong } from './html.js';

/** What a mail says, in order. Both parts are made from it, so that the plain text never says less than the HTML. */
export interface MailBody {
  language: Language;
  title: string;
  greeting: string;
  /** Sentences of the lead; `strong` is a piece of one that stands out. */
  lead: { sentences: readonly string[]; strong: string | null };
  dates: { caption: string; rows: readonly { what: string; on: string; isDeciding: boolean }[] } | null;
  /** The one button. */
  action: { label: string; url: string };
  after: readonly string[];
  signature: readonly string[];
  foot: readonly FootLine[];
}

export interface FootLine {
  label: string | null;
  text: string;
  link: { label: string; url: string } | null;
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

export function composeMail(subject: string, body: MailBody): Mail {
  // A subject and a plain text break lines as they like: unbreakable spaces only confuse older clients.
  return { subject: plain(subject).replace(/\s+/g, ' '), text: plain(renderText(body)), html: renderHtml(body) };
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function renderText(body: MailBody): string {
  const rows = body.dates?.rows.map(({ what, on, isDeciding }) => `${isDeciding ? '> ' : '- '}${what}: ${on}`) ?? [];
  const foot = body.foot.map(({ label, text, link }) =>
    [label, text, link ? `${link.label}: ${link.url}` : null].filter((piece) => piece !== null).join(' '),
  );
  return [
    'Klyngevagt',
    `${body.title}\n${'='.repeat(Math.min(body.title.length, 72))}`,
    body.greeting,
    body.lead.sentences.join(' '),
    rows.length > 0 ? `${body.dates?.caption}:\n${rows.join('\n')}` : null,
    `${body.action.label}:\n${body.action.url}`,
    ...body.after,
    body.signature.join('\n'),
    `-- \n${foot.join('\n\n')}`,
  ]
    .filter((block) => block !== null)
    .join('\n\n')
    .concat('\n');
}

const font = `font-family:'IBM Plex Sans','Segoe UI',system-ui,-apple-system,'Helvetica Neue',Arial,sans-serif`;
const colour = {
  page: '#EEF1F5',
  paper: '#FFFFFF',
  header: '#003972',
  mark: '#F2C14E',
  ink: '#1A1A1A',
  muted: '#4F5965',
  line: '#E1E6EC',
  edge: '#CDD5DE',
  firm: '#7E8A99',
  link: '#0059B3',
  sunken: '#F7F8FA',
  soon: '#FFEECC',
  soonEdge: '#8F5F00',
};
const paragraph = `margin:0 0 14px;font-size:16px;line-height:25px;color:${colour.ink}`;

/** Stacks the dates where two columns do not fit; clients without media queries wrap them instead. */
export const mailStyle = `@media (max-width:480px){.kv-side{padding-left:16px!important;padding-right:16px!important}.kv-page{padding:0!important}.kv-date td{display:block!important;text-align:left!important;padding:2px 12px!important;border:0!important}.kv-date td:first-child{padding-top:10px!important}.kv-date td:last-child{padding-bottom:10px!important}.kv-date{display:block!important;border-bottom:1px solid ${colour.line}!important}.kv-button,.kv-button a{display:block!important;text-align:center!important}}`;

/** A style sheet of our own: nothing in it comes from outside. Nothing but it stands in the element, so that a page may allow it by its hash. */
const mailStyleElement = new Html(`<style>${mailStyle}</style>`);

function renderHtml(body: MailBody): string {
  const page = html`<!doctype html>
    <html lang="${body.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>${body.title}</title>
        ${mailStyleElement}
      </head>
      <body style="margin:0;padding:0;background:${colour.page}">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${colour.page}">
          <tr>
            <td class="kv-page" align="center" style="padding:24px 8px">
              ${outlookStart}
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="max-width:640px;background:${colour.paper};border:1px solid ${colour.edge};border-collapse:separate"
              >
                <tr>
                  <td
                    class="kv-side"
                    style="background:${colour.header};padding:12px 32px;${font};font-size:16px;line-height:24px;font-weight:600;color:#FFFFFF"
                  >
                    <span style="color:${colour.mark}" aria-hidden="true">&#9673;</span>&nbsp;&nbsp;Klyngevagt
                  </td>
                </tr>
                <tr>
                  <td class="kv-side" style="padding:28px 32px 24px;${font};color:${colour.ink}">
                    <h1 style="margin:0 0 16px;font-size:24px;line-height:31px;font-weight:600;color:${colour.ink}">${body.title}</h1>
                    <p style="${paragraph}">${body.greeting}</p>
                    <p style="${paragraph}">${withStrong(body.lead.sentences.join(' '), body.lead.strong)}</p>
                    ${dates(body)} ${button(body)} ${body.after.map((sentence) => html`<p style="${paragraph}">${sentence}</p> `)}
                    <p style="${paragraph};margin-bottom:0">${lines(body.signature)}</p>
                  </td>
                </tr>
                <tr>
                  <td
                    class="kv-side"
                    style="padding:16px 32px 18px;border-top:1px solid ${colour.line};background:${colour.sunken};${font};font-size:13px;line-height:19px;color:${colour.muted}"
                  >
                    ${body.foot.map(footLine)}
                  </td>
                </tr>
              </table>
              ${outlookEnd}
            </td>
          </tr>
        </table>
      </body>
    </html> `;
  return page.source;
}

// Outlook on Windows knows no max-width: a table of a fixed width around the page, for it alone.
const outlookStart = html`<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" align="center"><tr><td><![endif]-->`;
const outlookEnd = html`<!--[if mso]></td></tr></table><![endif]-->`;

function dates({ dates: table }: MailBody): Html | null {
  if (!table || table.rows.length === 0) return null;
  const rows = table.rows.map(({ what, on, isDeciding }, index) => {
    const top = index === 0 ? `border-top:1px solid ${colour.firm};` : '';
    const look = isDeciding
      ? `border-top:1px solid ${colour.soonEdge};border-bottom:1px solid ${colour.soonEdge};background:${colour.soon};font-weight:600;padding:9px 12px`
      : `${top}border-bottom:1px solid ${colour.line};padding:9px 12px`;
    const cell = `${look};font-size:16px;line-height:22px;color:${colour.ink}`;
    const background = isDeciding ? `background:${colour.soon}` : '';
    return html`<tr class="kv-date" style="${background}">
      <td style="${cell};text-align:left">${what}</td>
      <td style="${cell};text-align:right">${on}</td>
    </tr> `;
  });
  return html`<table
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    aria-label="${table.caption}"
    style="margin:20px 0;border-collapse:collapse;${font}"
  >
    ${rows}
  </table>`;
}

function button({ action }: MailBody): Html {
  return html`<table role="presentation" class="kv-button" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">
    <tr>
      <td class="kv-button" style="background:${colour.link};border-radius:4px">
        <a
          href="${action.url}"
          style="display:inline-block;padding:12px 20px;${font};font-size:16px;line-height:22px;font-weight:600;color:#FFFFFF;text-decoration:none"
          >${action.label}</a
        >
      </td>
    </tr>
  </table>`;
}

function lines(texts: readonly string[]): Html[] {
  return texts.map((text, index) => (index === 0 ? html`${text}` : html`<br />${text}`));
}

function footLine({ label, text, link }: FootLine): Html {
  const strong = label === null ? null : html`<strong style="font-weight:600">${label}</strong> `;
  const anchor = link === null ? null : html` <a href="${link.url}" style="color:${colour.link}">${link.label}</a>`;
  return html`<p style="margin:0 0 6px;overflow-wrap:anywhere">${strong}${text}${anchor}</p> `;
}
