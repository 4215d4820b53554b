import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session.js';
import styles from './AppShell.module.css';
import { navigationFor } from './navigation.js';

/** The main menu; failed reminders are counted in it. */
export function Navigation({ className, onChoose }: { className: string | undefined; onChoose?: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <nav className={className} aria-label={t('shell.mainMenu')}>
      <ul>
        {navigationFor(me).map((entry) => (
          <li key={`${entry.name} ${entry.cluster ?? ''}`}>
            <Link
              {...entry.link}
              {...(onChoose && { onClick: onChoose })}
              // The addresses of a cluster's further pages begin with that of its first one.
              {...(entry.name === 'myCluster' && !entry.cluster && { activeOptions: { exact: true, includeSearch: false } })}
            >
              {entry.cluster ?? t(`shell.nav.${entry.name}`)}
              {entry.name === 'reminders' && me.failedReminders > 0 && (
                <span className={styles['count']}>
                  <span aria-hidden="true">{me.failedReminders}</span>
                  <span className="sr">{t('shell.failed', { count: me.failedReminders })}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
