import { Button } from '@mantine/core';
import { Bookmark } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadAllSentences } from '../../i18n.js';
import { useFold } from '../../parts/use-fold.js';
import { useMe } from '../../session.js';
import type { PortfolioSearch } from './portfolio-search.js';
import { readSavedViews, type SavedView, writeSavedViews } from './saved-views.js';
import styles from './SavedViews.module.css';

const SavedViewsPanel = lazy(async () => (await Promise.all([import('./SavedViewsPanel.js'), loadAllSentences()]))[0]);

interface SavedViewsProps {
  search: PortfolioSearch;
  onChoose(search: Partial<PortfolioSearch>): void;
}

/** The filter of the address under a name of one's own. Kept on this machine, and it says so. */
export function SavedViews({ search, onChoose }: SavedViewsProps) {
  const { t } = useTranslation();
  const { id } = useMe();
  const fold = useFold<HTMLDivElement>();
  const [views, setViews] = useState(() => readSavedViews(id));
  const [isRefused, setRefused] = useState(false);
  const keep = (next: SavedView[]) => {
    setRefused(!writeSavedViews(id, next));
    setViews(next);
  };
  return (
    <div className={styles['saved']} ref={fold.ref}>
      <Button
        size="sm"
        px="xs"
        aria-expanded={fold.isOpen}
        aria-label={t('portfolio.savedViews', { count: views.length })}
        title={t('portfolio.savedViews', { count: views.length })}
        onClick={fold.toggle}
      >
        <Bookmark size={14} aria-hidden />
      </Button>
      {fold.isOpen && (
        <Suspense fallback={null}>
          <SavedViewsPanel search={search} views={views} isRefused={isRefused} onKeep={keep} onChoose={onChoose} onClose={fold.close} />
        </Suspense>
      )}
    </div>
  );
}
