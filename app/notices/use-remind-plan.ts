import type { BulkPlan } from '#app/duties/bulk/bulk-plan.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { noticeWords } from './notice.words.ts';
import { remindMany } from './remind-many.contract.ts';

/** Reminding the agencies of many duties, for those who follow work up. */
export function useRemindPlan(only: string | undefined): BulkPlan[] {
  const t = useWords(noticeWords);
  if (!holds(useViewer(), 'focal-officer', 'leader')) return [];
  return [
    {
      key: 'remind',
      name: t.urge,
      asks: [],
      undo: 'no',
      act: (dutyIds, _given, { rehearse }) =>
        call(remindMany, { body: { dutyIds, rehearse, ...(only ? { only } : {}) } }),
    },
  ];
}
