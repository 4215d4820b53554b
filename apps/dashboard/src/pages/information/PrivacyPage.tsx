import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { InformationPage, Points, Section, useContact } from './InformationPage.js';
import { CardTable } from '../../parts/CardTable.js';
import styles from './InformationPage.module.css';

/** What is stored about people, how long, who sees it, and how it is erased. */
export function PrivacyPage() {
  const { t } = useTranslation();
  const { contact, isKnown } = useContact();
  return (
    <InformationPage title={t('information.privacy.title')} lead={t('information.privacy.lead')}>
      <Section title={t('information.privacy.stored')}>
        <StoredTable />
        <p>
          <Link {...paths.retention()}>{t('information.retention.link')}</Link>
        </p>
      </Section>
      <Section title={t('information.privacy.not')}>
        <Points points={t('information.privacy.notPoints', { returnObjects: true })} />
      </Section>
      <Section title={t('information.privacy.erase')}>
        <p>{t('information.privacy.eraseText')}</p>
        {isKnown && <p>{t('information.privacy.eraseHow', { contact })}</p>}
        <p>
          {t('information.privacy.responsible')} {t('information.privacy.complain')}
        </p>
      </Section>
    </InformationPage>
  );
}

function StoredTable() {
  const { t } = useTranslation();
  const rows = t('information.privacy.rows', { returnObjects: true });
  const columns = ['what', 'why', 'howLong', 'who'] as const;
  return (
    <CardTable caption={t('information.privacy.stored')} className={styles['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`information.privacy.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what}>
            <th scope="row">{row.what}</th>
            <td data-label={t('information.privacy.columns.why')}>{row.why}</td>
            <td data-label={t('information.privacy.columns.howLong')}>{row.howLong}</td>
            <td data-label={t('information.privacy.columns.who')}>{row.who}</td>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}
