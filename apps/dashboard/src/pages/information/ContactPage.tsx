import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { InformationPage, Section, useContact } from './InformationPage.js';

/** Where to write, and what helps to be answered at once. */
export function ContactPage() {
  const { t } = useTranslation();
  const { contact, contactHref, isKnown } = useContact();
  return (
    <InformationPage title={t('information.contact.title')} lead={t('information.contact.lead')}>
      {isKnown && (
        <p>
          <strong className="strong">{contactHref ? <a href={contactHref}>{contact}</a> : contact}</strong>
        </p>
      )}
      <Section title={t('information.contact.wrongDate')}>
        <p>{t('information.contact.wrongDateText')}</p>
      </Section>
      <Section title={t('information.contact.access')}>
        <p>{t('information.contact.accessText')}</p>
        <p>
          <Link {...paths.forgottenPassword()}>{t('information.contact.newPassword')}</Link>
        </p>
      </Section>
      <Section title={t('information.contact.fault')}>
        <p>{t('information.contact.faultText')}</p>
      </Section>
    </InformationPage>
  );
}
