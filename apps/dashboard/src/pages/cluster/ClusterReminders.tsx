import type { ClusterDetail } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import { ReminderLine } from '../../parts/ReminderLine.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import styles from './Cluster.module.css';

const shown = 6;

/** What was and will be sent about the cluster, with the way to the very text. */
export function ClusterReminders({ detail }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  const mayRead = useMay('reminder:read');
  const mayReadText = useMay('reminder:read-text');
  const { reminders, row } = detail;
  const all = mayRead && reminders.length > 0 && (
    <span className={`${styles['links']} small`}>
      <Link {...paths.reminders({ cluster: row.slug })}>{t('cluster.reminders.all', { count: reminders.length })}</Link>
      <Link {...paths.reminderRecord(row.slug)}>{t('reminderRecord.link')}</Link>
    </span>
  );
  return (
    <Panel title={t('cluster.reminders.title')} aside={all}>
      {reminders.length === 0 && (
        <p className="muted">
          <b>{t('cluster.reminders.none')}.</b> {t('cluster.reminders.noneText')}
        </p>
      )}
      <ul className={styles['rows']}>
        {pressing(reminders).map((reminder) => (
          <li key={reminder.id}>
            <ReminderLine
              reminder={reminder}
              link={
                mayReadText && (
                  <Link
                    {...paths.reminders({
                      cluster: row.slug,
                      reminder: reminder.id,
                      tab: reminder.band === 'closed' ? 'sent' : undefined,
                    })}
                    aria-label={t('cluster.reminders.textOf', { about: reminder.about })}
                  >
                    {t('cluster.reminders.text')}
                  </Link>
                )
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const rank = { overdue: 0, 'next-30-days': 1, later: 3, closed: 2 } as const;

/** What presses most (overdue, what comes soon, what was sent last, the rest), in the order of its days. */
function pressing(reminders: ClusterDetail['reminders']): ClusterDetail['reminders'] {
  return [...reminders]
    .filter(({ state }) => state !== 'superseded' && state !== 'suppressed')
    .sort((one, other) => rank[one.band] - rank[other.band] || compareDays(one, other))
    .slice(0, shown)
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

function compareDays(one: ClusterDetail['reminders'][number], other: ClusterDetail['reminders'][number]): number {
  return one.band === 'closed' ? other.dueOn.localeCompare(one.dueOn) : one.dueOn.localeCompare(other.dueOn);
}
