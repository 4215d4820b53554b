import { Button } from '@mantine/core';
import type { ReminderList } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { Mail, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../parts/EmptyState.js';
import { paths } from '../../paths.js';
import type { RemindersSearch } from './reminders-search.js';
import { useMay } from '../../session.js';

/** Nothing yet, nothing in this tab, or nothing that matches: three different things. */
export function NoReminders({ list, search, onReset }: { list: ReminderList; search: RemindersSearch; onReset(): void }) {
  const { t } = useTranslation();
  const mayEnter = useMay('grid:save');
  if (search.cluster || search.state) {
    const name = list.reminders.find((row) => row.slug === search.cluster)?.clusterName ?? search.cluster;
    const filter = [name, search.state && t(`reminders.state.${search.state}`)].filter(Boolean).join(', ');
    return (
      <EmptyState
        title={t('reminders.none.match')}
        icon={Search}
        action={<Button onClick={onReset}>{t('reminders.filters.reset')}</Button>}
      >
        {t('reminders.none.matchText', { filter })}
      </EmptyState>
    );
  }
  if (list.reminders.length === 0) {
    const action = mayEnter ? <Link {...paths.grid()}>{t('reminders.none.action')}</Link> : undefined;
    return (
      <EmptyState title={t('reminders.none.title')} icon={Mail} action={action}>
        {t('reminders.none.text')}
      </EmptyState>
    );
  }
  if (search.tab === 'sent') {
    return (
      <EmptyState title={t('reminders.none.sent')} icon={Mail}>
        {t('reminders.none.sentText')}
      </EmptyState>
    );
  }
  const action = <Link {...paths.reminders({ tab: 'sent' })}>{t('reminders.none.toSent')}</Link>;
  return (
    <EmptyState title={t('reminders.none.planEmpty')} icon={Mail} action={action}>
      {t('reminders.none.planEmptyText')}
    </EmptyState>
  );
}
