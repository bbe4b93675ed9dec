import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { ME } from '../features/identity/api';
import { i18n } from '../i18n/i18n';
import { router } from './routes';
import { theme } from './theme';

/** Not needed to see the first page; what is said before they are there is shown then. */
const Notifications = lazy(async () => ({ default: (await import('./notifications')).ShortMessages }));

const FRESH_MS = 15_000;
const TRIES = 2;

/** When anything learns that the session has ended, the frame asks who is logged in, and leads to the log-in page. */
const noticeLogOut = (error: unknown): void => {
  if (error instanceof ApiProblem && error.status === 401) void queries.invalidateQueries({ queryKey: ME });
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (queryKey[0] !== ME[0]) noticeLogOut(error);
    },
  }),
  mutationCache: new MutationCache({ onError: noticeLogOut }),
  defaultOptions: {
    // Whether there is a network shows when one asks; and some of the answers are kept on the machine.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: FRESH_MS,
      retry: (failures, error) =>
        !(error instanceof ApiProblem && error.status >= 400 && error.status < 500) && failures < TRIES,
    },
  },
});

/** Everything that surrounds the pages. */
export function App() {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} forceColorScheme="light">
        <QueryClientProvider client={queries}>
          <Suspense>
            <Notifications />
          </Suspense>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
