import type { Timeline } from '@klyngevagt/contracts';
import { daysBetween } from '@klyngevagt/scoring';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { FictionalBanner } from '../../parts/DemoBanner.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PageContent } from '../../parts/PageContent.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { hasCode } from '../../queries.js';
import { useMay } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { ProgrammeSwitch } from '../portfolio/ProgrammeSwitch.js';
import { ForecastTab } from './ForecastTab.js';
import styles from './Timeline.module.css';
import { TimelineCalendar } from './TimelineCalendar.js';
import { TimelineControls } from './TimelineControls.js';
import { TimelineLines } from './TimelineLines.js';
import { timelineQuery } from './timeline-queries.js';
import { readTimelineSearch, type TimelineSearch, tabs } from './timeline-search.js';
import { TimelineTable } from './TimelineTable.js';
import { ClashPanel } from './ClashPanel.js';

const route = getRouteApi('/signed-in/timeline');

/** Bars of validity, dates ahead and what becomes of them, for all clusters that the reader may see. */
export function TimelinePage() {
  const { t } = useTranslation();
  const mayRead = useMay('portfolio:read');
  const search = route.useSearch();
  const navigate = useNavigate();
  const asOf = useAsOf();
  const { programme, tab } = search;
  const query = useQuery({ ...timelineQuery({ ...asOf.time, programme }), enabled: mayRead });
  const change = (part: Partial<TimelineSearch>) =>
    void navigate({ to: '/timeline', search: (before) => ({ ...readTimelineSearch(before), ...part }), replace: true, resetScroll: false });
  // A programme that is gone, e.g. in a link that somebody kept.
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  const isRefused = !mayRead || hasCode(query.error, 'not-allowed');
  const timeline = isRefused ? undefined : query.data;
  return (
    <>
      {timeline?.programme?.fictional && <FictionalBanner programme={timeline.programme.name} />}
      <AnswerBand
        title={timeline ? <Title timeline={timeline} /> : t('timeline.document')}
        documentTitle={t('timeline.document')}
        lead={timeline && <Lead timeline={timeline} />}
        withAsOf
        isRefreshing={query.isFetching && query.isPlaceholderData}
        controls={
          timeline && (
            <ProgrammeSwitch programmes={timeline.programmes} value={programme} onChange={(chosen) => change({ programme: chosen })} />
          )
        }
        below={<Tabs search={search} />}
      />
      <PageContent>
        {isRefused && <NoAccess />}
        {!isRefused && query.isError && <ErrorState what={t('timeline.error')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayRead && query.isPending && <TableSkeleton rows={14} columns={[16, 14, 12, 58]} />}
        {timeline?.rows.length === 0 && <EmptyState title={t('timeline.none.title')}>{t('timeline.none.text')}</EmptyState>}
        {timeline && timeline.rows.length > 0 && tab === undefined && (
          <>
            <TimelineControls search={search} onChange={change} timeline={timeline} />
            <TimelineLines timeline={timeline} search={search} />
            <ClashPanel programme={programme} />
          </>
        )}
        {timeline && timeline.rows.length > 0 && tab === 'calendar' && <TimelineCalendar timeline={timeline} />}
        {timeline && timeline.rows.length > 0 && tab === 'table' && <TimelineTable timeline={timeline} />}
        {timeline && timeline.rows.length > 0 && tab === 'forecast' && <ForecastTab search={search} onChange={change} />}
      </PageContent>
    </>
  );
}

function Title({ timeline: { coming } }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  return <>{t('timeline.title', { count: coming.count, before: format.longDate(coming.before) })}</>;
}

function Lead({ timeline: { coming, on } }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { first, undated } = coming;
  const away = first ? daysBetween(on, first.on) : 0;
  const days = away === 0 ? t('timeline.days.today') : t(away > 0 ? 'timeline.days.in' : 'timeline.days.ago', { count: Math.abs(away) });
  const sentences = [
    first ? t('timeline.lead.first', { name: first.name, date: format.longDate(first.on), days }) : t('timeline.lead.none'),
    undated > 0 && t('timeline.lead.undated', { count: undated }),
  ];
  return <>{sentences.filter(Boolean).join(' ')}</>;
}

function Tabs({ search }: { search: TimelineSearch }) {
  const { t } = useTranslation();
  return (
    <nav className={`${styles['tabs']} no-print`} aria-label={t('timeline.tabs.label')}>
      {([undefined, ...tabs] as const).map((tab) => (
        <Link
          key={tab ?? 'bars'}
          {...paths.timeline({ ...search, tab })}
          replace
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          aria-current={search.tab === tab ? 'page' : undefined}
        >
          {t(`timeline.tabs.${tab ?? 'bars'}`)}
        </Link>
      ))}
    </nav>
  );
}
