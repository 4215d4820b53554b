import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { Panel } from '../../parts/Panel.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { useMay } from '../../session.js';
import styles from './Calendar.module.css';
import { CalendarHelp } from './CalendarHelp.js';
import { calendarFeedsQuery } from './calendar-query.js';
import { FeedList } from './FeedList.js';
import { IssuedFeeds } from './IssuedFeeds.js';
import { NewFeed } from './NewFeed.js';
import { type MadeAddress, ShownAddress } from './ShownAddress.js';

/** Secret addresses at which the own calendar reads the deadlines: made, renewed and closed here. */
export function CalendarPage() {
  const { t } = useTranslation();
  const mayRead = useMay('calendar:subscribe');
  const mayManage = useMay('account:manage');
  const query = useQuery({ ...calendarFeedsQuery, enabled: mayRead });
  const [made, setMade] = useState<MadeAddress | null>(null);
  return (
    <>
      <AnswerBand title={t('calendar.title')} documentTitle={t('calendar.document')} lead={t('calendar.lead')} />
      <div className={`wrap ${styles['page']}`}>
        {!mayRead && <NoAccess />}
        {query.isError && <ErrorState what={t('calendar.what')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayRead && query.isPending && <PanelSkeleton count={2} />}
        {query.data && (
          <div className={styles['grid']}>
            <div className={styles['main']}>
              {made && <ShownAddress key={made.address} made={made} onDone={() => setMade(null)} />}
              <NewFeed list={query.data} onMade={setMade} />
              <Panel title={t('calendar.list.title')} flush={query.data.feeds.length > 0}>
                <FeedList feeds={query.data.feeds} onMade={setMade} onRevoked={() => setMade(null)} />
              </Panel>
              {mayManage && <IssuedFeeds />}
              <Note tone="blue" title={t('calendar.caution.title')}>
                {t('calendar.caution.text')}
              </Note>
            </div>
            <CalendarHelp />
          </div>
        )}
      </div>
    </>
  );
}
