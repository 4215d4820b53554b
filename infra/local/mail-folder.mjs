// @ts-check
/** Mails on disk: `<id>.eml` is the message as it came, `<id>.json` its summary. A mail counts from the moment its summary is there. */
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { readJson, writePrivately } from './local-folder.mjs';

/**
 * @typedef {object} MailSummary
 * @property {string} id
 * @property {string} receivedAt
 * @property {string} date what the mail says of when it was written, or when it came: under the demo clock the demonstration's day
 * @property {string} from address of the envelope
 * @property {string[]} to addresses of the envelope, hidden recipients included
 * @property {string} subject
 * @property {string | null} messageId
 * @property {string[]} attachments file names
 */

/**
 * @typedef {object} MailContent
 * @property {string} text
 * @property {string | null} html
 * @property {{ name: string, value: string }[]} headers
 * @property {{ name: string, contentType: string, content: Buffer }[]} attachments
 */

const idPattern = /^\d{8}T\d{9}-\d{4}$/;

/** @param {string} dir */
export function openMailFolder(dir) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  /** @type {Map<string, MailSummary>} */
  const summaries = new Map();
  let count = 0;

  for (const file of readdirSync(dir).filter((name) => name.endsWith('.json'))) {
    const summary = readJson(join(dir, file));
    if (summary?.id && existsSync(join(dir, `${summary.id}.eml`))) summaries.set(summary.id, { date: summary.receivedAt, ...summary });
  }

  const nextId = () => {
    count = (count + 1) % 10_000;
    return `${new Date().toISOString().replace(/[-:.Z]/g, '')}-${String(count).padStart(4, '0')}`;
  };

  /**
   * Writes the message through to the disk before it is acknowledged, like a mail server that may be relied upon.
   * @param {Buffer} source
   * @param {{ from: string, to: string[] }} envelope
   * @returns {Promise<MailSummary>}
   */
  async function keep(source, envelope) {
    const id = nextId();
    const draft = join(dir, `${id}.draft`);
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(source);
      await file.sync();
    } finally {
      await file.close();
    }
    renameSync(draft, join(dir, `${id}.eml`));
    const parsed = await simpleParser(source, { skipImageLinks: true });
    const receivedAt = new Date().toISOString();
    const summary = {
      id,
      receivedAt,
      date: parsed.date?.toISOString() ?? receivedAt,
      ...envelope,
      subject: parsed.subject ?? '',
      messageId: parsed.messageId ?? null,
      attachments: parsed.attachments.map((attachment, index) => attachment.filename ?? `del-${index + 1}`),
    };
    writePrivately(join(dir, `${id}.json`), `${JSON.stringify(summary, null, 2)}\n`);
    summaries.set(id, summary);
    return summary;
  }

  return {
    keep,
    /** @returns {MailSummary[]} newest first */
    list: () => [...summaries.values()].sort((a, b) => b.id.localeCompare(a.id)),
    /** @param {string} id */
    find: (id) => (idPattern.test(id) ? (summaries.get(id) ?? null) : null),
    /** @param {MailSummary} summary */
    source: (summary) => readFileSync(join(dir, `${summary.id}.eml`)),
    /**
     * @param {MailSummary} summary
     * @returns {Promise<MailContent>}
     */
    async content(summary) {
      const parsed = await simpleParser(createReadStream(join(dir, `${summary.id}.eml`)));
      return {
        text: parsed.text ?? '',
        html: parsed.html || null,
        headers: parsed.headerLines.map(({ line }) => ({
          name: line.slice(0, line.indexOf(':')),
          value: line.slice(line.indexOf(':') + 1).trim(),
        })),
        attachments: parsed.attachments.map((attachment, index) => ({
          name: attachment.filename ?? `del-${index + 1}`,
          contentType: attachment.contentType,
          content: attachment.content,
        })),
      };
    },
  };
}
