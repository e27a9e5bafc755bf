import { officeDay } from '#app/platform/office-day.ts';
import type { Keep } from '#app/platform/settings.ts';

type Kept = { name: string; at: Date };

/**
 * Names of the archives that may go: all but the newest of each of the last `daily` days, `weekly` weeks and
 * `monthly` months that have one. The newest of all always stays.
 */
export function toRemove(archives: readonly Kept[], keep: Keep): string[] {
  const newestFirst = [...archives].sort(
    (a, b) => b.at.getTime() - a.at.getTime() || (a.name < b.name ? -1 : 1),
  );
  const staying = new Set(newestFirst.slice(0, 1).map(({ name }) => name));
  for (const [periodOf, count] of [
    [officeDay, keep.daily],
    [weekOf, keep.weekly],
    [(at: Date) => officeDay(at).slice(0, 7), keep.monthly],
  ] as const) {
    const newestOf = new Map<string, string>();
    for (const { name, at } of newestFirst) if (!newestOf.has(periodOf(at))) newestOf.set(periodOf(at), name);
    for (const name of [...newestOf.values()].slice(0, count)) staying.add(name);
  }
  return newestFirst.map(({ name }) => name).filter((name) => !staying.has(name));
}

/** The Monday a moment's week began on, in Vietnam. */
function weekOf(at: Date): string {
  const day = new Date(`${officeDay(at)}T00:00:00Z`);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}
