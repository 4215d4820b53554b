import type { Portfolio, PortfolioRow } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';

/** Saves the rows that are shown, in the order shown, as CSV. The writer is fetched with the first export. */
export function useExport(rows: readonly PortfolioRow[], portfolio: Pick<Portfolio, 'on' | 'programme'>): () => Promise<void> {
  const { t } = useTranslation();
  return async () => {
    const { portfolioCsv, portfolioCsvName } = await import('@klyngevagt/documents');
    const programme = portfolio.programme?.name ?? t('portfolio.national');
    const text = portfolioCsv(rows, { t, on: portfolio.on, programme });
    save(text, portfolioCsvName(rows, { t, on: portfolio.on }));
  };
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
