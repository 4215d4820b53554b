import { connect, type Socket } from 'node:net';
import nodemailer from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';

/** Mails that are handed over at the same time. */
export const linesAtMost = 20;
/** A line that nobody uses is hung up before servers that count idle clients do it. */
const idleMs = 5000;

/** One connection, kept from mail to mail and used for one at a time: whether a text was handed over is then known of this mail and no other. */
export interface Line {
  /** The connection was there before this mail: that it is gone says nothing about the server. */
  isOld(): boolean;
  isHandedOver(): boolean;
  send(mail: SMTPPool.MailOptions): Promise<string>;
  hangUp(): void;
}

/** Whoever takes a line gives it back, or null for one that was hung up. */
export interface Lines {
  callAhead(lines: number): void;
  take(): Promise<Line>;
  giveBack(line: Line | null): void;
}

/** At most so many are open; whoever finds none that is free waits for one. */
export function mailLines(smtpUrl: string, options: SMTPPool.Options): Lines {
  const free: Line[] = [];
  const waiting: ((line: Line) => void)[] = [];
  let taken = 0;
  const ahead = callsAhead(smtpUrl);
  const open = () => openLine({ ...options, url: smtpUrl, pool: true, maxConnections: 1, maxRequeues: 0, idleTimeout: idleMs }, ahead.take);
  return {
    callAhead: (lines) => ahead.call(Math.min(lines, linesAtMost)),
    take: async () => {
      if (taken >= linesAtMost) return new Promise((resolve) => waiting.push(resolve));
      taken += 1;
      return free.pop() ?? open();
    },
    giveBack: (line) => {
      const next = waiting.shift();
      if (next) return next(line ?? open());
      taken -= 1;
      if (line) free.push(line);
    },
  };
}

function openLine(options: SMTPPool.Options, takeAhead: () => Socket | null): Line {
  const watch = watchHandOver();
  let isOld = false;
  const transport = nodemailer.createTransport({
    ...options,
    logger: watch.logger,
    getSocket: (_options, callback) => {
      const connection = takeAhead();
      isOld = connection !== null;
      callback(null, connection !== null && { connection });
    },
  });
  return {
    isOld: () => isOld,
    isHandedOver: watch.isHandedOver,
    send: async (mail) => {
      watch.begin();
      const { response } = await transport.sendMail(mail);
      isOld = true;
      return response;
    },
    hangUp: () => transport.close(),
  };
}

/** Connections that open while mails are still being planned and worded: servers take their time to greet. */
function callsAhead(smtpUrl: string) {
  const { hostname, port, protocol } = new URL(smtpUrl);
  // As the library reads such an address.
  const server = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'smtps:' ? 465 : 587)) };
  const open = new Map<Socket, () => void>();
  const call = () => {
    const socket = connect(server);
    const drop = () => {
      open.delete(socket);
      socket.destroy();
    };
    // A server that is away is found by whoever sends.
    socket.on('error', drop).on('close', drop).setTimeout(idleMs, drop).unref();
    open.set(socket, drop);
  };
  return {
    call: (lines: number) => {
      while (open.size < lines) call();
    },
    take: () => {
      for (const [socket, drop] of open) {
        if (socket.readyState !== 'open') continue;
        open.delete(socket);
        return socket.off('error', drop).off('close', drop).setTimeout(0, drop).ref();
      }
      return null;
    },
  };
}

/** The library's errors do not say how far a sending came; its log of the conversation does. Nothing of it is kept. */
function watchHandOver() {
  let isHandedOver = false;
  const note = (entry: unknown, line?: unknown) => {
    const isAnswer = typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'server';
    // 354: the server takes the text from here on.
    if (isAnswer && String(line).startsWith('354')) isHandedOver = true;
  };
  const ignore = () => undefined;
  const logger = { level: ignore, trace: ignore, debug: note, info: ignore, warn: ignore, error: ignore, fatal: ignore };
  return { logger, begin: () => void (isHandedOver = false), isHandedOver: () => isHandedOver };
}
