import type { IndicatorRanking } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { PageContent } from '../../parts/PageContent.js';
import { Panel } from '../../parts/Panel.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { hasCode } from '../../queries.js';
import { useMay } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { rankingQuery } from '../indicators/indicator-queries.js';
import { IndicatorFacts } from './IndicatorFacts.js';
import { RankingTable } from './RankingTable.js';
import { useRankingExport } from './use-ranking-export.js';

const route = getRouteApi('/signed-in/indicators/$code');

/** One indicator with every cluster ranked: for officers and administrators alone. */
export function IndicatorPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const { programme, kind } = route.useSearch();
  const { time } = useAsOf();
  const mayRank = useMay('indicator:rank');
  const query = useQuery({ ...rankingQuery(code, { ...time, programme, kind }), enabled: mayRank });
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  const isRefused = !mayRank || hasCode(query.error, 'not-allowed');
  const ranking = isRefused ? undefined : query.data;
  const title = ranking ? `${ranking.indicator.code} ${ranking.indicator.name}` : t('heatMap.document');
  return (
    <>
      <AnswerBand
        title={title}
        above={<Link {...paths.indicators({ programme, kind })}>{t('heatMap.ranking.back')}</Link>}
        lead={ranking && <Lead ranking={ranking} />}
        withAsOf={!isRefused}
      />
      <PageContent>
        {isRefused && <NoAccess />}
        {!isRefused && query.isError && (
          <ErrorState what={t('heatMap.ranking.what')} error={query.error} onRetry={() => void query.refetch()} />
        )}
        {mayRank && query.isPending && <PanelSkeleton count={2} />}
        {ranking && <Content ranking={ranking} />}
      </PageContent>
    </>
  );
}

function Content({ ranking }: { ranking: IndicatorRanking }) {
  const { t } = useTranslation();
  const save = useRankingExport(ranking);
  const isInvented = ranking.rows.some(({ assessment }) => assessment?.illustrative);
  return (
    <>
      {ranking.indicator.assumed && (
        <Note tone="blue" title={t('heatMap.ranking.assumed')}>
          {isInvented && t('heatMap.illustrative')}
        </Note>
      )}
      <IndicatorFacts indicator={ranking.indicator} />
      <Panel
        title={t('heatMap.ranking.title')}
        aside={
          <Button size="sm" leftSection={<Download size={14} aria-hidden />} onClick={() => void save()}>
            {t('heatMap.ranking.export')}
          </Button>
        }
        flush
      >
        <RankingTable ranking={ranking} />
      </Panel>
    </>
  );
}

function Lead({ ranking: { rows, indicator } }: { ranking: IndicatorRanking }) {
  const { t } = useTranslation();
  const scored = rows.filter(({ score }) => score !== null).length;
  const count = rows.filter(({ state }) => state === 'below-minimum').length;
  const below = indicator.minimum === null ? t('heatMap.ranking.noMinimum') : t('heatMap.ranking.below', { count });
  return (
    <>
      {t('heatMap.ranking.lead', { scored, of: rows.length })} {below}
    </>
  );
}
