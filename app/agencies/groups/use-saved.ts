import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '#app/web/language.tsx';
import { groupWords } from './group.words.ts';

/** After a change of groups: says so, and asks again for groups, their ledger and what names mean. */
export function useSaved(groupId: string | null): () => Promise<void> {
  const t = useWords(groupWords);
  const client = useQueryClient();
  return async () => {
    notifications.show({ message: t.saved });
    await client.invalidateQueries({ queryKey: ['agencies'] });
    if (groupId) await client.invalidateQueries({ queryKey: ['ledger', 'agency-group', groupId] });
    await client.invalidateQueries({ queryKey: ['duties', 'publication'] });
  };
}
