import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { bulkWords } from './bulk.words.ts';
import type { PlanOutcome } from './bulk-plan.ts';

/** "12 phần việc của 10 nhiệm vụ", or "10 nhiệm vụ" where each has one. */
export function useMany() {
  const t = useWords(bulkWords);
  return ({ done }: Pick<PlanOutcome, 'done'>): string => {
    const duties = new Set(done.map(({ dutyId }) => dutyId)).size;
    return duties === done.length
      ? t.duties(showNumber(duties))
      : t.parts(showNumber(done.length), showNumber(duties));
  };
}
