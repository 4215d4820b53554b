import { type QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { paths, safeReturnTo } from './paths.js';
import { clusterQuery, hasCode, meQuery, peopleQuery, portfolioQuery, remindersQuery, rulesQuery } from './queries.js';
import {
  type AsOfSearch,
  readAsOf,
  readAuditTrailSearch,
  readDaysWithoutSearch,
  readPeopleSearch,
  readPortfolioSearch,
  readRemindersSearch,
} from './search-params.js';
import { loadAllSentences } from './i18n.js';
import { CrashPage } from './shell/CrashPage.js';
import { startPage } from './shell/navigation.js';
import { NotFoundPage } from './shell/NotFoundPage.js';

export interface RouterContext {
  queryClient: QueryClient;
}

/** Pages beyond the first load say more than the frame's sentences. */
const withAllSentences =
  <M,>(load: () => Promise<M>) =>
  async (): Promise<M> =>
    (await Promise.all([load(), loadAllSentences()]))[0];

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: CrashPage,
  notFoundComponent: NotFoundPage,
});

/** Everything that needs a session. `on` and `known` are kept from page to page. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  validateSearch: (raw: Record<string, unknown>): AsOfSearch => readAsOf(raw),
  search: { middlewares: [retainSearchParams(['on', 'known'])] },
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meQuery) };
    } catch (error) {
      if (hasCode(error, 'not-signed-in')) throw redirect({ ...paths.signIn(location.href), replace: true });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./shell/AppShell.js'), 'AppShell'),
});

const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    const start = startPage(context.me);
    if (start) throw redirect({ ...start, replace: true });
  },
  component: lazyRouteComponent(() => import('./parts/NoAccess.js'), 'NoAccess'),
});

const portfolioRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
  loaderDeps: ({ search: { on, known, programme } }) => ({ on, known, programme }),
  loader: ({ context: { queryClient, me }, deps }) => {
    const on = deps.on === me.today ? undefined : deps.on;
    if (me.permissions.includes('portfolio:read')) void queryClient.prefetchQuery(portfolioQuery({ ...deps, on }));
  },
  component: lazyRouteComponent(() => import('./pages/portfolio/PortfolioPage.js'), 'PortfolioPage'),
});

const clusterRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/clusters/$slug',
  loaderDeps: ({ search: { on, known } }) => ({ on, known }),
  loader: ({ context: { queryClient, me }, params, deps }) =>
    void queryClient.prefetchQuery(clusterQuery(params.slug, { ...deps, on: deps.on === me.today ? undefined : deps.on })),
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/cluster/ClusterPage.js')),
    'ClusterPage',
  ),
});

const myClusterRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/my-cluster/$slug',
  loaderDeps: ({ search: { on, known } }) => ({ on, known }),
  loader: ({ context: { queryClient, me }, params, deps }) =>
    void queryClient.prefetchQuery(clusterQuery(params.slug, { ...deps, on: deps.on === me.today ? undefined : deps.on })),
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/my-cluster/MyClusterPage.js')),
    'MyClusterPage',
  ),
});

const clusterHistoryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/clusters/$slug/history',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/cluster/ClusterHistoryPage.js')),
    'ClusterHistoryPage',
  ),
});

const myClusterHistoryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/my-cluster/$slug/history',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/my-cluster/MyClusterHistoryPage.js')),
    'MyClusterHistoryPage',
  ),
});

const remindersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reminders',
  validateSearch: readRemindersSearch,
  loaderDeps: ({ search: { on, known } }) => ({ on, known }),
  loader: ({ context: { queryClient, me }, deps }) => {
    if (me.permissions.includes('reminder:read'))
      void queryClient.prefetchQuery(remindersQuery({ on: deps.on === me.today ? undefined : deps.on, known: deps.known }));
  },
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/reminders/RemindersPage.js')),
    'RemindersPage',
  ),
});

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  loader: ({ context: { queryClient, me } }) => {
    if (me.permissions.includes('people:read')) void queryClient.prefetchQuery(peopleQuery);
  },
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/people/PeoplePage.js')),
    'PeoplePage',
  ),
});

const daysWithoutRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/days-without-gold',
  validateSearch: readDaysWithoutSearch,
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/days-without/DaysWithoutPage.js')),
    'DaysWithoutPage',
  ),
});

const rulesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rules',
  loaderDeps: ({ search: { on, known } }) => ({ on, known }),
  loader: ({ context: { queryClient, me }, deps }) => {
    if (me.permissions.includes('rules:read'))
      void queryClient.prefetchQuery(rulesQuery({ on: deps.on === me.today ? undefined : deps.on, known: deps.known }));
  },
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/rules/RulesPage.js')),
    'RulesPage',
  ),
});

const auditTrailRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit-trail',
  validateSearch: readAuditTrailSearch,
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/audit-trail/AuditTrailPage.js')),
    'AuditTrailPage',
  ),
});

const newsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/news',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/news/NewsPage.js')),
    'NewsPage',
  ),
});

const gridRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/grid',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/grid/GridPage.js')),
    'GridPage',
  ),
});

interface SignInSearch {
  returnTo?: string;
}
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ returnTo }: Record<string, unknown>): SignInSearch =>
    typeof returnTo === 'string' && safeReturnTo(returnTo) !== '/' ? { returnTo: safeReturnTo(returnTo) } : {},
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/sign-in/SignInPage.js')),
    'SignInPage',
  ),
});

const forgottenPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgotten-password',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/sign-in/ForgottenPasswordPage.js')),
    'ForgottenPasswordPage',
  ),
});

interface SetPasswordSearch {
  token?: string;
  /** Set by the accounts when the link is used up or too old. */
  error?: string;
}
const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-password',
  validateSearch: ({ token, error }: Record<string, unknown>): SetPasswordSearch => ({
    ...(token !== undefined && { token: String(token) }),
    ...(error !== undefined && { error: String(error) }),
  }),
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/sign-in/SetPasswordPage.js')),
    'SetPasswordPage',
  ),
});

// The agency for digital government asks for an address that ends in /was.
const accessibilityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/was',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/information/AccessibilityPage.js')),
    'AccessibilityPage',
  ),
});
const retentionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/privacy/retention',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/information/RetentionPage.js')),
    'RetentionPage',
  ),
});
const privacyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/privacy',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/information/PrivacyPage.js')),
    'PrivacyPage',
  ),
});
const contactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contact',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/information/ContactPage.js')),
    'ContactPage',
  ),
});
const dataSourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/data-sources',
  component: lazyRouteComponent(
    withAllSentences(() => import('./pages/information/DataSourcesPage.js')),
    'DataSourcesPage',
  ),
});

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    startRoute,
    portfolioRoute,
    clusterRoute,
    myClusterRoute,
    clusterHistoryRoute,
    myClusterHistoryRoute,
    remindersRoute,
    peopleRoute,
    daysWithoutRoute,
    rulesRoute,
    auditTrailRoute,
    newsRoute,
    gridRoute,
    retentionRoute,
  ]),
  signInRoute,
  forgottenPasswordRoute,
  setPasswordRoute,
  accessibilityRoute,
  privacyRoute,
  contactRoute,
  dataSourcesRoute,
]);

export function createDashboardRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDashboardRouter>;
  }
}
