import { afterAll, beforeAll, expect, test } from 'vitest';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  countWorkingDays,
  leaveOutHoliday,
  listHolidays,
  restoreHoliday,
  saveHoliday,
} from './holiday.contract.ts';

let t: TestHouse;
let admin: Person;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  admin = await t.as('quantri@example.vn');
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

const dueAfter = async (from: string, days: number) =>
  focal.call(countWorkingDays, { query: { from, days } });

test('seven working days after Thursday 19/11/2026 end on Tuesday 1/12, and the sentence names 24/11', async () => {
  const { due, explained } = await dueAfter('2026-11-19', 7);
  expect(due).toBe('2026-12-01');
  expect(explained).toMatch(/trừ 24\/11/);
});

test('a holiday left out is worked, and comes back when restored', async () => {
  const params = { date: '2026-11-24' };
  await admin.call(leaveOutHoliday, { params });
  expect((await dueAfter('2026-11-19', 7)).due).toBe('2026-11-30');
  const { rows } = await focal.call(listHolidays, { query: { year: 2026 } });
  expect(rows.find((row) => row.date === '2026-11-24')?.origin).toBe('left-out');
  await admin.call(restoreHoliday, { params });
  expect((await dueAfter('2026-11-19', 7)).due).toBe('2026-12-01');
});

test("a day of the province's own counts at once, and the ledger tells by whom", async () => {
  const row = {
    name: 'Nghỉ khắc phục bão',
    kind: 'swap-off' as const,
    source: 'Công văn của UBND thành phố',
    verified: true,
  };
  await admin.call(saveHoliday, { params: { date: '2026-11-25' }, body: row });
  expect((await dueAfter('2026-11-19', 7)).due).toBe('2026-12-02');
  const { lines } = await focal.call(subjectLedger, {
    params: { subjectKind: 'calendar', subjectId: t.tenantId },
  });
  expect(lines.at(-1)!.said.vi).toMatch(/thêm ngày 25\/11\/2026 \(Nghỉ khắc phục bão\)/);
  await admin.call(leaveOutHoliday, { params: { date: '2026-11-25' } });
  expect((await dueAfter('2026-11-19', 7)).due).toBe('2026-12-01');
});

test('what cannot be is refused in one sentence: working a weekday in exchange, a row without source, another role', async () => {
  const save = (body: { name: string; kind: 'swap-work' | 'fixed'; source: string; verified: boolean }) => ({
    params: { date: '2026-11-26' },
    body,
  });
  const swap = save({ name: 'Làm bù', kind: 'swap-work', source: 'Thông báo', verified: true });
  expect((await admin.refused(saveHoliday, swap)).title).toMatch(/không phải ngày nghỉ hằng tuần/);
  const bare = save({ name: 'Ngày lễ', kind: 'fixed', source: '', verified: true });
  expect((await admin.refused(saveHoliday, bare)).title).toMatch(/chưa có nguồn/);
  expect((await focal.refused(saveHoliday, swap)).status).toBe(403);
});
