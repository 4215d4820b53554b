import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import { loadAllSentences } from './i18n.js';
import { paths } from './paths.js';
import { hasCode, meQuery } from './queries.js';
import { type AsOfSearch, readAsOf } from './search-params.js';
import { AppShell } from './shell/AppShell.js';
import { CrashPage } from './shell/CrashPage.js';
import { NotFoundPage } from './shell/NotFoundPage.js';
import { RootFrame } from './shell/RootFrame.js';

export interface RouterContext {
  queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootFrame,
  errorComponent: CrashPage,
  notFoundComponent: NotFoundPage,
});

/** Everything that needs a session. `on` and `known` are kept from page to page. */
export const signedInRoute = createRoute({
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
  component: AppShell,
});

/** What a route of the table begins with: behind the session, or in front of it. */
export const signedIn = { getParentRoute: () => signedInRoute };
export const forEverybody = { getParentRoute: () => rootRoute };

/** A page beyond the first load: fetched when it is opened, together with the sentences that the frame does not say. */
export function page<M extends Record<string, unknown>, K extends keyof M>(load: () => Promise<M>, name: K) {
  return lazyRouteComponent(async () => (await Promise.all([load(), loadAllSentences()]))[0], name);
}
