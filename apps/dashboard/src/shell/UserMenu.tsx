import { ChevronDown } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFold } from '../parts/use-fold.js';
import { useMe } from '../session.js';
import styles from './AppShell.module.css';

const UserPanel = lazy(() => import('./UserPanel.js'));

/** Who is signed in; opens what belongs to the person. */
export function UserMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const fold = useFold<HTMLDivElement>();
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
        <Suspense fallback={null}>
          <UserPanel onChoose={fold.close} />
        </Suspense>
      )}
    </div>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}
