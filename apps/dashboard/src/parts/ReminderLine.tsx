import type { ReminderRow } from '@klyngevagt/contracts';
import { Ban, Check, CheckCheck, Clock, OctagonX, Replace, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import { CertaintyDot } from './Certainty.js';
import { Icon } from './Icon.js';
import styles from './ReminderLine.module.css';

type State = ReminderRow['state'];
const signs: Record<State, [sign: ReactNode, look: string | undefined]> = {
  planned: [<Clock size={14} aria-hidden />, styles['waits']],
  sending: [<Send size={14} aria-hidden />, styles['waits']],
  sent: [<Check size={14} aria-hidden />, styles['went']],
  uncertain: [<Icon name="unknown" />, styles['unsure']],
  superseded: [<Replace size={14} aria-hidden />, styles['over']],
  suppressed: [<Ban size={14} aria-hidden />, styles['over']],
  acknowledged: [<CheckCheck size={14} aria-hidden />, styles['went']],
  failed: [<OctagonX size={14} aria-hidden />, styles['failed']],
};

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
  const [sign, look] = signs[reminder.state];
  return (
    <div className={styles['line']}>
      <span className="muted nowrap">{format.date(reminder.dueOn)}</span>
      <span>
        <b>{reminder.about}</b>
        <br />
        <span className="muted">{recipient ?? reminder.recipient ?? t(`terms.clusterRole.${reminder.role}`)}</span>{' '}
        {reminder.illustrative && !reminder.fictional && <CertaintyDot confidence="illustrative" />} {link}
      </span>
      <span className={`${styles['state']} ${look ?? ''}`}>
        {sign}
        {t(`reminders.state.${reminder.state}`)}
      </span>
    </div>
  );
}
