import { formatInstant } from '../dates.js';
import { createTranslator, type Language } from '../translator.js';
import { composeMail } from './layout.js';
import { emptySection, type Mail } from './mail-body.js';

interface AccountMailInput {
  language: Language;
  recipient: { name: string; email: string };
  /** Holds the one-time token: it stands in this mail and nowhere else. */
  url: string;
  /** ISO instant at which the link stops working. */
  expiresAt: string;
}

export interface InvitationMailInput extends AccountMailInput {
  /** Who made the account; null: the system. */
  inviter: string | null;
}

/** To somebody who got an account: choose a password. */
export function composeInvitationMail({ language, recipient, url, expiresAt, inviter }: InvitationMailInput): Mail {
  const t = createTranslator(language);
  const until = formatInstant(expiresAt, language);
  const about = inviter === null ? t('mail.invitation.aboutNobody') : t('mail.invitation.about', { inviter });
  return composeMail(t('mail.invitation.subject'), {
    language,
    title: t('mail.invitation.title'),
    preview: about,
    greeting: t('mail.greeting', { name: recipient.name }),
    sections: [{ ...emptySection, lead: { sentences: [about, t('mail.invitation.choose')], strong: null } }],
    action: { label: t('mail.invitation.action'), url },
    after: [inviter === null ? t('mail.invitation.expiresNobody', { until }) : t('mail.invitation.expires', { until, inviter })],
    signature: [t('mail.closing'), 'Klyngevagt'],
    foot: [{ label: t('mail.why'), text: t('mail.invitation.why', { email: recipient.email }), link: null }],
  });
}

/** To somebody who forgot the password. */
export function composePasswordResetMail({ language, recipient, url, expiresAt }: AccountMailInput): Mail {
  const t = createTranslator(language);
  const until = formatInstant(expiresAt, language);
  return composeMail(t('mail.passwordReset.subject'), {
    language,
    title: t('mail.passwordReset.title'),
    preview: t('mail.passwordReset.about'),
    greeting: t('mail.greeting', { name: recipient.name }),
    sections: [{ ...emptySection, lead: { sentences: [t('mail.passwordReset.about')], strong: null } }],
    action: { label: t('mail.passwordReset.action'), url },
    after: [t('mail.passwordReset.expires', { until }), t('mail.passwordReset.ignore')],
    signature: [t('mail.closing'), 'Klyngevagt'],
    foot: [{ label: t('mail.why'), text: t('mail.passwordReset.why', { email: recipient.email }), link: null }],
  });
}
