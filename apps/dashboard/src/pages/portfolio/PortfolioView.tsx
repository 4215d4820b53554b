import type { Portfolio } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { EmptyState } from '../../parts/EmptyState.js';
import { type PortfolioSearch, views } from './portfolio-search.js';
import { ExportButton, Filters, Shown } from './Filters.js';
import { filterWords, hasAnyRow, officersOf, orderWords } from './portfolio-words.js';
import { PortfolioTable } from './PortfolioTable.js';
import { SavedViews } from './SavedViews.js';
import { isFiltered, isInView, shownRows } from './shown-rows.js';
import { Tiles } from './Tiles.js';
import { useExport } from './use-export.js';

const noFilter = { tile: undefined, view: undefined, level: undefined, officer: undefined, booking: undefined, find: undefined };

interface PortfolioViewProps {
  portfolio: Portfolio;
  search: PortfolioSearch;
  onChange(part: Partial<PortfolioSearch>): void;
}

/** Tiles, filters and table over one answer of the server. */
export function PortfolioView({ portfolio, search, onChange }: PortfolioViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useMemo(() => shownRows(portfolio.rows, search, portfolio.on), [portfolio, search]);
  const exportRows = useExport(rows, portfolio);
  if (!hasAnyRow(portfolio)) {
    const isEarly = portfolio.known !== null;
    return (
      <EmptyState title={t(isEarly ? 'portfolio.none.known' : 'portfolio.none.title')}>
        {t(isEarly ? 'portfolio.none.knownText' : 'portfolio.none.text')}
      </EmptyState>
    );
  }
  const counts = Object.fromEntries(
    views.map((view) => [view, portfolio.rows.filter((row) => isInView(row, view, portfolio.on)).length]),
  ) as Record<(typeof views)[number], number>;
  const filter = filterWords(search, portfolio, t);
  const order = orderWords(search, t);
  const reset = () => onChange(noFilter);
  return (
    <>
      <Tiles portfolio={portfolio} chosen={search.tile} onChoose={(tile) => onChange({ tile })} />
      <Filters search={search} counts={counts} officers={officersOf(portfolio)} onChange={onChange}>
        <Shown shown={rows.length} all={portfolio.rows.length} isFiltered={isFiltered(search)} onReset={reset} />
        <SavedViews search={search} onChoose={onChange} />
        <ExportButton onExport={exportRows} isDisabled={rows.length === 0} />
      </Filters>
      <p className="print-only">
        {t('portfolio.printFilter', { filter: filter || t('portfolio.printNone'), order: order.charAt(0).toUpperCase() + order.slice(1) })}
        {portfolio.known !== null && ` ${t('portfolio.printKnown', { at: format.instant(portfolio.known) })}`}
      </p>
      {rows.length > 0 ? (
        <PortfolioTable rows={rows} portfolio={portfolio} search={search} orderWords={order} onSort={onChange} />
      ) : (
        <EmptyState
          title={t('portfolio.none.match')}
          icon={SearchX}
          action={
            <Button size="sm" onClick={reset}>
              {t('portfolio.filters.reset')}
            </Button>
          }
        >
          {t('portfolio.none.matchText', { filter })}
        </EmptyState>
      )}
    </>
  );
}
