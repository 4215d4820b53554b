import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api-client.js';
import { turnToLanguage } from '../i18n.js';
import styles from './AppShell.module.css';

const choices = [
  { language: 'da', short: 'DA', name: 'Dansk' },
  { language: 'en', short: 'EN', name: 'English' },
] as const;

/** Stored on the account when somebody is signed in; the server's sentences are fetched anew in the other language. */
export function LanguageSwitch({ isSignedIn, long = false, className }: { isSignedIn: boolean; long?: boolean; className?: string }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const choose = async (language: 'da' | 'en') => {
    if (isSignedIn) await api.send('me.language', { body: { language } }).catch(() => undefined);
    await turnToLanguage(language);
    await client.invalidateQueries();
  };
  return (
    <div className={className ?? styles['language']} role="group" aria-label={t('shell.language')}>
      {choices.map(({ language, short, name }) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          aria-label={name}
          onClick={() => void choose(language)}
        >
          {long ? name : short}
        </button>
      ))}
    </div>
  );
}
