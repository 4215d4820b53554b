import type { AuditTrailSearch } from './pages/audit-trail/audit-trail-search.js';
import type { IndicatorSearch, IndicatorsSearch, ShownSearch } from './pages/indicators/indicators-search.js';
import type { DaysWithoutSearch } from './pages/days-without/days-without-search.js';
import type { PeopleSearch } from './pages/people/people-search.js';
import type { RemindersSearch } from './pages/reminders/reminders-search.js';
import type { TimelineSearch } from './pages/timeline/timeline-search.js';

/** Every link of the dashboard. Spread into `<Link {...paths.cluster(slug)}>` or `navigate(paths.cluster(slug))`. */
export const paths = {
  start: () => ({ to: '/' }) as const,
  signIn: (returnTo?: string) => ({ to: '/sign-in', search: returnTo ? { returnTo } : {} }) as const,
  forgottenPassword: () => ({ to: '/forgotten-password' }) as const,
  setPassword: () => ({ to: '/set-password' }) as const,
  portfolio: () => ({ to: '/portfolio' }) as const,
  timeline: (search: TimelineSearch = {}) => ({ to: '/timeline', search }) as const,
  cluster: (slug: string) => ({ to: '/clusters/$slug', params: { slug } }) as const,
  clusterCase: (slug: string) => ({ to: '/clusters/$slug/case', params: { slug } }) as const,
  clusterDocuments: (slug: string) => ({ to: '/clusters/$slug/documents', params: { slug } }) as const,
  reminderRecord: (slug: string) => ({ to: '/clusters/$slug/reminder-record', params: { slug } }) as const,
  clusterHistory: (slug: string) => ({ to: '/clusters/$slug/history', params: { slug } }) as const,
  clusterIndicators: (slug: string, search: ShownSearch = {}) => ({ to: '/clusters/$slug/indicators', params: { slug }, search }) as const,
  myClusterIndicators: (slug: string, search: ShownSearch = {}) =>
    ({ to: '/my-cluster/$slug/indicators', params: { slug }, search }) as const,
  clusterCalibration: (slug: string) => ({ to: '/clusters/$slug/calibration', params: { slug } }) as const,
  myClusterCalibration: (slug: string) => ({ to: '/my-cluster/$slug/calibration', params: { slug } }) as const,
  assessment: (id: string) => ({ to: '/assessments/$id', params: { id } }) as const,
  myCluster: (slug: string) => ({ to: '/my-cluster/$slug', params: { slug } }) as const,
  myClusterDocuments: (slug: string) => ({ to: '/my-cluster/$slug/documents', params: { slug } }) as const,
  myClusterHistory: (slug: string) => ({ to: '/my-cluster/$slug/history', params: { slug } }) as const,
  frameworks: () => ({ to: '/frameworks' }) as const,
  framework: (id: string) => ({ to: '/frameworks/$id', params: { id } }) as const,
  indicators: (search: IndicatorsSearch = {}) => ({ to: '/indicators', search }) as const,
  indicator: (code: string, search: IndicatorSearch = {}) => ({ to: '/indicators/$code', params: { code }, search }) as const,
  reminders: (search: RemindersSearch = {}) => ({ to: '/reminders', search }) as const,
  auditTrail: (search: AuditTrailSearch = {}) => ({ to: '/audit-trail', search }) as const,
  inbox: () => ({ to: '/inbox' }) as const,
  calendar: () => ({ to: '/calendar' }) as const,
  mailPreferences: () => ({ to: '/mail-preferences' }) as const,
  news: () => ({ to: '/news' }) as const,
  daysWithout: (search: DaysWithoutSearch = {}) => ({ to: '/days-without-gold', search }) as const,
  proposals: () => ({ to: '/proposals' }) as const,
  rules: () => ({ to: '/rules' }) as const,
  ladders: () => ({ to: '/rules/ladders' }) as const,
  ruleDrafts: () => ({ to: '/rules/drafts' }) as const,
  ruleDraft: (draftId: string) => ({ to: '/rules/drafts/$draftId', params: { draftId } }) as const,
  webhooks: () => ({ to: '/webhooks' }) as const,
  people: (search: PeopleSearch = {}) => ({ to: '/people', search }) as const,
  grid: () => ({ to: '/grid' }) as const,
  accessibility: () => ({ to: '/was' }) as const,
  privacy: () => ({ to: '/privacy' }) as const,
  retention: () => ({ to: '/privacy/retention' }) as const,
  contact: () => ({ to: '/contact' }) as const,
  dataSources: () => ({ to: '/data-sources' }) as const,
};

/** Only an address of this product may be returned to after signing in. */
export function safeReturnTo(address: string | undefined): string {
  return address && /^\/(?![/\\])/.test(address) && !address.startsWith('/sign-in') ? address : '/';
}
