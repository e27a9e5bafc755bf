import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { addParent, editAgency, showAgency } from '#app/agencies/record/record.contract.ts';
import { listEvents } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { type BookPlanShown, exportBook, importBook, tryBook } from './book.contract.ts';

let t: TestHouse;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

type CellGiven = string | number | Date | null | { value: string; rowSpan: number };
type Sheet = { sheet: string; rows: CellGiven[][] };
const bookOf = (sheets: Sheet[]): Promise<Buffer> =>
  writeXlsxFile(
    sheets.map(({ sheet, rows }) => ({
      sheet,
      data: rows.map((row) =>
        row.map((value) =>
          value instanceof Date
            ? { value, type: Date, format: 'dd/mm/yyyy' }
            : typeof value === 'object'
              ? value
              : { value },
        ),
      ),
    })) as never,
  ).toBuffer();

async function send(route: typeof tryBook | typeof importBook, file: Buffer, digest = '', person = focal) {
  const form = new FormData();
  if (digest) form.set('digest', digest);
  form.set('file', new Blob([new Uint8Array(file)]), 'danh-muc.xlsx');
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await t.web.inject({
    method: 'POST',
    url: route.path,
    headers: { cookie: person.cookie, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const look = async (file: Buffer): Promise<BookPlanShown> => {
  const { status, body } = await send(tryBook, file);
  expect([status, body.title]).toEqual([200, undefined]);
  return body;
};
const write = async (file: Buffer) => send(importBook, file, (await look(file)).digest);

async function download(): Promise<Buffer> {
  const answer = await t.web.inject({ url: exportBook.path, headers: { cookie: focal.cookie } });
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  return answer.rawPayload;
}
const rowsOf = async (book: Buffer): Promise<Map<string, CellGiven[][]>> =>
  new Map((await readXlsxFile(book)).map(({ sheet, data }) => [sheet, data as CellGiven[][]]));
const registered = async () => (await focal.call(listAgencies, {})).agencies;
const idOf = async (name: string) => (await registered()).find((one) => one.name === name)!.id;
const show = async (name: string) => focal.call(showAgency, { params: { id: await idOf(name) }, query: {} });

test('the book that went out comes back and changes nothing', async () => {
  const id = await idOf('Sở Nội vụ');
  const facts = {
    code: 'X99.SNV',
    phone: '0292 3 000 111',
    note: '=HYPERLINK("x")',
    validFrom: '1992-01-01',
  };
  await focal.call(editAgency, { params: { id }, body: facts });
  const book = await download();
  const sheets = await rowsOf(book);
  expect([...sheets.keys()]).toEqual(['Cơ quan', 'Tên gọi', 'Trực thuộc', 'Mã và liên hệ']);
  expect(sheets.get('Cơ quan')![0]).toEqual([
    'Tên cơ quan',
    'Loại',
    'Hoạt động từ',
    'Hoạt động đến',
    'Ghi chú',
    'Khóa cơ quan',
  ]);
  const plan = await look(book);
  expect([plan.changes, plan.errors, plan.ignored]).toEqual([[], [], []]);
  expect(plan.unchanged).toBe(35 + 35 + sheets.get('Tên gọi')!.length - 1 + 1);
});

test('cells edited in Excel are shown as changes, written at once, and told with what was before', async () => {
  const sheets = await rowsOf(await download());
  const contacts = sheets.get('Mã và liên hệ')!;
  const row = contacts.find(([name]) => name === 'Sở Nội vụ')!;
  row[contacts[0]!.indexOf('Điện thoại')] = '0292 3 000 222';
  row[contacts[0]!.indexOf('Mã định danh')] = null;
  const names = sheets.get('Tên gọi')!;
  const short = names.find(([agency, name]) => agency === 'Sở Nội vụ' && name === 'SNV')!;
  short[4] = new Date('2030-12-31T00:00:00Z');
  const book = await bookOf([...sheets].map(([sheet, rows]) => ({ sheet, rows })));
  const plan = await look(book);
  expect(plan.changes.map(({ said }) => said)).toEqual([
    'sửa tên gọi “SNV”: ngày kết thúc từ trống thành “31/12/2030”',
    'sửa mã định danh từ “X99.SNV” thành trống; điện thoại từ “0292 3 000 111” thành “0292 3 000 222”',
  ]);
  expect((await show('Sở Nội vụ')).phone).toBe('0292 3 000 111');
  expect(await write(book)).toEqual({ status: 200, body: { made: 2 } });
  const shown = await show('Sở Nội vụ');
  expect([shown.phone, shown.code, shown.note]).toEqual(['0292 3 000 222', null, '=HYPERLINK("x")']);
  const lines = await inTenant(t.house.db, t.tenantId, (tx) => listEvents(tx, 'agency', shown.id));
  expect(lines.findLast(({ kind }) => kind === 'agency.changed')!.payload).toEqual({
    by: 'excel',
    changed: { code: ['X99.SNV', null], phone: ['0292 3 000 111', '0292 3 000 222'] },
  });
});

test('a list of two columns adds agencies; those known stay', async () => {
  const book = await bookOf([
    {
      sheet: 'Sheet1',
      rows: [
        ['DANH SÁCH CƠ QUAN', null],
        ['TÊN CƠ QUAN', 'LOẠI'],
        ['Sở Ngoại vụ', 'Sở'],
        ['Ủy ban nhân dân phường Cái Khế', 'UBND xã, phường'],
        ['Hội Chữ thập đỏ thành phố', 'hoi'],
      ],
    },
  ]);
  const plan = await look(book);
  expect(plan.changes.map(({ agency, isNew, row }) => [agency, isNew, row])).toEqual([
    ['Ủy ban nhân dân phường Cái Khế', true, 4],
    ['Hội Chữ thập đỏ thành phố', true, 5],
  ]);
  expect([plan.newAgencies, plan.unchanged]).toEqual([2, 1]);
  expect((await write(book)).status).toBe(200);
  const ward = (await registered()).find(({ name }) => name === 'Ủy ban nhân dân phường Cái Khế')!;
  expect([ward.kind, ward.kindName]).toEqual(['ubnd-xa', 'UBND xã, phường']);
});

test('a list of codes sets codes by any name held; the rest of the agency stays', async () => {
  const book = await bookOf([
    {
      sheet: 'Mã',
      rows: [
        ['Cơ quan', 'Mã định danh', 'Mã cũ'],
        ['Sở TT&TT', 'X99.STTTT', '000.00.07.X99'],
        ['sở nội vụ', 'X99.SNV.2', null],
      ],
    },
  ]);
  expect((await write(book)).body).toEqual({ made: 2 });
  const tttt = await show('Sở Thông tin và Truyền thông');
  expect([tttt.code, tttt.codeOld]).toEqual(['X99.STTTT', '000.00.07.X99']);
  expect((await show('Sở Nội vụ')).phone).toBe('0292 3 000 222');
});

test('new agencies, their names and places come together; a clash of dates passes when the whole holds', async () => {
  const full = (await show('Sở Công Thương')).names.find(({ kind }) => kind === 'full')!;
  const id = await idOf('Sở Công Thương');
  const book = await bookOf([
    {
      sheet: 'Trực thuộc',
      rows: [
        ['Cơ quan', 'Hệ thống', 'Trực thuộc'],
        ['Chi cục Quản lý thị trường', 'Nhà nước', 'Sở Công Thương'],
      ],
    },
    {
      sheet: 'Cơ quan',
      rows: [
        ['Tên cơ quan', 'Loại'],
        ['Chi cục Quản lý thị trường', 'Đơn vị sự nghiệp'],
      ],
    },
    {
      sheet: 'Tên gọi',
      rows: [
        ['Cơ quan', 'Tên gọi', 'Là', 'Từ ngày', 'Đến ngày', 'Khóa cơ quan', 'Khóa dòng'],
        [null, 'Sở Thương mại', 'tên đầy đủ', null, '31/12/2007', id, null],
        ['Sở Công Thương', 'Sở Công Thương', 'tên đầy đủ', '1/1/2008', null, id, full.id],
        ['Chi cục Quản lý thị trường', 'QLTT', null, null, null, null, null],
      ],
    },
  ]);
  const plan = await look(book);
  expect(plan.errors).toEqual([]);
  expect((await write(book)).body).toEqual({ made: 5 });
  const unit = await show('Chi cục Quản lý thị trường');
  expect(unit.parents.map(({ otherName }) => otherName)).toEqual(['Sở Công Thương']);
  expect(unit.names.map(({ name, kind }) => [name, kind])).toContainEqual(['QLTT', 'abbreviation']);
  const then = await focal.call(showAgency, { params: { id }, query: { asOf: '2007-12-31' } });
  expect(then.nameThen).toBe('Sở Thương mại');
});

test('each wrong cell is named, and nothing of the book is written', async () => {
  const before = await registered();
  const book = await bookOf([
    {
      sheet: 'Cơ quan',
      rows: [
        ['Tên cơ quan', 'Loại', 'Từ ngày'],
        ['Bộ Nội vụ', 'Bộ', null],
        ['Sở Du lịch', { value: 'Sở', rowSpan: 2 }, null],
        ['Sở Văn hóa', null, null],
        ['Sở Thể thao', 'Sở', '31/02/2025'],
        ['Sở Ngoại thương', 'Sở', null],
      ],
    },
    {
      sheet: 'Tên gọi',
      rows: [
        ['Cơ quan', 'Tên gọi', 'Là', 'Từ ngày', 'Đến ngày'],
        ['Sở Không Có', 'SKC', 'tên viết tắt', null, null],
        ['Sở Tài chính', 'STP', 'tên viết tắt', null, null],
        ['Sở Tài chính', 'Sở Vật giá', 'tên đầy đủ', null, null],
        ['Sở Tài chính', 'Sở Giá cả', 'tên cũ', '2001-02-01', '2001-01-01'],
      ],
    },
    {
      sheet: 'Liên hệ',
      rows: [
        ['Cơ quan', 'Thư điện tử'],
        ['Sở Tài chính', 'không có'],
      ],
    },
  ]);
  const plan = await look(book);
  expect(plan.errors.map(({ sheet, cell, message }) => `${sheet}!${cell} ${message}`)).toEqual([
    expect.stringContaining('Cơ quan!B2 Không có loại cơ quan “Bộ”: hãy ghi một trong'),
    'Cơ quan!B3:B4 Các ô B3:B4 đang gộp làm một: hãy bỏ gộp ô rồi điền từng dòng.',
    'Cơ quan!B4 Ô này còn trống: cơ quan mới cần có loại.',
    'Cơ quan!C5 “31/02/2025” không phải ngày: hãy nhập theo dạng ngày/tháng/năm.',
    'Tên gọi!A2 “Sở Không Có” chưa có trong danh mục: hãy thêm ở trang Cơ quan của tệp.',
    'Tên gọi!B3 “STP” đã là tên gọi của Sở Tư pháp: hãy dùng tên khác, hoặc mở cơ quan đó.',
    expect.stringContaining('Tên gọi!D4 Trong thời gian này cơ quan đã có tên đầy đủ “Sở Tài chính”'),
    'Tên gọi!E5 Ngày kết thúc đứng trước ngày bắt đầu: hãy xem lại hai ngày.',
    'Liên hệ!B2 Địa chỉ thư điện tử cần có dạng ten@coquan.gov.vn.',
  ]);
  const { status, body } = await send(importBook, book, plan.digest);
  expect([status, body.title]).toEqual([
    422,
    'Tệp còn ô sai nên chưa ghi gì vào danh mục: hãy sửa các ô được nêu rồi gửi lại.',
  ]);
  expect(await registered()).toEqual(before);
});

test('what was shown is what is written: a register that changed since is looked at again', async () => {
  const book = await bookOf([
    {
      sheet: 'Mã',
      rows: [
        ['Cơ quan', 'Mã định danh', 'Điện thoại'],
        ['Sở Y tế', 'X99.SYT', '115'],
      ],
    },
  ]);
  const { digest } = await look(book);
  await focal.call(editAgency, { params: { id: await idOf('Sở Y tế') }, body: { phone: '116' } });
  const { status, body } = await send(importBook, book, digest);
  expect([status, body.title]).toEqual([
    409,
    'Danh mục đã thay đổi từ lúc xem thử: hãy xem lại các thay đổi rồi xác nhận.',
  ]);
  expect((await show('Sở Y tế')).code).toBeNull();
});

test('a circle of parents in a book is an error at its cell', async () => {
  const [above, below] = [await idOf('Thanh tra thành phố'), await idOf('Ban Dân tộc')];
  await focal.call(addParent, { params: { id: below }, body: { hierarchy: 'state', parentId: above } });
  const book = await bookOf([
    {
      sheet: 'X',
      rows: [
        ['Cơ quan', 'Trực thuộc'],
        ['Thanh tra thành phố', 'Ban Dân tộc'],
      ],
    },
  ]);
  expect((await look(book)).errors).toEqual([
    {
      sheet: 'X',
      cell: 'B2',
      message: 'Ban Dân tộc lại trực thuộc chính cơ quan này: hãy chọn cấp trên khác.',
    },
  ]);
});

test('what is no book, or has no headings that are known, is refused in a sentence', async () => {
  const refused = await send(tryBook, Buffer.from('không phải Excel'));
  expect([refused.status, refused.body.title]).toEqual([
    422,
    'Tệp này không phải sổ Excel .xlsx, hoặc đã hỏng: hãy lưu lại thành .xlsx rồi gửi.',
  ]);
  const strange = await send(
    tryBook,
    await bookOf([
      {
        sheet: 'A',
        rows: [
          ['Ngày', 'Mưa'],
          ['x', 1],
        ],
      },
    ]),
  );
  expect(strange.body.title).toContain('Không thấy hàng tiêu đề nào quen biết');
});

test('others take the book along but may not bring one', async () => {
  const person = await t.as('vanhoa@example.vn');
  const answer = await t.web.inject({ url: exportBook.path, headers: { cookie: person.cookie } });
  expect(answer.statusCode).toBe(200);
  expect((await send(tryBook, await download(), '', person)).status).toBe(403);
  expect((await send(importBook, await download(), '', person)).status).toBe(403);
});
