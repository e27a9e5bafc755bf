import readSheet from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties } from '../duty.contract.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan } from '../publication.test-data.ts';
import { actionTo } from './board/board.ts';
import { exportAddress } from './export-address.ts';
import {
  changeView,
  chooseDefaultView,
  deleteView,
  listSavedViews,
  saveView,
} from './saved/saved-view.contract.ts';
import { listDaysOff, listSpans, showBoard, showMatrix } from './views.contract.ts';

let t: TestHouse;
let focal: Person;
let lan: Person;
let plan: string;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-18T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  lan = await t.as('ngoaivu@example.vn');
});
afterAll(() => t.close());

type Asked = Parameters<typeof focal.call<typeof listDuties>>[1]['query'];
const paths = async (query: Asked, who = focal) =>
  (await who.call(listDuties, { query })).rows.map((row) => row.path);
const download = async (format: 'csv' | 'xlsx', lines: Record<string, unknown>, columns: string[]) => {
  const url = exportAddress(format, { lines, columns }, 'vi');
  const answer = await t.web.inject({ url, headers: { cookie: focal.cookie } });
  expect(answer.statusCode).toBe(200);
  return answer;
};

test('duties are narrowed by what is asked: no date, late, days, requests, the role held', async () => {
  const all = await paths({});
  expect(await paths({ due: 'none' })).toEqual(['III.2.c', 'III.9', 'III.10.b', 'III.11.b']);
  expect(await paths({ due: 'late' })).toEqual(['III.5']);
  expect(await paths({ dueFrom: '2026-12-15', dueTo: '2026-12-31' })).toContain('III.5');
  expect(await paths({ dueFrom: '2026-12-16', dueTo: '2026-12-31' })).toEqual([]);
  expect(await paths({ requests: 'only' })).toEqual(['III.10.b']);
  expect(await paths({ requests: 'without' })).toEqual(all.filter((path) => path !== 'III.10.b'));
  expect(await paths({ whose: 'mine', role: 'coordinator' }, lan)).toEqual([]);
  expect(await paths({ whose: 'mine', role: 'holder' }, lan)).toContain('III.2.c');
  expect(await paths({ role: 'lead' })).not.toContain('III.2.c');
  expect(await paths({ waiting: 'true' })).toEqual([]);
});

test('what waits on somebody else is found', async () => {
  const { rows } = await focal.call(listDuties, { query: { text: 'cân đối' } });
  const part = rows[0]!.parts[0]!;
  const pause = { action: 'pause' as const, reason: 'Chờ phân bổ kinh phí' };
  await focal.call(actOnAssignment, { params: { id: part.id }, body: pause });
  expect(await paths({ waiting: 'true' })).toEqual(['III.5']);
  await focal.call(actOnAssignment, { params: { id: part.id }, body: { action: 'resume' } });
  expect(await paths({ waiting: 'true' })).toEqual([]);
});

test('lines of one month stand together, with how many there are', async () => {
  const { rows } = await focal.call(listDuties, { query: { by: 'month', sort: 'position', down: 'true' } });
  expect(rows.map(({ groupedUnder, inGroup }) => `${groupedUnder} ${inGroup}`)).toEqual([
    '2026-12 1',
    ...Array(4).fill('null 4'),
  ]);
  expect(rows.map((row) => row.path)).toEqual(['III.5', 'III.11.b', 'III.10.b', 'III.9', 'III.2.c']);
  const { rows: byAgency } = await focal.call(listDuties, { query: { by: 'agency' } });
  expect(byAgency.map((row) => row.groupedUnder)).toContain('Sở Ngoại vụ');
});

test('a file holds the lines and columns of the list, and no formula', async () => {
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('duty').set({ text: '=HYPERLINK("x")' }).where('path', '=', 'III.5').execute(),
  );
  const csv = (await download('csv', { sort: 'due', requests: 'without' }, ['text', 'due'])).body;
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const lines = csv.trim().split('\r\n');
  expect(lines[0]).toBe('"Mục","Văn bản","Nội dung","Hạn"');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe('"III.5","217/KH-UBND","\'=HYPERLINK(""x"")","15/12/2026"');
  const { rawPayload } = await download('xlsx', { requests: 'only', by: 'state' }, ['agency', 'state']);
  const [head, ...rows] = (await readSheet(Buffer.from(rawPayload)))[0]!.data;
  expect(head).toEqual(['Trạng thái', 'Mục', 'Văn bản', 'Chủ trì / Thực hiện', 'Phối hợp', 'Trạng thái']);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.slice(0, 3)).toEqual(['Chưa tiếp nhận', 'III.10.b', '217/KH-UBND']);
  expect(rows[0]![3]).toMatch(/^Ủy ban Mặt trận Tổ quốc Việt Nam thành phố/);
});

const late = { name: 'Quá hạn', search: { due: 'late' }, sharedWith: 'nobody' as const, agencyId: null };
const viewsOf = async (person: Person) => (await person.call(listSavedViews, {})).views;

test('a view is kept for oneself, renamed, shared, opened first and deleted', async () => {
  const { id } = await focal.call(saveView, { body: late });
  expect(await viewsOf(lan)).toEqual([]);
  expect((await lan.refused(chooseDefaultView, { body: { id } })).status).toBe(404);
  const body = { name: 'Quá hạn toàn tỉnh', sharedWith: 'province' as const };
  await focal.call(changeView, { params: { id }, body });
  await lan.call(chooseDefaultView, { body: { id } });
  expect(await viewsOf(lan)).toMatchObject([
    { name: body.name, search: late.search, isOwn: false, isDefault: true },
  ]);
  expect((await lan.refused(deleteView, { params: { id } })).status).toBe(403);
  await focal.call(deleteView, { params: { id } });
  expect(await viewsOf(lan)).toEqual([]);
});

