import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signInOptionsQuery } from '../../queries.js';
import { InformationPage, Points } from './InformationPage.js';

export function AccessibilityPage() {
  const { t } = useTranslation();
  const options = useQuery(signInOptionsQuery).data;
  return (
    <InformationPage title={t('shell.accessibility.title')} lead={t('shell.accessibility.lead')}>
      {options?.accessibilityStatementUrl && (
        <p>
          <a href={options.accessibilityStatementUrl}>{t('shell.accessibility.statement')}</a>
        </p>
      )}
      <h2>{t('shell.accessibility.how')}</h2>
      <Points points={t('shell.accessibility.points', { returnObjects: true })} />
      <h2>{t('shell.accessibility.known')}</h2>
      <p>{t('shell.accessibility.knownText')}</p>
      {options && <p>{t('shell.accessibility.contact', { contact: options.contact })}</p>}
    </InformationPage>
  );
}
