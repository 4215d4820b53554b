import { type PortfolioSearch, readPortfolioSearch } from './portfolio-search.js';

/** A filter with a name. The day looked at is no part of it. */
export interface SavedView {
  name: string;
  search: PortfolioSearch;
}

const mostViews = 20;
const keyOf = (personId: string) => `klyngevagt.views.${personId}`;

/** Kept on this machine, for this person; rubbish is dropped. */
export function readSavedViews(personId: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((view: { name?: unknown; search?: unknown } | null) => {
      const isView = typeof view?.name === 'string' && typeof view.search === 'object' && view.search !== null;
      return isView ? [{ name: view.name as string, search: filterOf(readPortfolioSearch(view.search as Record<string, unknown>)) }] : [];
    });
  } catch {
    return [];
  }
}

/** The newest first; one of the same name is replaced. False: this browser keeps nothing. */
export function writeSavedViews(personId: string, views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(keyOf(personId), JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}

export function withView(views: readonly SavedView[], name: string, search: PortfolioSearch): SavedView[] {
  return [{ name, search: filterOf(search) }, ...views.filter((view) => view.name !== name)].slice(0, mostViews);
}

/** Everything that a view sets; what it does not name is taken back. */
export function searchOf({ search }: SavedView): Partial<PortfolioSearch> {
  const none = { tile: undefined, view: undefined, level: undefined, officer: undefined, booking: undefined, find: undefined };
  return { ...none, programme: undefined, sort: undefined, descending: undefined, ...search };
}

function filterOf({ on: _on, known: _known, ...search }: PortfolioSearch): PortfolioSearch {
  return search;
}
