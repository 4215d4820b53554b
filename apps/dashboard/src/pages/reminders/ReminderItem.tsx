import { UnstyledButton } from '@mantine/core';
import type { ReminderRow } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { paths } from '../../paths.js';
import { canBeSentNow, type ReminderAction, reminderActions } from './reminder-bands.js';
import { becauseOf, daysFromNow, toldAs } from './reminder-words.js';
import styles from './Reminders.module.css';
import { ReminderStateSign } from '../../parts/ReminderStateSign.js';

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
              <span className="sr">: {[row.about, row.recipient].filter(Boolean).join(', ')}</span>
            </UnstyledButton>
          ) : (
            <Link {...paths.cluster(row.slug)}>{row.clusterName}</Link>
          )}
          {row.fictional ? <span className={styles['tag']}>{t('reminders.fictional')}</span> : row.illustrative && <IllustrativeTag />}
        </div>
        <div className="muted">{row.about}</div>
        {row.urgency !== 'routine' && <div className={styles['fine']}>{t(`reminders.urgency.${row.urgency}`)}</div>}
      </div>
      <div className={styles['to']}>
        <div className={row.recipient === null ? 'muted' : undefined}>{row.recipient ?? t('reminders.to.hidden')}</div>
        <div className={styles['fine']}>{[t(`terms.clusterRole.${row.role}`), ...toldAs(row, t)].join(', ')}</div>
      </div>
      <div className={`muted ${styles['channel']}`}>{t(`reminders.channel.${row.channel === 'inbox' ? 'inbox' : row.language}`)}</div>
      <div className={styles['state']}>
        <ReminderStateSign state={row.state} />
        {row.sentAt && <div className={styles['fine']}>{format.instant(row.sentAt)}</div>}
        {because && <div className={styles['fine']}>{because}</div>}
        {row.attempts > 1 && row.state !== 'sent' && (
          <div className={styles['fine']}>{t('reminders.attempts', { count: row.attempts })}</div>
        )}
        {maySend && <Actions row={row} onAct={onAct} />}
      </div>
    </li>
  );
}

function Actions({ row, onAct }: Pick<ReminderItemProps, 'row' | 'onAct'>) {
  const { t } = useTranslation();
  const labels: Partial<Record<ReminderAction, string>> = {
    ...(canBeSentNow(row) && { send: t(row.state === 'planned' ? 'reminders.sendNow' : 'reminders.sendAgain') }),
    ...(row.state === 'planned' && { hold: t('reminderHolds.open') }),
    ...(row.state === 'sent' && row.channel === 'mail' && { bounce: t('reminderHolds.bounce') }),
  };
  return (
    <div className={styles['actions']}>
      {reminderActions.map(
        (action) =>
          labels[action] && (
            <button key={action} className={styles['action']} type="button" onClick={() => onAct(action)}>
              {labels[action]}
              <span className="sr">: {[row.clusterName, row.about, row.recipient].filter(Boolean).join(', ')}</span>
            </button>
          ),
      )}
    </div>
  );
}
