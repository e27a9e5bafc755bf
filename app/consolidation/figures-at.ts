import { countCells } from '#app/duties/index.ts';
import type { Figures } from './sentence.ts';

type Measured = Parameters<typeof countCells>[0][number];

/** The four cells as they stood at the end of a day: what was reported done later was still open then. */
export function figuresAt(duties: readonly Measured[], day: string): Figures {
  const then = duties.map(
    (duty): Measured =>
      duty.completedOn !== null && duty.completedOn > day
        ? { ...duty, state: 'in-progress', completedOn: null }
        : duty,
  );
  return { asOf: day, duties: duties.length, cells: countCells(then, day) };
}
