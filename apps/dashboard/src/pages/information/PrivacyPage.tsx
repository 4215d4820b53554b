import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signInOptionsQuery } from '../../queries.js';
import { InformationPage, Points } from './InformationPage.js';

export function PrivacyPage() {
  const { t } = useTranslation();
  const options = useQuery(signInOptionsQuery).data;
  return (
    <InformationPage title={t('shell.privacy.title')} lead={t('shell.privacy.lead')}>
      <h2>{t('shell.privacy.what')}</h2>
      <Points points={t('shell.privacy.points', { returnObjects: true })} />
      <h2>{t('shell.privacy.not')}</h2>
      <Points points={t('shell.privacy.notPoints', { returnObjects: true })} />
      <p>{t('shell.privacy.erase')}</p>
      {options && <p>{t('shell.privacy.contact', { contact: options.contact })}</p>}
    </InformationPage>
  );
}
