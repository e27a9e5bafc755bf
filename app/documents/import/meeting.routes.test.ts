import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { showDocument } from '../document.contract.ts';

let t: TestHouse;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

const conclusions = `Sau khi nghe các ý kiến, Chủ tịch UBND thành phố kết luận như sau:

1. Giao Sở Ngoại vụ chủ trì, phối hợp với Sở Tài chính rà soát kinh phí, báo cáo UBND thành phố trước ngày 15/12/2026.

2. Giao Công an thành phố bảo đảm an ninh, trật tự.

3. Đề nghị Ủy ban MTTQ Việt Nam thành phố giám sát việc thực hiện.
`;

async function paste(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const body = new Response(form);
  const answer = await t.web.inject({
    method: 'POST',
    url: '/api/documents',
    headers: { cookie: focal.cookie, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: answer.statusCode, ...answer.json() };
}

test('conclusions of a meeting become a notice of its day, word for word, with a duty for each order', async () => {
  const { id } = await paste({ text: conclusions, meeting: 'Họp giao ban', heldOn: '2026-11-20' });
  const document = await focal.call(showDocument, { params: { id } });
  expect(document).toMatchObject({
    kind: 'Thông báo',
    title: 'Kết luận: Họp giao ban',
    issuedOn: '2026-11-20',
    state: 'draft',
  });
  expect(document.text).toContain('Giao Công an thành phố bảo đảm an ninh, trật tự.');
  expect(document.duties.map(({ path, holders, request }) => [path, holders, request])).toEqual([
    ['1', ['Sở Ngoại vụ'], false],
    ['2', ['Công an thành phố'], false],
    ['3', ['Ủy ban MTTQ Việt Nam thành phố'], true],
  ]);
});

test('without its name or day it is asked for in a sentence', async () => {
  const { status, title } = await paste({ text: conclusions, meeting: '', heldOn: '2026-11-20' });
  expect([status, title]).toEqual([422, expect.stringMatching(/^Kết luận cuộc họp cần tên cuộc họp/)]);
});
