import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.js';
import { SkipLink } from '../../shell/AppShell.js';
import { LegalLinks } from '../../shell/Footer.js';
import { LanguageSwitch } from '../../shell/LanguageSwitch.js';
import styles from './SignInFrame.module.css';

// A picture, no data: two unknown, three expiring with their windows, the rest in force.
const expiring = [
  [30.4, 33.3],
  [36, 33.3],
  [41.5, 33.3],
];
const inForce = [46.9, 55.3, 58, 60.9, 71.9, 80.3, 91.5, 97];

/** The pages before anyone is known: the product's question on the left, the form on the right. */
export function SignInFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles['frame']}>
      <SkipLink />
      <aside className={styles['claim']} aria-label={t('shell.product')}>
        <span className={styles['brand']}>
          <Icon name="logo" size={32} />
          {t('shell.product')}
        </span>
        <p className={styles['question']}>{t('signIn.claim')}</p>
        <p className={styles['text']}>{t('signIn.claimText')}</p>
        <ul className={styles['art']} aria-hidden="true">
          <i className={styles['today']} />
          {[0, 1].map((key) => (
            <li key={key}>
              <i className={styles['unknown']} style={{ width: '29.93%' }} />
            </li>
          ))}
          {expiring.map(([end, window]) => (
            <li key={end}>
              <i className={styles['window']} style={{ left: `${end}%`, width: `${window}%` }} />
              <i className={styles['soon']} style={{ width: `${end}%` }} />
            </li>
          ))}
          {inForce.map((end) => (
            <li key={end}>
              <i className={styles['held']} style={{ width: `${end}%` }} />
            </li>
          ))}
        </ul>
      </aside>
      <div className={styles['side']}>
        <header>
          <LanguageSwitch isSignedIn={false} long className={styles['language'] ?? ''} />
        </header>
        <main id="content" className={styles['content']} tabIndex={-1}>
          {children}
        </main>
        <footer className={styles['legal']}>
          <LegalLinks />
        </footer>
      </div>
    </div>
  );
}

/** What a form has led to, in its place: it takes the focus, so that it is heard. */
export function AnswerHeading({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}

export const submitClass = styles['submit'] ?? '';
export const noteClass = styles['note'] ?? '';
export const accountsClass = styles['accounts'] ?? '';
