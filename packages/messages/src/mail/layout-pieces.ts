import { type Html, html, withStrong } from './html.js';
import { colour, font, heading, paragraph, small } from './layout-style.js';
import type { MailLink, MailList, MailSection } from './mail-body.js';

/** Pieces that mails are put together from: tables and looks in attributes, because Outlook knows little else. */

/** What is said of one thing. `pressed`: its button, where the mail is about nothing else. */
export function section(
  { heading: words, intro, lead, state, lists, dates, links, after, notes }: MailSection,
  pressed: Html | null,
): Html {
  const said = (sentence: string) => html`<p style="${paragraph}">${sentence}</p> `;
  return html`${words === null ? null : html`<h2 style="${heading}">${words}</h2> `} ${intro.map(said)}
  ${lead.sentences.length === 0 ? null : html`<p style="${paragraph}">${withStrong(lead.sentences.join(' '), lead.strong)}</p> `}
  ${state.length === 0 ? null : said(state.join(' '))} ${lists.map(list)} ${dateTable(dates)} ${pressed} ${links.map(quietLink)}
  ${after.map(said)} ${notes.map((note) => html`<p style="${small};margin-bottom:14px">${note}</p> `)}`;
}

function list({ caption, points }: MailList): Html {
  return html`<p style="${paragraph};margin-bottom:4px">${caption}</p>
    <ul style="margin:0 0 14px;padding:0 0 0 22px">
      ${points.map((point) => html`<li style="${paragraph};margin-bottom:4px">${point}</li> `)}
    </ul> `;
}

function dateTable(dates: MailSection['dates']): Html | null {
  if (!dates || dates.rows.length === 0) return null;
  const rows = dates.rows.map(({ what, on, isDeciding }, index) => {
    const top = index === 0 ? `border-top:1px solid ${colour.firm};` : '';
    const look = isDeciding
      ? `border-top:1px solid ${colour.soonEdge};border-bottom:1px solid ${colour.soonEdge};background-color:${colour.soon};font-weight:600;padding:9px 12px`
      : `${top}border-bottom:1px solid ${colour.line};padding:9px 12px`;
    const cell = `${look};font-size:16px;line-height:22px;color:${colour.ink}`;
    const background = isDeciding ? colour.soon : colour.paper;
    return html`<tr class="kv-date" bgcolor="${background}" style="background-color:${background}">
      <td align="left" style="${cell};text-align:left;overflow-wrap:anywhere">${what}</td>
      <td align="right" style="${cell};text-align:right;white-space:nowrap">${on}</td>
    </tr> `;
  });
  const caption = dates.isCaptionShown ? html`<p style="${paragraph};margin:20px 0 8px" aria-hidden="true">${dates.caption}:</p> ` : null;
  return html`${caption}
    <table
      width="100%"
      cellpadding="0"
      cellspacing="0"
      border="0"
      aria-label="${dates.caption}"
      style="margin:${dates.isCaptionShown ? 0 : 20}px 0 20px;border-collapse:collapse;${font}"
    >
      ${rows}
    </table>`;
}

/** The padding is the link's, so that all of the button can be pressed; Outlook on Windows pads nothing but cells, and is told apart. */
export function button({ label, url }: MailLink): Html {
  return html`<table role="presentation" class="kv-button" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">
    <tr>
      <td
        class="kv-button"
        bgcolor="${colour.link}"
        style="background-color:${colour.link};border-radius:4px;mso-padding-alt:12px 20px 12px 20px"
      >
        <a
          href="${url}"
          style="display:inline-block;padding:12px 20px;${font};font-size:16px;line-height:22px;font-weight:600;color:#FFFFFF;text-decoration:none"
          >${label}</a
        >
      </td>
    </tr>
  </table>`;
}

function quietLink({ label, url, text }: MailSection['links'][number]): Html {
  const words = url === null ? html`${label}` : html`<a href="${url}" style="color:${colour.link}">${label}</a>`;
  return html`<p style="${paragraph}">
    ${words}${text === null ? null : html`<br /><span style="color:${colour.muted}">${text}</span>`}
  </p> `;
}

export function lines(texts: readonly string[]): Html[] {
  return texts.map((text, index) => (index === 0 ? html`${text}` : html`<br />${text}`));
}
