import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { type viewerShape, whoAmI } from '#app/accounts/account.contract.ts';
import type { Role } from '#app/platform/viewer.ts';
import { call } from './call.ts';
import { forgetKept, orKept } from './offline/kept-answers.ts';

export type PageViewer = z.output<typeof viewerShape>;

export const viewerQuery = queryOptions({
  queryKey: ['viewer'],
  queryFn: () =>
    orKept(
      'viewer',
      async () => {
        const answer = await call(whoAmI, {});
        if (!answer.viewer) forgetKept();
        return answer;
      },
      ({ viewer }) => viewer !== null,
    ),
  staleTime: 5 * 60_000,
});

/** The signed-in person; pages inside the shell always have one. */
export function useViewer(): PageViewer {
  const { data } = useSuspenseQuery(viewerQuery);
  if (!data.viewer) throw new Error('this page stands outside the shell');
  return data.viewer;
}

export const holds = (viewer: PageViewer, ...wanted: Role[]): boolean =>
  viewer.memberships.some((m) => wanted.includes(m.role));
