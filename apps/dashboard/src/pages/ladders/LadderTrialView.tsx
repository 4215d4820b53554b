import type { LadderSums, LadderTrial } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CardTable } from '../../parts/CardTable.js';
import { UrgencyMark } from './LadderLine.js';
import styles from './Ladders.module.css';

/** What steps would have sent in the last year, before and after a change, and what they send next. */
export function LadderTrialView({ trial: { from, to, clusters, before, after } }: { trial: LadderTrial }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [
    { what: t('ladders.trial.mails'), before: before.mails, after: after?.mails },
    ...before.events.map(({ event, name, reminders }) => ({
      what: t('ladders.trial.reminders', { event: name }),
      before: reminders,
      after: after?.events.find((other) => other.event === event)?.reminders,
    })),
  ];
  return (
    <div className={styles['trial']}>
      <p>{t('ladders.trial.mailsBefore', { count: (after ?? before).mails })}</p>
      <CardTable caption={t('ladders.trial.title')}>
        <thead>
          <tr>
            <th scope="col">{t('ladders.trial.columns.what')}</th>
            <th scope="col">{t('ladders.trial.columns.before')}</th>
            {after && <th scope="col">{t('ladders.trial.columns.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td data-label={t('ladders.trial.columns.before')}>{row.before}</td>
              {after && (
                <td data-label={t('ladders.trial.columns.after')} className="strong">
                  {row.after}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </CardTable>
      <h4>{t(after ? 'ladders.trial.nextAfter' : 'ladders.trial.next')}</h4>
      <Next next={(after ?? before).next} />
      <p className="small muted">{t('ladders.trial.assumed', { count: clusters, from: format.longDate(from), to: format.longDate(to) })}</p>
    </div>
  );
}

function Next({ next }: { next: LadderSums['next'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (next.length === 0) return <p>{t('ladders.trial.noNext')}</p>;
  return (
    <ol className={styles['next']}>
      {next.map(({ on, cluster, about, roles, people, urgency, channel }) => (
        <li key={`${on} ${cluster.slug} ${about}`}>
          <span className="strong">{format.longDate(on)}</span>: {cluster.name}, {about}.{' '}
          {roles.map((role) => t(`terms.clusterRole.${role}`)).join(', ')} ({t('ladders.trial.people', { count: people })}).{' '}
          <UrgencyMark urgency={urgency} /> {t(`ladders.urgency.${urgency}`)}
          {channel === 'inbox' && `. ${t('ladders.channel.inbox')}`}
        </li>
      ))}
    </ol>
  );
}
