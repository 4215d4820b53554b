// First of all: each part's own rules stand after these and win.
import './styles.js';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { i18n, rememberedLanguage, turnToLanguage } from './i18n.js';
import { paths } from './paths.js';
import { createQueryClient } from './queries.js';
import { createDashboardRouter } from './router.js';
import { theme } from './theme.js';

const queryClient = createQueryClient(() => {
  // The session ended on an open page: sign in, then back to the very same address. A form in which something was typed does not let go.
  const isSigningIn = () => router.state.location.pathname === '/sign-in';
  if (isSigningIn()) return;
  void router.navigate({ ...paths.signIn(router.state.location.href), replace: true }).then(() => {
    if (isSigningIn()) queryClient.removeQueries({ queryKey: ['me'] });
  });
});
const router = createDashboardRouter(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element #root');
await turnToLanguage(rememberedLanguage());
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  </StrictMode>,
);
