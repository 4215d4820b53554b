// @ts-check
/**
 * The local mailbox: a real SMTP server that keeps every mail, and a small page that shows them. Tests use it too, with faults:
 * what a mail server does on a bad day is what reminders must survive.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { framedHtml, listPage, mailPage, notFoundPage } from './mailbox-page.mjs';
import { openMailFolder } from './mail-folder.mjs';

/**
 * @typedef {object} MailFaults
 * @property {boolean} [refuse] every connection is turned away with 421
 * @property {number} [temporaryFailures] so many recipients get 451 before the first is accepted
 * @property {boolean} [closing] every recipient gets 421: the server goes away in the middle of a conversation
 * @property {string[]} [rejectRecipients] these addresses get 550
 * @property {boolean} [hang] the message is read and never answered
 * @property {number} [closeAfterData] so many messages are kept, but the connection breaks before the answer
 * @property {boolean} [diskFull] a message is read and cannot be written to the disk
 * @property {(step: MailStep) => void} [onStep] told of each step of each sending
 */

/** @typedef {'connected' | 'recipient' | 'text' | 'kept' | 'answered'} MailStep */

/**
 * @typedef {object} Mailbox
 * @property {string} url of the page
 * @property {string} smtpUrl
 * @property {number} smtpPort
 * @property {number} httpPort
 * @property {MailFaults} faults may be changed at any time
 * @property {() => import('./mail-folder.mjs').MailSummary[]} mails newest first
 * @property {(mail: import('./mail-folder.mjs').MailSummary) => Promise<import('./mail-folder.mjs').MailContent>} content
 * @property {(isWanted: (mail: import('./mail-folder.mjs').MailSummary) => boolean, timeoutMs?: number) => Promise<import('./mail-folder.mjs').MailSummary>} waitFor
 * @property {() => Promise<void>} stop
 */

/**
 * @param {number} responseCode
 * @param {string} message
 */
const smtpError = (responseCode, message) => Object.assign(new Error(message), { responseCode });

/**
 * @param {ReturnType<typeof openMailFolder>} folder
 * @param {MailFaults} faults
 */
