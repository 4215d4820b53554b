import type { Portfolio, PortfolioRow } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../parts/save-file.js';

/** Saves the rows that are shown, in the order shown, as CSV. The writer is fetched with the first export. */
export function useExport(rows: readonly PortfolioRow[], portfolio: Pick<Portfolio, 'on' | 'known' | 'programme'>): () => Promise<void> {
  const { t } = useTranslation();
  return async () => {
    const { portfolioCsv, portfolioCsvName } = await import('@klyngevagt/documents');
    const { on, known } = portfolio;
    const programme = portfolio.programme?.name ?? t('portfolio.national');
    const text = portfolioCsv(rows, { t, on, known, programme });
    saveFile(text, portfolioCsvName(rows, { t, on, known }));
  };
}
