import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { listDuties, showDuty } from './duty.contract.ts';
import { previewPublication, publish } from './publication.contract.ts';
import { insertPlan, samples } from './publication.test-data.ts';

let t: TestHouse;
let focal: Person;
let plan: string;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
  plan = await insertPlan(t);
});
afterAll(() => t.close());

const unclear = 'các tổ chức đoàn thể chính trị - xã hội';

test('the preview says whom each name means and what is left to decide', async () => {
  const { names, deadlines, duties } = await focal.call(previewPublication, { params: { id: plan } });
  const kinds = Object.fromEntries(names.map((name) => [name.printed, name.kind]));
  expect(kinds).toEqual({
    'Sở Ngoại vụ': 'agency',
    'Liên hiệp các Tổ chức hữu nghị thành phố': 'agency',
    'Ban Thi đua - khen thưởng': 'agency',
    'các cơ quan có liên quan': 'unnamed',
    'Sở Tài chính': 'agency',
    'Công an thành phố': 'agency',
    'Ủy ban Mặt trận Tổ quốc thành phố': 'agency',
    [unclear]: 'unknown',
    'Ủy ban Mặt trận Tổ quốc Việt Nam thành phố': 'agency',
    'Các Sở, ban, ngành và Ủy ban nhân dân các quận, huyện': 'group',
  });
  expect(names.filter((name) => name.mustBeDecided).map((name) => name.printed)).toEqual([unclear]);
  expect(names.find((name) => name.kind === 'group')!.agencyIds.length).toBeGreaterThan(20);
  expect(names.find((name) => name.printed === 'các cơ quan có liên quan')).toMatchObject({
    asCoordinator: 2,
    agencyIds: [],
  });
  expect(deadlines.map(({ words, due }) => [words, due])).toEqual([
    ['trước ngày 15/12/2026', '2026-12-15'],
    ['trước ngày 15/12', '2022-12-15'],
  ]);
  expect(deadlines.map(({ assumption }) => assumption !== null)).toEqual([false, true]);
  expect(duties).toHaveLength(samples.length);
});

test('only the focal officer publishes', async () => {
  for (const email of [
    'lanhdao@example.vn',
    'ngoaivu@example.vn',
    'thanhtra@example.vn',
    'quantri@example.vn',
  ]) {
    const person = await t.as(email);
    expect((await person.refused(publish, { params: { id: plan }, body: {} })).status).toBe(403);
  }
});

test('a name that nobody decided stops it, in a sentence', async () => {
  const problem = await focal.refused(publish, { params: { id: plan }, body: {} });
  expect(problem).toMatchObject({ status: 422, title: expect.stringContaining(`“${unclear}”`) });
  expect((await focal.call(listDuties, { query: {} })).total).toBe(0);
});

test('a document corrected since the preview is looked at again', async () => {
  const body = { decisions: [{ printed: unclear, agencyIds: [] }], revision: 7 };
  expect((await focal.refused(publish, { params: { id: plan }, body })).status).toBe(409);
});

test('a duty that nobody confirmed stops it', async () => {
  const draft = await insertPlan(t, [{ ...samples[0]!, confirmed: false }], '218/KH-UBND');
  const problem = await focal.refused(publish, { params: { id: draft }, body: {} });
  expect(problem).toMatchObject({ status: 409, title: expect.stringMatching(/chưa được xác nhận/) });
});

test('published once: each agency has its part, names stay as printed, dates only where the words give one', async () => {
  const body = { decisions: [{ printed: unclear, agencyIds: [] }] };
  const given = await focal.call(publish, { params: { id: plan }, body });
  expect(given).toMatchObject({ duties: 5, unassigned: 0 });
  const { rows, total, cells } = await focal.call(listDuties, { query: {} });
  expect(total).toBe(5);
  expect(cells).toMatchObject({ 'open-in-time': 4, request: 1 });
  expect(rows.map((row) => [row.path, row.dueOn])).toEqual([
    ['III.2.c', null],
    ['III.5', '2026-12-15'],
    ['III.9', null],
    ['III.10.b', null],
    ['III.11.b', null],
  ]);
  expect(rows[2]!.unnamedCoordinators).toEqual([unclear]);
  const group = await focal.call(showDuty, { params: { id: rows[4]!.id } });
  expect(group.parts.length).toBe(rows[4]!.summary.holders.total);
  expect(new Set(group.parts.map((part) => part.printedName))).toEqual(new Set(samples[4]!.holders));
  expect(given.assignments).toBe(
    rows.reduce((sum, row) => sum + row.summary.holders.total + row.summary.coordinators.total, 0),
  );
});

test('an assumed date is taken when a person accepts it', async () => {
  const again = await insertPlan(t, [samples[2]!], '219/KH-UBND');
  const body = { decisions: [{ printed: unclear, agencyIds: [] }], acceptedDeadlines: ['trước ngày 15/12'] };
  await focal.call(publish, { params: { id: again }, body });
  const { rows } = await focal.call(listDuties, { query: { document: again } });
  expect(rows.map((row) => [row.dueOn, row.cell])).toEqual([['2022-12-15', 'open-late']]);
});

test('twice is told as such', async () => {
  const problem = await focal.refused(publish, { params: { id: plan }, body: {} });
  expect(problem).toMatchObject({ status: 409, title: expect.stringMatching(/đã được công bố/) });
});
