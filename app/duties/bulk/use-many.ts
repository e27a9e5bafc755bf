import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { bulkWords } from './bulk.words.ts';
import type { PlanOutcome } from './bulk-plan.ts';

type Counts = { parts: number; duties: number };

export const countDone = ({ done }: Pick<PlanOutcome, 'done'>): Counts => ({
  parts: done.length,
  duties: new Set(done.map(({ dutyId }) => dutyId)).size,
});

/** "12 phần việc của 10 nhiệm vụ", or "10 nhiệm vụ" where each has one. */
export function useMany() {
  const t = useWords(bulkWords);
  return ({ parts, duties }: Counts): string =>
    duties === parts ? t.duties(showNumber(duties)) : t.parts(showNumber(parts), showNumber(duties));
}
