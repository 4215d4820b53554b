import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Bell, ChevronDown, LogOut, Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFold } from '../parts/use-fold.js';
import { paths } from '../paths.js';
import { signOut, useMe } from '../session.js';
import styles from './AppShell.module.css';

/** Who is signed in, the demo's mailbox, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const fold = useFold<HTMLDivElement>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await signOut().catch(() => undefined);
    await navigate(paths.signIn());
    client.clear();
  };
  return (
    <div className={styles['user']} ref={fold.ref}>
      <button
        className={styles['who']}
        type="button"
        aria-expanded={fold.isOpen}
        aria-label={`${t('shell.user.open')}: ${me.name}`}
        onClick={fold.toggle}
      >
        <span className={styles['initials']} aria-hidden="true">
          {initialsOf(me.name)}
        </span>
        <span>{me.name}</span>
        <ChevronDown size={14} aria-hidden />
      </button>
      {fold.isOpen && (
        <div className={styles['panel']}>
          <div>
            <p className="strong">{me.name}</p>
            <p className="small muted">{me.email}</p>
            <p className="small muted">{t(`terms.role.${me.role}`)}</p>
          </div>
          <hr />
          {me.permissions.includes('news:read') && (
            <Link {...paths.news()} onClick={fold.close}>
              <Bell size={16} aria-hidden />
              {t('shell.user.news')}
            </Link>
          )}
          {me.mailboxUrl && (
            <a href={me.mailboxUrl} target="_blank" rel="noreferrer">
              <Mail size={16} aria-hidden />
              {t('shell.user.mailbox')}
            </a>
          )}
          <button className={styles['action']} type="button" onClick={() => void leave()}>
            <LogOut size={16} aria-hidden />
            {t('shell.user.signOut')}
          </button>
        </div>
      )}
    </div>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}
