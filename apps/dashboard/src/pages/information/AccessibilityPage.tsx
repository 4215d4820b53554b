import { useTranslation } from 'react-i18next';
import { InformationPage, Points, Section, useContact } from './InformationPage.js';

/** Our own honest description, and the way to the official statement where one has been configured. */
export function AccessibilityPage() {
  const { t } = useTranslation();
  const { contact, statementUrl, isKnown } = useContact();
  return (
    <InformationPage title={t('information.accessibility.title')} lead={t('information.accessibility.lead')}>
      {isKnown && (
        <Section title={t('information.accessibility.official')}>
          {statementUrl ? (
            <p>
              {t('information.accessibility.officialText')} <a href={statementUrl}>{t('information.accessibility.officialLink')}</a>
            </p>
          ) : (
            <p>{t('information.accessibility.officialMissing')}</p>
          )}
        </Section>
      )}
      <Section title={t('information.accessibility.how')}>
        <Points points={t('information.accessibility.howPoints', { returnObjects: true })} />
      </Section>
      <Section title={t('information.accessibility.measured')}>
        <p>{t('information.accessibility.measuredText')}</p>
      </Section>
      <Section title={t('information.accessibility.known')}>
        <Points points={t('information.accessibility.knownPoints', { returnObjects: true })} />
      </Section>
      <Section title={t('information.accessibility.tell')}>
        {isKnown && <p>{t('information.accessibility.tellText', { contact })}</p>}
        <p>{t('information.accessibility.complain')}</p>
      </Section>
    </InformationPage>
  );
}
