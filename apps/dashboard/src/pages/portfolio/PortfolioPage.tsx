import type { Portfolio } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hasAnyRow } from './portfolio-words.js';
import { useAsOf } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { FictionalBanner } from '../../parts/DemoBanner.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { hasCode, portfolioQuery } from '../../queries.js';
import { NewsCard } from '../news/NewsCard.js';
import type { PortfolioSearch } from './portfolio-search.js';
import { useMay } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { PortfolioLead } from './PortfolioLead.js';
import styles from './PortfolioPage.module.css';
import { PortfolioView } from './PortfolioView.js';
import { ProgrammeSwitch } from './ProgrammeSwitch.js';

const columns = [15, 17, 6, 9, 8, 12, 15, 10, 8];
const route = getRouteApi('/signed-in/portfolio');

/** The officer's start page: who must act by which day, and all clusters in one table. */
export function PortfolioPage() {
  const mayRead = useMay('portfolio:read');
  const mayReadNews = useMay('news:read');
  const search = route.useSearch();
  const navigate = useNavigate();
  const { time, isLookingBack } = useAsOf();
  const query = useQuery({ ...portfolioQuery({ ...time, programme: search.programme }), enabled: mayRead });
  const change = (part: Partial<PortfolioSearch>) =>
    void navigate({ to: '/portfolio', search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });

  if (!mayRead || hasCode(query.error, 'not-allowed')) return <WithoutAccess />;
  // A programme that is gone, e.g. in a link that somebody kept.
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  return (
    <>
      {query.data?.programme?.fictional && <FictionalBanner programme={query.data.programme.name} />}
      <PortfolioBand portfolio={query.data} isRefreshing={query.isFetching && query.isPlaceholderData} search={search} onChange={change} />
      <div className={`wrap ${styles['page']}`}>
        {query.isError && <Failure error={query.error} shown={query.data} onRetry={() => void query.refetch()} />}
        {query.data && <PortfolioView portfolio={query.data} search={search} onChange={change} />}
        {query.isPending && <TableSkeleton rows={14} columns={columns} />}
        {/* Asked for after the rows have come, and placed where it moves none of them. */}
        {query.data && !isLookingBack && mayReadNews && <NewsCard />}
      </div>
    </>
  );
}

function WithoutAccess() {
  const { t } = useTranslation();
  return (
    <>
      <AnswerBand title={t('portfolio.document')} />
      <div className={`wrap ${styles['page']}`}>
        <NoAccess />
      </div>
    </>
  );
}

interface PortfolioBandProps {
  portfolio: Portfolio | undefined;
  isRefreshing: boolean;
  search: PortfolioSearch;
  onChange(part: Partial<PortfolioSearch>): void;
}

/** The title counts who must act; below it the nearest deadline. */
function PortfolioBand({ portfolio, isRefreshing, search, onChange }: PortfolioBandProps) {
  const { t } = useTranslation();
  const title = !portfolio
    ? t('portfolio.document')
    : hasAnyRow(portfolio)
      ? t('portfolio.title', { count: portfolio.totals.needsAction })
      : t(portfolio.known === null ? 'portfolio.none.title' : 'portfolio.none.known');
  return (
    <AnswerBand
      title={title}
      documentTitle={title}
      lead={portfolio && hasAnyRow(portfolio) && <PortfolioLead portfolio={portfolio} />}
      withAsOf
      dataRecordedAt={portfolio?.dataRecordedAt}
      isRefreshing={isRefreshing}
      controls={
        portfolio && (
          <ProgrammeSwitch
            programmes={portfolio.programmes}
            value={search.programme}
            onChange={(programme) => onChange({ programme, tile: undefined, view: undefined })}
          />
        )
      }
    />
  );
}

/** What failed; the rows that were there stay. */
function Failure({ error, shown, onRetry }: { error: unknown; shown: Portfolio | undefined; onRetry(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shownSince = shown?.dataRecordedAt ? format.instant(shown.dataRecordedAt) : undefined;
  return <ErrorState what={t('portfolio.error')} error={error} onRetry={onRetry} shownSince={shownSince} />;
}
