import { createRoute, redirect } from '@tanstack/react-router';
import { readDocumentsSearch } from './documents/documents-search.js';
import { readAuditTrailSearch } from './pages/audit-trail/audit-trail-search.js';
import { readDaysWithoutSearch } from './pages/days-without/days-without-search.js';
import { readIndicatorSearch, readIndicatorsSearch, readShownSearch } from './pages/indicators/indicators-search.js';
import { readPeopleSearch } from './pages/people/people-search.js';
import { PortfolioPage } from './pages/portfolio/PortfolioPage.js';
import { readPortfolioSearch } from './pages/portfolio/portfolio-search.js';
import { readRecordSearch } from './pages/reminder-record/record-search.js';
import { readRemindersSearch } from './pages/reminders/reminders-search.js';
import { readSetPasswordSearch, readSignInSearch } from './pages/sign-in/sign-in-search.js';
import { NoAccess } from './parts/NoAccess.js';
import { readTimelineSearch } from './pages/timeline/timeline-search.js';
import { clusterQuery, peopleQuery, portfolioQuery, remindersQuery, rulesQuery } from './queries.js';
import { forEverybody, page, rootRoute, signedIn, signedInRoute } from './route-frame.js';
import type { AsOfSearch } from './search-params.js';
import { startPage } from './shell/navigation.js';
import { NotFoundPage } from './shell/NotFoundPage.js';

/** The time that a page's facts depend on. */
const timeDeps = ({ search: { on, known } }: { search: AsOfSearch }) => ({ on, known });
/** Today is asked for by naming no day, so that midnight moves an open page. */
const asked = <T extends AsOfSearch>(deps: T, { today }: { today: string }) => ({ ...deps, on: deps.on === today ? undefined : deps.on });

const startRoute = createRoute({
  ...signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    const start = startPage(context.me);
    if (start) throw redirect({ ...start, replace: true });
  },
  component: NoAccess,
});

const portfolioRoute = createRoute({
  ...signedIn,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
  loaderDeps: ({ search: { on, known, programme } }) => ({ on, known, programme }),
  loader: ({ context: { queryClient, me }, deps }) => {
    if (me.permissions.includes('portfolio:read')) void queryClient.prefetchQuery(portfolioQuery(asked(deps, me)));
  },
  // The first page of almost everybody: it comes with the frame, in the same requests.
  component: PortfolioPage,
});

const timelineRoute = createRoute({
  ...signedIn,
  path: '/timeline',
  validateSearch: readTimelineSearch,
  component: page(() => import('./pages/timeline/TimelinePage.js'), 'TimelinePage'),
});

const clusterRoute = createRoute({
  ...signedIn,
  path: '/clusters/$slug',
  loaderDeps: timeDeps,
  loader: ({ context: { queryClient, me }, params, deps }) => void queryClient.prefetchQuery(clusterQuery(params.slug, asked(deps, me))),
  component: page(() => import('./pages/cluster/ClusterPage.js'), 'ClusterPage'),
});
const clusterHistoryRoute = createRoute({
  ...signedIn,
  path: '/clusters/$slug/history',
  component: page(() => import('./pages/cluster/ClusterHistoryPage.js'), 'ClusterHistoryPage'),
});

const reminderRecordRoute = createRoute({
  ...signedIn,
  path: '/clusters/$slug/reminder-record',
  validateSearch: readRecordSearch,
  component: page(() => import('./pages/reminder-record/RecordPage.js'), 'RecordPage'),
});

const clusterDocumentsRoute = createRoute({
  ...signedIn,
  path: '/clusters/$slug/documents',
  validateSearch: readDocumentsSearch,
  loaderDeps: timeDeps,
  loader: ({ context: { queryClient, me }, params, deps }) => void queryClient.prefetchQuery(clusterQuery(params.slug, asked(deps, me))),
  component: page(() => import('./documents/ClusterDocumentsPage.js'), 'ClusterDocumentsPage'),
});

const clusterCaseRoute = createRoute({
  ...signedIn,
  path: '/clusters/$slug/case',
  loaderDeps: timeDeps,
  loader: ({ context: { queryClient, me }, params, deps }) => void queryClient.prefetchQuery(clusterQuery(params.slug, asked(deps, me))),
  component: page(() => import('./pages/case/CasePage.js'), 'CasePage'),
});

const clusterIndicatorsRoute = createRoute({
  ...signedIn,
  path: '/clusters/$slug/indicators',
  validateSearch: readShownSearch,
  component: page(() => import('./pages/assessment/ClusterIndicatorsPage.js'), 'ClusterIndicatorsPage'),
});
const myClusterIndicatorsRoute = createRoute({
  ...signedIn,
  path: '/my-cluster/$slug/indicators',
  validateSearch: readShownSearch,
  component: page(() => import('./pages/assessment/MyClusterIndicatorsPage.js'), 'MyClusterIndicatorsPage'),
});
const assessmentRoute = createRoute({
  ...signedIn,
  path: '/assessments/$id',
  component: page(() => import('./pages/assessment/AssessmentPage.js'), 'AssessmentPage'),
});

