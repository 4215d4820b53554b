import type { IndicatorRanking } from '@klyngevagt/contracts';
import type { StoredAssessment } from '@klyngevagt/db';
import type { Language } from '@klyngevagt/messages';
import { type HeatCell, heatMap, rankOf } from '@klyngevagt/scoring';
import {
  type Compared,
  type ComparedCluster,
  comparedClusters,
  comparedDimensions,
  comparedIndicators,
  presentFrame,
  presentIndicator,
  presentShown,
} from './compared.js';

/** One indicator in every cluster, the highest first, with every earlier round. Null: no version shown has it. */
export function presentRanking(compared: Compared, code: string, language: Language): IndicatorRanking | null {
  const clusters = comparedClusters(compared);
  const indicator = comparedIndicators(compared, clusters).find((one) => one.code === code);
  if (!indicator) return null;
  const cells = clusters.map(({ shown }) => shown && cellOf(compared, code, shown.assessment));
  const ranks = rankOf(cells.map((cell) => cell?.share ?? null));
  const rows = clusters.map((one, at) => presentRow(compared, code, one, { cell: cells[at] ?? null, rank: ranks[at] ?? null }));
  const { weight, source, scale } = indicator;
  return {
    ...presentFrame(compared, language),
    indicator: {
      ...presentIndicator(indicator, compared, language),
      dimensionName: comparedDimensions(compared, language).find((one) => one.code === indicator.dimension)?.name ?? indicator.dimension,
      weight,
      source,
      scale: scale.map(({ value, nameDa, nameEn }) => ({
        value,
        name: language === 'da' ? nameDa : nameEn,
      })),
    },
    rows: rows.sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity)),
  };
}

function presentRow(
  compared: Compared,
  code: string,
  { cluster, shown, history }: ComparedCluster,
  { cell, rank }: { cell: HeatCell | null; rank: number | null },
): IndicatorRanking['rows'][number] {
  const { id, slug, name, shortName } = cluster;
  return {
    id,
    slug,
    name,
    shortName: shortName ?? name,
    rank,
    state: cell?.state ?? null,
    score: cell?.score ?? null,
    assessment: shown && presentShown(shown.assessment, compared.frameworks),
    history: history.flatMap((assessment) => {
      const past = cellOf(compared, code, assessment);
      const framework = compared.frameworks.find((one) => one.id === assessment.frameworkId);
      if (past === null) return [];
      const maximum = framework?.indicators.find((one) => one.code === code)?.maximum ?? null;
      return [
        {
          ...presentShown(assessment, compared.frameworks),
          state: past.state,
          score: past.score,
          maximum,
        },
      ];
    }),
  };
}

/** One cell of the map, under the version that the assessment stands under. */
function cellOf({ frameworks }: Compared, code: string, assessment: StoredAssessment): HeatCell | null {
  const framework = frameworks.find(({ id }) => id === assessment.frameworkId);
  if (!framework) return null;
  return heatMap([code], [{ id: assessment.id, assessed: { framework, answers: assessment } }]).rows[0]?.cells[0] ?? null;
}
