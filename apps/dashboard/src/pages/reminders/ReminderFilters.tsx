import { Button, NativeSelect } from '@mantine/core';
import type { ReminderRow } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { reminderStates, type RemindersSearch } from './reminders-search.js';
import styles from './Reminders.module.css';

const statesOf = {
  plan: reminderStates.filter((state) => !['sent', 'superseded', 'suppressed', 'acknowledged'].includes(state)),
  sent: reminderStates.filter((state) => ['sent', 'superseded', 'suppressed', 'acknowledged'].includes(state)),
};

interface ReminderFiltersProps {
  /** Everything in scope: the clusters to choose from. */
  all: readonly ReminderRow[];
  shown: number;
  of: number;
  search: RemindersSearch;
  onChange(filter: Pick<RemindersSearch, 'cluster' | 'state'>): void;
}

/** Cluster and state; both stand in the address. */
export function ReminderFilters({ all, shown, of, search, onChange }: ReminderFiltersProps) {
  const { t, i18n } = useTranslation();
  const { cluster, state } = search;
  return (
    <div className={styles['filters']}>
      <NativeSelect
        size="sm"
        aria-label={t('reminders.filters.cluster')}
        value={cluster ?? ''}
        data={[{ value: '', label: t('reminders.filters.allClusters') }, ...clustersIn(all, i18n.language)]}
        onChange={(event) => onChange({ cluster: event.currentTarget.value || undefined, state })}
      />
      <NativeSelect
        size="sm"
        aria-label={t('reminders.filters.state')}
        value={state ?? ''}
        data={[
          { value: '', label: t('reminders.filters.allStates') },
          ...statesOf[search.tab ?? 'plan'].map((value) => ({ value, label: t(`reminders.state.${value}`) })),
        ]}
        onChange={(event) => onChange({ cluster, state: reminderStates.find((known) => known === event.currentTarget.value) })}
      />
      {(cluster || state) && (
        <Button size="sm" onClick={() => onChange({ cluster: undefined, state: undefined })}>
          {t('reminders.filters.reset')}
        </Button>
      )}
      <p className={styles['count']} role="status">
        {t('reminders.showing', { shown, all: of })}
      </p>
    </div>
  );
}

function clustersIn(rows: readonly ReminderRow[], language: string) {
  const names = new Map(rows.map((row) => [row.slug, row.clusterName]));
  return [...names].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label, language));
}
