import type { Forecast } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../save-file.js';

/** Saves every cluster, course and month as CSV. The writer is fetched with the first export. */
export function useForecastExport(forecast: Pick<Forecast, 'on' | 'days' | 'rows'>): () => Promise<void> {
  const { t } = useTranslation();
  return async () => {
    const { forecastCsv, forecastCsvName } = await import('@klyngevagt/documents');
    saveFile(forecastCsv(forecast, { t }), forecastCsvName(forecast, { t }));
  };
}
