import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { type Outcome, undoBatch } from './bulk.contract.ts';

/** Takes back all that was done together, piece after piece. */
export function useUndoBatch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const told: Outcome = { done: [], refused: [] };
      let before: number | null | undefined;
      do {
        const one = await call(undoBatch, { params: { id }, body: before ? { before } : {} });
        told.done.push(...one.done);
        told.refused.push(...one.refused);
        before = one.next;
      } while (before);
      return told;
    },
    meta: { shownOnPage: true },
    // Rows, lines and counts of any page may have changed with it.
    onSettled: () => client.invalidateQueries(),
  });
}
