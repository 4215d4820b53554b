import type { DaysWithout } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../parts/save-file.js';

/** Saves every line of the arithmetic as CSV. The writer is fetched with the first export. */
export function useDaysExport(answer: DaysWithout): () => Promise<void> {
  const { t } = useTranslation();
  return async () => {
    const { daysWithoutCsv, daysWithoutCsvName } = await import('@klyngevagt/documents');
    const programme = answer.programme?.name ?? t('portfolio.national');
    saveFile(daysWithoutCsv(answer, { t, programme }), daysWithoutCsvName(answer, { t }));
  };
}
