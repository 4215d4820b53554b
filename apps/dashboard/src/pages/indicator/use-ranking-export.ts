import type { IndicatorRanking } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../parts/save-file.js';

/** Saves every cluster and round as CSV. The writer is fetched with the first export. */
export function useRankingExport({ indicator, on, rows }: IndicatorRanking): () => Promise<void> {
  const { t } = useTranslation();
  return async () => {
    const { csvText } = await import('@klyngevagt/documents');
    const says = (name: string) => t(`heatMap.ranking.${name}` as 'heatMap.ranking.rank');
    const file = (name: string) => t(`heatMap.file.${name}` as 'heatMap.file.kind');
    const heading = [
      says('rank'),
      says('cluster'),
      ...['kind', 'round', 'closedOn', 'framework'].map(file),
      says('score'),
      says('maximum'),
    ];
    const lines = rows.flatMap(({ rank, name, history, assessment }) =>
      history.length === 0
        ? [[null, name, file('none')]]
        : history.map(({ id, kind, round, closedOn, frameworkVersion, score, maximum, state, illustrative }) => [
            id === assessment?.id ? rank : null,
            name,
            t(`indicators.kind.${kind}`),
            round,
            closedOn,
            frameworkVersion,
            score ?? t(`heatMap.cell.${state}`),
            maximum,
            illustrative ? file('yes') : file('no'),
          ]),
    );
    const isInvented = rows.some(({ history }) => history.some(({ illustrative }) => illustrative));
    const mark = isInvented ? `-${t('terms.confidence.illustrative')}` : '';
    saveFile(
      csvText([[...heading, file('illustrative')], ...lines]),
      `${t('heatMap.ranking.file', { code: indicator.code, on })}${mark}.csv`,
    );
  };
}
