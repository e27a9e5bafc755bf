import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { makeEntryLinkFor } from '#app/accounts/index.ts';
import { showDocument } from '#app/documents/document.contract.ts';
import { plan217, upload } from '#app/documents/document.test-data.ts';
import { actOnAssignment, logProgress } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { loadExample } from '#app/example.ts';
import { addressOf } from '#app/platform/contract.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import { clamdScanner } from '#app/platform/virus-scanner.ts';
import { eicar, openFakeClamd } from '#test/fake-clamd.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { downloadFile, previewFile, showFile } from './file.contract.ts';
import { insertFile } from './file.store.ts';
import { hostileDocx } from './preview/hostile.test-data.ts';

let t: TestHouse;
let ngoaiVu: Person;
let partId: string;
let dutyId: string;
beforeAll(async () => {
  t = await openTestHouse();
  const focal = await t.as('daumoi@example.vn');
  ngoaiVu = await t.as('ngoaivu@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  const { rows } = await focal.call(listDuties, { query: {} });
  dutyId = rows.find(({ path }) => path === 'III.2.c')!.id;
  const { parts } = await focal.call(showDuty, { params: { id: dutyId } });
  partId = parts.find(({ agencyName }) => agencyName === 'Sở Ngoại vụ')!.id;
  await ngoaiVu.call(actOnAssignment, { params: { id: partId }, body: { action: 'receive' } });
});
afterAll(() => t.close());
afterEach(() => void delete t.house.scan);

type Sent = [name: string, content: string | Uint8Array];

async function send(files: Sent[], note = 'Đã làm') {
  const form = new FormData();
  form.set('note', note);
  for (const [name, content] of files) form.append('file', new File([content as never], name));
  const body = new Response(form);
  const answer = await t.web.inject({
    method: 'POST',
    url: addressOf(logProgress, { params: { id: partId } }),
    headers: { cookie: ngoaiVu.cookie, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: answer.statusCode, ...answer.json() };
}

/** Sends one file as evidence; returns its id. */
async function keep(name: string, content: string | Uint8Array): Promise<string> {
  const note = `Gửi ${name}`;
  expect((await send([[name, content]], note)).status).toBe(200);
  const { progress } = await ngoaiVu.call(showDuty, { params: { id: dutyId } });
  return progress.find((entry) => entry.note === note)!.files[0]!.fileId;
}

const get = (id: string, headers: Record<string, string> = {}, query?: { inline: '1' }) =>
  t.web.inject({
    url: addressOf(downloadFile, { params: { id }, query }),
    headers: { cookie: ngoaiVu.cookie, ...headers },
  });
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const nothingWaits = async () => expect(await t.house.uploads.list()).toEqual([]);
const ofProvince = <T>(work: (tx: Tx) => Promise<T>) => inTenant(t.house.db, t.tenantId, work);
const countFiles = async () =>
  (await ofProvince((tx) => tx.selectFrom('file').select('id').execute())).length;

test('a film comes whole, by parts, and not again when it did not change', async () => {
  const bytes = randomBytes(2_000_000);
  const id = await keep('Lễ đón đoàn “ĐSQ Nhật Bản”.mp4', bytes);
  const whole = await get(id);
  expect(whole.rawPayload.equals(bytes)).toBe(true);
  expect(whole.headers).toMatchObject({
    'accept-ranges': 'bytes',
    'content-length': '2000000',
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    'content-security-policy': expect.stringContaining('sandbox'),
    'content-disposition': `attachment; filename="Le-don-doan-DSQ-Nhat-Ban.mp4"; filename*=UTF-8''${encodeURIComponent('Lễ đón đoàn “ĐSQ Nhật Bản”.mp4')}`,
  });
  const part = await get(id, { range: 'bytes=1000-1999' });
  expect([part.statusCode, part.headers['content-range']]).toEqual([206, 'bytes 1000-1999/2000000']);
  expect(part.rawPayload.equals(bytes.subarray(1000, 2000))).toBe(true);
  const tail = await get(id, { range: 'bytes=-5', 'if-range': String(whole.headers.etag) });
  expect(tail.rawPayload.equals(bytes.subarray(-5))).toBe(true);
  const changed = await get(id, { range: 'bytes=0-4', 'if-range': '"một bản khác"' });
  expect([changed.statusCode, changed.rawPayload.length]).toEqual([200, 2_000_000]);
  const beyond = await get(id, { range: 'bytes=2000000-' });
  expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, 'bytes */2000000']);
  const again = await get(id, { 'if-none-match': String(whole.headers.etag) });
  expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  await nothingWaits();
});

test('only pictures, PDF and plain text are handed over inline; a web page, a drawing and a lie never are', async () => {
  const page = '<html><script>window.hacked=1</script></html>';
  const cases: [...Sent, string][] = [
    ['anh.png', png, 'inline; image/png'],
    ['bao-cao.pdf', '%PDF-1.7 …', 'inline; application/pdf'],
    ['ghi-chu.txt', 'Đã họp', 'inline; text/plain; charset=utf-8'],
    ['trang.html', page, 'attachment'],
    ['so-lieu.csv', page, 'attachment'],
    ['ve.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'attachment'],
  ];
  for (const [name, content, wanted] of cases) {
    const id = await keep(name, content);
    const answer = await get(id, {}, { inline: '1' });
    const how = String(answer.headers['content-disposition']).split(';')[0];
    expect(how === 'inline' ? `${how}; ${answer.headers['content-type']}` : how, name).toBe(wanted);
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('a preview tells the kind by the bytes, and whether the name lies', async () => {
  const shown = async (id: string) => ({
    ...(await ngoaiVu.call(showFile, { params: { id } })),
    preview: await ngoaiVu.call(previewFile, { params: { id } }),
  });
  expect(await shown(await keep('Tờ trình.docx', hostileDocx()))).toMatchObject({
    name: 'Tờ trình.docx',
    kind: 'docx',
    misnamed: false,
    place: { address: `/duties/${dutyId}`, name: 'Nhiệm vụ III.2.c' },
    preview: { shown: 'document', cut: false, html: expect.not.stringMatching(/<script|javascript:/) },
  });
  expect(await shown(await keep('ảnh.jpg', png))).toMatchObject({
    kind: 'png',
    misnamed: true,
    preview: { shown: 'image' },
  });
  expect(await shown(await keep('trang.html', '<html>x</html>'))).toMatchObject({
    preview: { shown: 'nothing' },
  });
  expect(await shown(await keep('hỏng.docx', 'PK\x03\x04[Content_Types].xml word/'))).toMatchObject({
    preview: { shown: 'nothing', because: 'unreadable' },
  });
  const latin = Buffer.from([0x53, 0xf4, 0xec, 0x20, 0x31]);
  expect((await shown(await keep('cũ.txt', latin))).preview).toMatchObject({ shown: 'text', text: 'Số 1' });
});

test.each<[string, Sent, number, RegExp]>([
  ['a program', ['bao-cao.pdf', 'MZ\x90\0\x03\0\0'], 422, /chương trình chạy được/],
  ['a web page called PDF', ['bao-cao.pdf', '<html><script>x</script></html>'], 422, /mang đuôi \.pdf/],
  ['an empty file', ['rong.pdf', ''], 422, /rỗng/],
  ['a name without end', ['cai-dat.exe', 'abc'], 422, /chương trình chạy được/],
])('%s is refused with one sentence, and nothing of it stays', async (_, file, status, sentence) => {
  const [before, put] = [await countFiles(), vi.spyOn(t.house.files, 'put')];
  const refused = await send([['tot.txt', 'Đã họp'], file]);
  expect(refused).toMatchObject({ status, title: expect.stringMatching(sentence) });
  expect(refused.errors[0].path).toBe('file');
  expect(await countFiles()).toBe(before);
  expect(put).not.toHaveBeenCalled();
  put.mockRestore();
  await nothingWaits();
});

test('a file larger than its purpose allows is refused with its limit, and nothing of it stays', {
  timeout: 60_000,
}, async () => {
  const refused = await send([['phim.mp4', new Uint8Array(100 * 1024 * 1024 + 1)]]);
  expect(refused).toMatchObject({ status: 413, title: expect.stringMatching(/phim\.mp4 vượt quá 100 MB/) });
  await nothingWaits();
});

test('with a scanner nothing is kept before it was looked at; without an answer nothing comes in', async () => {
  const clamd = await openFakeClamd();
  t.house.scan = clamdScanner(clamd.address);
  const put = vi.spyOn(t.house.files, 'put');
  expect(await send([['tai-lieu.txt', eicar]])).toMatchObject({
    status: 422,
    title:
      'Tệp tai-lieu.txt có mã độc (Eicar-Test-Signature) nên không được nhận: hãy quét vi-rút máy của bạn rồi gửi tệp sạch.',
  });
  const plan = await upload(t, await t.as('daumoi@example.vn'), {
    file: 'kh.md',
    bytes: `Kế hoạch\n${eicar}`,
  });
  expect(plan.status).toBe(422);
  expect(put).not.toHaveBeenCalled();
  expect((await send([['sach.txt', 'Đã họp']])).status).toBe(200);
  await clamd.close();
  expect(await send([['sach.txt', 'Đã họp lần hai']])).toMatchObject({
    status: 503,
    title: expect.stringMatching(/Máy quét vi-rút đang không trả lời/),
  });
  expect(put).toHaveBeenCalledTimes(1);
  put.mockRestore();
  await nothingWaits();
});

test('a file is readable to whom its holder is: a draft hides its file, another province knows of none', async () => {
  const focal = await t.as('daumoi@example.vn');
  const bytes = plan217('plan-217.md').toString().replace('217 /KH-UBND', '219/KH-UBND');
  const { id: draft } = await upload(t, focal, { file: 'dự thảo.md', bytes });
  const { file } = await focal.call(showDocument, { params: { id: draft } });
  const evidence = await keep('riêng.txt', 'của tỉnh ta');
  const stranger = await otherProvince();
  const routes = [showFile, previewFile, downloadFile];
  for (const route of routes) {
    const ask = async (id: string, cookie?: string) =>
      (await t.web.inject({ url: addressOf(route, { params: { id } }), headers: cookie ? { cookie } : {} }))
        .statusCode;
    const seen = [
      await ask(file!.id, focal.cookie),
      await ask(file!.id, ngoaiVu.cookie),
      await ask(file!.id, stranger),
      await ask(evidence, (await t.as('vanhoa@example.vn')).cookie),
      await ask(evidence, stranger),
      await ask(evidence),
    ];
    expect(seen, route.path).toEqual([200, 404, 404, 200, 404, 401]);
  }
});

test('a file that nothing holds is nobody’s; one whose bytes are gone says so', async () => {
  const about = { name: 'mồ côi.txt', mediaType: 'text/plain', uploadedBy: null, uploadedAt: new Date() };
  const id = await ofProvince((tx) => insertFile(tx, { ...about, sha256: 'a'.repeat(64), size: 3 }));
  expect((await get(id)).statusCode).toBe(404);
  const evidence = await keep('mất.txt', 'sẽ mất');
  await ofProvince((tx) =>
    tx
      .updateTable('file')
      .set({ sha256: 'b'.repeat(64) })
      .where('id', '=', evidence)
      .execute(),
  );
  const gone = await get(evidence);
  expect([gone.statusCode, gone.json().title]).toEqual([
    404,
    expect.stringMatching(/không còn trong kho tệp/),
  ]);
});

async function otherProvince(): Promise<string> {
  const other = { name: 'Tỉnh Hà Giang', host: 'hagiang.example' };
  const { id } = await t.owner.insertInto('tenant').values(other).returning('id').executeTakeFirstOrThrow();
  await loadExample(t.house, id);
  const link = await makeEntryLinkFor(t.house, id, 'daumoi@example.vn');
  const payload = { token: link?.split('#')[1] };
  const answer = await t.web.inject({ method: 'POST', url: '/api/enter', payload });
  return String(answer.headers['set-cookie']).split(';')[0]!;
}
