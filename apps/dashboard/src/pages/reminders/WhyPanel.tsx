import { Button, NativeSelect } from '@mantine/core';
import type { ReminderList } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { DateField } from '../../parts/DateField.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Panel } from '../../parts/Panel.js';
import { useAllClusters } from '../../parts/use-all-clusters.js';
import { reminderWhyQuery } from '../../queries.js';
import { parseTypedDate, typedDate } from '../../typed-date.js';
import styles from './Reminders.module.css';

/** "Why was nothing sent?", about one cluster and one day. */
export function WhyPanel({ list, cluster }: { list: ReminderList; cluster: string | undefined }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t('reminders.why.title')}>
      {isOpen ? (
        <Question list={list} cluster={cluster} />
      ) : (
        <Button size="sm" onClick={() => setOpen(true)}>
          {t('reminders.why.open')}
        </Button>
      )}
    </Panel>
  );
}

function Question({ list, cluster }: { list: ReminderList; cluster: string | undefined }) {
  const { t, i18n } = useTranslation();
  // A cluster of which nothing is planned is the very one that is asked about.
  const { clusters } = useAllClusters();
  const names = new Map(list.reminders.map((row) => [row.slug, row.clusterName]));
  for (const { slug, name } of clusters) names.set(slug, name);
  const choices = [...names].map(([value, label]) => ({ value, label }));
  choices.sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  const [slug, setSlug] = useState(cluster ?? '');
  const [text, setText] = useState(typedDate(list.on));
  const on = parseTypedDate(text);
  return (
    <div className={styles['why']}>
      <p className="muted">{t('reminders.why.lead')}</p>
      <NativeSelect
        label={t('reminders.why.cluster')}
        value={slug}
        data={[{ value: '', label: t('reminders.why.choose') }, ...choices]}
        onChange={(event) => setSlug(event.currentTarget.value)}
      />
      <DateField label={t('reminders.why.day')} value={text} onChange={setText} />
      {slug !== '' && on !== null && <Answer cluster={slug} on={on} />}
    </div>
  );
}

function Answer({ cluster, on }: { cluster: string; on: CalendarDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const why = useQuery(reminderWhyQuery({ cluster, on }));
  if (why.isError) return <ErrorState what={t('reminders.why.error')} error={why.error} onRetry={() => void why.refetch()} />;
  if (!why.data) return null;
  const { clusterName, wasSent, today, reasons } = why.data;
  const headline = wasSent ? 'wasSent' : on > today ? 'nothingYet' : 'wasNotSent';
  return (
    <div role="status">
      <p className="strong">{t(`reminders.why.${headline}`, { cluster: clusterName, day: format.longDate(on) })}</p>
      <ul>
        {reasons.map(({ code, sentence, reminderId }) => (
          <li key={`${code} ${reminderId} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
