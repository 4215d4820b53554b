import type { Portfolio } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import type { PortfolioSearch } from './portfolio-search.js';

export function hasAnyRow({ rows }: Pick<Portfolio, 'rows'>): boolean {
  return rows.length > 0;
}

/** The filter in force in words, for the empty table and for paper: "Udløber snart, Guld, Sara Østergaard". */
export function filterWords(search: PortfolioSearch, portfolio: Pick<Portfolio, 'rows' | 'horizonDays'>, t: TFunction): string {
  const { tile, view, level, officer, booking, find } = search;
  const words = [
    tile && t(`portfolio.tiles.${tile}`, { count: portfolio.horizonDays }),
    view && t(`portfolio.views.${view}`, { count: 0 }).replace(/\s*\(0\)$/, ''),
    level && t(`terms.level.${level}`),
    officer && officerWords(officer, portfolio, t),
    booking && t(`portfolio.filters.${booking}`),
    find && `“${find}”`,
  ];
  return words.filter(Boolean).join(', ');
}

function officerWords(id: string, { rows }: Pick<Portfolio, 'rows'>, t: TFunction): string {
  const officer = rows.find((row) => row.officer?.id === id)?.officer;
  return officer?.name ?? t('portfolio.filters.noOfficer');
}

export function orderWords({ sort, descending }: PortfolioSearch, t: TFunction): string {
  if (sort === undefined) return t('portfolio.order.server');
  const column = t(`portfolio.columns.${sort}`);
  return descending ? t('portfolio.order.descending', { column }) : t('portfolio.order.ascending', { column });
}

/** Everybody who is responsible for a row, each once, by name. */
export function officersOf({ rows }: Pick<Portfolio, 'rows'>): { id: string; name: string }[] {
  const named = rows.flatMap(({ officer }) => (officer?.name ? [[officer.id, officer.name] as const] : []));
  return [...new Map(named)].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name, 'da'));
}
