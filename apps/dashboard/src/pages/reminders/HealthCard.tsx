import type { ReminderList } from '@klyngevagt/contracts';
import { OctagonX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { Icon } from '../../parts/Icon.js';
import { Panel } from '../../parts/Panel.js';
import { doesAddUp, partsTotal, sumNames } from './health-sums.js';
import styles from './Reminders.module.css';

type Health = ReminderList['health'];
const looks: Record<Health['state'], [sign: ReactNode, look: string | undefined]> = {
  running: [<Icon name="valid" size={15} />, styles['went']],
  silent: [<OctagonX size={15} aria-hidden />, styles['failed']],
  failing: [<OctagonX size={15} aria-hidden />, styles['failed']],
  'never-run': [<Icon name="soon" size={15} />, styles['unsure']],
};

/** Whether sending works, when it ran and runs, and where every planned reminder ended up. */
export function HealthCard({ health, failedWeeklyMails }: Pick<ReminderList, 'health' | 'failedWeeklyMails'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const [sign, look] = looks[health.state];
  const lastRun = health.lastRunAt && t('reminders.health.runWithSent', { at: format.instant(health.lastRunAt), count: health.lastSent });
  return (
    <Panel
      title={t('reminders.health.title')}
      aside={
        <span className={`${styles['sign']} strong ${look}`}>
          {sign}
          {t(`reminders.health.${health.state}`)}
        </span>
      }
    >
      <HealthText state={health.state} />
      {health.isQueueAway && <p className={styles['healthText']}>{t('reminders.health.queueAway')}</p>}
      <dl className={styles['runs']}>
        <dt>{t('reminders.health.lastRun')}</dt>
        <dd>{lastRun ?? t('reminders.health.never')}</dd>
        {health.running && (
          <>
            <dt>{t('reminders.health.underWay')}</dt>
            <dd>{t('reminders.health.underWayParts', health.running)}</dd>
          </>
        )}
        <dt>{t('reminders.health.nextRun')}</dt>
        <dd>{health.nextRunAt ? format.instant(health.nextRunAt) : t('reminders.health.unknown')}</dd>
        {health.lastRun && (
          <>
            <dt>{t('reminders.health.lastRunDid')}</dt>
            <dd>{t('reminders.health.lastRunParts', health.lastRun)}</dd>
          </>
        )}
        <dt>{t('reminders.health.held')}</dt>
        <dd>{health.held}</dd>
        {health.lastReconciledAt && (
          <>
            <dt>{t('reminders.health.reconciled')}</dt>
            <dd>{format.instant(health.lastReconciledAt)}</dd>
          </>
        )}
      </dl>
      <Sums health={health} />
      {failedWeeklyMails.length > 0 && <FailedWeeklyMails mails={failedWeeklyMails} />}
    </Panel>
  );
}

function HealthText({ state }: { state: Health['state'] }) {
  const { t } = useTranslation();
  if (state === 'running') return null;
  const texts = { silent: 'silentText', failing: 'failingText', 'never-run': 'neverRunText' } as const;
  return <p className={styles['healthText']}>{t(`reminders.health.${texts[state]}`)}</p>;
}

/** No reminder stands for them, so they are told here. */
function FailedWeeklyMails({ mails }: { mails: ReminderList['failedWeeklyMails'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles['weekly']} aria-labelledby="failed-weekly-mails">
      <h3 id="failed-weekly-mails" className={`${styles['sign']} ${styles['failed']}`}>
        <OctagonX size={14} aria-hidden />
        {t('reminders.health.weeklyFailed.title')}
      </h3>
      <ul>
        {mails.map(({ id, kind, weekOn, recipient, because }) => (
          <li key={id}>
            {recipient !== null && <b>{recipient}: </b>}
            {t(`reminders.health.weeklyFailed.${kind}`, { week: format.date(weekOn) })}. {because}
          </li>
        ))}
      </ul>
      <p className="small muted">{t('reminders.health.weeklyFailed.help')}</p>
    </section>
  );
}

function Sums({ health }: { health: Health }) {
  const { t } = useTranslation();
  const { sums } = health;
  const isRight = doesAddUp(health);
  const parts = partsTotal(sums);
  const isOnPage = parts !== sums.total;
  const wrong = isOnPage ? t('reminders.health.doesNotAddUp', { parts, total: sums.total }) : t('reminders.health.notReconciled');
  return (
    <>
      <div className={`${styles['bar']} drawn`} aria-hidden="true">
        {sumNames.map((name) => sums[name] > 0 && <i key={name} className={styles[name]} style={{ flexGrow: sums[name] }} />)}
      </div>
      <ul className={styles['sums']}>
        {sumNames.map((name) => (
          <li key={name}>
            <i className={`${styles[name]} drawn`} aria-hidden="true" />
            <span>{t(`reminders.health.${name}`)}</span>
            <b>{sums[name]}</b>
          </li>
        ))}
        <li className={styles['total']}>
          <i aria-hidden="true" />
          <span>{t('reminders.health.total')}</span>
          <b>{sums.total}</b>
        </li>
      </ul>
      <p className={`${styles['sign']} ${styles['verdict']} ${isRight ? styles['went'] : styles['failed']}`}>
        {isRight ? <Icon name="valid" /> : <OctagonX size={14} aria-hidden />}
        <span>{isRight ? t('reminders.health.addsUp') : wrong}</span>
      </p>
    </>
  );
}
