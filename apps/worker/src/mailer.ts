import nodemailer from 'nodemailer';

export interface OutgoingMail {
  to: { name: string; address: string };
  /** Where an answer goes; null: to the sender. */
  replyTo: { name: string; address: string } | null;
  subject: string;
  text: string;
  html: string;
  /** `<…@…>` */
  messageIdHeader: string;
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
  /**
   * @returns what the mail server said
   * @throws {SendFailure}
   */
  send(mail: OutgoingMail): Promise<string>;
  /** `<key@domain of the sender>` */
  messageIdHeader(key: string): string;
  close(): void;
}

/** Shorter together than the time after which another worker takes a mail for interrupted. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 5_000 };

export function createMailer({ smtpUrl, mailFrom }: { smtpUrl: string; mailFrom: string }, limits: Partial<typeof timeouts> = {}): Mailer {
  const transport = nodemailer.createTransport({ url: smtpUrl, ...timeouts, ...limits, disableFileAccess: true, disableUrlAccess: true });
  const domain = /@([^>\s]+)/.exec(mailFrom)?.[1] ?? 'klyngevagt.invalid';
  return {
    async send({ messageIdHeader, to, replyTo, ...content }) {
      try {
        const { response } = await transport.sendMail({
          ...content,
          from: mailFrom,
          to,
          ...(replyTo ? { replyTo } : {}),
          messageId: messageIdHeader,
          // Holiday notes and the like are not answers.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
        });
        return response;
      } catch (error) {
        throw failureOf(error as SmtpError);
      }
    },
    messageIdHeader: (key) => `<${key}@${domain}>`,
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

function failureOf({ code = 'unknown', command = '', responseCode = 0 }: SmtpError): SendFailure {
  return new SendFailure(kindOf(code, command, responseCode), responseCode || null, code);
}

function kindOf(code: string, command: string, responseCode: number): SendFailureKind {
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
  if (responseCode === 0) return command === 'DATA' ? 'broken-off' : 'unreachable';
  // A wrong password or a refused sender is refused for every mail: the fault is ours, and no recipient's.
  if (code === 'EAUTH' || !isAboutThisMail) return 'unreachable';
  return responseCode >= 500 ? 'refused' : 'temporary';
}
