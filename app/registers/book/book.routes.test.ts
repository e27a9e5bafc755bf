import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { changeRow, listRows, showRow } from '../register.contract.ts';
import { type BookPlan, bookPaths, importRegisterBook, tryRegisterBook } from './book.contract.ts';

let t: TestHouse;
let focal: Person;
let own: Person;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  own = await t.as('ngoaivu@example.vn');
});
afterAll(() => t.close());

const register = 'foreign-ngo';
const params = { register };
type CellGiven = string | number | Date | null | { value: string; rowSpan?: number; columnSpan?: number };
const bookOf = (rows: CellGiven[][], name = 'Sheet1'): Promise<Buffer> =>
  writeXlsxFile([
    {
      sheet: name,
      data: rows.map((row) =>
        row.map((value) =>
          value === null
            ? null
            : value instanceof Date
              ? { value, type: Date, format: 'dd/mm/yyyy' }
              : typeof value === 'object'
                ? value
                : { value },
        ),
      ),
    },
  ] as never).toBuffer();

async function send(path: string, file: Buffer, more: Record<string, string> = {}, person = own) {
  const form = new FormData();
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(file)]), 'so.xlsx');
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await t.web.inject({
    method: 'POST',
    url: path.replace(':register', register),
    headers: { cookie: person.cookie, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const look = async (file: Buffer, more = {}, person = own): Promise<BookPlan> => {
  const { status, body } = await send(tryRegisterBook.path, file, more, person);
  expect([status, body.title]).toEqual([200, undefined]);
  return body;
};
const write = async (file: Buffer, more = {}, person = own) =>
  send(importRegisterBook.path, file, { ...more, digest: (await look(file, more, person)).digest }, person);
const titles = async () =>
  (await own.call(listRows, { params, query: { sort: 'name' } })).rows.map(({ title }) => title);
const download = async (path: string, person = own) => {
  const answer = await t.web.inject({
    url: path.replace(':register', register),
    headers: { cookie: person.cookie },
  });
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  return answer.rawPayload;
};

/** As an office kept it for years: a title, headings in two rows, merged cells, numbers and days in every way. */
const old = (staff: CellGiven) =>
  bookOf(
    [
      [{ value: 'DANH SÁCH TỔ CHỨC PHI CHÍNH PHỦ NƯỚC NGOÀI', columnSpan: 6 }, null, null, null, null, null],
      ['STT', 'Tên tổ chức', 'Quốc tịch', { value: 'Giấy đăng ký', columnSpan: 2 }, null, 'Nhân sự Việt Nam'],
      [null, null, null, 'Ngày cấp', 'Ngày hết hạn', null],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [1, 'Quỹ Châu Á', { value: 'Mỹ', rowSpan: 2 }, new Date('2024-03-04'), '3/3/27', '1.060'],
      [2, 'Tầm nhìn Thế giới', null, 'ngày 05 tháng 02 năm 2024', '04.02.2027', staff],
      [3, 'Hội Chữ thập đỏ Na Uy', 'Na Uy', 45000, '2026-12-31', null],
      [null, 'Tổng cộng', null, null, null, '1.072'],
    ],
    'Năm 2024',
  );

test('an old book with merged cells and mixed days is understood and written, each row told', async () => {
  const file = await old(12);
  const plan = await look(file);
  expect([plan.errors, plan.questions, plan.fresh]).toEqual([[], [], 3]);
  expect(plan.columns.filter(({ field }) => field).map(({ field }) => field)).toEqual([
    'name',
    'country',
    'issuedOn',
    'expiresOn',
    'localStaff',
  ]);
  expect(plan.preview[1]).toMatchObject({
    row: 6,
    title: 'Tầm nhìn Thế giới',
    shown: { country: 'Hoa Kỳ', expiresOn: '04/02/2027' },
  });
  expect(await titles()).toEqual([]);
  expect((await write(file)).body).toEqual({ made: 3, changed: 0, skipped: 0 });
  const { rows } = await own.call(listRows, { params, query: { q: 'quy chau a' } });
  const row = await own.call(showRow, { params: { register, id: rows[0]!.id }, query: {} });
  expect(row.values).toMatchObject({
    country: 'US',
    issuedOn: '2024-03-04',
    expiresOn: '2027-03-03',
    localStaff: 1060,
  });
  const { lines, brokenAt } = await own.call(subjectLedger, {
    params: { subjectKind: register, subjectId: row.id },
  });
  expect([lines[0]!.said.vi, brokenAt]).toEqual(['Trần Ngọc Lan thêm tổ chức “Quỹ Châu Á” từ Excel', null]);
});

test('what is there already is shown and passed over, unless it is to be added', async () => {
  const file = await old(12);
  const plan = await look(file);
  expect([plan.fresh, plan.alike.length, plan.alike[0]]).toEqual([
    0,
    3,
    { row: 5, title: 'Quỹ Châu Á', agencyName: 'Sở Ngoại vụ' },
  ]);
  expect((await write(file)).body).toEqual({ made: 0, changed: 0, skipped: 3 });
  expect((await look(file, { alike: 'add' })).fresh).toBe(3);
});

test('each wrong cell is named, and nothing of the book is written', async () => {
  const before = await titles();
  const file = await bookOf([
    ['Tên tiếng Việt', 'Nước', 'Ngày cấp', 'Thư điện tử', 'Đối tác địa phương', 'Cơ quan'],
    ['Tổ chức A', 'Lào', '31/02/2025', 'a@b.vn', 'Sở Y tế', 'Sở Ngoại vụ'],
    ['Tổ chức B', 'Atlantis', '1/2/2025', 'không có', 'Sở Không Có', 'Sở Y tế'],
    [null, 'Lào', null, null, null, null],
  ]);
  const plan = await look(file);
  expect(plan.errors.map(({ cell, message }) => `${cell} ${message}`)).toEqual([
    'C2 “31/02/2025” không phải ngày: hãy nhập dạng ngày/tháng/năm.',
    'B3 Không biết nước “Atlantis”: hãy ghi tên như “Lào”, “Hoa Kỳ”.',
    'D3 Địa chỉ thư điện tử cần có dạng ten@coquan.vn.',
    'E3 Không tìm thấy “Sở Không Có”: hãy ghi đúng tên đã có trong chương trình.',
    'F3 Bạn không ghi được dòng của cơ quan này: hãy để chuyên viên đầu mối nhập, hoặc bỏ dòng.',
    'A4 Cần có tên tiếng việt.',
  ]);
  const { status, body } = await send(importRegisterBook.path, file, { digest: plan.digest });
  expect([status, body.title]).toEqual([
    422,
    'Tệp còn ô sai nên chưa ghi gì vào sổ: hãy sửa các ô được nêu rồi gửi lại.',
  ]);
  expect(await titles()).toEqual(before);
});

test('a day that can be read in two ways is asked once for its column', async () => {
  const file = await bookOf([
    ['Tên tiếng Việt', 'Nước', 'Ngày cấp'],
    ['Tổ chức Tháng Mười Hai', 'Lào', '12/31/2024'],
    ['Tổ chức Tháng Ba', 'Lào', '03/04/2024'],
  ]);
  const plan = await look(file);
  expect(plan.questions).toEqual([
    {
      field: 'issuedOn',
      heading: 'Ngày cấp',
      of: '12/31/2024',
      many: 1,
      readings: [{ style: 'month-first', shown: '31/12/2024' }],
    },
  ]);
  expect((await send(importRegisterBook.path, file, { digest: plan.digest })).status).toBe(422);
  const styles = JSON.stringify({ issuedOn: 'month-first' });
  expect((await look(file, { styles })).preview.map(({ title }) => title)).toHaveLength(2);
  expect((await write(file, { styles })).body.made).toBe(2);
});

test('a book cannot put a file of somebody else into a row by its name', async () => {
  const file = await bookOf([
    ['Tên chương trình', 'Ngày ban hành', 'Tệp chương trình'],
    ['Chương trình mượn tệp', null, 'Biên bản của đơn vị khác.pdf'],
  ]);
  const { body } = await send(tryRegisterBook.path.replace(':register', 'aid-campaign'), file);
  expect(body.columns.map(({ field }: { field: string | null }) => field)).toEqual([
    'name',
    'issuedOn',
    null,
  ]);
});

test('what was shown is what is written: a register that changed since is looked at again', async () => {
  const file = await bookOf([
    ['Tên tiếng Việt', 'Nước'],
    ['Tổ chức Mới', 'Lào'],
  ]);
  const { digest } = await look(file);
  await write(file);
  const { status, body } = await send(importRegisterBook.path, file, { digest });
  expect([status, body.title]).toEqual([
    409,
    'Sổ đã thay đổi từ lúc xem thử: hãy xem lại các dòng rồi xác nhận.',
  ]);
});

test('the book that went out comes back: changed rows are changed, the others are the same', async () => {
  const [sheet] = await readXlsxFile(await download(bookPaths.rows, focal));
  const rows = sheet!.data as CellGiven[][];
  const head = rows[0] as string[];
  expect(head.slice(-3)).toEqual(['Cơ quan ghi', 'Trạng thái', 'Khóa dòng']);
  const row = rows.find((one) => one[head.indexOf('Tên tiếng Việt')] === 'Tổ chức Mới')!;
  row[head.indexOf('Nhân sự Việt Nam')] = 7;
  const file = await bookOf(rows);
  const plan = await look(file, {}, focal);
  expect([plan.errors, plan.fresh, plan.changed, plan.same]).toEqual([[], 0, 1, rows.length - 2]);
  expect((await write(file, {}, focal)).body).toEqual({ made: 0, changed: 1, skipped: 0 });
  const id = String(row[head.indexOf('Khóa dòng')]);
  const shown = await own.call(showRow, { params: { register, id }, query: {} });
  expect(shown.values.localStaff).toBe(7);
  await own.call(changeRow, {
    params: { register, id },
    body: { revision: shown.revision, values: { localStaff: 8 } },
  });
  expect((await look(file, {}, focal)).changed).toBe(1);
});

test('what fails on the way leaves nothing half-done: no rows, no lines of the ledger', async () => {
  const told = () =>
    inTenant(t.house.db, t.tenantId, async (tx) => {
      const { rows } = await sql<{ many: number }>`
        select count(*)::int as many from event where subject_kind = ${register}`.execute(tx);
      return rows[0]!.many;
    });
  const file = await bookOf([
    ['Tên tiếng Việt', 'Nước'],
    ...Array.from({ length: 3000 }, (_, n) => [`Tổ chức thứ ${n}`, 'Lào']),
  ]);
  const { digest, fresh } = await look(file);
  expect(fresh).toBe(3000);
  const before = [await titles(), await told()];
  // The database refuses one of the last lines that are written.
  await sql`create function refuse_late() returns trigger language plpgsql as $$ begin
      if new.payload->>'title' = 'Tổ chức thứ 2998' then raise exception 'refused'; end if; return new; end $$`.execute(
    t.owner,
  );
  await sql`create trigger refuse_late before insert on event for each row execute function refuse_late()`.execute(
    t.owner,
  );
  expect((await send(importRegisterBook.path, file, { digest })).status).toBe(500);
  await sql`drop trigger refuse_late on event`.execute(t.owner);
  expect([await titles(), await told()]).toEqual(before);
  expect((await send(importRegisterBook.path, file, { digest })).body).toEqual({
    ...{ made: 3000, changed: 0, skipped: 0 },
  });
  expect(await told()).toBe(Number(before[1]) + 3000);
  const { rows } = await own.call(listRows, { params, query: { q: 'thu 2998' } });
  const chain = await own.call(subjectLedger, { params: { subjectKind: register, subjectId: rows[0]!.id } });
  expect([chain.lines.length, chain.brokenAt]).toEqual([1, null]);
});

test('many rows of a book that comes back are changed together, each told as if it were changed alone', async () => {
  const [sheet] = await readXlsxFile(await download(`${bookPaths.rows}?q=thu+29`, focal));
  const [head, ...rows] = sheet!.data as CellGiven[][];
  const at = (heading: string) => (head as string[]).indexOf(heading);
  const nth = (n: number) => rows.find((one) => one[at('Tên tiếng Việt')] === `Tổ chức thứ ${n}`)!;
  expect(rows).toHaveLength(111);
  for (let n = 2900; n < 3000; n++) nth(n)[at('Nhân sự Việt Nam')] = n + 1;
  for (const n of [2907, 2908]) nth(n)[at('Ngày hết hạn')] = new Date('2027-02-15');
  nth(2908)[at('Cơ quan ghi')] = 'Sở Y tế';
  const file = await bookOf([head!, ...rows]);
  const { digest, changed } = await look(file, {}, focal);
  expect(changed).toBe(100);
  // One that somebody changed meanwhile: nothing of the book is written.
  const idOf = (n: number) => String(nth(n)[at('Khóa dòng')]);
  const shown = (n: number) => focal.call(showRow, { params: { register, id: idOf(n) }, query: {} });
  await own.call(changeRow, {
    params: { register, id: idOf(2990) },
    body: { revision: 1, values: { phone: '0292 3 821 777' } },
  });
  expect((await send(importRegisterBook.path, file, { digest }, focal)).status).toBe(409);
  expect((await shown(2900)).values.localStaff).toBeNull();
  expect((await write(file, {}, focal)).body).toEqual({ made: 0, changed: 100, skipped: 0 });
  const told = async (n: number) => {
    const chain = await own.call(subjectLedger, { params: { subjectKind: register, subjectId: idOf(n) } });
    expect(chain.brokenAt).toBeNull();
    return chain.lines.map(({ kind }) => kind);
  };
  const twice = ['foreign-ngo.created', 'foreign-ngo.changed'];
  expect([await told(2900), await told(2908), await told(290)]).toEqual([twice, twice, twice.slice(0, 1)]);
  expect(await told(2990)).toEqual([...twice, 'foreign-ngo.changed']);
  expect(await shown(2908)).toMatchObject({
    agencyName: 'Sở Y tế',
    revision: 2,
    values: { localStaff: 2909, expiresOn: '2027-02-15', country: 'LA' },
  });
  expect(await shown(2990)).toMatchObject({ revision: 3, values: { localStaff: 2991, phone: null } });
  const { payload } = await lastEvent(idOf(2908));
  expect(payload).toMatchObject({
    changed: { localStaff: [null, 2909], expiresOn: [null, '2027-02-15'] },
    title: 'Tổ chức thứ 2908',
  });
  expect(Object.keys(payload).sort()).toEqual(['agencyId', 'changed', 'fromAgencyId', 'title']);
});

const lastEvent = (id: string) =>
  inTenant(t.house.db, t.tenantId, async (tx) => {
    const { rows } = await sql<{ payload: Record<string, unknown> }>`
      select payload from event where subject_kind = ${register} and subject_id = ${id} order by seq desc limit 1`.execute(
      tx,
    );
    return rows[0]!;
  });

test('the template has protected headings, drop-downs and a guide', async () => {
  const bytes = await download(bookPaths.template);
  const sheets = await readXlsxFile(bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(
    ['Tổ chức phi chính phủ nước n', 'Hướng dẫn', 'Danh mục'].map((name) =>
      expect.stringContaining(name.slice(0, 20)),
    ),
  );
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
  expect(xml).toContain('<sheetProtection sheet="1"');
  expect(xml).toMatch(/<dataValidation type="list"[^>]*><formula1>'Danh mục'!\$A\$1:\$A\$\d+</);
  expect(xml).toContain('<dataValidation type="date"');
  expect((await look(bytes)).columns.every(({ field }) => field !== null)).toBe(true);
});

test('a book with a secrecy mark is refused; who may not import, does not', async () => {
  const file = await bookOf([
    ['TỐI MẬT', null],
    ['Tên tiếng Việt', 'Nước'],
    ['Tổ chức X', 'Lào'],
  ]);
  const { status, body } = await send(tryRegisterBook.path, file);
  expect([status, body.type]).toEqual([422, '/problems/secret']);
  const inspector = await t.as('thanhtra@example.vn');
  expect((await send(tryRegisterBook.path, await old(1), {}, inspector)).status).toBe(403);
});
