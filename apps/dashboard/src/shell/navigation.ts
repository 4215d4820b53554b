import type { Me } from '@klyngevagt/contracts';
import { paths } from '../paths.js';

export type NavigationName =
  | 'portfolio'
  | 'timeline'
  | 'indicators'
  | 'grid'
  | 'reminders'
  | 'proposals'
  | 'daysWithout'
  | 'people'
  | 'rules'
  | 'auditTrail'
  | 'myCluster'
  | 'recertification'
  | 'documents'
  | 'history';
export interface NavigationEntry {
  name: NavigationName;
  /** Name of the cluster, where a manager has more than one. */
  cluster: string | null;
  link:
    | ReturnType<typeof paths.portfolio>
    | ReturnType<typeof paths.timeline>
    | ReturnType<typeof paths.indicators>
    | ReturnType<typeof paths.grid>
    | ReturnType<typeof paths.reminders>
    | ReturnType<typeof paths.proposals>
    | ReturnType<typeof paths.daysWithout>
    | ReturnType<typeof paths.people>
    | ReturnType<typeof paths.rules>
    | ReturnType<typeof paths.auditTrail>
    | ReturnType<typeof paths.myCluster>
    | ReturnType<typeof paths.clusterCase>
    | ReturnType<typeof paths.myClusterIndicators>
    | ReturnType<typeof paths.myClusterDocuments>
    | ReturnType<typeof paths.myClusterHistory>;
}

/** What this person may open. A manager sees the own clusters and nothing of the portfolio; of a single one, every page. */
export function navigationFor(me: Pick<Me, 'role' | 'permissions' | 'clusters'>): NavigationEntry[] {
  const may = (permission: Me['permissions'][number]) => me.permissions.includes(permission);
  if (me.role === 'manager') {
    const [own, ...others] = me.clusters;
    if (own && others.length === 0) return ownPages(own.slug);
    return me.clusters.map(({ slug, name }) => ({ name: 'myCluster', cluster: name, link: paths.myCluster(slug) }));
  }
  const entries: (NavigationEntry | false)[] = [
    may('portfolio:read') && { name: 'portfolio', cluster: null, link: paths.portfolio() },
    may('portfolio:read') && { name: 'timeline', cluster: null, link: paths.timeline() },
    may('indicator:read') && { name: 'indicators', cluster: null, link: paths.indicators() },
    may('grid:save') && { name: 'grid', cluster: null, link: paths.grid() },
    may('proposal:read') && { name: 'proposals', cluster: null, link: paths.proposals() },
    may('reminder:read') && { name: 'reminders', cluster: null, link: paths.reminders() },
    may('portfolio:read') && { name: 'daysWithout', cluster: null, link: paths.daysWithout() },
    may('people:read') && { name: 'people', cluster: null, link: paths.people() },
    may('rules:read') && { name: 'rules', cluster: null, link: paths.rules() },
    may('audit-trail:read') && { name: 'auditTrail', cluster: null, link: paths.auditTrail() },
  ];
  return entries.filter((entry) => entry !== false);
}

function ownPages(slug: string): NavigationEntry[] {
  return [
    { name: 'myCluster', cluster: null, link: paths.myCluster(slug) },
    { name: 'recertification', cluster: null, link: paths.clusterCase(slug) },
    { name: 'indicators', cluster: null, link: paths.myClusterIndicators(slug) },
    { name: 'documents', cluster: null, link: paths.myClusterDocuments(slug) },
    { name: 'history', cluster: null, link: paths.myClusterHistory(slug) },
  ];
}

/** The first page after signing in. */
export function startPage(me: Pick<Me, 'role' | 'permissions' | 'clusters'>): NavigationEntry['link'] | null {
  return navigationFor(me)[0]?.link ?? null;
}
