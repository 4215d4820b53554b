import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Bell, CalendarDays, Keyboard, LogOut, Mail, MailCheck, Webhook } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { signOut, useMe } from '../session.js';
import styles from './UserPanel.module.css';
import { areKeysOn, switchKeys } from './key-settings.js';

/** Who is signed in, what is new, the demo's mailbox, and the way out. Fetched when it is opened. */
export default function UserPanel({ onChoose }: { onChoose(): void }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [hasKeys, setKeys] = useState(areKeysOn);
  const turnKeys = () => {
    switchKeys(!hasKeys);
    setKeys(!hasKeys);
  };
  // The page goes first, with all that it asks for and listens to: refused in the middle of it, it would tell of a session that had ended
  // by itself, and bring whoever signs in next back to it.
  const leave = async () => {
    await navigate(paths.signIn());
    await signOut().catch(() => undefined);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sign-in-options' });
  };
  return (
    <div className={styles['panel']}>
      <div>
        <p className="strong">{me.name}</p>
        <p className="small muted">{me.email}</p>
        <p className="small muted">{t(`terms.role.${me.role}`)}</p>
      </div>
      <hr />
      {me.permissions.includes('news:read') && (
        <Link {...paths.news()} onClick={onChoose}>
          <Bell size={16} aria-hidden />
          {t('shell.user.news')}
        </Link>
      )}
      {me.permissions.includes('calendar:subscribe') && (
        <Link {...paths.calendar()} onClick={onChoose}>
          <CalendarDays size={16} aria-hidden />
          {t('shell.user.calendar')}
        </Link>
      )}
      <Link {...paths.mailPreferences()} onClick={onChoose}>
        <MailCheck size={16} aria-hidden />
        {t('shell.user.mails')}
      </Link>
      {me.permissions.includes('webhook:read') && (
        <Link {...paths.webhooks()} onClick={onChoose}>
          <Webhook size={16} aria-hidden />
          {t('shell.user.webhooks')}
        </Link>
      )}
      {me.mailboxUrl && (
        <a href={me.mailboxUrl} target="_blank" rel="noreferrer">
          <Mail size={16} aria-hidden />
          {t('shell.user.mailbox')}
        </a>
      )}
      <button className={styles['action']} type="button" role="switch" aria-checked={hasKeys} onClick={turnKeys}>
        <Keyboard size={16} aria-hidden />
        {t(hasKeys ? 'shell.user.keysOn' : 'shell.user.keysOff')}
      </button>
      <button className={styles['action']} type="button" onClick={() => void leave()}>
        <LogOut size={16} aria-hidden />
        {t('shell.user.signOut')}
      </button>
    </div>
  );
}
