import { Link, Outlet } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n, turnToLanguage } from '../i18n.js';
import { useLiveUpdates } from '../live-updates.js';
import { DemoBanner, OfflineBanner } from '../parts/DemoBanner.js';
import { Icon } from '../parts/Icon.js';
import { useFold } from '../parts/use-fold.js';
import { paths } from '../paths.js';
import { useMay, useMe } from '../session.js';
import styles from './AppShell.module.css';
import { Footer } from './Footer.js';
import { InboxLink } from './InboxLink.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { Navigation } from './Navigation.js';
import { Shortcuts } from './Shortcuts.js';
import { UserMenu } from './UserMenu.js';

/** The frame of every page behind the sign-in. */
export function AppShell() {
  const me = useMe();
  useLiveUpdates(useMay('events:read'));
  useLanguageOfAccount(me.language);
  return (
    <div className={styles['page']}>
      <SkipLink />
      <Header />
      {me.demo && <DemoBanner />}
      <OfflineBanner />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <Shortcuts />
    </div>
  );
}

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={styles['skip']} href="#content">
      {t('shell.skip')}
    </a>
  );
}

function Header() {
  const { t } = useTranslation();
  const fold = useFold<HTMLElement>();
  return (
    <header className={styles['top']} ref={fold.ref}>
      <div className={`wrap ${styles['bar']}`}>
        <Link {...paths.start()} className={styles['brand'] ?? ''}>
          <Icon name="logo" size={26} />
          {t('shell.product')}
        </Link>
        <Navigation className={styles['nav']} />
        <div className={styles['end']}>
          <LanguageSwitch isSignedIn />
          <InboxLink />
          <UserMenu />
          <button className={styles['menuButton']} type="button" aria-expanded={fold.isOpen} onClick={fold.toggle}>
            <Menu size={16} aria-hidden />
            {t('shell.menu')}
          </button>
        </div>
      </div>
      {fold.isOpen && (
        <div className={`wrap ${styles['sheet']}`}>
          <Navigation className={undefined} onChoose={fold.close} />
          <LanguageSwitch isSignedIn long className={`${styles['language']} ${styles['sheetLanguage']}`} />
        </div>
      )}
    </header>
  );
}

/** The account's language wins over what this machine remembered; the switch turns the page before the account has answered. */
function useLanguageOfAccount(language: 'da' | 'en'): void {
  useEffect(() => {
    if (i18n.language !== language) void turnToLanguage(language);
  }, [language]);
}
