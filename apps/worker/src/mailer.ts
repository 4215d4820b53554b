import { returnAddress } from '@klyngevagt/db';
import { unsubscribeHeaders } from '@klyngevagt/messages';
import { mailLines } from './mail-lines.js';

export interface OutgoingMail {
  to: { name: string; address: string };
  /** Where an answer goes; null: to the sender. */
  replyTo: { name: string; address: string } | null;
  subject: string;
  text: string;
  html: string;
  /** Left part of its Message-ID, the same for each repeat. */
  sendingKey: string;
  /** One click, without signing in, ends mails of this kind; null: what a duty calls for cannot be ended. */
  unsubscribeUrl?: string | null;
  /** What stands in its `Date`; null or absent: now. */
  writtenAt?: Date | null;
}

/**
 * How a sending failed. `unreachable`: the server, not this mail; `temporary`: not now; `refused`: not to this recipient, ever;
 * `broken-off`: the text was handed over and no answer came, so it may be out.
 */
export type SendFailureKind = 'unreachable' | 'temporary' | 'refused' | 'broken-off';

/** Carries no address: mail servers like to repeat the recipient in their answers. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';
  constructor(
    readonly kind: SendFailureKind,
    readonly responseCode: number | null,
    code: string,
  ) {
    super(`The mail was not sent: ${kind} (${[responseCode, code].filter(Boolean).join(' ')})`);
  }
}

export interface Mailer {
  /** Calls the server ahead of so many mails. Nothing is said yet, and a server that is away is told of by the first mail. */
  expect(mails: number): void;
  /**
   * @returns what the mail server said
   * @throws {SendFailure}
   */
  send(mail: OutgoingMail): Promise<string>;
  /** `<key@domain of the sender>` */
  messageIdHeader(key: string): string;
}

/** Shorter together than the lease of a mail in hand, after which another worker takes it for interrupted. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 5_000 };

type Dkim = { domainName: string; keySelector: string; privateKey: string };

interface Sender {
  smtpUrl: string;
  mailFrom: string;
  dkim?: Dkim | null;
  mailReturnAddress: string | null;
  /** Signs the address to which a mail is returned. */
  authSecret: string;
}

export function createMailer(
  { smtpUrl, mailFrom, dkim = null, mailReturnAddress, authSecret }: Sender,
  limits: Partial<typeof timeouts> = {},
): Mailer {
  const domain = /@([^>\s]+)/.exec(mailFrom)?.[1] ?? 'klyngevagt.invalid';
  const { socketTimeout = timeouts.socketTimeout } = limits;
  // No phase waits for longer than a silent server is waited for.
  const waits = Object.fromEntries(Object.entries({ ...timeouts, ...limits }).map(([name, wait]) => [name, Math.min(wait, socketTimeout)]));
  const options = {
    ...waits,
    disableFileAccess: true,
    disableUrlAccess: true,
    transactionLog: true,
    ...(dkim ? { dkim } : {}),
  };
  const messageIdHeader = (key: string) => `<${key}@${domain}>`;
  const envelopeOf = ({ sendingKey, to }: OutgoingMail) =>
    mailReturnAddress === null ? {} : { envelope: { from: returnAddress(mailReturnAddress, authSecret, sendingKey), to: to.address } };
  const lines = mailLines(smtpUrl, options);
  return {
    expect: lines.callAhead,
    async send(outgoing) {
      const { sendingKey, to, replyTo, unsubscribeUrl, writtenAt, ...content } = outgoing;
      const mail = {
        ...content,
        // Danish and English: the library need not count each text's letters to see that.
        textEncoding: 'quoted-printable' as const,
        ...envelopeOf(outgoing),
        from: mailFrom,
        to,
        ...(replyTo ? { replyTo } : {}),
        ...(writtenAt ? { date: writtenAt } : {}),
        messageId: messageIdHeader(sendingKey),
        // Holiday notes and the like are not answers.
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'OOF, AutoReply',
          ...(unsubscribeUrl ? unsubscribeHeaders(unsubscribeUrl) : {}),
        },
      };
      for (;;) {
        const line = await lines.take();
        try {
          const response = await line.send(mail);
          lines.giveBack(line);
          return response;
        } catch (error) {
          // The next mail begins on a connection of its own, as if this one had never been.
          line.hangUp();
          lines.giveBack(null);
          const failure = failureOf(error as SmtpError, line.isHandedOver());
          // The server hung up before this mail, perhaps with 421, and heard nothing of it.
          const isStale = line.isOld() && failure.kind === 'unreachable' && [null, 421].includes(failure.responseCode);
          if (!isStale) throw failure;
        }
      }
    },
    messageIdHeader,
  };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

function failureOf({ code = 'unknown', command = '', responseCode = 0 }: SmtpError, isHandedOver: boolean): SendFailure {
  return new SendFailure(kindOf(code, command, responseCode, isHandedOver), responseCode || null, code);
}

function kindOf(code: string, command: string, responseCode: number, isHandedOver: boolean): SendFailureKind {
  if (responseCode === 0) return isHandedOver ? 'broken-off' : 'unreachable';
  // A wrong password or a refused sender is refused for every mail: the fault is ours, and no recipient's.
  if (code === 'EAUTH' || (command !== 'RCPT TO' && command !== 'DATA')) return 'unreachable';
  return responseCode >= 500 ? 'refused' : 'temporary';
}
