import type { Portfolio, PortfolioRow } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CertaintyLegend, LegendKey } from '../../parts/Certainty.js';
import { Icon } from '../../parts/Icon.js';
import { SortSelect } from '../../parts/SortSelect.js';
import { watchAxis } from '../../parts/watch-axis.js';
import { WatchLineHead, watchSigns } from '../../parts/WatchLine.js';
import { type PortfolioSearch, type SortColumn, sortColumns } from './portfolio-search.js';
import { PortfolioTableRow } from './PortfolioTableRow.js';
import { CardTable } from '../../parts/CardTable.js';
import styles from './PortfolioTable.module.css';

interface PortfolioTableProps {
  rows: readonly PortfolioRow[];
  portfolio: Pick<Portfolio, 'on' | 'today'>;
  search: PortfolioSearch;
  orderWords: string;
  onSort(sort: Pick<PortfolioSearch, 'sort' | 'descending'>): void;
}

/** All rows, no paging: one line of 36 each, cards on a phone. */
export function PortfolioTable({ rows, portfolio, search, orderWords, onSort }: PortfolioTableProps) {
  const { t } = useTranslation();
  const axis = watchAxis(portfolio.on);
  const sortable = (column: SortColumn, className: string) => (
    <SortHeader column={column} className={className} search={search} onSort={onSort} />
  );
  const columns = sortColumns.map((column) => ({ column, name: t(`portfolio.columns.${column}`) }));
  return (
    <>
      <SortSelect columns={columns} sorting={search} unsorted={t('portfolio.order.server')} onSort={onSort} />
      <div className={styles['scroll']}>
        <CardTable caption={t('portfolio.caption', { count: rows.length, order: orderWords })} className={styles['table']}>
          <thead>
            <tr>
              {sortable('name', 'name')}
              {sortable('status', 'status')}
              {sortable('level', 'level')}
              {sortable('validUntil', 'end')}
              {sortable('daysLeft', 'days')}
              <th scope="col" className={styles['line']}>
                <span className="sr">{t('portfolio.columns.line', { from: axis.years[0], to: axis.years.at(-1) })}</span>
                <WatchLineHead axis={axis} />
              </th>
              <th scope="col" className={styles['next']}>
                {t('portfolio.columns.nextStep')}
              </th>
              {sortable('recertification', 'recertification')}
              {sortable('officer', 'officer')}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PortfolioTableRow key={row.id} row={row} axis={axis} on={portfolio.on} today={portfolio.today} />
            ))}
          </tbody>
        </CardTable>
      </div>
      <div className={styles['legend']}>
        <TableLegend on={portfolio.on} today={portfolio.today} />
      </div>
    </>
  );
}

function TableLegend({ on, today }: { on: CalendarDate; today: CalendarDate }) {
  const { t } = useTranslation();
  const blue = { color: 'var(--kv-blue-8)' };
  const red = { color: 'var(--kv-red-7)' };
  const key = (sign: ReactNode, words: string) => <LegendKey sign={sign}>{words}</LegendKey>;
  return (
    <CertaintyLegend>
      {key(watchSigns.today, on === today ? t('portfolio.legend.today') : t('portfolio.legend.chosenDay'))}
      {key(<span style={blue}>{<Icon name="audit" size={12} />}</span>, t('portfolio.legend.audit'))}
      {key(<span style={red}>{<Icon name="flag" size={12} />}</span>, t('portfolio.legend.flag'))}
      {key(watchSigns.window, t('portfolio.legend.window'))}
    </CertaintyLegend>
  );
}

interface SortHeaderProps {
  column: SortColumn;
  className: string;
  search: PortfolioSearch;
  onSort(sort: Pick<PortfolioSearch, 'sort' | 'descending'>): void;
}

/** Ascending, descending, then back to the server's order. The header stays a header; the button inside it sorts. */
function SortHeader({ column, className, search, onSort }: SortHeaderProps) {
  const { t } = useTranslation();
  const name = t(`portfolio.columns.${column}`);
  const isSorted = search.sort === column;
  const isDescending = isSorted && search.descending === true;
  const next = !isSorted ? { sort: column, descending: undefined } : isDescending ? none : { sort: column, descending: true as const };
  const Arrow = isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={styles[className]}
      // On cards the button goes, and the header keeps its name.
      aria-label={name}
      {...(isSorted && { 'aria-sort': isDescending ? 'descending' : 'ascending' })}
    >
      <button type="button" onClick={() => onSort(next)}>
        {name}
        {isSorted && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  );
}

const none = { sort: undefined, descending: undefined };