function smtpServer(folder, faults) {
  /** @type {Map<number, import('node:net').Socket>} */
  const sockets = new Map();
  const server = new SMTPServer({
    // No certificate that a client could trust exists here, and nothing leaves 127.0.0.1.
    disabledCommands: ['STARTTLS', 'AUTH'],
    banner: 'Klyngevagt',
    size: 30 * 1024 * 1024,
    disableReverseLookup: true,
    closeTimeout: 500,
    onConnect: (_session, done) => {
      faults.onStep?.('connected');
      done(faults.refuse ? smtpError(421, 'try again later') : undefined);
    },
    onRcptTo: ({ address }, _session, done) => {
      faults.onStep?.('recipient');
      if (faults.rejectRecipients?.includes(address)) return done(smtpError(550, 'no such mailbox'));
      if (faults.closing) return done(smtpError(421, 'service not available, closing'));
      if ((faults.temporaryFailures ?? 0) > 0) {
        faults.temporaryFailures = (faults.temporaryFailures ?? 0) - 1;
        return done(smtpError(451, 'try again later'));
      }
      done();
    },
    onData: async (stream, session, done) => {
      /** @type {Buffer[]} */
      const parts = [];
      try {
        for await (const part of stream) parts.push(part);
        faults.onStep?.('text');
        if (faults.hang) return;
        if (faults.diskFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        if (stream.sizeExceeded) return done(smtpError(552, 'message too large'));
        const { mailFrom, rcptTo } = session.envelope;
        await folder.keep(Buffer.concat(parts), { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) });
        faults.onStep?.('kept');
        if ((faults.closeAfterData ?? 0) > 0) {
          faults.closeAfterData = (faults.closeAfterData ?? 0) - 1;
          sockets.get(session.remotePort)?.destroy();
          return;
        }
        done();
        faults.onStep?.('answered');
      } catch (error) {
        // 4xx: what could not be written to the disk now may be later.
        const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
        done(code === 'ENOSPC' ? smtpError(452, 'insufficient system storage') : smtpError(451, message));
      }
    },
  });
  server.server.on('connection', (/** @type {import('node:net').Socket} */ socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  // A client that goes away in the middle is that client's affair.
  server.on('error', () => undefined);
  return server;
}

/**
 * @param {ReturnType<typeof openMailFolder>} folder
 * @param {URL} url
 * @returns {Promise<{ status?: number, type?: string, body: string | Buffer, policy?: string, headers?: Record<string, string> }>}
 */
async function answer(folder, url) {
  const html = 'text/html; charset=utf-8';
  const nonce = randomBytes(16).toString('base64');
  if (url.pathname === '/') {
    return {
      type: html,
      body: listPage(folder.list(), nonce),
      policy: `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'`,
    };
  }
  if (url.pathname === '/mails.json') return { type: 'application/json', body: JSON.stringify(folder.list()) };
  const [, id = '', part, index] = /^\/mails\/([^/.]+)(?:\.json|\/(html|text|source|attachments)(?:\/(\d+))?)?$/.exec(url.pathname) ?? [];
  const mail = folder.find(id);
  if (!mail) return { status: 404, type: html, body: notFoundPage() };
  const content = await folder.content(mail);
  if (url.pathname.endsWith('.json')) {
    return {
      type: 'application/json',
      body: JSON.stringify({ ...mail, text: content.text, html: content.html, headers: content.headers }),
    };
  }
  if (part === 'html')
    return {
      type: html,
      body: framedHtml(content.html ?? ''),
      policy: "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    };
  if (part === 'text') return { type: 'text/plain; charset=utf-8', body: content.text };
  if (part === 'source') return { type: 'text/plain; charset=utf-8', body: folder.source(mail) };
  if (part === 'attachments') {
    const attachment = content.attachments[Number(index)];
    if (!attachment) return { status: 404, type: html, body: notFoundPage() };
    const name = encodeURIComponent(attachment.name);
    return {
      type: 'application/octet-stream',
      body: attachment.content,
      headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    };
  }
  const asked = url.searchParams.get('view');
  const view = asked === 'text' || asked === 'source' ? asked : 'html';
  return { type: html, body: mailPage(mail, content, view, folder.source(mail).toString('utf8')) };
}

/** @param {ReturnType<typeof openMailFolder>} folder */
function pageServer(folder) {
  return createServer(async (request, response) => {
    // Mails hold links that sign people in: a page of another origin may not reach them by a name that resolves to 127.0.0.1.
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (host !== '127.0.0.1' && host !== 'localhost') return void response.writeHead(403).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET' }).end();
    try {
      const {
        status = 200,
        type = 'text/plain',
        body,
        policy,
        headers,
      } = await answer(folder, new URL(request.url ?? '/', 'http://127.0.0.1'));
      response.writeHead(status, {
        'content-type': type,
        'content-security-policy': policy ?? "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        ...headers,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch (error) {
      console.error(error);
      response.writeHead(500, { 'content-type': 'text/plain' }).end('500');
    }
  });
}

/**
 * Starts both servers on 127.0.0.1. Mails of earlier starts in the same folder are there again.
 * @param {{ dir: string, smtpPort?: number, httpPort?: number, faults?: MailFaults }} options port 0 or none: any free one
 * @returns {Promise<Mailbox>}
 */
export async function startMailbox({ dir, smtpPort = 0, httpPort = 0, faults = {} }) {
  const folder = openMailFolder(dir);
  const smtp = smtpServer(folder, faults);
  const pages = pageServer(folder);
  await listening(smtp.server, smtpPort);
  await listening(pages, httpPort);
  const ports = { smtp: portOf(smtp.server), http: portOf(pages) };
  return {
    url: `http://127.0.0.1:${ports.http}`,
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    smtpPort: ports.smtp,
    httpPort: ports.http,
    faults,
    mails: folder.list,
    content: folder.content,
    waitFor: async (isWanted, timeoutMs = 45_000) => {
      for (let waited = 0; waited <= timeoutMs; waited += 50) {
        const found = folder.list().find(isWanted);
        if (found) return found;
        await pause(50);
      }
      throw new Error(`no such mail within ${timeoutMs} ms; ${folder.list().length} mails are here`);
    },
    stop: async () => {
      pages.closeAllConnections();
      await Promise.all([new Promise((resolve) => smtp.close(() => resolve(undefined))), new Promise((resolve) => pages.close(resolve))]);
    },
  };
}

/**
 * @param {import('node:net').Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
function listening(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** @param {import('node:net').Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
