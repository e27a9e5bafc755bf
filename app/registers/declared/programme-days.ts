import { type Line, showDay } from '#libraries/register/index.ts';

/** Days of a programme's lines that lie outside its time, as they are shown; lines without a day are left alone. */
export function daysOfProgramme(
  programme: readonly Line[] | null,
  { from, to }: { from: string; to: string | null },
): string[] {
  const days = (programme ?? []).flatMap(({ day }) => (typeof day === 'string' ? [day] : []));
  return [...new Set(days)].filter((day) => day < from || day > (to ?? from)).map(showDay);
}
