import type { ReminderRow } from '@klyngevagt/contracts';
import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import type { Band, ReminderAction } from './reminder-bands.js';
import { ReminderItem } from './ReminderItem.js';
import styles from './Reminders.module.css';

interface BandListProps {
  bands: readonly Band[];
  today: CalendarDate;
  chosenId: string | undefined;
  mayReadText: boolean;
  maySend: boolean;
  onChoose(row: ReminderRow): void;
  onAct(action: ReminderAction, row: ReminderRow): void;
}

/** The bands under each other, each with its heading and count. */
export function BandList({ bands, today, chosenId, mayReadText, maySend, onChoose, onAct }: BandListProps) {
  return (
    <div className={styles['list']}>
      {bands.map((band) => (
        <OneBand key={band.name} band={band} today={today}>
          {(row) => (
            <ReminderItem
              key={row.id}
              row={row}
              today={today}
              isChosen={row.id === chosenId}
              mayReadText={mayReadText}
              maySend={maySend}
              onChoose={() => onChoose(row)}
              onAct={(action) => onAct(action, row)}
            />
          )}
        </OneBand>
      ))}
    </div>
  );
}

/** Far off or long past: the first ones are enough until somebody asks. */
const firstShown = 12;
const folded = ['later', 'sent', 'acknowledged', 'superseded', 'suppressed'];

function OneBand({ band, today, children }: { band: Band; today: CalendarDate; children: (row: ReminderRow) => React.ReactNode }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole || !folded.includes(band.name) ? band.rows : band.rows.slice(0, firstShown);
  const hidden = band.rows.length - rows.length;
  return (
    <section aria-labelledby={`band-${band.name}`}>
      <div className={`${styles['bandHead']} ${band.name === 'overdue' ? styles['overdue'] : ''}`}>
        <h2 id={`band-${band.name}`}>{t(`reminders.bands.${band.name}`)}</h2>
        <BandCount band={band} today={today} />
      </div>
      <ul>{rows.map(children)}</ul>
      {hidden > 0 && (
        <div className={styles['more']}>
          <button className={styles['action']} type="button" onClick={() => setWhole(true)}>
            {t('reminders.more', { count: hidden })}
          </button>
        </div>
      )}
    </section>
  );
}

function BandCount({ band: { name, rows }, today }: { band: Band; today: CalendarDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = rows.length;
  if (name === 'overdue') return <span>{t('reminders.bandCount.overdue', { count })}</span>;
  if (name === 'next-30-days') return <span>{t('reminders.bandCount.next', { count, date: format.longDate(addDays(today, 30)) })}</span>;
  const last = rows.at(-1);
  if (name === 'later' && last) return <span>{t('reminders.bandCount.later', { count, date: format.longDate(last.dueOn) })}</span>;
  return <span>{t('reminders.bandCount.closed', { count })}</span>;
}
