import type { ReminderRow } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Panel } from '../../parts/Panel.js';
import { ReminderLine } from '../../parts/ReminderLine.js';
import { drawerBody, SideDrawer } from '../../parts/SideDrawer.js';
import { useAsOf } from '../../as-of.js';
import { paths } from '../../paths.js';
import { reminderTextQuery } from '../../queries.js';
import { useMay } from '../../session.js';
import styles from './MyCluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

const few = 3;

/** What was sent last and what comes next, in order of time; the rest on demand. */
export function OwnReminders({ detail }: Pick<ClusterPartProps, 'detail'>) {
  const { t } = useTranslation();
  const mayRead = useMay('reminder:read-text');
  const [shown, setShown] = useState<ReminderRow | null>(null);
  const [isWhole, setWhole] = useState(false);
  const own = detail.reminders.filter(({ role, state }) => role !== 'officer' && state !== 'superseded' && state !== 'suppressed');
  const closed = own.filter(({ band }) => band === 'closed').sort((one, other) => other.dueOn.localeCompare(one.dueOn));
  const ahead = own.filter(({ band }) => band !== 'closed').sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const listed = isWhole ? [...closed.toReversed(), ...ahead] : [...closed.slice(0, 1), ...ahead.slice(0, few)];
  const more = listed.length < own.length && (
    <button type="button" className={`${styles['link']} small`} onClick={() => setWhole(true)}>
      {t('myCluster.reminders.all', { count: own.length })}
    </button>
  );
  return (
    <Panel title={t('myCluster.reminders.title')} aside={more}>
      {own.length === 0 && <p className="muted">{t('myCluster.reminders.none')}</p>}
      <ul className={styles['reminders']}>
        {listed.map((reminder) => (
          <li key={reminder.id}>
            <ReminderLine
              reminder={reminder}
              link={
                mayRead && (
                  <button
                    type="button"
                    className={styles['link']}
                    aria-label={t('cluster.reminders.textOf', { about: reminder.about })}
                    onClick={() => setShown(reminder)}
                  >
                    {t('cluster.reminders.text')}
                  </button>
                )
              }
            />
          </li>
        ))}
      </ul>
      {detail.reminders.length > 0 && (
        <p className="small">
          <Link {...paths.reminderRecord(detail.row.slug)}>{t('reminderRecord.link')}</Link>
        </p>
      )}
      {shown && <ReminderTextDrawer reminder={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}

function ReminderTextDrawer({ reminder, onClose }: { reminder: ReminderRow; onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useQuery(reminderTextQuery(reminder.id, useAsOf().time));
  const when = reminder.sentAt
    ? t('cluster.reminders.sent', { date: format.instant(reminder.sentAt) })
    : t('myCluster.reminders.comes', { date: format.longDate(reminder.dueOn) });
  return (
    <SideDrawer title={reminder.about} opened onClose={onClose}>
      <div className={drawerBody}>
        <p className="muted">{when}</p>
        {text.isError && <ErrorState what={t('cluster.reminders.theText')} error={text.error} onRetry={() => void text.refetch()} />}
        {text.data && (
          <>
            <p className="strong">{text.data.subject}</p>
            <div className={styles['mail']} lang={reminder.language}>
              {text.data.text}
            </div>
          </>
        )}
      </div>
    </SideDrawer>
  );
}