test('an agency shares with its own people, and not with the province', async () => {
  const { agencies } = await lan.call(listSavedViews, {});
  const shared = { ...late, sharedWith: 'agency' as const, agencyId: agencies[0]!.id };
  const { id } = await lan.call(saveView, { body: shared });
  expect(await viewsOf(focal)).toEqual([]);
  expect((await focal.refused(saveView, { body: shared })).status).toBe(403);
  const wide = { sharedWith: 'province' as const };
  expect((await lan.refused(changeView, { params: { id }, body: wide })).status).toBe(403);
});

test('the matrix counts parts by agency and group, requests apart; a figure opens as many rows', async () => {
  const { counts, agencies, groups } = await focal.call(showMatrix, { query: {} });
  expect(groups.map(({ path }) => path)).toEqual(['II.3', 'II.5']);
  const foreign = agencies.find(({ name }) => name === 'Sở Ngoại vụ')!;
  const own = counts.find(({ agencyId, path }) => agencyId === foreign.id && path === 'II.3')!;
  expect(own.cells).toMatchObject({ 'open-in-time': 1, request: 0 });
  const asked = counts.find(({ path }) => path === 'II.5')!;
  expect(asked.cells).toMatchObject({ request: 1, 'open-in-time': 0 });
  expect(counts.some(({ path }) => path === null)).toBe(true);
  for (const { agencyId, path, cells } of counts)
    for (const [cell, n] of Object.entries(cells).filter(([, count]) => count)) {
      const query = { agency: agencyId, group: path ?? 'none', cell: cell as 'request' };
      expect((await focal.call(listDuties, { query })).total).toBe(n);
    }
});

test('the calendar tells due days and days off; along time a duty goes from its day given to its due day', async () => {
  const december = await focal.call(listDaysOff, { params: { month: '2026-12' }, query: {} });
  expect(december.due).toEqual([{ day: '2026-12-15', total: 1, late: 1 }]);
  expect(december.rows.map(({ path }) => path)).toEqual(['III.5']);
  expect(december.daysOff.map(({ day }) => day)).toContain('2026-12-05');
  const january = await focal.call(listDaysOff, { params: { month: '2027-01' }, query: {} });
  expect(january.daysOff.find(({ day }) => day === '2027-01-01')?.name).toBeTruthy();
  const { rows } = await focal.call(listSpans, { query: { sort: 'due' } });
  expect(rows[0]).toMatchObject({ path: 'III.5', dueOn: '2026-12-15', cell: 'open-late' });
  expect(rows[0]!.givenOn <= '2026-12-15').toBe(true);
});

test('duties of no task group are asked for by themselves, in the list and in the matrix', async () => {
  const of = await paths({ group: 'none' });
  expect(of.length).toBeGreaterThan(0);
  for (const group of ['II.3', 'II.5']) expect(of.filter((path) => path === group)).toEqual([]);
  const grouped = new Set([...(await paths({ group: 'II.3' })), ...(await paths({ group: 'II.5' }))]);
  expect(of.filter((path) => grouped.has(path))).toEqual([]);
  expect(of.length + grouped.size).toBe((await paths({})).length);
  const { counts } = await focal.call(showMatrix, { query: { group: 'none' } });
  expect(new Set(counts.map(({ path }) => path))).toEqual(new Set([null]));
});

test('the board shows as many cards as asked for, and a past day as it was, with nothing to do', async () => {
  const columns = async (query: { asOf?: string; most?: string }) =>
    (await focal.call(showBoard, { query: query as never })).columns;
  const assigned = (await columns({})).find(({ state }) => state === 'assigned')!;
  expect(assigned.total).toBeGreaterThan(assigned.cards.length);
  const all = (await columns({ most: '500' })).find(({ state }) => state === 'assigned')!;
  expect(all.cards).toHaveLength(assigned.total);
  const one = (await columns({ most: '1' })).find(({ state }) => state === 'assigned')!;
  expect([one.cards.length, one.total]).toEqual([1, assigned.total]);
  // The plan was given in 2022; nothing had been given the year before.
  expect((await columns({ asOf: '2021-06-30' })).map(({ total }) => total)).toEqual(Array(8).fill(0));
  const then = (await columns({ asOf: '2022-12-31' })).flatMap(({ cards }) => cards);
  expect(then.length).toBeGreaterThan(0);
  expect(then.flatMap(({ actions }) => actions)).toEqual([]);
});

test('the board gives each card the actions of who looks, and a column is reached by one of them', async () => {
  const cardOf = async (person: Person, path: string) =>
    (await person.call(showBoard, { query: { group: 'II.3' } })).columns
      .flatMap(({ cards }) => cards)
      .find((card) => card.path === path && card.agencyName === 'Sở Ngoại vụ')!;
  const card = await cardOf(lan, 'III.2.c');
  expect(actionTo(card, 'received')).toBe('receive');
  expect(actionTo(card, 'completed')).toBeNull();
  expect(actionTo(await cardOf(focal, 'III.2.c'), 'received')).toBeNull();
  await lan.call(actOnAssignment, { params: { id: card.id }, body: { action: 'receive' } });
  expect((await cardOf(lan, 'III.2.c')).state).toBe('received');
});
