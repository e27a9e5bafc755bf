import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOfArchive, nameOfArchive } from './archive-name.ts';
import { toRemove } from './retention.ts';

const at = (day: string, time = '02:00:00') => new Date(`${day}T${time}+07:00`);
const archive = (day: string, time?: string) => ({ name: nameOfArchive(at(day, time)), at: at(day, time) });
const keep = { daily: 7, weekly: 5, monthly: 12 };
/** One archive a night from the first day on. */
const nights = (first: string, count: number) =>
  Array.from({ length: count }, (_, n) => {
    const moment = new Date(at(first).getTime() + n * 86_400_000);
    return { name: nameOfArchive(moment), at: moment };
  });

test('after 400 nights: seven days, then Sundays, then last days of months', () => {
  const all = nights('2025-10-19', 400);
  const gone = new Set(toRemove(all, keep));
  const left = all.filter(({ name }) => !gone.has(name)).map(({ name }) => name.slice(8, 18));
  expect(left).toEqual([
    '2025-12-31',
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-25',
    '2026-10-31',
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
});

test('of one day the latest stays; a day begins at midnight in Vietnam', () => {
  const all = [archive('2026-11-22', '00:30:00'), archive('2026-11-22', '23:30:00'), archive('2026-11-21')];
  expect(toRemove(all, { daily: 2, weekly: 0, monthly: 0 })).toEqual([
    archive('2026-11-22', '00:30:00').name,
  ]);
});

const moments = fc.uniqueArray(fc.integer({ min: 0, max: 900 * 86_400 }), { maxLength: 60 });
const archives = moments.map((list) =>
  list.map((seconds) => {
    const moment = new Date(at('2024-06-01').getTime() + seconds * 1000);
    return { name: nameOfArchive(moment), at: moment };
  }),
);
const keeps = fc.record({
  daily: fc.integer({ min: 1, max: 10 }),
  weekly: fc.integer({ min: 0, max: 10 }),
  monthly: fc.integer({ min: 0, max: 10 }),
});

test('the newest never goes, no more stays than was asked, doing it twice changes nothing, keeping more removes no more', () => {
  fc.assert(
    fc.property(archives, keeps, fc.integer({ min: 0, max: 3 }), (all, keep, more) => {
      const gone = toRemove(all, keep);
      const left = all.filter(({ name }) => !gone.includes(name));
      const newest = [...all].sort((a, b) => b.at.getTime() - a.at.getTime())[0];
      if (newest) expect(left).toContain(newest);
      expect(left.length).toBeLessThanOrEqual(keep.daily + keep.weekly + keep.monthly);
      expect(toRemove(left, keep)).toEqual([]);
      const generous = { daily: keep.daily + more, weekly: keep.weekly + more, monthly: keep.monthly + more };
      expect(gone).toEqual(expect.arrayContaining(toRemove(all, generous)));
    }),
  );
});

test('the name of an archive tells its moment, and only our names do', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (seconds) => {
      const moment = new Date(seconds * 1000);
      expect(momentOfArchive(nameOfArchive(moment))).toEqual(moment);
    }),
  );
  for (const name of [
    'ghi-chu.txt',
    'nhipcau-2026-11-22-020000.tar.zst.age.unfinished',
    'nhipcau-2026-13-41-999999.tar.zst.age',
  ])
    expect(momentOfArchive(name)).toBeNull();
});
