import { UnstyledButton } from '@mantine/core';
import type { InboxItem } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Icon } from '../../parts/Icon.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { paths } from '../../paths.js';
import { reminderTextQuery } from '../../queries.js';
import { useMay, useMe } from '../../session.js';
import styles from './Inbox.module.css';

interface InboxEntryProps {
  item: InboxItem;
  onMark(isRead: boolean): void;
  onAcknowledge(): void;
}

/** One reminder: opened, it shows its very text and is read. */
export function InboxEntry({ item, onMark, onAcknowledge }: InboxEntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { role } = useMe();
  const mayReadText = useMay('reminder:read-text');
  const mayAcknowledge = useMay('reminder:acknowledge') && item.acknowledgedAt === null && item.urgency !== 'final';
  const [isOpen, setOpen] = useState(false);
  const textId = useId();
  const of = `: ${item.clusterName}, ${item.about}`;
  const isUnread = item.readAt === null;
  const toggle = () => {
    setOpen(!isOpen);
    if (!isOpen && isUnread) onMark(true);
  };
  return (
    <li className={`${styles['entry']} ${isUnread ? styles['unread'] : ''}`}>
      <div className={styles['when']}>
        {isUnread && (
          <span className={styles['mark']}>
            <Icon name="sourced" size={9} />
            {t('inbox.unread')}
          </span>
        )}
        <span className="small muted">{format.instant(item.arrivedAt)}</span>
      </div>
      <div className={styles['what']}>
        <div className={styles['name']}>
          <UnstyledButton aria-expanded={isOpen} aria-controls={textId} aria-describedby={`${textId}-about`} onClick={toggle}>
            {item.clusterName}
          </UnstyledButton>
          {item.fictional ? <span className={styles['tag']}>{t('reminders.fictional')}</span> : item.illustrative && <IllustrativeTag />}
        </div>
        <div id={`${textId}-about`}>
          {item.about} ({format.date(item.deadlineOn)})
        </div>
        <div className="small muted">
          {t(`inbox.urgency.${item.urgency}`)}, {t(`inbox.channel.${channelOf(item)}`)}
          {item.acknowledgedAt && `, ${t('inbox.acknowledged', { at: format.instant(item.acknowledgedAt) })}`}
        </div>
        <div id={textId} hidden={!isOpen}>
          {isOpen && mayReadText && <EntryText id={item.id} />}
        </div>
      </div>
      <div className={styles['actions']}>
        {mayAcknowledge && (
          <button className={styles['action']} type="button" onClick={onAcknowledge}>
            {t('inbox.acknowledge.open')}
            <span className="sr">{of}</span>
          </button>
        )}
        <Link {...(role === 'manager' ? paths.myCluster(item.slug) : paths.cluster(item.slug))}>
          {t('reminders.toCluster')}
          <span className="sr">: {item.clusterName}</span>
        </Link>
        {!isUnread && (
          <button className={styles['action']} type="button" onClick={() => onMark(false)}>
            {t('inbox.markUnread')}
            <span className="sr">{of}</span>
          </button>
        )}
      </div>
    </li>
  );
}

/** How it reached the reader; what no mail was sent of is here only. */
function channelOf({ channel, state }: InboxItem): 'mail' | 'inbox' | 'failed' | 'unsubscribed' {
  if (state === 'failed') return 'failed';
  if (state === 'suppressed') return 'unsubscribed';
  return channel;
}

function EntryText({ id }: { id: string }) {
  const { t } = useTranslation();
  const text = useQuery(reminderTextQuery(id, {}));
  if (text.isError) return <ErrorState what={t('reminders.preview.error')} error={text.error} onRetry={() => void text.refetch()} />;
  if (!text.data) return <p className="small muted">{t('shell.loading')}</p>;
  return <pre className={styles['text']}>{text.data.text}</pre>;
}