const clusterCalibrationRoute = createRoute({
  ...signedIn,
  path: '/clusters/$slug/calibration',
  component: page(() => import('./pages/calibration/ClusterCalibrationPage.js'), 'ClusterCalibrationPage'),
});
const myClusterCalibrationRoute = createRoute({
  ...signedIn,
  path: '/my-cluster/$slug/calibration',
  component: page(() => import('./pages/calibration/MyClusterCalibrationPage.js'), 'MyClusterCalibrationPage'),
});
const frameworksRoute = createRoute({
  ...signedIn,
  path: '/frameworks',
  component: page(() => import('./pages/frameworks/FrameworksPage.js'), 'FrameworksPage'),
});
const frameworkRoute = createRoute({
  ...signedIn,
  path: '/frameworks/$id',
  component: page(() => import('./pages/frameworks/FrameworkPage.js'), 'FrameworkPage'),
});
const indicatorsRoute = createRoute({
  ...signedIn,
  path: '/indicators',
  validateSearch: readIndicatorsSearch,
  component: page(() => import('./pages/indicators/IndicatorsPage.js'), 'IndicatorsPage'),
});
const indicatorRoute = createRoute({
  ...signedIn,
  path: '/indicators/$code',
  validateSearch: readIndicatorSearch,
  component: page(() => import('./pages/indicator/IndicatorPage.js'), 'IndicatorPage'),
});

const myClusterRoute = createRoute({
  ...signedIn,
  path: '/my-cluster/$slug',
  loaderDeps: timeDeps,
  loader: ({ context: { queryClient, me }, params, deps }) => void queryClient.prefetchQuery(clusterQuery(params.slug, asked(deps, me))),
  component: page(() => import('./pages/my-cluster/MyClusterPage.js'), 'MyClusterPage'),
});
const myClusterDocumentsRoute = createRoute({
  ...signedIn,
  path: '/my-cluster/$slug/documents',
  validateSearch: readDocumentsSearch,
  loaderDeps: timeDeps,
  loader: ({ context: { queryClient, me }, params, deps }) => void queryClient.prefetchQuery(clusterQuery(params.slug, asked(deps, me))),
  component: page(() => import('./documents/MyClusterDocumentsPage.js'), 'MyClusterDocumentsPage'),
});
const myClusterHistoryRoute = createRoute({
  ...signedIn,
  path: '/my-cluster/$slug/history',
  component: page(() => import('./pages/my-cluster/MyClusterHistoryPage.js'), 'MyClusterHistoryPage'),
});

const remindersRoute = createRoute({
  ...signedIn,
  path: '/reminders',
  validateSearch: readRemindersSearch,
  loaderDeps: timeDeps,
  loader: ({ context: { queryClient, me }, deps }) => {
    if (me.permissions.includes('reminder:read')) void queryClient.prefetchQuery(remindersQuery(asked(deps, me)));
  },
  component: page(() => import('./pages/reminders/RemindersPage.js'), 'RemindersPage'),
});

const peopleRoute = createRoute({
  ...signedIn,
  path: '/people',
  validateSearch: readPeopleSearch,
  loader: ({ context: { queryClient, me } }) => {
    if (me.permissions.includes('people:read')) void queryClient.prefetchQuery(peopleQuery);
  },
  component: page(() => import('./pages/people/PeoplePage.js'), 'PeoplePage'),
});

const daysWithoutRoute = createRoute({
  ...signedIn,
  path: '/days-without-gold',
  validateSearch: readDaysWithoutSearch,
  component: page(() => import('./pages/days-without/DaysWithoutPage.js'), 'DaysWithoutPage'),
});

const rulesRoute = createRoute({
  ...signedIn,
  path: '/rules',
  loaderDeps: timeDeps,
  loader: ({ context: { queryClient, me }, deps }) => {
    if (me.permissions.includes('rules:read')) void queryClient.prefetchQuery(rulesQuery(asked(deps, me)));
  },
  component: page(() => import('./pages/rules/RulesPage.js'), 'RulesPage'),
});

const laddersRoute = createRoute({
  ...signedIn,
  path: '/rules/ladders',
  loaderDeps: timeDeps,
  component: page(() => import('./pages/ladders/LaddersPage.js'), 'LaddersPage'),
});

const ruleDraftsRoute = createRoute({
  ...signedIn,
  path: '/rules/drafts',
  component: page(() => import('./pages/rules/RuleDraftsPage.js'), 'RuleDraftsPage'),
});
const ruleDraftRoute = createRoute({
  ...signedIn,
  path: '/rules/drafts/$draftId',
  component: page(() => import('./pages/rules/RuleDraftPage.js'), 'RuleDraftPage'),
});

const webhooksRoute = createRoute({
  ...signedIn,
  path: '/webhooks',
  component: page(() => import('./pages/webhooks/WebhooksPage.js'), 'WebhooksPage'),
});

