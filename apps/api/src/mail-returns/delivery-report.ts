import type { Attachment, Email, Header } from 'postal-mime';

/** What a mail server reports of one mail that it had taken (RFC 3464). */
export interface DeliveryReport {
  /** `failed`: it was given up, and nothing more is to be expected; `delayed`: it is still being tried. */
  kind: 'failed' | 'delayed';
  /** `5.1.1` and the like (RFC 3463). */
  status: string;
  /** The server's own words on one line, cut; empty: it said nothing. */
  diagnostic: string;
  /** Every line of its head that may name the address to which it was returned. */
  returnedTo: string;
  /** Of the mail that was not delivered, without brackets; null: it is not told. */
  messageId: string | null;
}

/** Deeper or longer than any report is: nothing of it is looked at. */
const limits = { maxNestingDepth: 8, maxHeadersSize: 64 * 1024, maxRfc822NestingDepth: 0, forceRfc822Attachments: true };
const mostRecipients = 50;
const longestDiagnostic = 400;

/** Where mail servers write whom a mail was for; programs that hand it on add the first four. */
const addressHeads = ['delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'to'];
const statusParts = ['message/delivery-status', 'message/global-delivery-status'];
const returnedParts = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers'];

/**
 * Reads what came back. Null: it is no report about a delivery, or of one that went well: an answer, a holiday note, a receipt, a report that
 * somebody merely forwards. A server that gave up after days says `failed` too, with the status of what kept it from delivering (4.x.x):
 * nobody got that mail either.
 */
export async function readDeliveryReport(message: Uint8Array): Promise<DeliveryReport | null> {
  const mail = await parse(message);
  const contentType = mail?.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (mail === null || !/^\s*multipart\/report\b/i.test(contentType)) return null;
  const part = mail.attachments.find(({ mimeType }) => statusParts.includes(mimeType));
  if (part === undefined) return null;
  const groups = await groupsOf(textOf(part));
  const [told] = groups.flatMap(recipientReport).sort((one, other) => Number(one.kind === 'delayed') - Number(other.kind === 'delayed'));
  if (told === undefined) return null;
  return {
    ...told,
    returnedTo: addressHeads.flatMap((name) => valuesOf(mail.headers, name)).join(', '),
    messageId: (await returnedMessageId(mail.attachments)) ?? withoutBrackets(valuesOf(groups.flat(), 'x-original-message-id')[0]),
  };
}

async function parse(message: Uint8Array | string): Promise<Email | null> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(message, limits).catch(() => null);
}

/** Fields of the report, then of each recipient, parted by empty lines: heads like those of a mail. */
async function groupsOf(text: string): Promise<Header[][]> {
  const blocks = text.split(/\r?\n[\t ]*(?:\r?\n)+/).filter((block) => block.trim() !== '');
  const heads = await Promise.all(
    blocks.slice(0, mostRecipients + 1).map((block) =>
      parse(`${block.trim()}

`),
    ),
  );
  return heads.map((head) => head?.headers ?? []);
}

function recipientReport(fields: Header[]): Pick<DeliveryReport, 'kind' | 'status' | 'diagnostic'>[] {
  const [action = ''] = valuesOf(fields, 'action');
  const kind = (['failed', 'delayed'] as const).find((one) => action.trim().toLowerCase().startsWith(one));
  const [status] = /[245]\.\d{1,3}\.\d{1,3}/.exec(valuesOf(fields, 'status')[0] ?? '') ?? [];
  if (kind === undefined || status === undefined || status.startsWith('2')) return [];
  // `smtp; 550 5.1.1 ...`: what comes first is the language of the code.
  const words = (valuesOf(fields, 'diagnostic-code')[0] ?? '').replace(/^\s*[\w-]+\s*;\s*/, '');
  return [{ kind, status, diagnostic: oneLine(words) }];
}

async function returnedMessageId(parts: readonly Attachment[]): Promise<string | null> {
  const part = parts.find(({ mimeType }) => returnedParts.includes(mimeType));
  if (part === undefined) return null;
  return withoutBrackets((await parse(textOf(part)))?.messageId);
}

function withoutBrackets(messageId: string | undefined): string | null {
  return /<([^<>\s]+)>/.exec(messageId ?? '')?.[1] ?? null;
}

function valuesOf(headers: readonly Header[], name: string): string[] {
  return headers.filter(({ key }) => key === name).map(({ value }) => value);
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function oneLine(words: string): string {
  const line = words
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s\uFFFD]+/gu, ' ')
    .trim();
  return line.length > longestDiagnostic ? `${line.slice(0, longestDiagnostic - 1).trimEnd()}…` : line;
}
