import type { DaysWithout } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
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
import { daysWithoutQuery, hasCode } from '../../queries.js';
import type { DaysWithoutSearch } from './days-without-search.js';
import { useMay } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { ProgrammeSwitch } from '../portfolio/ProgrammeSwitch.js';
import { DaysWithoutTable } from './DaysWithoutTable.js';
import { periodOf } from './period.js';
import { PeriodForm } from './PeriodForm.js';

const route = getRouteApi('/signed-in/days-without-gold');

/** Days on which clusters were bound and did not hold gold, between two days of the reader's choice. */
export function DaysWithoutPage() {
  const { t } = useTranslation();
  const mayRead = useMay('portfolio:read');
  const search = route.useSearch();
  const navigate = useNavigate();
  const asOf = useAsOf();
  const period = periodOf(search, asOf.on);
  const { programme } = search;
  const query = useQuery({ ...daysWithoutQuery({ ...period, level: 'gold', programme, known: asOf.known }), enabled: mayRead });
  const change = (part: Partial<DaysWithoutSearch>) =>
    void navigate({ to: '/days-without-gold', search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });

  // A programme that is gone, e.g. in a link that somebody kept.
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  const isRefused = !mayRead || hasCode(query.error, 'not-allowed');
  const answer = isRefused ? undefined : query.data;
  return (
    <>
      {answer?.programme?.fictional && <FictionalBanner programme={answer.programme.name} />}
      <AnswerBand
        title={answer ? titleOf(answer, t) : t('daysWithout.document')}
        documentTitle={t('daysWithout.document')}
        lead={answer && <Lead answer={answer} />}
        withAsOf={asOf.isLookingBack}
        isRefreshing={query.isFetching && query.isPlaceholderData}
        controls={
          answer && (
            <ProgrammeSwitch programmes={answer.programmes} value={programme} onChange={(chosen) => change({ programme: chosen })} />
          )
        }
      />
      <PageContent>
        {isRefused && <NoAccess />}
        {!isRefused && <PeriodForm key={`${period.from} ${period.to}`} {...period} today={asOf.today} onChange={change} />}
        {!isRefused && query.isError && (
          <ErrorState what={t('daysWithout.error')} error={query.error} onRetry={() => void query.refetch()} />
        )}
        {mayRead && query.isPending && <TableSkeleton rows={14} columns={[30, 16, 16, 16, 22]} />}
        {answer && answer.rows.length === 0 && <EmptyState title={t('daysWithout.none.title')}>{t('daysWithout.none.text')}</EmptyState>}
        {answer && answer.rows.length > 0 && <DaysWithoutTable answer={answer} />}
      </PageContent>
    </>
  );
}

/** No days are good news only where somebody was bound. */
function titleOf({ totals, rows }: DaysWithout, t: TFunction): string {
  if (rows.length > 0 && totals.now.boundDays === 0) return t('daysWithout.nobodyBound');
  return t('daysWithout.title', { count: totals.now.days });
}

/** The period, what is counted, and what was known at its end. */
function Lead({ answer }: { answer: DaysWithout }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to, countedTo, totals, knownThen } = answer;
  const sentences = [
    t('daysWithout.lead', {
      from: format.longDate(from),
      to: format.longDate(to),
      clusters: t('daysWithout.clusters', { count: totals.now.clusters }),
    }),
    totals.now.unknownDays > 0 && t('daysWithout.unknownLead', { count: totals.now.unknownDays }),
    countedTo < to && t('daysWithout.period.countedTo', { date: format.longDate(countedTo) }),
    totals.atEnd
      ? totals.atEnd.days === totals.now.days && !answer.rows.some(({ differs }) => differs)
        ? t('daysWithout.known.same')
        : t('daysWithout.known.total', { count: totals.atEnd.days })
      : knownThen === null && t('daysWithout.known.none'),
  ];
  return <>{sentences.filter(Boolean).join(' ')}</>;
}
