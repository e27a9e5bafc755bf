import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { dueDay, type Job, runDueJobs } from './jobs.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ example: false });
});
afterAll(() => t.close());

const at = (vietnameseTime: string) => new Date(`${vietnameseTime}+07:00`);

test('the day of a daily job begins at its hour, in Vietnamese time', () => {
  expect(dueDay(at('2026-11-22T01:59'), '02:00')).toBe('2026-11-21');
  expect(dueDay(at('2026-11-22T02:00'), '02:00')).toBe('2026-11-22');
  expect(dueDay(at('2026-11-22T00:30'), undefined)).toBe('2026-11-22');
});

test('a daily job is done once a day, another failing one is tried again after an hour, and neither holds the other up', async () => {
  const done: string[] = [];
  let faults = 1;
  const jobs: Job[] = [
    {
      name: 'test.fails-once',
      at: '02:00',
      run: async (_, day) => {
        if (faults-- > 0) throw new Error('no room');
        done.push(`late ${day}`);
      },
    },
    { name: 'test.daily', at: '02:00', run: async (_, day) => void done.push(day) },
  ];
  for (const time of [
    '2026-11-22T03:00',
    '2026-11-22T03:30',
    '2026-11-22T04:30',
    '2026-11-22T23:00',
    '2026-11-23T02:00',
  ]) {
    t.setNow(at(time));
    await runDueJobs(t.house, jobs);
  }
  expect(done).toEqual(['2026-11-22', 'late 2026-11-22', 'late 2026-11-23', '2026-11-23']);
});
