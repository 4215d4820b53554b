import { Button, TextInput } from '@mantine/core';
import { Bookmark, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFold } from '../../parts/use-fold.js';
import type { PortfolioSearch } from './portfolio-search.js';
import { useMe } from '../../session.js';
import { readSavedViews, type SavedView, searchOf, withView, writeSavedViews } from './saved-views.js';
import styles from './SavedViews.module.css';

interface SavedViewsProps {
  search: PortfolioSearch;
  onChoose(search: Partial<PortfolioSearch>): void;
}

/** The filter of the address under a name of one's own. Kept on this machine, and it says so. */
export default function SavedViews({ search, onChoose }: SavedViewsProps) {
  const { t } = useTranslation();
  const { id } = useMe();
  const fold = useFold<HTMLDivElement>();
  const [views, setViews] = useState(() => readSavedViews(id));
  const [name, setName] = useState('');
  const [isRefused, setRefused] = useState(false);
  const keep = (next: SavedView[]) => {
    setRefused(!writeSavedViews(id, next));
    setViews(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    keep(withView(views, name.trim(), search));
    setName('');
  };
  return (
    <div className={styles['saved']} ref={fold.ref}>
      <Button
        size="sm"
        px="xs"
        aria-expanded={fold.isOpen}
        aria-label={t('portfolioViews.button', { count: views.length })}
        title={t('portfolioViews.button', { count: views.length })}
        onClick={fold.toggle}
      >
        <Bookmark size={14} aria-hidden />
      </Button>
      {fold.isOpen && (
        <div className={styles['panel']}>
          {views.length === 0 && <p className="small muted">{t('portfolioViews.none')}</p>}
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <button
                  type="button"
                  className={styles['choose']}
                  onClick={() => {
                    onChoose(searchOf(view));
                    fold.close();
                  }}
                >
                  {view.name}
                </button>
                <button
                  type="button"
                  className={styles['remove']}
                  aria-label={t('portfolioViews.remove', { name: view.name })}
                  onClick={() => keep(views.filter((one) => one !== view))}
                >
                  <X size={14} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
          <form onSubmit={save}>
            <TextInput
              size="sm"
              label={t('portfolioViews.name')}
              description={t('portfolioViews.help')}
              value={name}
              maxLength={40}
              error={isRefused && t('portfolioViews.refused')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button size="sm" type="submit" disabled={name.trim() === ''}>
              {t('portfolioViews.save')}
            </Button>
          </form>
        </div>
      )}
    </div>
  );
}
