import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { listAsks, listReportAsks } from './ask.contract.ts';

export type AskShown = Answer<typeof listAsks>['asks'][number];

/** The questions of a consolidation, for those who ask; nothing for others. */
export function useAsks(id: string) {
  const mayRead = holds(useViewer(), 'focal-officer', 'leader');
  const { data, error } = useQuery({
    queryKey: ['consolidation', id, 'asks'],
    queryFn: () => call(listAsks, { params: { id } }),
    enabled: mayRead,
  });
  return { mayRead, data, error };
}

/** The questions about an agency's report, for its people and those who ask. */
export function useReportAsks(reportId: string): AskShown[] {
  const mayRead = holds(useViewer(), 'focal-officer', 'leader', 'agency-focal', 'agency-head', 'staff');
  const { data } = useQuery({
    queryKey: ['asks', 'report', reportId],
    queryFn: () => call(listReportAsks, { params: { id: reportId } }),
    enabled: mayRead,
  });
  return data?.asks ?? [];
}

/** What a turn of a question changes on the pages that are open. */
export function useAsksChanged() {
  const client = useQueryClient();
  return async ({ consolidationId }: Pick<AskShown, 'consolidationId'>) => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['consolidation', consolidationId] }),
      client.invalidateQueries({ queryKey: ['asks'] }),
    ]);
  };
}
