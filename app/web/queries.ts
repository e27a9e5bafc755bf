import { notifications } from '@mantine/notifications';
import { MutationCache, QueryClient } from '@tanstack/react-query';
import { Refusal } from './call.ts';

/** What the pages know of the server's answers. A change that is refused says so, whichever page asked for it. */
export const queries: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && !(error instanceof Refusal && error.status >= 400),
      staleTime: 5_000,
    },
  },
  mutationCache: new MutationCache({
    onError: (error, _given, _context, mutation) => {
      if (!mutation.meta?.shownOnPage)
        notifications.show({ color: 'red', message: error.message, autoClose: 12_000 });
    },
  }),
});
