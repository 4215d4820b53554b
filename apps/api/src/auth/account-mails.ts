import { createTranslator } from '@klyngevagt/messages';
import { createTransport, type Transporter } from 'nodemailer';
import { type AccountHolder, AccountMails } from './accounts.js';

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

  async invitation(to: AccountHolder, link: string): Promise<void> {
    await this.send(to, 'invitation', link);
  }

  async passwordReset(to: AccountHolder, link: string): Promise<void> {
    await this.send(to, 'passwordReset', link);
  }

  private async send(to: AccountHolder, kind: 'invitation' | 'passwordReset', link: string): Promise<void> {
    const t = createTranslator(to.language);
    await this.transport.sendMail({ from: this.from, to: to.email, subject: t(`mail.${kind}.subject`), text: link });
  }
}
