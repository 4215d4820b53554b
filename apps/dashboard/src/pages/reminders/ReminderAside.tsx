import type { ReminderList, ReminderRow } from '@klyngevagt/contracts';
import { Lock, MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import { HealthCard } from './HealthCard.js';
import { HoldList } from './HoldList.js';
import styles from './Reminders.module.css';
import { TextPreview } from './TextPreview.js';
import { WhyPanel } from './WhyPanel.js';

interface ReminderAsideProps {
  list: ReminderList;
  chosen: ReminderRow | undefined;
  /** The cluster that the filter names. */
  cluster: string | undefined;
  mayReadText: boolean;
  maySend: boolean;
  onSend(row: ReminderRow): void;
}

/** Health of the sending, and the text of the chosen reminder. */
export function ReminderAside({ list, chosen, cluster, mayReadText, maySend, onSend }: ReminderAsideProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['aside']}>
      <HealthCard health={list.health} failedWeeklyMails={list.failedWeeklyMails} />
      <HoldList cluster={cluster} mayEnd={maySend} />
      <WhyPanel list={list} cluster={cluster} />
      <div id="reminder-text" tabIndex={-1}>
        {mayReadText && chosen ? (
          <TextPreview key={chosen.id} row={chosen} maySend={maySend} onSend={() => onSend(chosen)} />
        ) : (
          <Panel title={t('reminders.preview.title')}>
            <p className={`muted ${styles['hint']}`}>
              {mayReadText ? <MailOpen size={16} aria-hidden /> : <Lock size={16} aria-hidden />}
              {t(mayReadText ? 'reminders.preview.choose' : 'reminders.preview.noAccess')}
            </p>
          </Panel>
        )}
      </div>
    </div>
  );
}
