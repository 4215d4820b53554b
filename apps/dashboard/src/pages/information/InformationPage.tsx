import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { Icon } from '../../parts/Icon.js';
import { paths } from '../../paths.js';
import { signInOptionsQuery } from '../../queries.js';
import { SkipLink } from '../../shell/AppShell.js';
import { Footer } from '../../shell/Footer.js';
import { LanguageSwitch } from '../../shell/LanguageSwitch.js';
import styles from './InformationPage.module.css';

/** A page of running text that everybody may read, signed in or not. */
export function InformationPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles['page']}>
      <SkipLink />
      <header className={styles['top']}>
        <div className="wrap">
          <Link {...paths.start()}>
            <Icon name="logo" size={26} />
            {t('shell.product')}
          </Link>
          <LanguageSwitch isSignedIn={false} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <AnswerBand title={title} lead={lead} />
        <div className="wrap">
          <div className={styles['text']}>{children}</div>
          <OtherPages />
        </div>
      </main>
      <Footer />
    </div>
  );
}

/** The four pages name each other. */
function OtherPages() {
  const { t } = useTranslation();
  return (
    <nav className={styles['others']} aria-label={t('information.links.label')}>
      <Link {...paths.accessibility()}>{t('information.links.accessibility')}</Link>
      <Link {...paths.privacy()}>{t('information.links.privacy')}</Link>
      <Link {...paths.contact()}>{t('information.links.contact')}</Link>
      <Link {...paths.dataSources()}>{t('information.links.dataSources')}</Link>
    </nav>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export function Points({ points }: { points: readonly string[] }) {
  return (
    <ul>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

interface Contact {
  /** False until the server has said whom to write to. */
  isKnown: boolean;
  contact: string;
  contactHref: string | null;
  statementUrl: string | null;
  isDemo: boolean;
}

/** Whom to write to and where the official statement is: settings of this copy, open to everyone. */
export function useContact(): Contact {
  const options = useQuery(signInOptionsQuery).data;
  const contact = options?.contact ?? '';
  return {
    isKnown: options !== undefined,
    contact,
    contactHref: contact.includes('@') ? `mailto:${contact}` : /^https?:/.test(contact) ? contact : null,
    statementUrl: options?.accessibilityStatementUrl ?? null,
    isDemo: options?.demo ?? false,
  };
}
