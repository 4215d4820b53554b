import type { CalibrationView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../parts/save-file.js';

/** Saves a line for each indicator and round as CSV. The writer is fetched with the first export. */
export function useCalibrationExport({ cluster, on, indicators, rounds }: CalibrationView): () => Promise<void> {
  const { t } = useTranslation();
  return async () => {
    const { csvText } = await import('@klyngevagt/documents');
    const heading = [
      t('heatMap.calibration.indicator'),
      t('heatMap.calibration.tendency'),
      t('heatMap.calibration.roundColumn'),
      t('heatMap.calibration.selfTest'),
      t('heatMap.calibration.agreed'),
      t('heatMap.calibration.difference'),
    ];
    const lines = indicators.flatMap(({ code, name, tendency, rounds: compared }) =>
      compared.map(({ round, selfTest, agreed, difference }) => [
        `${code} ${name}`,
        t(`heatMap.calibration.tendencies.${tendency}`),
        round,
        selfTest,
        agreed,
        difference,
      ]),
    );
    const mark = rounds.some(({ illustrative }) => illustrative) ? `-${t('terms.confidence.illustrative')}` : '';
    saveFile(csvText([heading, ...lines]), `${t('heatMap.calibration.file', { cluster: cluster.slug, on })}${mark}.csv`);
  };
}
