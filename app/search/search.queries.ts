import { queryOptions } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { type SearchKind, search } from './search.contract.ts';

/** What is found; the answer before stays while the next one comes, so that the list does not jump at each key. */
export const searchQuery = (q: string, { most, kind }: { most: number; kind?: SearchKind | undefined }) =>
  queryOptions({
    queryKey: ['search', q, most, kind ?? 'all'],
    queryFn: () => call(search, { query: { q, most, kind } }),
    enabled: q.trim().length > 1,
    placeholderData: (before) => before,
    staleTime: 10_000,
  });
