import type { IssuedCalendarFeed } from '@klyngevagt/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Note } from '../../parts/Note.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import { ReasonDrawer } from '../reminders/ReasonDrawer.js';
import styles from './Calendar.module.css';
import { issuedFeedsQuery } from './calendar-query.js';

/** Links that other people's calendars use, for whoever manages accounts: whose, since when, last fetched; each can be closed with a reason. */
export function IssuedFeeds() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(issuedFeedsQuery);
  const [closing, setClosing] = useState<IssuedCalendarFeed | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const feeds = query.data?.feeds;
  const close = async ({ id, person }: IssuedCalendarFeed, reason: string) => {
    await api.send('issued-calendar-feed.revoke', { params: { id }, body: { reason } });
    setClosed(person.name);
    void client.invalidateQueries(issuedFeedsQuery);
  };
  return (
    <Panel title={t('calendar.issued.title')} flush={feeds !== undefined && feeds.length > 0}>
      {closed !== null && <Note tone="green" role="status" title={t('calendar.issued.done', { name: closed })} />}
      {query.isError && <ErrorState what={t('calendar.issued.what')} error={query.error} onRetry={() => void query.refetch()} />}
      {feeds?.length === 0 && <p className="muted">{t('calendar.issued.none')}</p>}
      {feeds && feeds.length > 0 && (
        <ul className={styles['list']}>
          {feeds.map((feed) => (
            <li key={feed.id}>
              <IssuedLine feed={feed} onClose={() => setClosing(feed)} />
            </li>
          ))}
        </ul>
      )}
      {feeds && (
        <p className={`small muted ${styles['issued']}`}>
          {t('calendar.issued.lead')} <Link {...paths.auditTrail({ entity: 'calendar_revocation' })}>{t('calendar.issued.audit')}</Link>
        </p>
      )}
      {closing && (
        <ReasonDrawer
          title={t('calendar.confirm.revokeTitle')}
          text={`${closing.person.name}: ${t('calendar.confirm.revokeText')}`}
          submitLabel={t('calendar.confirm.revoke')}
          act={(reason) => close(closing, reason)}
          onClose={() => setClosing(null)}
        />
      )}
    </Panel>
  );
}

function IssuedLine({ feed, onClose }: { feed: IssuedCalendarFeed; onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { person, cluster, createdAt, renewedAt, lastUsedAt } = feed;
  const reach = cluster?.name ?? t('calendar.issued.everything');
  const renewed = renewedAt ? [t('calendar.list.renewed', { date: format.instant(renewedAt) })] : [];
  return (
    <div className={styles['feed']}>
      <div>
        <p className="strong">{person.name}</p>
        <p className="small">
          {reach} · {lastUsedAt ? t('calendar.list.used', { date: format.instant(lastUsedAt) }) : t('calendar.list.unused')}
        </p>
        <p className="small muted">
          {[person.email, t('calendar.list.created', { date: format.instant(createdAt) }), ...renewed].join(' · ')}
        </p>
      </div>
      <div className={styles['actions']}>
        <ActionButton
          permission="account:manage"
          size="sm"
          name={t('calendar.issued.revokeOne', { name: person.name, reach })}
          onClick={onClose}
        >
          {t('calendar.list.revoke')}
        </ActionButton>
      </div>
    </div>
  );
}
