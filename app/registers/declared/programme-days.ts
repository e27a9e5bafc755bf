import { showDay } from '#libraries/register/index.ts';

/**
 * Days at the head of a programme's lines ("12/3/2027: …", "Ngày 12/3 – …") that lie outside its time, as they are
 * shown; a day without a year is of the year in which the time begins or ends. Other lines are left alone.
 */
export function daysOfProgramme(
  programme: string | null,
  { from, to }: { from: string; to: string | null },
): string[] {
  const last = to ?? from;
  const years = [...new Set([from.slice(0, 4), last.slice(0, 4)])];
  return (programme ?? '').split('\n').flatMap((line) => {
    const [, day, month, year] =
      /^\s*(?:[-+•]\s*)?(?:ngày\s+)?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?!\d)/iu.exec(line) ?? [];
    if (!day || !month) return [];
    const read = (year ? [year] : years).map(
      (one) => `${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    );
    return read.some((one) => one >= from && one <= last) ? [] : [showDay(read[0]!)];
  });
}
