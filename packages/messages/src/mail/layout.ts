import { renderHtml } from './layout-html.js';
import { renderText } from './layout-text.js';
import type { Mail, MailBody } from './mail-body.js';

export function composeMail(subject: string, body: MailBody): Mail {
  // A subject and a plain text break lines as they like: unbreakable spaces only confuse older clients.
  return { subject: subject.replace(/\s+/g, ' '), text: renderText(body).replaceAll('\u00a0', ' '), html: renderHtml(body) };
}
