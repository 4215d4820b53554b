import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../parts/SearchField.js';
import { accounts, peopleRoles, type PeopleSearch } from './people-search.js';
import styles from './People.module.css';
import { clustersOf, type Person } from './shown-people.js';

interface PeopleFiltersProps {
  people: readonly Person[];
  shown: number;
  search: PeopleSearch;
  onChange(change: Partial<PeopleSearch>): void;
}

export const noFilter = { find: undefined, role: undefined, account: undefined, cluster: undefined } as const;

export function PeopleFilters({ people, shown, search, onChange }: PeopleFiltersProps) {
  const { t, i18n } = useTranslation();
  const isFiltered = [search.find, search.role, search.account, search.cluster].some(Boolean);
  return (
    <div className={styles['filters']}>
      <SearchField label={t('people.find')} value={search.find ?? ''} onChange={(find) => onChange({ find: find || undefined })} />
      <NativeSelect
        size="sm"
        aria-label={t('people.filters.role')}
        value={search.role ?? ''}
        data={[
          { value: '', label: t('people.filters.allRoles') },
          ...peopleRoles.map((value) => ({ value, label: value === 'none' ? t('people.noRole') : t(`terms.role.${value}`) })),
        ]}
        onChange={(event) => onChange({ role: peopleRoles.find((role) => role === event.currentTarget.value) })}
      />
      <NativeSelect
        size="sm"
        aria-label={t('people.filters.account')}
        value={search.account ?? ''}
        data={[
          { value: '', label: `${t('people.filters.account')}: ${t('people.filters.allAccounts').toLowerCase()}` },
          ...accounts.map((value) => ({ value, label: t(`people.account.${value}`) })),
        ]}
        onChange={(event) => onChange({ account: accounts.find((account) => account === event.currentTarget.value) })}
      />
      <NativeSelect
        size="sm"
        aria-label={t('people.filters.cluster')}
        value={search.cluster ?? ''}
        data={[{ value: '', label: t('people.filters.allClusters') }, ...clustersOf(people, i18n.language)]}
        onChange={(event) => onChange({ cluster: event.currentTarget.value || undefined })}
      />
      {isFiltered && (
        <Button size="sm" onClick={() => onChange(noFilter)}>
          {t('people.filters.reset')}
        </Button>
      )}
      <p className={styles['count']} role="status">
        {t('people.showing', { shown, all: people.length })}
      </p>
    </div>
  );
}
