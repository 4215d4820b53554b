import { Button, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioSearch } from './portfolio-search.js';
import { type SavedView, searchOf, withView } from './saved-views.js';
import styles from './SavedViewsPanel.module.css';

interface SavedViewsPanelProps {
  search: PortfolioSearch;
  views: readonly SavedView[];
  /** This browser keeps nothing. */
  isRefused: boolean;
  onKeep(views: SavedView[]): void;
  onChoose(search: Partial<PortfolioSearch>): void;
  onClose(): void;
}

export default function SavedViewsPanel({ search, views, isRefused, onKeep, onChoose, onClose }: SavedViewsPanelProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onKeep(withView(views, name.trim(), search));
    setName('');
  };
  return (
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
                onClose();
              }}
            >
              {view.name}
            </button>
            <button
              type="button"
              className={styles['remove']}
              aria-label={t('portfolioViews.remove', { name: view.name })}
              onClick={() => onKeep(views.filter((one) => one !== view))}
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
  );
}
