import type { HeatMapView } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { FictionalBanner } from '../../parts/DemoBanner.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { PageContent } from '../../parts/PageContent.js';
import { TableSkeleton } from '../../parts/Skeleton.js';
import { hasCode } from '../../queries.js';
import { useMay } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { useFigures } from '../assessment/figures.js';
import { ProgrammeSwitch } from '../portfolio/ProgrammeSwitch.js';
import { weakestColumns } from './heat-cells.js';
import { HeatMap } from './HeatMap.js';
import { heatMapQuery } from './indicator-queries.js';
import type { IndicatorsSearch } from './indicators-search.js';

const route = getRouteApi('/signed-in/indicators');

/** The indicators of all clusters side by side. */
export function IndicatorsPage() {
  const { t } = useTranslation();
  const mayRead = useMay('indicator:read');
  const search = route.useSearch();
  const navigate = useNavigate();
  const { time } = useAsOf();
  const { programme, kind } = search;
  const query = useQuery({ ...heatMapQuery({ ...time, programme, kind }), enabled: mayRead });
  const change = (part: Partial<IndicatorsSearch>) =>
    void navigate({ to: '/indicators', search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  // A programme that is gone, e.g. in a link that somebody kept.
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  const isRefused = !mayRead || hasCode(query.error, 'not-allowed');
  const map = isRefused ? undefined : query.data;
  return (
    <>
      {map?.programme?.fictional && <FictionalBanner programme={map.programme.name} />}
      <AnswerBand
        title={map ? <Title map={map} /> : t('heatMap.document')}
        documentTitle={t('heatMap.document')}
        lead={map && <Lead map={map} />}
        withAsOf={!isRefused}
        isRefreshing={query.isFetching && query.isPlaceholderData}
        controls={
          map && <ProgrammeSwitch programmes={map.programmes} value={programme} onChange={(chosen) => change({ programme: chosen })} />
        }
      />
      <PageContent>
        {isRefused && <NoAccess />}
        {!isRefused && query.isError && <ErrorState what={t('heatMap.what')} error={query.error} onRetry={() => void query.refetch()} />}
        {mayRead && query.isPending && <TableSkeleton rows={14} columns={[20, 8, 18, 18, 18, 18]} />}
        {map && <Content map={map} search={search} onChange={change} />}
      </PageContent>
    </>
  );
}

interface ContentProps {
  map: HeatMapView;
  search: IndicatorsSearch;
  onChange(part: Partial<IndicatorsSearch>): void;
}

function Content({ map, search, onChange }: ContentProps) {
  const { t } = useTranslation();
  if (map.rows.length === 0) return <EmptyState title={t('heatMap.none.title')}>{t('heatMap.none.text')}</EmptyState>;
  if (map.columns.length === 0) return <EmptyState title={t('heatMap.noFramework.title')}>{t('heatMap.noFramework.text')}</EmptyState>;
  return <HeatMap map={map} search={search} onChange={onChange} />;
}

function Title({ map }: { map: HeatMapView }) {
  const { t } = useTranslation();
  const figure = useFigures();
  const of = map.rows.filter(({ assessment }) => assessment !== null).length;
  const weakest = weakestColumns(map, 1)[0];
  if (of === 0) return <>{t('heatMap.title.none')}</>;
  if (!weakest) return <>{t('heatMap.title.noneBelow')}</>;
  const { name: indicator, belowMinimum: count, meanShare: share } = weakest;
  return (
    <>
      {count > 0 ? t('heatMap.title.below', { indicator, count, of }) : t('heatMap.title.lowest', { indicator, share: figure(share ?? 0) })}
    </>
  );
}

function Lead({ map }: { map: HeatMapView }) {
  const { t } = useTranslation();
  const assessed = map.rows.filter(({ assessment }) => assessment !== null).length;
  const without = map.rows.length - assessed;
  const next = weakestColumns(map, 4).slice(1);
  const hasMinimums = (map.framework?.minimums ?? 0) > 0;
  const names = next.map(({ name: indicator, belowMinimum: count }) => t('heatMap.lead.nextOne', { indicator, count })).join(', ');
  const sentences = [
    hasMinimums && next.length > 0 && t('heatMap.lead.next', { names }),
    t('heatMap.lead.assessed', { count: assessed }),
    without > 0 && t('heatMap.lead.without', { count: without }),
    !hasMinimums && t('heatMap.lead.noMinimum'),
  ];
  return <>{sentences.filter(Boolean).join(' ')}</>;
}
