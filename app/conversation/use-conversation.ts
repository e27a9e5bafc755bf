import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { type SubjectKind, showConversation } from './conversation.contract.ts';

/** What was said about a piece of work; asked for once, however many of its places show it. */
export function useConversation(kind: SubjectKind, id: string) {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['conversations', kind, id],
    queryFn: () => call(showConversation, { params: { kind, id } }),
  });
  return { data, refresh: () => client.invalidateQueries({ queryKey: ['conversations', kind, id] }) };
}
