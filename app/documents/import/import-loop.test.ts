import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { showDocument } from '../document.contract.ts';
import { ended, upload } from '../document.test-data.ts';
import { showPages } from '../reader/document-page.contract.ts';
import { dropImport, listImports } from './import.contract.ts';
import { insertJob } from './import-job.store.ts';
import { scanOf } from './scan.test-data.ts';

let t: TestHouse;
let focal: Awaited<ReturnType<TestHouse['as']>>;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());
afterEach(() => vi.restoreAllMocks());

const intake = (name: string) => readFileSync(new URL(`../../intake/fixtures/${name}`, import.meta.url));
const copies = async () => (await t.house.uploads.list()).length;
const jobRow = (id: string) =>
  inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('import_job').selectAll().where('id', '=', id).executeTakeFirst(),
  );
/** A web page as the form in which a document is quickest to read in the background. */
const page = (number: number) =>
  `<!doctype html><p>ỦY BAN NHÂN DÂN</p><p>Số: ${number}/KH-UBND</p><p>Cần Thơ, ngày 05 tháng 3 năm 2025</p><p>KẾ HOẠCH</p><p>Sở Ngoại vụ chủ trì báo cáo trước ngày 15/12.</p>`;

test('a PDF with letters is read in the background and known again afterwards', async () => {
  const { status, jobId } = await upload(t, focal, { file: 'KH 15.pdf', bytes: intake('plan.pdf') });
  expect([status, typeof jobId]).toEqual([200, 'string']);
  const job = await ended(focal, jobId);
  expect(job).toMatchObject({ name: 'KH 15.pdf', state: 'done', page: 2, pages: 2, known: false });
  const params = { id: job.documentId! };
  expect(await focal.call(showDocument, { params })).toMatchObject({
    createdBy: 'Lê Thị Thu Hà',
    file: { name: 'KH 15.pdf' },
  });
  const { pages } = await focal.call(showPages, { params });
  expect(pages.map(({ number, scanned, hasPicture }) => [number, scanned, hasPicture])).toEqual([
    [1, false, false],
    [2, false, false],
  ]);
  expect(await copies()).toBe(0);
  const again = await upload(t, focal, { file: 'KH 15 (2).pdf', bytes: intake('plan.pdf') });
  expect(await ended(focal, again.jobId)).toMatchObject({ known: true, documentId: job.documentId });
});

test('a scan of two pages shows its pages as pictures with the places of its words', async () => {
  const { jobId } = await upload(t, focal, { file: 'quet.pdf', bytes: scanOf(2) });
  const job = await ended(focal, jobId);
  expect(job).toMatchObject({ state: 'done', pages: 2, recognised: true });
  const params = { id: job.documentId! };
  const { text } = await focal.call(showDocument, { params });
  const { pages } = await focal.call(showPages, { params });
  expect(pages.map((one) => one.hasPicture)).toEqual([true, true]);
  const words = pages[1]!.words.map(([begin, end]) => text.slice(begin, end));
  expect(words).toContain('Ngoại');
  const picture = await t.web.inject({
    url: `/api/documents/${params.id}/pages/2/picture`,
    headers: { cookie: focal.cookie },
  });
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
  expect(picture.rawPayload.subarray(0, 2).toString('hex')).toBe('ffd8');
  const stranger = await t.as('ngoaivu@example.vn');
  expect(await stranger.refused(showPages, { params })).toMatchObject({ status: 403 });
}, 60_000);

test('a secret scan leaves nothing but one line that something was refused', async () => {
  const stored = vi.spyOn(t.house.files, 'put');
  const bytes = intake('stamped-scan.png');
  const { jobId } = await upload(t, focal, { file: 'ke-hoach-dac-biet.png', bytes });
  const job = await ended(focal, jobId);
  expect(job).toMatchObject({ name: '', state: 'refused', documentId: null });
  expect(job.problem).toMatch(/dấu chỉ độ mật/);
  expect(stored).not.toHaveBeenCalled();
  expect(await copies()).toBe(0);
  const events = await inTenant(t.house.db, t.tenantId, (tx) => tx.selectFrom('event').selectAll().execute());
  const refusals = events.filter((event) => event.kind === 'document.refused-as-secret');
  expect(refusals.map((event) => event.payload)).toEqual([{}]);
  expect(JSON.stringify([events, await jobRow(jobId)])).not.toMatch(/dac-biet/);
}, 60_000);

