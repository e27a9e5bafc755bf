import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { checkOfficialDocx } from '#app/letters/index.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { createRow, moveRow, showRow } from '../register.contract.ts';

let t: TestHouse;
let own: Person;
let agencies: { id: string; name: string }[];
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
  ({ agencies } = await own.call(listAgencies, {}));
});
afterAll(() => t.close());

const add = async (register: string, values: object) =>
  (await own.call(createRow, { params: { register }, body: { values: values as never } })).id;
const agency = (name: string) => agencies.find((one) => one.name === name)!.id;

/** The words of the file, as plain text. */
async function wordsOf(bytes: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  return (await mammoth.extractRawText({ buffer: bytes })).value;
}

test('a policy proposal has fifteen days by law, others the day of the letter or a count to confirm', async () => {
  const asked = { draft: 'Luật Đối ngoại nhân dân', role: 'asked', drafter: 'Bộ Ngoại giao' };
  const timers = async (values: object) => {
    const id = await add('consultation', { ...asked, askedOn: '2026-11-20', ...values });
    const row = await own.call(showRow, { params: { register: 'consultation', id }, query: {} });
    return row.timers.map(({ name, dueOn, mark }) => [name, dueOn, mark]);
  };
  // The fifteenth day is a Saturday.
  expect(await timers({ kind: 'policy' })).toEqual([['policy', '2026-12-07', 'V']]);
  expect(await timers({ draft: 'Nghị định một', kind: 'decree', answerBy: '2026-12-01' })).toEqual([
    ['letter', '2026-12-01', 'V'],
  ]);
  expect(await timers({ draft: 'Thông tư hai', kind: 'circular' })).toEqual([['draft', '2026-12-10', 'R']]);
});

test('the table of opinions is an official document that tells each opinion and what became of it', async () => {
  const id = await add('consultation', {
    draft: 'Quyết định ban hành Quy chế quản lý hoạt động đối ngoại nhân dân',
    role: 'drafting',
    kind: 'province',
    drafter: 'Sở Ngoại vụ',
    request: '123/SNgV-HTQT',
    askedOn: '2026-11-02',
    answeredOn: '2026-11-20',
    signer: 'Nguyễn Văn Hòa',
    signerPosition: 'Giám đốc',
  });
  const opinion = (values: object) =>
    add('consultation-opinion', { consultation: id, givenOn: '2026-11-10', kind: 'amend', ...values });
  const first = await opinion({
    clause: 'Điều 5, khoản 2',
    sequence: 1,
    giver: agency('Sở Văn hóa, Thể thao và Du lịch'),
    wordsNow: 'Trong 10 ngày làm việc',
    wordsProposed: 'Trong 7 ngày làm việc',
    reason: 'Đồng bộ với Luật Thỏa thuận quốc tế',
  });
  await opinion({
    clause: 'Điều 8',
    sequence: 2,
    giverName: 'Hội đồng hương Lào',
    wordsProposed: 'Thêm điểm đ',
  });
  const settle = (values: Record<string, string>) =>
    own.refused(moveRow, {
      params: { register: 'consultation-opinion', id: first },
      body: { revision: 1, transition: 'settle', values },
    });
  expect((await settle({ outcome: 'explained', decidedOn: '2026-11-22' })).errors).toMatchObject([
    { path: 'values.outcomeReason' },
  ]);
  await own.call(moveRow, {
    params: { register: 'consultation-opinion', id: first },
    body: {
      revision: 1,
      transition: 'settle',
      values: { outcome: 'explained', outcomeReason: 'Luật cho 10 ngày', decidedOn: '2026-11-22' },
    },
  });
  const url = `/api/registers/consultation/rows/${id}/opinions.docx`;
  const file = await t.web.inject({ url, headers: { cookie: own.cookie } });
  expect(file.statusCode).toBe(200);
  const said = await wordsOf(file.rawPayload);
  expect(said).toContain('Đã nhận 2 ý kiến');
  expect(said).toContain('Giải trình: 1 ý kiến');
  expect(said).toContain('Chưa có kết quả: 1 ý kiến');
  expect(said).toContain('Giải trình. Luật cho 10 ngày');
  expect(said).toContain('Hội đồng hương Lào');
  expect(said.indexOf('Điều 5, khoản 2')).toBeLessThan(said.indexOf('Điều 8'));
  const defects = await checkOfficialDocx(file.rawPayload);
  expect(defects.map((defect) => JSON.stringify(defect))).toEqual([]);
});
