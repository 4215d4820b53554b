import type { ReminderRecord } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../parts/ErrorState.js';
import { reminderTextQuery } from '../../queries.js';
import { useMay } from '../../session.js';
import styles from './RecordPage.module.css';

type Letter = ReminderRecord['letters'][number];

/** A mail word for word, folded: the words stand in the record, the look of it is fetched when it is asked for. */
export function LetterDetails({ letter }: { letter: Letter }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { number, withheld, messageId } = letter;
  if (withheld) {
    return (
      <p className={`small muted ${styles['withheld']}`}>
        {t('reminderRecord.letter.messageId')}: {messageId}
        {/* That texts are not for the reader is said once, below. */}
        {withheld === 'erased' && <> {t('reminderRecord.letter.withheld.erased')}</>}
      </p>
    );
  }
  return (
    <details className={styles['letter']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('reminderRecord.letter.show', { number })}</summary>
      {isOpen && <Words letter={letter} />}
    </details>
  );
}

function Words({ letter }: { letter: Letter }) {
  const { t } = useTranslation();
  const mayReadText = useMay('reminder:read-text');
  const [isMail, setMail] = useState(false);
  const { reminderId, language, subject, text, isPart, isPossibleRepeat } = letter;
  const rows = [
    ['subject', subject],
    ['address', letter.sentTo],
    ['messageId', letter.messageId],
    ['answer', letter.answer],
    ['part', isPart ? t('reminderRecord.letter.isPart') : null],
    ['repeat', isPossibleRepeat ? t('reminderRecord.letter.isRepeat') : null],
  ] as const;
  return (
    <div className={styles['words']}>
      <dl className={styles['lines']}>
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{t(`reminderRecord.letter.${name}`)}</dt>
                <dd lang={name === 'subject' ? language : undefined}>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {isMail && reminderId ? (
        <AsMail reminderId={reminderId} language={language} />
      ) : (
        <div className={styles['text']} lang={language}>
          {text}
        </div>
      )}
      {mayReadText && !isPart && reminderId && (
        <button type="button" className={styles['switch']} onClick={() => setMail(!isMail)}>
          {t(isMail ? 'reminderRecord.letter.asText' : 'reminderRecord.letter.asMail')}
        </button>
      )}
    </div>
  );
}

function AsMail({ reminderId, language }: { reminderId: string; language: Letter['language'] }) {
  const { t } = useTranslation();
  const text = useQuery(reminderTextQuery(reminderId, {}));
  if (text.isError) return <ErrorState what={t('reminders.preview.error')} error={text.error} onRetry={() => void text.refetch()} />;
  if (!text.data) return <p className="muted">{t('shell.loading')}</p>;
  // No script, no form, no link leads out of the frame: it is there to be read.
  return <iframe className={styles['frame']} sandbox="" srcDoc={text.data.html} title={t('reminderRecord.letter.frame')} lang={language} />;
}
