import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertMembership } from '#app/accounts/index.ts';
import { downloadFile } from '#app/files/file.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { addressOf } from '#app/platform/contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment, logProgress } from './assignment.contract.ts';
import { type DutyRow, listDuties, listDutyFilters, showDuty } from './duty.contract.ts';
import { listDutiesOfAgency, listProgress } from './progress.store.ts';
import { publish } from './publication.contract.ts';
import { insertPlan } from './publication.test-data.ts';

let t: TestHouse;
let focal: Person;
let ngoaiVu: Person;
let duties: DutyRow[];
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-22T15:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  ngoaiVu = await t.as('ngoaivu@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  duties = (await focal.call(listDuties, { query: {} })).rows;
});
afterAll(() => t.close());

const partOf = async (path: string, agency: string) => {
  const duty = duties.find((one) => one.path === path)!;
  const shown = await focal.call(showDuty, { params: { id: duty.id } });
  return shown.parts.find((part) => part.agencyName === agency)!;
};

async function log(
  person: Person,
  id: string,
  fields: Record<string, string>,
  files: [string, string][] = [],
) {
  const form = new FormData();
  // Files first: a form may come in any order.
  for (const [name, content] of files) form.append('file', new File([content], name, { type: 'text/html' }));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const body = new Response(form);
  const answer = await t.web.inject({
    method: 'POST',
    url: logProgress.path.replace(':id', id),
    headers: { cookie: person.cookie, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: answer.statusCode, ...answer.json() };
}
const act = (
  person: Person,
  id: string,
  body: Parameters<typeof person.call<typeof actOnAssignment>>[1]['body'],
) => person.call(actOnAssignment, { params: { id }, body });

test('receive, log with a file, report, confirm; the ledger tells it', async () => {
  const part = await partOf('III.2.c', 'Sở Ngoại vụ');
  const id = part.id;
  expect((await log(ngoaiVu, id, { note: 'Chưa nhận đã làm' })).status).toBe(409);
  await act(ngoaiVu, id, { action: 'receive' });
  expect(
    (await ngoaiVu.refused(actOnAssignment, { params: { id }, body: { action: 'report-done' } })).status,
  ).toBe(409);
  const logged = await log(ngoaiVu, id, { note: 'Đã trình danh sách khen thưởng', doneOn: '2026-11-20' }, [
    ['Tờ trình "khen thưởng".html', '<script>alert(1)</script>'],
  ]);
  expect(logged).toMatchObject({ status: 200, state: 'in-progress' });
  await act(ngoaiVu, id, { action: 'report-done' });
  // It is past midnight when it is confirmed.
  t.setNow(new Date('2026-11-22T18:30:00Z'));
  await act(focal, id, { action: 'confirm' });
  const duty = duties.find((one) => one.path === 'III.2.c')!;
  const shown = await ngoaiVu.call(showDuty, { params: { id: duty.id } });
  expect(shown).toMatchObject({
    cell: 'done-in-time',
    summary: { state: 'completed', completedOn: '2026-11-22', coordinators: { total: 2, silent: 2 } },
    progress: [{ note: 'Đã trình danh sách khen thưởng', doneOn: '2026-11-20', authorName: 'Trần Ngọc Lan' }],
  });
  const { lines, brokenAt } = await ngoaiVu.call(subjectLedger, {
    params: { subjectKind: 'duty', subjectId: duty.id },
  });
  expect(lines.map((line) => line.said.vi)).toEqual([
    'Lê Thị Thu Hà giao cho Sở Ngoại vụ (thực hiện), Liên hiệp các tổ chức hữu nghị thành phố, Ban Thi đua - Khen thưởng (phối hợp)',
    'Trần Ngọc Lan tiếp nhận nhiệm vụ cho Sở Ngoại vụ',
    'Trần Ngọc Lan ghi tiến độ của Sở Ngoại vụ: “Đã trình danh sách khen thưởng” kèm 1 tệp',
    'Trần Ngọc Lan báo Sở Ngoại vụ đã hoàn thành',
    'Lê Thị Thu Hà xác nhận Sở Ngoại vụ hoàn thành',
  ]);
  expect(brokenAt).toBeNull();
});

test('evidence is saved, never opened: attachment, no sniffing, its Vietnamese name kept', async () => {
  const { progress } = await focal.call(showDuty, { params: { id: duties[0]!.id } });
  const [file] = progress[0]!.files;
  const url = addressOf(downloadFile, { params: { id: file!.fileId } });
  const answer = await t.web.inject({ url, headers: { cookie: focal.cookie } });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe('<script>alert(1)</script>');
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent('Tờ trình "khen thưởng".html')}`,
  );
  expect((await t.web.inject({ url })).statusCode).toBe(401);
});

test('another agency, an inspector and an administrator may read and change nothing', async () => {
  const { id } = await partOf('III.5', 'Sở Tài chính');
  for (const email of ['vanhoa@example.vn', 'thanhtra@example.vn', 'quantri@example.vn']) {
    const person = await t.as(email);
    const problem = await person.refused(actOnAssignment, { params: { id }, body: { action: 'receive' } });
    expect(problem.status).toBe(403);
    expect((await log(person, id, { note: 'Làm hộ' })).status).toBe(403);
    const shown = await person.call(showDuty, { params: { id: duties[1]!.id } });
    expect(shown.parts.flatMap((part) => part.actions)).toEqual([]);
  }
  expect(
    (await ngoaiVu.refused(actOnAssignment, { params: { id }, body: { action: 'confirm' } })).status,
  ).toBe(403);
});

test('nobody confirms the work of their own agency; a leader does', async () => {
  const { id } = await partOf('III.2.c', 'Liên hiệp các tổ chức hữu nghị thành phố');
  await act(focal, id, { action: 'receive' });
  await log(focal, id, { note: 'Đã góp ý danh sách' });
  await act(focal, id, { action: 'report-done' });
  expect((await focal.refused(actOnAssignment, { params: { id }, body: { action: 'confirm' } })).status).toBe(
    403,
  );
  await act(await t.as('lanhdao@example.vn'), id, { action: 'confirm' });
});

test('who reported a part as done does not confirm it, not even as a leader; another leader does', async () => {
  const { id } = await partOf('III.2.c', 'Liên hiệp các tổ chức hữu nghị thành phố');
  const leader = await t.as('lanhdao@example.vn');
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    const find = tx.selectFrom('person').innerJoin('membership', 'membership.person_id', 'person.id');
    const { agency_id: agencyId } = await find
      .select('agency_id')
      .where('email', '=', 'lanhdao@example.vn')
      .executeTakeFirstOrThrow();
    const { person_id: personId } = await find
      .select('person_id')
      .where('email', '=', 'daumoi@example.vn')
      .executeTakeFirstOrThrow();
    await insertMembership(tx, { personId, agencyId, role: 'leader' });
  });
  await act(leader, id, { action: 'reopen', reason: 'Bổ sung danh sách' });
  await act(focal, id, { action: 'report-done' });
  const refusal = await focal.refused(actOnAssignment, { params: { id }, body: { action: 'confirm' } });
  expect(refusal.title).toMatch(/người báo hoàn thành không tự xác nhận/);
  await act(leader, id, { action: 'confirm' });
});

test('a return needs a reason, and takes the report back', async () => {
  const noiVu = await t.as('noivu@example.vn');
  const { id } = await partOf('III.11.b', 'Sở Nội vụ');
  await act(noiVu, id, { action: 'receive' });
  await log(noiVu, id, { note: 'Đã sơ kết' });
  await act(noiVu, id, { action: 'report-done' });
  const refused = await focal.refused(actOnAssignment, { params: { id }, body: { action: 'return' } });
  expect(refused).toMatchObject({ status: 422, errors: [{ path: 'reason' }] });
  await act(focal, id, { action: 'return', reason: 'Thiếu số liệu quý III' });
  expect(await partOf('III.11.b', 'Sở Nội vụ')).toMatchObject({
    state: 'returned',
    reason: 'Thiếu số liệu quý III',
    completedAt: null,
    cell: 'open-in-time',
  });
});

test('refused with a reason and the right agency, then given to that one', async () => {
  const { agencies } = await focal.call(listDutyFilters, {});
  const right = agencies.find((agency) => agency.name === 'Sở Tư pháp')!;
  const { id } = await partOf('III.2.c', 'Ban Thi đua - Khen thưởng');
  const staff = await t.as('ninhkieu@example.vn');
  const own = await partOf('III.11.b', 'Ủy ban nhân dân quận Ninh Kiều');
  const byStaff = await staff.refused(actOnAssignment, {
    params: { id: own.id },
    body: { action: 'refuse', reason: 'Không thuộc thẩm quyền' },
  });
  expect(byStaff.title).toMatch(/đầu mối hoặc thủ trưởng/);
  const ngoai = await partOf('III.11.b', 'Sở Ngoại vụ');
  await act(ngoaiVu, ngoai.id, {
    action: 'refuse',
    reason: 'Trùng với việc khác',
    agencyId: id ? right.id : '',
  });
  expect(await partOf('III.11.b', 'Sở Ngoại vụ')).toMatchObject({
    state: 'refused',
    proposedAgencyId: right.id,
    proposedAgencyName: 'Sở Tư pháp',
  });
  const taken = await focal.refused(actOnAssignment, {
    params: { id: ngoai.id },
    body: { action: 'reassign', agencyId: right.id },
  });
  expect(taken.title).toMatch(/Sở Tư pháp đã có phần/);
  const ubnd = (await focal.call(listDutyFilters, {})).agencies.find((a) =>
    a.name.startsWith('Ủy ban Mặt trận'),
  )!;
  await act(focal, ngoai.id, { action: 'reassign', agencyId: ubnd.id });
  expect(await partOf('III.11.b', ubnd.name)).toMatchObject({ state: 'assigned', leads: true });
});

test('mistakes in a progress form are named', async () => {
  const { id } = await partOf('III.11.b', 'Sở Nội vụ');
  const noiVu = await t.as('noivu@example.vn');
  expect(await log(noiVu, id, { note: ' ' })).toMatchObject({ status: 422, errors: [{ path: 'note' }] });
  expect(await log(noiVu, id, { note: 'Đã làm', doneOn: '2026-12-01' })).toMatchObject({
    status: 422,
    errors: [{ path: 'doneOn' }],
  });
  expect(await log(noiVu, id, { note: 'Đã làm' }, [['rong.txt', '']])).toMatchObject({
    status: 422,
    errors: [{ path: 'file' }],
  });
});

test('the list: without diacritics, by agency, group, cell; mine', async () => {
  const paths = async (query: Record<string, unknown>, person = focal) =>
    (await person.call(listDuties, { query })).rows.map((row) => row.path);
  expect(await paths({ text: 'kieu bao' })).toEqual(['III.10.b']);
  expect(await paths({ text: 'SỞ TÀI chính' })).toContain('III.5');
  expect(await paths({ text: '100%_' })).toEqual([]);
  expect(await paths({ group: 'II.5' })).toEqual(['III.10.b']);
  expect(await paths({ cell: 'request' })).toEqual(['III.10.b']);
  expect(await paths({ whose: 'mine' }, ngoaiVu)).toEqual(['III.2.c']);
  expect(await paths({ sort: 'due' })).toEqual(['III.5', 'III.2.c', 'III.9', 'III.10.b', 'III.11.b']);
  expect(await paths({ sort: 'agency', down: 'true' })).toHaveLength(5);
  const counted = await focal.call(listDuties, { query: { cell: 'request' } });
  expect(counted).toMatchObject({ total: 1, cells: { request: 1, 'done-in-time': 1 } });
});

test('for reports: what an agency did in a window, and what it has to do', async () => {
  const { agencyId } = await partOf('III.2.c', 'Sở Ngoại vụ');
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    expect(await listProgress(tx, { agencyId, from: '2026-11-20', to: '2026-11-20' })).toHaveLength(1);
    expect(await listProgress(tx, { agencyId, from: '2026-11-21' })).toHaveLength(0);
    expect((await listDutiesOfAgency(tx, agencyId)).map((duty) => [duty.path, duty.state])).toEqual([
      ['III.2.c', 'completed'],
    ]);
  });
});

test('another province sees nothing of it', async () => {
  const { id } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh Đồng Tháp', host: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const seen = await inTenant(t.house.db, id, (tx) =>
    Promise.all([listProgress(tx, {}), tx.selectFrom('duty').select('id').execute()]),
  );
  expect(seen).toEqual([[], []]);
});
