import { UnstyledButton } from '@mantine/core';
import type { ReminderRow } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { paths } from '../../paths.js';
import { canBeSentNow, type ReminderAction } from './reminder-bands.js';
import { becauseOf, daysFromNow } from './reminder-words.js';
import styles from './Reminders.module.css';
import { StateSign } from './StateSign.js';

interface ReminderItemProps {
  row: ReminderRow;
  today: CalendarDate;
  isChosen: boolean;
  mayReadText: boolean;
  maySend: boolean;
  onChoose(): void;
  onAct(action: ReminderAction): void;
}

/** When, about what, to whom, how, state with sign and reason; what can be done stands under the state. */
export function ReminderItem({ row, today, isChosen, mayReadText, maySend, onChoose, onAct }: ReminderItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const because = becauseOf(row, t);
  return (
    <li className={`${styles['row']} ${isChosen ? styles['chosen'] : ''}`}>
      <div className={styles['when']}>
        <div className="strong nowrap">{format.date(row.dueOn)}</div>
        <div className={styles['fine']}>{daysFromNow(row.dueOn, today, t)}</div>
      </div>
      <div className={styles['about']}>
        <div className={styles['name']}>
          {mayReadText ? (
            <UnstyledButton aria-pressed={isChosen} onClick={onChoose}>
              {row.clusterName}
              <span className="sr">: {row.about}</span>
            </UnstyledButton>
          ) : (
            <Link {...paths.cluster(row.slug)}>{row.clusterName}</Link>
          )}
          {row.fictional ? <span className={styles['tag']}>{t('reminders.fictional')}</span> : row.illustrative && <IllustrativeTag />}
        </div>
        <div className="muted">{row.about}</div>
      </div>
      <div className={styles['to']}>
        <div className={row.recipient === null ? 'muted' : undefined}>{row.recipient ?? t('reminders.to.hidden')}</div>
        <div className={styles['fine']}>{t(`terms.clusterRole.${row.role}`)}</div>
      </div>
      <div className={`muted ${styles['channel']}`}>{t(`reminders.channel.${row.language}`)}</div>
      <div className={styles['state']}>
        <StateSign state={row.state} />
        {row.sentAt && <div className={styles['fine']}>{format.instant(row.sentAt)}</div>}
        {because && <div className={styles['fine']}>{because}</div>}
        {row.attempts > 1 && row.state !== 'sent' && (
          <div className={styles['fine']}>{t('reminders.attempts', { count: row.attempts })}</div>
        )}
        {maySend && canBeSentNow(row) && (
          <button className={styles['action']} type="button" onClick={() => onAct('send')}>
            {t(row.state === 'planned' ? 'reminders.sendNow' : 'reminders.sendAgain')}
            <span className="sr">
              : {row.clusterName}, {row.about}
            </span>
          </button>
        )}
        {maySend && row.state === 'planned' && (
          <button className={styles['action']} type="button" onClick={() => onAct('hold')}>
            {t('reminderHolds.open')}
            <span className="sr">
              : {row.clusterName}, {row.about}
            </span>
          </button>
        )}
        {maySend && row.state === 'sent' && (
          <button className={styles['action']} type="button" onClick={() => onAct('bounce')}>
            {t('reminderHolds.bounce')}
            <span className="sr">
              : {row.clusterName}, {row.about}
            </span>
          </button>
        )}
      </div>
    </li>
  );
}
