import { notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal } from './call.ts';
import { viewerQuery } from './viewer.ts';

/**
 * What the pages know of the server's answers. A change that is refused says so, whichever page asked for it; a
 * question refused because the session has ended lets the shell lead to signing in.
 */
export const queries: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && !(error instanceof Refusal && error.status >= 400),
      staleTime: 5_000,
      // Without a network a question is refused at once, in words; it does not wait in silence.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof Refusal && error.status === 401)
        queries.setQueryData(viewerQuery.queryKey, { viewer: null });
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _given, _context, mutation) => {
      if (!mutation.meta?.shownOnPage)
        notifications.show({ color: 'red', message: error.message, autoClose: 12_000 });
    },
  }),
});
