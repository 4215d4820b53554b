import type { HeatMapView } from '@klyngevagt/contracts';
import type { Language } from '@klyngevagt/messages';
import { heatMap, score } from '@klyngevagt/scoring';
import {
  type Compared,
  comparedClusters,
  comparedDimensions,
  comparedIndicators,
  presentFrame,
  presentIndicator,
  presentShown,
} from './compared.js';

/** Clusters by indicators: counted and ordered by the rules, worded here. */
export function presentHeatMap(compared: Compared, language: Language): HeatMapView {
  const clusters = comparedClusters(compared);
  const indicators = comparedIndicators(compared, clusters);
  const map = heatMap(
    indicators.map(({ code }) => code),
    clusters.map(({ cluster, shown }) => ({
      id: cluster.id,
      assessed: shown && { framework: shown.framework, answers: shown.assessment },
    })),
  );
  const used = new Set(indicators.map(({ dimension }) => dimension));
  return {
    ...presentFrame(compared, language),
    dimensions: comparedDimensions(compared, language).filter(({ code }) => used.has(code)),
    columns: indicators.flatMap((indicator, at) => {
      const column = map.columns[at];
      return column ? [{ ...presentIndicator(indicator, compared, language), ...column }] : [];
    }),
    rows: clusters.flatMap(({ cluster, shown }, at) => {
      const row = map.rows[at];
      if (!row) return [];
      const { id, slug, name, shortName } = cluster;
      return [
        {
          id,
          slug,
          name,
          shortName: shortName ?? name,
          assessment: shown && presentShown(shown.assessment, compared.frameworks),
          outcome: shown && score(shown.assessment, shown.framework).outcome,
          belowMinimum: row.belowMinimum,
          unanswered: row.unanswered,
          share: row.share,
          place: row.place,
          cells: row.cells.map((cell) => ({ ...cell })),
        },
      ];
    }),
  };
}
