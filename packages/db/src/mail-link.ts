import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type CalendarDate, dayNumber, dayOfNumber } from '@klyngevagt/scoring';
import { type MailKind, mailKinds } from './entities/mail-preference.js';

/**
 * Links in mails that need no sign-in. What a link may do is in the link itself, signed with HMAC-SHA256 under a key derived from the
 * server's secret, another for each kind of link. The same mail carries the same link however often it is sent. Whoever gives the server
 * another secret ends every link that is out.
 */
export interface AcknowledgeToken {
  /** Of the mail whose deadlines are acknowledged. */
  sendingKey: string;
  /** Last day on which the link acknowledges. */
  expiresOn: CalendarDate;
}

export interface UnsubscribeToken {
  personId: string;
  kind: MailKind;
}

/** How long a link acknowledges after the last deadline of its mail: what is overdue is still worth a plan. */
export const acknowledgeLinkDays = 30;

const macBytes = 16;
const idBytes = 16;
const dayBytes = 4;

/** Address of the page on which the reminders of a mail are acknowledged. Give the same last day to each repeat of a mail. */
export function acknowledgeLink(publicUrl: string, secret: string, { sendingKey, expiresOn }: AcknowledgeToken): string {
  const day = Buffer.alloc(dayBytes);
  day.writeUInt32BE(dayNumber(expiresOn));
  return `${publicUrl}/acknowledge/${sign('acknowledge', secret, Buffer.concat([bytesOf(sendingKey), day]))}`;
}

/** Null: nobody signed this. Whether its day has passed is for the caller to say. */
export function readAcknowledgeToken(secret: string, token: string): AcknowledgeToken | null {
  const body = verified('acknowledge', secret, token);
  if (body?.length !== idBytes + dayBytes) return null;
  return { sendingKey: idOf(body), expiresOn: dayOfNumber(body.readUInt32BE(idBytes)) };
}

/** Address of the page on which a kind of mail is switched off, and to which a mail program posts (RFC 8058) with `/api` before the path. */
export function unsubscribeLink(publicUrl: string, secret: string, token: UnsubscribeToken): string {
  return `${publicUrl}/unsubscribe/${unsubscribeToken(secret, token)}`;
}

/** As `unsubscribeLink`, for the header `List-Unsubscribe`: a mail program posts to it, without a page. */
export function oneClickUnsubscribeLink(publicUrl: string, secret: string, token: UnsubscribeToken): string {
  return `${publicUrl}/api/unsubscribe/${unsubscribeToken(secret, token)}`;
}

/** Null: nobody signed this. */
export function readUnsubscribeToken(secret: string, token: string): UnsubscribeToken | null {
  const body = verified('unsubscribe', secret, token);
  if (body === null || body.length <= idBytes) return null;
  const text = body.subarray(idBytes).toString('utf8');
  const kind = mailKinds.find((known) => known === text);
  return kind ? { personId: idOf(body), kind } : null;
}

function unsubscribeToken(secret: string, { personId, kind }: UnsubscribeToken): string {
  return sign('unsubscribe', secret, Buffer.concat([bytesOf(personId), Buffer.from(kind)]));
}

type LinkPurpose = 'acknowledge' | 'unsubscribe';
/** What is signed in a mail; each has a key of its own. */
type Purpose = LinkPurpose | 'return';

function sign(purpose: LinkPurpose, secret: string, body: Buffer): string {
  return Buffer.concat([mac(purpose, secret, body), body]).toString('base64url');
}

function verified(purpose: LinkPurpose, secret: string, token: string): Buffer | null {
  const bytes = Buffer.from(token, 'base64url');
  // One text for one link: what decodes to the same bytes by another spelling was not written here.
  if (bytes.length <= macBytes || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(macBytes);
  return timingSafeEqual(bytes.subarray(0, macBytes), mac(purpose, secret, body)) ? body : null;
}

/** 128 bits of the code: links stay short enough for one line of a plain mail. */
export function mac(purpose: Purpose, secret: string, body: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `klyngevagt ${purpose} links v1`, 32));
  return createHmac('sha256', key).update(body).digest().subarray(0, macBytes);
}

export function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

export function idOf(body: Buffer): string {
  return body.toString('hex', 0, idBytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
