import { Html, html } from './html.js';
import { button, lines, section } from './layout-pieces.js';
import { colour, font, mailStyle, paragraph, small, title, unseen } from './layout-style.js';
import type { FootLine, MailBody } from './mail-body.js';

/** A style sheet of our own: nothing in it comes from outside. Nothing but it stands in the element, so that a page may allow it by its hash. */
const mailStyleElement = new Html(`<style>${mailStyle}</style>`);

// Word, which draws mails for Outlook on Windows, takes Times where it does not know the first font of a list.
const outlookFont = html`<!--[if mso
  ]><style>
    table,
    td,
    p,
    h1,
    h2,
    li,
    a {
      font-family: 'Segoe UI', Arial, sans-serif !important;
    }
  </style><!
[endif]-->`;

// Outlook on Windows knows no max-width: a table of a fixed width around the page, for it alone.
const outlookStart = html`<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" align="center"><tr><td><![endif]-->`;
const outlookEnd = html`<!--[if mso]></td></tr></table><![endif]-->`;

export function renderHtml(body: MailBody): string {
  const page = html`<!doctype html>
    <html lang="${body.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light only" />
        <meta name="supported-color-schemes" content="light only" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>${body.title}</title>
        ${mailStyleElement} ${outlookFont}
      </head>
      <body style="margin:0;padding:0;background-color:${colour.page}">
        <div style="${unseen}">${body.preview}</div>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          bgcolor="${colour.page}"
          style="background-color:${colour.page}"
        >
          <tr>
            <td class="kv-page" align="center" style="padding:24px 8px">
              ${outlookStart}
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                bgcolor="${colour.paper}"
                style="max-width:640px;background-color:${colour.paper};border:1px solid ${colour.edge};border-collapse:separate"
              >
                <tr>
                  <td
                    class="kv-side"
                    bgcolor="${colour.header}"
                    style="background-color:${colour.header};padding:12px 32px;${font};font-size:16px;line-height:24px;font-weight:600;color:#FFFFFF"
                  >
                    <span style="color:${colour.mark}" aria-hidden="true">&#9673;</span>&nbsp;&nbsp;Klyngevagt
                  </td>
                </tr>
                <tr>
                  <td class="kv-side" style="padding:28px 32px 24px;${font};color:${colour.ink}">${content(body)}</td>
                </tr>
                ${foot(body)}
              </table>
              ${outlookEnd}
            </td>
          </tr>
        </table>
      </body>
    </html> `;
  return page.source;
}

function content({ title: words, greeting, sections, action, after, signature }: MailBody): Html {
  const isOne = sections.length === 1;
  const pressed = action === null ? null : button(action);
  return html`<h1 style="${title}">${words}</h1>
    ${greeting === null ? null : html`<p style="${paragraph}">${greeting}</p> `}
    ${sections.map((one) => section(one, isOne ? pressed : null))} ${isOne ? null : pressed}
    ${after.map((sentence) => html`<p style="${paragraph}">${sentence}</p> `)}
    ${signature.length === 0 ? null : html`<p style="${paragraph};margin-bottom:0">${lines(signature)}</p>`} `;
}

function foot({ foot: said }: MailBody): Html | null {
  if (said.length === 0) return null;
  return html`<tr>
    <td
      class="kv-side"
      bgcolor="${colour.sunken}"
      style="padding:16px 32px 18px;border-top:1px solid ${colour.line};background-color:${colour.sunken};${font};font-size:13px;line-height:19px;color:${colour.muted}"
    >
      ${said.map(footLine)}
    </td>
  </tr>`;
}

function footLine({ label, text, link }: FootLine): Html {
  const strong = label === null ? null : html`<strong style="font-weight:600">${label}</strong> `;
  const anchor = link === null ? null : html` <a href="${link.url}" style="color:${colour.link}">${link.label}</a>`;
  return html`<p style="${small}">${strong}${text}${anchor}</p> `;
}
