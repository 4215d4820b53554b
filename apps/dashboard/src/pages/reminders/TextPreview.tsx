import { Button } from '@mantine/core';
import type { ReminderRow } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Panel } from '../../parts/Panel.js';
import { AfterAWhile } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { reminderTextQuery } from '../../queries.js';
import { canBeSentNow } from './reminder-bands.js';
import styles from './Reminders.module.css';
import { Switch } from './Switch.js';

type Language = 'da' | 'en';
interface TextPreviewProps {
  row: ReminderRow;
  maySend: boolean;
  onSend(): void;
}

/** The very text of one reminder: as it was sent, or as it reads if it goes out now. */
export function TextPreview({ row, maySend, onSend }: TextPreviewProps) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Language>(row.language);
  const languages = [
    { value: 'da', label: t('reminders.preview.da'), lang: 'da' },
    { value: 'en', label: t('reminders.preview.en'), lang: 'en' },
  ] as const;
  return (
    <Panel
      title={t('reminders.preview.title')}
      aside={<Switch<Language> label={t('reminders.preview.language')} choices={languages} value={language} onChange={setLanguage} />}
      flush
    >
      <PreviewBody row={row} language={language} />
      <div className={styles['previewFoot']}>
        {maySend && canBeSentNow(row) && (
          <Button variant="filled" size="sm" onClick={onSend}>
            {t(row.state === 'planned' ? 'reminders.sendNow' : 'reminders.sendAgain')}
          </Button>
        )}
        <Link {...paths.cluster(row.slug)}>{t('reminders.toCluster')}</Link>
        <Link {...paths.reminderRecord(row.slug)}>{t('reminderRecord.linkOf', { cluster: row.clusterName })}</Link>
      </div>
    </Panel>
  );
}

function PreviewBody({ row, language }: { row: ReminderRow; language: Language }) {
  const { t } = useTranslation();
  const [form, setForm] = useState<'mail' | 'text'>('mail');
  // Asking for the recipient's own language would render a sent mail anew; without one, the copy that was sent comes.
  const text = useQuery(reminderTextQuery(row.id, { ...useAsOf().time, language: language === row.language ? undefined : language }));
  const shown = text.data?.reminder.id === row.id ? text.data : undefined;
  if (text.isError && !shown) {
    return (
      <div className={styles['previewPart']}>
        <ErrorState what={t('reminders.preview.error')} error={text.error} onRetry={() => void text.refetch()} />
      </div>
    );
  }
  if (!shown) {
    return (
      <div className={styles['previewPart']} style={{ minHeight: '20rem' }}>
        <AfterAWhile>
          <p className="muted">{t('shell.loading')}</p>
        </AfterAWhile>
      </div>
    );
  }
  const forms = [
    { value: 'mail', label: t('reminders.preview.asMail') },
    { value: 'text', label: t('reminders.preview.asText') },
  ] as const;
  return (
    <>
      <div className={styles['previewPart']}>
        <Moment row={row} language={language} asSent={shown.asSent} />
        <dl className={styles['envelope']}>
          <dt>{t('reminders.preview.to')}</dt>
          <dd className={row.state === 'failed' ? 'loud' : undefined}>{shown.to ?? t('reminders.preview.hiddenAddress')}</dd>
          <dt>{t('reminders.preview.subject')}</dt>
          <dd className="strong" lang={language}>
            {shown.subject}
          </dd>
          {shown.answer && (
            <>
              <dt>{t('reminders.preview.answer')}</dt>
              <dd>{shown.answer}</dd>
            </>
          )}
        </dl>
        <Switch<'mail' | 'text'> label={t('reminders.preview.view')} choices={forms} value={form} onChange={setForm} />
      </div>
      {form === 'mail' ? (
        // No script, no form, no link leads out of the frame: it is there to be read.
        <iframe className={styles['frame']} sandbox="" srcDoc={shown.html} title={t('reminders.preview.frame')} lang={language} />
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        <pre className={styles['plain']} lang={language} tabIndex={0} role="region" aria-label={t('reminders.preview.frame')}>
          {shown.text}
        </pre>
      )}
    </>
  );
}

function Moment({ row, language, asSent }: { row: ReminderRow; language: Language; asSent: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = { own: t(`reminders.preview.languages.${row.language}`), language: t(`reminders.preview.languages.${language}`) };
  const sentence = () => {
    if (asSent) return row.sentAt ? t('reminders.preview.asSent', { at: format.instant(row.sentAt) }) : t('reminders.preview.asSentNoTime');
    if (language === row.language) return t('reminders.preview.now');
    return t(row.state === 'sent' ? 'reminders.preview.translationOfSent' : 'reminders.preview.nowOtherLanguage', words);
  };
  return <p className="small muted">{sentence()}</p>;
}