test('a file that cannot be read ends with its sentence; one that is no document is refused at once', async () => {
  const broken = intake('plan.pdf').subarray(0, 20_000);
  const { jobId } = await upload(t, focal, { file: 'hong.pdf', bytes: broken });
  expect(await ended(focal, jobId)).toMatchObject({ state: 'refused', name: 'hong.pdf' });
  expect((await jobRow(jobId))!.problem).toMatch(/bị hỏng/);
  const zip = zipSync({ 'a.txt': strToU8('x') }).fill(0, 0, 1);
  expect(await upload(t, focal, { file: 'a.zip', bytes: zip })).toMatchObject({ status: 422 });
});

test('what a program left running when it died is read by the next, once; forgotten copies are destroyed', async () => {
  await t.stop();
  const [id, deadly, orphan] = [randomUUID(), randomUUID(), randomUUID()];
  const person = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('person').select('id').where('email', '=', 'daumoi@example.vn').executeTakeFirstOrThrow(),
  );
  await t.house.uploads.put(id, Buffer.from(page(31)));
  await t.house.uploads.put(deadly, Buffer.from(page(33)));
  await t.house.uploads.put(orphan, Buffer.from('a copy whose row was never written'));
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    const job = { id, name: 'trang.html', mediaType: 'text/html', createdBy: person.id };
    await insertJob(tx, { ...job, createdAt: new Date() });
    await insertJob(tx, { ...job, id: deadly, createdAt: new Date() });
    const left = (attempts: number) => tx.updateTable('import_job').set({ state: 'running', attempts });
    await left(1).where('id', '=', id).execute();
    await left(3).where('id', '=', deadly).execute();
  });
  await t.restart();
  expect(await ended(focal, id)).toMatchObject({ state: 'done', known: false });
  expect((await jobRow(id))!.attempts).toBe(2);
  expect(await ended(focal, deadly)).toMatchObject({ state: 'failed', documentId: null });
  expect(await copies()).toBe(0);
});

test('a disk that fails is tried three times, then the import ends with one sentence', async () => {
  const put = vi.spyOn(t.house.files, 'put').mockRejectedValue(new Error('the disk is full'));
  const { jobId } = await upload(t, focal, { file: 'b.html', bytes: page(32) });
  const job = await ended(focal, jobId);
  expect(job).toMatchObject({ state: 'failed', documentId: null });
  expect(job.problem).toMatch(/nhiều lần mà không xong/);
  expect(put).toHaveBeenCalledTimes(3);
  expect(await copies()).toBe(0);
});

test('stopping in the middle of a scan keeps its copy and counts no attempt; cancelling destroys it', async () => {
  const { jobId } = await upload(t, focal, { file: 'dai.pdf', bytes: scanOf(3) });
  await vi.waitFor(async () => expect((await jobRow(jobId))!.state).toBe('running'), 5_000);
  await t.stop();
  expect(await jobRow(jobId)).toMatchObject({ state: 'waiting', attempts: 0 });
  expect(await copies()).toBe(1);
  await t.restart();
  await vi.waitFor(async () => expect((await jobRow(jobId))!.state).toBe('running'), 5_000);
  await focal.call(dropImport, { params: { id: jobId } });
  expect(await copies()).toBe(0);
  const { imports } = await focal.call(listImports, {});
  expect(imports.map(({ id }) => id)).not.toContain(jobId);
  await vi.waitFor(async () => expect((await jobRow(jobId))!.state).toBe('cancelled'));
}, 60_000);

test('files are read one at a time, in the order in which they came', async () => {
  const answers = [];
  for (const number of [41, 42, 43])
    answers.push(await upload(t, focal, { file: `${number}.html`, bytes: page(number) }));
  const jobs = [];
  for (const { jobId } of answers) jobs.push(await ended(focal, jobId));
  const rows = await Promise.all(answers.map(({ jobId }) => jobRow(jobId)));
  const times = rows.map((row) => row!.finished_at!.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(jobs.every((job) => job.state === 'done')).toBe(true);
});

test('agencies see no imports and drop none', async () => {
  const agency = await t.as('ngoaivu@example.vn');
  expect(await agency.refused(listImports, {})).toMatchObject({ status: 403 });
  expect(await agency.refused(dropImport, { params: { id: randomUUID() } })).toMatchObject({ status: 403 });
});
