import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { faultAt } from '#app/web/call.ts';

/** A change on the pages of people: says that it is saved, and shows the lists and the ledger anew. */
export function useSaving<G, A>(save: (given: G) => Promise<A>, said: string, after?: (answer: A) => void) {
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async (answer) => {
      await Promise.all(
        ['people', 'ledger', 'hand-overs', 'viewer'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
      if (said) notifications.show({ message: said });
      after?.(answer);
    },
    meta: { shownOnPage: true },
  });
  return { ...saving, errorAt: (path: string) => faultAt(saving.error, path) };
}
