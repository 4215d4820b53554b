import type { News, NewsItem, NewsKind } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellOff, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { PageContent } from '../../parts/PageContent.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { useMay } from '../../session.js';
import { newsQuery, useMarkLooked } from './news-query.js';
import { NewsTable } from './NewsTable.js';

/** What happened since the person last looked. */
export function NewsPage() {
  const { t } = useTranslation();
  const mayRead = useMay('news:read');
  const query = useQuery({ ...newsQuery, enabled: mayRead });
  return (
    <>
      {query.data ? <NewsBand news={query.data} /> : <AnswerBand title={t('news.document')} />}
      <PageContent>
        {!mayRead && <NoAccess />}
        {query.isError && <ErrorState what={t('news.error')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayRead && query.isPending && <PanelSkeleton count={3} />}
        {query.data && <Everything news={query.data} />}
      </PageContent>
    </>
  );
}

function NewsBand({ news }: { news: News }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { items, since, sinceOn, today, isFirstLook } = news;
  const looked = useMarkLooked(news);
  const title = t('news.title', { count: items.length, since: format.instant(since) });
  const compared =
    sinceOn === today ? t('news.leadSameDay') : t('news.lead', { sinceOn: format.longDate(sinceOn), today: format.longDate(today) });
  return (
    <>
      <AnswerBand
        title={title}
        documentTitle={t('news.document')}
        lead={isFirstLook ? `${t('news.firstLook')} ${compared}` : compared}
        controls={
          items.length > 0 && (
            <ActionButton permission="news:read" variant="filled" icon={<Check size={16} aria-hidden />} onClick={() => looked.mutate()}>
              {t('news.looked')}
            </ActionButton>
          )
        }
      />
      {looked.isError && (
        <div className="wrap">
          <Note tone="red" role="alert" title={t('news.lookedError')} />
        </div>
      )}
    </>
  );
}

function Everything({ news }: { news: News }) {
  const { t } = useTranslation();
  const format = useFormat();
  const groups = groupsOf(news.items);
  const { changesShown } = news;
  return (
    <>
      {changesShown !== null && (
        <Note
          tone="blue"
          title={t('news.cut', { shown: new Intl.NumberFormat(format.language).format(changesShown), since: format.instant(news.since) })}
        />
      )}
      {groups.length === 0 && (
        <EmptyState title={t('news.none.title')} icon={BellOff}>
          {t('news.none.text')}
        </EmptyState>
      )}
      {groups.map(({ kind, items }) => (
        <NewsTable key={kind} kind={kind} items={items} since={news} />
      ))}
      {news.otherChanges > 0 && <OtherChanges count={news.otherChanges} since={news.sinceOn} />}
    </>
  );
}

function OtherChanges({ count, since }: { count: number; since: News['sinceOn'] }) {
  const { t } = useTranslation();
  const mayReadTrail = useMay('audit-trail:read');
  return (
    <p>
      {t('news.other', { count })} {mayReadTrail && <Link {...paths.auditTrail({ from: since })}>{t('news.auditTrail')}</Link>}
    </p>
  );
}

/** In the order in which the server tells them. */
function groupsOf(items: readonly NewsItem[]): { kind: NewsKind; items: NewsItem[] }[] {
  const groups = new Map<NewsKind, NewsItem[]>();
  for (const item of items) groups.set(item.kind, [...(groups.get(item.kind) ?? []), item]);
  return [...groups].map(([kind, found]) => ({ kind, items: found }));
}
