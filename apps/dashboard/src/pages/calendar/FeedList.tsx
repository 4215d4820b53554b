import type { CalendarFeed } from '@klyngevagt/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import styles from './Calendar.module.css';
import { FeedChange, type FeedChangeKind } from './FeedChange.js';
import type { MadeAddress } from './ShownAddress.js';

interface FeedListProps {
  feeds: readonly CalendarFeed[];
  onMade(made: MadeAddress): void;
  onRevoked(): void;
}

/** The own links, each with when a calendar last came for it. */
export function FeedList({ feeds, onMade, onRevoked }: FeedListProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ kind: FeedChangeKind; feed: CalendarFeed } | null>(null);
  const close = () => setAsked(null);
  if (feeds.length === 0) return <p className="muted">{t('calendar.list.none')}</p>;
  return (
    <>
      <ul className={styles['list']}>
        {feeds.map((feed) => (
          <li key={feed.id}>
            <FeedLine feed={feed} onAsk={(kind) => setAsked({ kind, feed })} />
          </li>
        ))}
      </ul>
      {asked && (
        <FeedChange
          {...asked}
          reach={asked.feed.cluster?.name ?? t('calendar.add.everything')}
          onClose={close}
          onDone={(made) => {
            close();
            if (made) onMade(made);
            else onRevoked();
          }}
        />
      )}
    </>
  );
}

function FeedLine({ feed, onAsk }: { feed: CalendarFeed; onAsk(kind: FeedChangeKind): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reach = feed.cluster?.name ?? t('calendar.add.everything');
  const created = t('calendar.list.created', { date: format.instant(feed.createdAt) });
  const renewed = feed.renewedAt ? [t('calendar.list.renewed', { date: format.instant(feed.renewedAt) })] : [];
  return (
    <div className={styles['feed']}>
      <div>
        <p className="strong">{reach}</p>
        <p className="small">
          {feed.lastUsedAt ? t('calendar.list.used', { date: format.instant(feed.lastUsedAt) }) : t('calendar.list.unused')}
        </p>
        <p className="small muted">
          {[t('calendar.list.language', { language: t(`calendar.list.${feed.language}`) }), created, ...renewed].join(' · ')}
        </p>
      </div>
      <div className={styles['actions']}>
        <ActionButton
          permission="calendar:subscribe"
          size="sm"
          name={t('calendar.list.renewOne', { reach })}
          onClick={() => onAsk('renew')}
        >
          {t('calendar.list.renew')}
        </ActionButton>
        <ActionButton
          permission="calendar:subscribe"
          size="sm"
          name={t('calendar.list.revokeOne', { reach })}
          onClick={() => onAsk('revoke')}
        >
          {t('calendar.list.revoke')}
        </ActionButton>
      </div>
    </div>
  );
}
