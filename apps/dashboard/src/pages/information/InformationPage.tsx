import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { Icon } from '../../parts/Icon.js';
import { paths } from '../../paths.js';
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
        </div>
      </main>
      <Footer />
    </div>
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
