import { afterAll, beforeAll, expect, test } from 'vitest';
import { showDocument } from '#app/documents/document.contract.ts';
import { actOnAssignment } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { importTracker, type TrackerPlanShown, tryTracker } from './tracker.contract.ts';
import { bookOf, officeBook, progressBook, sendBook } from './tracker.test-data.ts';

let t: TestHouse;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

async function look(file: Buffer, fields = {}): Promise<TrackerPlanShown> {
  const { status, body } = await sendBook(t, focal, tryTracker, file, fields);
  expect([status, body.title]).toEqual([200, undefined]);
  return body;
}
const count = async () => {
  const tables = ['duty', 'document', 'assignment', 'event'] as const;
  return inTenant(t.house.db, t.tenantId, (tx) =>
    Promise.all(
      tables.map(async (table) => {
        const { n } = await tx
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow();
        return Number(n);
      }),
    ),
  );
};

test('headings over two rows, merged cells, days and names in every form are read; what is wrong is told by its cell', async () => {
  const before = await count();
  const plan = await look(await officeBook());
  expect([plan.mapping.first, plan.mapping.last]).toEqual([3, 4]);
  expect(plan.columns.map(({ field }) => field)).toEqual([
    'number',
    'text',
    'holder',
    'coordinator',
    'deadline',
    'progress',
    'document',
    'note',
  ]);
  expect(plan.columns[3]!.heading).toBe('Cơ quan thực hiện / Phối hợp');
  expect(plan.rows.map(({ row, path, kind }) => [row, path, kind])).toEqual([
    [7, 'I.1', 'new'],
    [8, 'I.2', 'new'],
    [9, 'I.3', 'new'],
    [10, 'I.4', 'new'],
    [11, 'I.5', 'error'],
  ]);
  expect(plan.rows.map(({ holders }) => holders)).toEqual([
    ['Sở Ngoại vụ'],
    ['Sở Ngoại vụ'],
    // One name that means both: the register's matcher knows lists.
    ['Sở Tài chính và Sở Ngoại vụ'],
    ['Công an thành phố'],
    ['Phòng Kiểm thử Không Có'],
  ]);
  expect(plan.rows[0]!.coordinators).toEqual([
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Tài chính',
    'Công an thành phố',
  ]);
  expect(plan.rows.map(({ deadline }) => deadline?.due ?? null)).toEqual([
    '2027-09-15',
    '2027-09-30',
    null,
    '2027-04-23',
    null,
  ]);
  expect(plan.rows[4]!.errors).toEqual([
    { cell: 'E11', message: expect.stringMatching(/^Ô E11 ghi “31\/9\/2026”.*\.$/) },
  ]);
  expect(await count()).toEqual(before);
});

test('only the focal officer brings one in; a changed plan is looked at again; an unknown name stops all of it', async () => {
  const file = await officeBook();
  const agency = await t.as('ngoaivu@example.vn');
  expect((await sendBook(t, agency, tryTracker, file)).status).toBe(403);
  expect((await sendBook(t, focal, importTracker, file, { digest: 'x' })).status).toBe(409);
  const strange = await bookOf([
    ['STT', 'Nội dung', 'Chủ trì', 'Thời hạn'],
    [1, 'Chuẩn bị lễ tân', 'Sở Ngoại vụ', '15/12/2026'],
    [2, 'Chuẩn bị hậu cần', 'Ban Chưa Ai Biết', '15/12/2026'],
  ]);
  const before = await count();
  const { digest } = await look(strange);
  const { status, body } = await sendBook(t, focal, importTracker, strange, { digest });
  expect([status, body.title]).toEqual([422, expect.stringContaining('Ban Chưa Ai Biết')]);
  expect(await count()).toEqual(before);
});

test('confirmed: duties with parts, days and events under a document that holds their words; the same book again brings nothing', async () => {
  const file = await officeBook();
  const { digest } = await look(file);
  const { status, body } = await sendBook(t, focal, importTracker, file, { digest });
  expect([status, body]).toEqual([
    200,
    { made: 4, changed: 0, linked: 0, entries: 0, reported: 0, skipped: 1, documentId: expect.any(String) },
  ]);
  const { rows, total } = await focal.call(listDuties, { query: { document: body.documentId! } });
  expect(total).toBe(4);
  expect(rows.map(({ path, dueOn }) => [path, dueOn])).toEqual([
    ['I.1', '2027-09-15'],
    ['I.2', '2027-09-30'],
    ['I.3', null],
    ['I.4', '2027-04-23'],
  ]);
  const first = await focal.call(showDuty, { params: { id: rows[0]!.id } });
  expect(first.parts.map(({ agencyName, role }) => [agencyName, role])).toContainEqual([
    'Sở Ngoại vụ',
    'holder',
  ]);
  expect(first.parts).toHaveLength(4);
  const document = await focal.call(showDocument, { params: { id: body.documentId! } });
  expect(document).toMatchObject({ kind: 'Bảng theo dõi', state: 'published' });
  const [begin, end] = document.duties[0]!.span;
  expect(document.text.slice(begin, end)).toBe(rows[0]!.text);
  const again = await look(file);
  expect(again.rows.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'same', 'error']);
  // Each row stays bound to its duty; the same file sent once more says nothing new.
  const send = async () => {
    const { digest } = await look(file);
    return (await sendBook(t, focal, importTracker, file, { digest, choices: '[]' })).body;
  };
  expect(await send()).toMatchObject({ made: 0, changed: 0, linked: 4 });
  expect(await send()).toMatchObject({ made: 0, changed: 0, linked: 0 });
});

