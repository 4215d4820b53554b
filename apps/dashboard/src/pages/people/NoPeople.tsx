import { Button } from '@mantine/core';
import { Search, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../parts/EmptyState.js';
import type { PeopleSearch } from './people-search.js';
import { noFilter } from './PeopleFilters.js';
import type { Person } from './shown-people.js';

interface NoPeopleProps {
  isFiltered: boolean;
  search: PeopleSearch;
  people: readonly Person[];
  onReset(filter: typeof noFilter): void;
}

export function NoPeople({ isFiltered, search, people, onReset }: NoPeopleProps) {
  const { t } = useTranslation();
  if (!isFiltered) {
    return (
      <EmptyState title={t('people.none.title')} icon={Users}>
        {t('people.none.text')}
      </EmptyState>
    );
  }
  const clusterName = people.flatMap(({ clusters }) => clusters).find(({ slug }) => slug === search.cluster)?.name;
  const parts = [
    search.find && `“${search.find}”`,
    search.role && (search.role === 'none' ? t('people.noRole') : t(`terms.role.${search.role}`)),
    search.account && t(`people.account.${search.account}`),
    clusterName ?? search.cluster,
  ];
  return (
    <EmptyState
      title={t('people.none.match')}
      icon={Search}
      action={<Button onClick={() => onReset(noFilter)}>{t('people.filters.reset')}</Button>}
    >
      {t('people.none.matchText', { filter: parts.filter(Boolean).join(', ') })}
    </EmptyState>
  );
}
