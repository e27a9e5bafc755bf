import { useMutation, useQueryClient } from '@tanstack/react-query';
import { faultAt } from '#app/web/call.ts';

/** A change of an agency from its page: told on the form when it is refused, shown everywhere when it is done. */
export function useRecordChange<T>(change: (given: T) => Promise<unknown>, done: () => void) {
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['agencies'] }),
        client.invalidateQueries({ queryKey: ['ledger'] }),
      ]);
      done();
    },
    meta: { shownOnPage: true },
  });
  const errorAt = (path: string) => faultAt(saving.error, path);
  /** What no field of the form shows. */
  const errorBeside = (paths: readonly string[]) =>
    saving.error && !paths.some(errorAt) ? saving.error.message : undefined;
  return { ...saving, errorAt, errorBeside };
}
