import { renderHtml } from './layout-html.js';
import { renderText } from './layout-text.js';
import type { Mail, MailBody } from './mail-body.js';

export function composeMail(subject: string, body: MailBody): Mail {
  // A subject breaks lines as it likes: unbreakable spaces only confuse older clients.
  return { subject: subject.replace(/\s+/g, ' '), ...composeBody(body) };
}

/** A mail without a head: its plain text, and a document. */
export function composeBody(body: MailBody): Pick<Mail, 'text' | 'html'> {
  return { text: renderText(body).replaceAll('\u00a0', ' '), html: renderHtml(body) };
}
