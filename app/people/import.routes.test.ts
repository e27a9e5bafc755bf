import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { openTestHouse } from '#test/house.ts';
import { readPeopleWorkbook } from './people.contract.ts';

test('a workbook is read as it is shown, and what is no workbook is told', async () => {
  const t = await openTestHouse();
  const admin = await t.as('quantri@example.vn');
  const rows = [
    ['Họ tên', 'Email', 'Từ ngày'],
    ['Ngô Thị Hạnh', 'hanh@example.vn', new Date('2026-12-01T00:00:00Z')],
  ];
  const cells = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, format: 'dd/mm/yyyy' } : { value })),
  );
  const bytes = await writeXlsxFile(cells as never).toBuffer();
  const send = (content: Uint8Array) => {
    const form = new FormData();
    form.set('file', new File([content as never], 'nguoi-dung.xlsx'));
    const body = new Response(form);
    return body.arrayBuffer().then((payload) =>
      t.web.inject({
        method: 'POST',
        url: readPeopleWorkbook.path,
        headers: { cookie: admin.cookie, 'content-type': body.headers.get('content-type')! },
        payload: Buffer.from(payload),
      }),
    );
  };
  const read = await send(bytes);
  expect(read.json()).toEqual({
    table: [
      ['Họ tên', 'Email', 'Từ ngày'],
      ['Ngô Thị Hạnh', 'hanh@example.vn', '2026-12-01'],
    ],
  });
  const wrong = await send(new TextEncoder().encode('không phải Excel'));
  expect(wrong.statusCode).toBe(422);
  await t.close();
});
