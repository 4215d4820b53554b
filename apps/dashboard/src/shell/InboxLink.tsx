import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { useMe } from '../session.js';
import styles from './AppShell.module.css';

/** The way to what was told to the reader, with how much of it is unread. */
export function InboxLink() {
  const { t } = useTranslation();
  const { unread } = useMe();
  return (
    <Link {...paths.inbox()} className={styles['inbox'] ?? ''} aria-label={t('shell.inbox', { count: unread })}>
      <Inbox size={18} aria-hidden />
      {unread > 0 && (
        <span className={styles['count']} aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