const auditTrailRoute = createRoute({
  ...signedIn,
  path: '/audit-trail',
  validateSearch: readAuditTrailSearch,
  component: page(() => import('./pages/audit-trail/AuditTrailPage.js'), 'AuditTrailPage'),
});

const mailPreferencesRoute = createRoute({
  ...signedIn,
  path: '/mail-preferences',
  component: page(() => import('./pages/mail-preferences/MailPreferencesPage.js'), 'MailPreferencesPage'),
});
const newsRoute = createRoute({ ...signedIn, path: '/news', component: page(() => import('./pages/news/NewsPage.js'), 'NewsPage') });
const inboxRoute = createRoute({ ...signedIn, path: '/inbox', component: page(() => import('./pages/inbox/InboxPage.js'), 'InboxPage') });
const calendarRoute = createRoute({
  ...signedIn,
  path: '/calendar',
  component: page(() => import('./pages/calendar/CalendarPage.js'), 'CalendarPage'),
});
const proposalsRoute = createRoute({
  ...signedIn,
  path: '/proposals',
  component: page(() => import('./pages/proposals/ProposalsPage.js'), 'ProposalsPage'),
});
const gridRoute = createRoute({ ...signedIn, path: '/grid', component: page(() => import('./pages/grid/GridPage.js'), 'GridPage') });
const retentionRoute = createRoute({
  ...signedIn,
  path: '/privacy/retention',
  component: page(() => import('./pages/information/RetentionPage.js'), 'RetentionPage'),
});

// An address that leads nowhere is answered in the frame, from which every page can be reached.
const unknownRoute = createRoute({ ...signedIn, path: '$', component: NotFoundPage });

const signInRoute = createRoute({
  ...forEverybody,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: page(() => import('./pages/sign-in/SignInPage.js'), 'SignInPage'),
});
const forgottenPasswordRoute = createRoute({
  ...forEverybody,
  path: '/forgotten-password',
  component: page(() => import('./pages/sign-in/ForgottenPasswordPage.js'), 'ForgottenPasswordPage'),
});
// Links of mails: what they may do is signed in them.
const acknowledgeRoute = createRoute({
  ...forEverybody,
  path: '/acknowledge/$token',
  component: page(() => import('./pages/acknowledge/AcknowledgePage.js'), 'AcknowledgePage'),
});
const unsubscribeRoute = createRoute({
  ...forEverybody,
  path: '/unsubscribe/$token',
  component: page(() => import('./pages/acknowledge/UnsubscribePage.js'), 'UnsubscribePage'),
});
const setPasswordRoute = createRoute({
  ...forEverybody,
  path: '/set-password',
  validateSearch: readSetPasswordSearch,
  component: page(() => import('./pages/sign-in/SetPasswordPage.js'), 'SetPasswordPage'),
});

// The agency for digital government asks for an address that ends in /was.
const accessibilityRoute = createRoute({
  ...forEverybody,
  path: '/was',
  component: page(() => import('./pages/information/AccessibilityPage.js'), 'AccessibilityPage'),
});
const privacyRoute = createRoute({
  ...forEverybody,
  path: '/privacy',
  component: page(() => import('./pages/information/PrivacyPage.js'), 'PrivacyPage'),
});
const contactRoute = createRoute({
  ...forEverybody,
  path: '/contact',
  component: page(() => import('./pages/information/ContactPage.js'), 'ContactPage'),
});
const dataSourcesRoute = createRoute({
  ...forEverybody,
  path: '/data-sources',
  component: page(() => import('./pages/information/DataSourcesPage.js'), 'DataSourcesPage'),
});

export const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    startRoute,
    portfolioRoute,
    timelineRoute,
    clusterRoute,
    clusterHistoryRoute,
    reminderRecordRoute,
    clusterDocumentsRoute,
    clusterCaseRoute,
    clusterIndicatorsRoute,
    myClusterIndicatorsRoute,
    assessmentRoute,
    clusterCalibrationRoute,
    myClusterCalibrationRoute,
    frameworksRoute,
    frameworkRoute,
    indicatorsRoute,
    indicatorRoute,
    myClusterRoute,
    myClusterDocumentsRoute,
    myClusterHistoryRoute,
    remindersRoute,
    peopleRoute,
    daysWithoutRoute,
    rulesRoute,
    laddersRoute,
    ruleDraftsRoute,
    ruleDraftRoute,
    webhooksRoute,
    auditTrailRoute,
    newsRoute,
    inboxRoute,
    mailPreferencesRoute,
    calendarRoute,
    gridRoute,
    proposalsRoute,
    retentionRoute,
    unknownRoute,
  ]),
  signInRoute,
  forgottenPasswordRoute,
  setPasswordRoute,
  acknowledgeRoute,
  unsubscribeRoute,
  accessibilityRoute,
  privacyRoute,
  contactRoute,
  dataSourcesRoute,
]);