test('a new day changes the duty and keeps the first; words that are only like ask whether it is the same', async () => {
  const file = await bookOf([
    ['TT', 'Công việc', 'Đơn vị chủ trì', 'Hạn hoàn thành'],
    ['I.2', 'Tập huấn nghiệp vụ đối ngoại cho cán bộ cấp xã', 'Sở Ngoại vụ', '31/12/2027'],
    ['', 'Lập danh sách kiều bào tiêu biểu của thành phố năm 2027', 'Công an thành phố', 'Quý II/2027'],
  ]);
  const plan = await look(file);
  expect(plan.rows.map(({ kind, changes }) => [kind, changes])).toEqual([
    ['changed', ['dueOn']],
    ['alike', ['text', 'dueOn']],
  ]);
  const send = (choices: object[]) =>
    sendBook(t, focal, importTracker, file, { digest: plan.digest, choices: JSON.stringify(choices) });
  expect((await send([])).body.title).toMatch(/^Dòng 3 giống một nhiệm vụ đã có/);
  const { body } = await send([{ row: 3, as: 'same' }]);
  expect(body).toEqual({
    made: 0,
    changed: 1,
    linked: 1,
    entries: 0,
    reported: 0,
    skipped: 0,
    documentId: null,
  });
  const changed = await focal.call(showDuty, { params: { id: plan.rows[0]!.match!.id } });
  expect([changed.dueOn, changed.firstDueOn, changed.parts[0]!.dueOn]).toEqual([
    '2027-12-31',
    '2027-09-30',
    '2027-12-31',
  ]);
  expect((await focal.call(listDuties, { query: {} })).total).toBe(4);
});

test('the column of progress is drafted per row, written only where chosen; done is reported, and somebody else confirms', async () => {
  const file = await progressBook();
  const first = await look(file);
  expect(first.rows.map(({ progress }) => progress && [progress.said, progress.doneOn])).toEqual([
    ['going', null],
    ['done', '2026-03-12'],
    ['none', null],
    ['going', null],
    null,
  ]);
  const before = await count();
  const send = (plan: TrackerPlanShown, carried: object[]) =>
    sendBook(t, focal, importTracker, file, { digest: plan.digest, carried: JSON.stringify(carried) });
  const refused = async (carried: object[], title: RegExp) => {
    const { status, body } = await send(first, carried);
    expect([status, body.title]).toEqual([expect.any(Number), expect.stringMatching(title)]);
    expect([status >= 400, await count()]).toEqual([true, before]);
  };
  await refused([{ row: 4, as: 'entry' }], /^Dòng 4 chưa ghi đã làm được gì/);
  await refused([{ row: 2, as: 'done' }], /^Dòng 2 không ghi là đã xong/);
  // The product that a duty names is asked for here too, with the row.
  await refused([{ row: 3, as: 'done' }], /^Dòng 3: .*“Báo cáo tổng kết tuần lễ”.*chỉ ghi tiến độ/);
  expect((await send(first, [])).body).toMatchObject({ made: 5, entries: 0, reported: 0 });
  const plan = await look(file);
  expect(plan.rows.map(({ progress }) => progress?.writable)).toEqual([
    'open',
    'open',
    'open',
    'open',
    undefined,
  ]);
  const { body } = await send(plan, [
    { row: 2, as: 'entry' },
    { row: 3, as: 'entry' },
    { row: 5, as: 'entry' },
  ]);
  expect(body).toMatchObject({ made: 0, entries: 3, reported: 0 });
  const duty = await focal.call(showDuty, { params: { id: plan.rows[1]!.match!.id } });
  expect([duty.parts[0]!.state, duty.progress[0]]).toEqual([
    'in-progress',
    expect.objectContaining({
      note: 'Đã xong 12/3/2026 (theo bảng theo dõi bang-theo-doi.xlsx, dòng 3)',
      doneOn: '2026-03-12',
    }),
  ]);
  // What was written once is not offered again, and says so.
  const again = await look(file);
  expect(again.rows.map(({ progress }) => progress?.writable)).toEqual([
    'known',
    'known',
    'open',
    'known',
    undefined,
  ]);
});

test('a row reported done waits for somebody who did not bring the tracker', async () => {
  const file = await bookOf([
    ['STT', 'Nội dung', 'Chủ trì', 'Thời hạn', 'Tiến độ'],
    [1, 'Trao tặng kỷ niệm chương cho chuyên gia nước ngoài', 'Sở Ngoại vụ', '31/12/2026', 'Hoàn thành'],
  ]);
  const { digest } = await look(file);
  const carried = JSON.stringify([{ row: 2, as: 'done' }]);
  const { body } = await sendBook(t, focal, importTracker, file, { digest, carried });
  expect(body).toMatchObject({ made: 1, entries: 1, reported: 1 });
  const { rows } = await focal.call(listDuties, { query: { document: body.documentId! } });
  const [part] = (await focal.call(showDuty, { params: { id: rows[0]!.id } })).parts;
  expect(part!.state).toBe('awaiting-confirmation');
  const refusal = await focal.refused(actOnAssignment, {
    params: { id: part!.id },
    body: { action: 'confirm' },
  });
  expect(refusal.status).toBe(403);
  const leader = await t.as('lanhdao@example.vn');
  const { state } = await leader.call(actOnAssignment, {
    params: { id: part!.id },
    body: { action: 'confirm' },
  });
  expect(state).toBe('completed');
});
