import type { ReminderRecord } from '@klyngevagt/contracts';
import { formatExactInstant } from '@klyngevagt/messages/exact-instant';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { Panel } from '../../parts/Panel.js';
import styles from './RecordPage.module.css';

/** What the record rests on, and how it is to be read: the same as stands on paper. */
export function RecordStamp({ record: { stamp, seesNames } }: { record: ReminderRecord }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { seal, by, known } = stamp;
  const sealWords = seal && { hash: seal.hash, at: formatExactInstant(seal.sealedAt, language), position: seal.position };
  const rows = [
    ['shownTo', t('reminderRecord.by', { name: by.name, role: by.role.toLowerCase() })],
    ['asOf', formatExactInstant(known ?? stamp.readAt, language)],
    ['dataVersion', stamp.dataVersion],
    [
      'seal',
      sealWords
        ? t(sealWords.position === null ? 'reminderRecord.seal.hash' : 'reminderRecord.seal.entry', sealWords)
        : t('reminderRecord.noSeal'),
    ],
    ['program', stamp.program],
  ] as const;
  return (
    <Panel title={t('reminderRecord.stampTitle')}>
      <dl className={styles['lines']}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`reminderRecord.head.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(['order', 'times', seesNames ? 'names' : 'noNames'] as const).map((name) => (
        <p key={name} className="small muted">
          {t(`reminderRecord.reading.${name}`)}
        </p>
      ))}
    </Panel>
  );
}
