import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/Icon.js';
import { paths } from '../paths.js';
import { useMe } from '../session.js';
import styles from './AppShell.module.css';

/** The way to what was told to the reader, with how much of it is unread. */
export function InboxLink() {
  const { t } = useTranslation();
  const { unread } = useMe();
  return (
    <Link {...paths.inbox()} className={styles['inbox'] ?? ''} aria-label={t('shell.inbox', { count: unread })}>
      <Icon name="inbox" size={18} />
      {unread > 0 && (
        <span className={styles['count']} aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
