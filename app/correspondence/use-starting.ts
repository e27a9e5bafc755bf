import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CallArguments } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { startLetter } from './correspondence.contract.ts';

/** Drafts a letter and opens it. */
export function useStarting() {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CallArguments<typeof startLetter>['body']) => call(startLetter, { body }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['letters'] });
      await navigate({ to: `/letters/${id}` });
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
}
