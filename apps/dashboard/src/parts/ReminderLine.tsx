import type { ReminderRow } from '@klyngevagt/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import { CertaintyDot } from './Certainty.js';
import styles from './ReminderLine.module.css';
import { ReminderStateSign } from './ReminderStateSign.js';

interface ReminderLineProps {
  reminder: ReminderRow;
  /** The way to its text. */
  link?: ReactNode;
  /** Instead of the recipient, where names are not for the reader. */
  recipient?: string;
}

/** When, about what, to whom, and whether it went. */
export function ReminderLine({ reminder, link, recipient }: ReminderLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles['line']}>
      <span className="muted nowrap">{format.date(reminder.dueOn)}</span>
      <span>
        <b>{reminder.about}</b>
        <br />
        <span className="muted">{recipient ?? reminder.recipient ?? t(`terms.clusterRole.${reminder.role}`)}</span>{' '}
        {reminder.illustrative && !reminder.fictional && <CertaintyDot confidence="illustrative" />} {link}
      </span>
      <div className={styles['state']}>
        <ReminderStateSign state={reminder.state} />
      </div>
    </div>
  );
}
