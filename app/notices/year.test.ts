import { afterAll, beforeAll, expect, test } from 'vitest';
import { officeDay } from '#app/platform/office-day.ts';
import holidays from '#data/holidays.json' with { type: 'json' };
import ladder from '#data/notice-ladder.json' with { type: 'json' };
import { addDays, type Holiday, makeCalendar } from '#libraries/calendar/index.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { publishedParts, sentNotices, setParts, tick } from './notices.test-data.ts';
import { officeTime } from './send-steps.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

const calendar = makeCalendar(holidays as Holiday[]);
const START = '2026-11-23';
const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`);

/** Walks the calendar a day at a time: no arithmetic of the program's. */
function walk(from: string, days: number): string {
  let day = from;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, Math.sign(days));
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

test('twelve months: each step once, none lost over restarts, none on days of rest or in quiet hours', {
  timeout: 180_000,
}, async () => {
  t.setNow(at(START, '09:00'));
  const parts = await publishedParts(t);
  const ngoaiVu = parts.filter(({ agency }) => agency === 'Sở Ngoại vụ');
  const noiVu = parts.filter(({ agency }) => agency === 'Sở Nội vụ');
  expect([ngoaiVu.length > 0, noiVu.length > 0]).toEqual([true, true]);
  const all = parts.map(({ assignmentId }) => assignmentId);
  await setParts(t, all, { due_on: null, state: 'received' });
  const dueOf = { ngoaiVu: '2027-03-15', noiVu: '2027-09-06' };
  await setParts(t, [ngoaiVu[0]!.assignmentId], { due_on: dueOf.ngoaiVu });
  await setParts(t, [noiVu[0]!.assignmentId], { due_on: dueOf.noiVu, state: 'assigned' });

  // Down for two working days and a weekend now and then, and started anew each fortnight.
  const isDown = (day: string) => ['2027-03-16', '2027-03-17', '2027-09-10', '2027-09-11'].includes(day);
  for (let day = START, n = 0; day < '2027-11-23'; day = addDays(day, 1), n += 1) {
    if (n % 14 === 13) await t.restart();
    if (isDown(day)) continue;
    for (const time of ['05:30', '07:45', '13:00', '21:00']) {
      t.setNow(at(day, time));
      await tick(t);
    }
  }

  const sent = await sentNotices(t);
  const wanted = new Set<string>();
  const expectStep = (when: string, days: number, level: string, email: string) =>
    wanted.add(`${when}:${days}:${level} ${email}`);
  for (const rung of ladder.rungs) {
    if (!['before-due', 'overdue', 'silent'].includes(rung.when)) continue;
    const who: Record<string, string[]> = {
      doer: ['ngoaivu@example.vn', 'noivu@example.vn'],
      head: ['noivu@example.vn'],
      'focal-officer': ['daumoi@example.vn'],
      leader: ['lanhdao@example.vn'],
    };
    for (const email of who[rung.level]!)
      if (rung.when !== 'silent' || email !== 'ngoaivu@example.vn')
        expectStep(rung.when, rung.days, rung.level, email);
  }
  const keys = sent.map((one) => `${one.step} ${one.email}`);
  expect(new Set(keys)).toEqual(wanted);
  const exact = sent.map((one) => `${one.subject_id} ${one.step} ${one.email} ${one.anchor_on}`);
  expect(new Set(exact).size).toBe(exact.length);

  // Above the agencies both are told of, each once.
  expect(keys.filter((key) => key === 'overdue:10:leader lanhdao@example.vn')).toHaveLength(2);
  for (const { sent_at: when, step, due_on: due } of sent) {
    const day = officeDay(when);
    expect([day, calendar.isWorkingDay(day)]).toEqual([day, true]);
    expect(officeTime(when) >= ladder.sendFrom && officeTime(when) < ladder.sendUntil).toBe(true);
    const [occasion, days] = step.split(':');
    if (occasion === 'silent') continue;
    const planned = walk(due!, occasion === 'before-due' ? -Number(days) : Number(days));
    const sentOn = isDown(planned) ? walkUp(planned) : planned;
    expect([step, due, day]).toEqual([step, due, sentOn]);
  }
});

/** The first working day after one on which the program was down. */
function walkUp(day: string): string {
  let next = day;
  do next = walk(next, 1);
  while (['2027-03-16', '2027-03-17', '2027-09-10', '2027-09-11'].includes(next));
  return next;
}
