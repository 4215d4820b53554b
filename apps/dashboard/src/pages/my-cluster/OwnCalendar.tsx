import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Panel } from '../../parts/Panel.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import styles from '../calendar/Calendar.module.css';
import { calendarFeedsQuery } from '../calendar/calendar-query.js';
import { type MadeAddress, ShownAddress } from '../calendar/ShownAddress.js';
import { useNewFeed } from '../calendar/use-new-feed.js';

/** The cluster's deadlines in the own calendar: one button, and what became of it. */
export function OwnCalendar({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useMay('calendar:subscribe');
  const query = useQuery({ ...calendarFeedsQuery, enabled: mayRead });
  const [made, setMade] = useState<MadeAddress | null>(null);
  const create = useNewFeed(setMade);
  if (!mayRead) return null;
  const feed = query.data?.feeds.find(({ cluster }) => cluster?.slug === slug);
  return (
    <Panel title={t('calendar.own.title')}>
      <div className={styles['own']}>
        <p>{t('calendar.own.text')}</p>
        {query.isError && <ErrorState what={t('calendar.what')} error={query.error} onRetry={() => void query.refetch()} />}
        {made && <ShownAddress made={made} onDone={() => setMade(null)} />}
        {!made && feed && (
          <p className="small">
            {feed.lastUsedAt ? t('calendar.list.used', { date: format.instant(feed.lastUsedAt) }) : t('calendar.list.unused')}
          </p>
        )}
        {query.data && !feed && !made && (
          <div>
            <ActionButton permission="calendar:subscribe" onClick={() => create.mutate({ cluster: slug, language: format.language })}>
              {t('calendar.add.own')}
            </ActionButton>
          </div>
        )}
        <SaveProblem problem={create.error} />
        <p>
          <Link {...paths.calendar()}>{t('calendar.own.all')}</Link>
        </p>
      </div>
    </Panel>
  );
}
