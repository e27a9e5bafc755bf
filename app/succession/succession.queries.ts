import { queryOptions } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { listSuccessions, showSuccession } from './succession.contract.ts';

export const successionsQuery = queryOptions({
  queryKey: ['successions'],
  queryFn: () => call(listSuccessions, {}),
});

/** What a preview shows must be true at once. */
export const successionQuery = (id: string) =>
  queryOptions({
    queryKey: ['successions', id],
    queryFn: () => call(showSuccession, { params: { id } }),
    staleTime: 0,
  });
