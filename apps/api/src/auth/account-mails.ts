import { composeInvitationMail, composePasswordResetMail, type Mail } from '@klyngevagt/messages';
import type { Transporter } from 'nodemailer';
import type { Clock } from '../clock.js';
import { type AccountHolder, type AccountLink, AccountMails } from './accounts.js';

/** Mails about accounts go out at once: a person waits for them. */
export class SmtpAccountMails extends AccountMails {
  private transport: Promise<Transporter> | undefined;

  constructor(
    private readonly smtpUrl: string,
    private readonly from: string,
    private readonly clock: Pick<Clock, 'writtenAt'>,
  ) {
    super();
  }

  async invitation(to: AccountHolder, link: AccountLink, inviter: string | null): Promise<void> {
    const { name, email, language } = to;
    await this.send(to, composeInvitationMail({ language, recipient: { name, email }, ...link, inviter }));
  }

  async passwordReset(to: AccountHolder, link: AccountLink): Promise<void> {
    const { name, email, language } = to;
    await this.send(to, composePasswordResetMail({ language, recipient: { name, email }, ...link }));
  }

  private async send({ email }: AccountHolder, { subject, text, html }: Mail): Promise<void> {
    const transport = await (this.transport ??= openTransport(this.smtpUrl));
    const date = await this.clock.writtenAt();
    await transport.sendMail({ from: this.from, to: email, subject, text, html, ...(date && { date }) });
  }
}

/** The library is loaded with the first mail: most days nobody is invited and no password is forgotten. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
}
