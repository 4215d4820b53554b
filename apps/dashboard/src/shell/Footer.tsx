import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { signInOptionsQuery } from '../queries.js';
import styles from './AppShell.module.css';

/** Statement, privacy, contact, version: on every page, signed in or not. */
export function Footer() {
  const { t } = useTranslation();
  const options = useQuery(signInOptionsQuery).data;
  return (
    <footer className={styles['bottom']}>
      <div className="wrap">
        <LegalLinks />
        {options && (
          <p>
            {options.demo && `${t('shell.footer.demo')}. `}
            {t('shell.footer.version', { version: options.version })}
          </p>
        )}
      </div>
    </footer>
  );
}

export function LegalLinks() {
  const { t } = useTranslation();
  return (
    <>
      <Link {...paths.accessibility()}>{t('shell.footer.accessibility')}</Link>
      <Link {...paths.privacy()}>{t('shell.footer.privacy')}</Link>
      <Link {...paths.contact()}>{t('shell.footer.contact')}</Link>
      <Link {...paths.dataSources()}>{t('shell.footer.dataSources')}</Link>
    </>
  );
}
