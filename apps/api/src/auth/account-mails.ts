import { composeInvitationMail, composePasswordResetMail, type Mail } from '@klyngevagt/messages';
import { createTransport, type Transporter } from 'nodemailer';
import { type AccountHolder, type AccountLink, AccountMails } from './accounts.js';

/** Mails about accounts go out at once: a person waits for them. */
export class SmtpAccountMails extends AccountMails {
  private readonly transport: Transporter;

  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
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
    await this.transport.sendMail({ from: this.from, to: email, subject, text, html });
  }
}
