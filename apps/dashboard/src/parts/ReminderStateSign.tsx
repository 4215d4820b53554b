import type { ReminderRow } from '@klyngevagt/contracts';
import { Ban, Check, CheckCheck, Clock, OctagonX, Replace, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.js';
import styles from './ReminderStateSign.module.css';

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

/** State of a reminder by sign and word. */
export function ReminderStateSign({ state, children }: { state: State; children?: ReactNode }) {
  const { t } = useTranslation();
  const [sign, look] = signs[state];
  return (
    <span className={`${styles['sign']} ${look}`}>
      {sign}
      {children ?? t(`reminders.state.${state}`)}
    </span>
  );
}
