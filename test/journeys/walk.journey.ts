// The main job, end to end, on the real Plan 217: each step in the browser, as its own role.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountWords } from '#app/accounts/account.words.ts';
import { consolidationWords } from '#app/consolidation/consolidation.words.ts';
import { comparisonWords } from '#app/documents/comparison/comparison.words.ts';
import { documentWords } from '#app/documents/document.words.ts';
import { dutyWords } from '#app/duties/duty.words.ts';
import { publicationWords } from '#app/duties/publication.words.ts';
import { figuresWords } from '#app/figures/figures.words.ts';
import { checkOfficialDocx } from '#app/letters/index.ts';
import { reportWords } from '#app/reports/report.words.ts';
import { shellWords } from '#app/web/shell.words.ts';
import { keep, look, type Seat, sit } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

const d = documentWords.vi;
const t = dutyWords.vi;
const r = reportWords.vi;
const c = consolidationWords.vi;
const example = (name: string) => join(import.meta.dirname, '../../data/example', name);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('walk');
});
afterAll(() => stage?.close());

const as = (name: string) => stage.as(name);
const go = (seat: Seat, path: string) => stage.go(seat, path);

test('1. the administrator enters by a one-time link, sets a password, signs out and in', async () => {
  const { page } = await sit(stage.browser, stage.program.links['Nguyễn Minh Quân']!);
  await look(page, 'dat-mat-khau');
  const fill = async (password: string) => {
    await page.getByRole('textbox', { name: new RegExp(`^${accountWords.vi.fresh}`) }).fill(password);
    await page.getByRole('textbox', { name: new RegExp(`^${accountWords.vi.again}`) }).fill(password);
    await page.getByRole('button', { name: accountWords.vi.save }).click();
  };
  await fill('matkhaumatkhau');
  await page
    .getByText(/hay bị đoán/)
    .first()
    .waitFor();
  await fill('cầu nối bạn bè năm châu');
  await page.getByRole('heading', { level: 1, name: shellWords.vi.home }).waitFor();
  await look(page, 'viec-hom-nay-quan-tri');
  await page.getByRole('button', { name: new RegExp(shellWords.vi.account) }).click();
  await page.getByRole('menuitem', { name: shellWords.vi.signOut }).click();
  await page.getByRole('heading', { level: 1, name: accountWords.vi.signIn }).waitFor();
  await look(page, 'dang-nhap');
  await page.getByLabel(accountWords.vi.email).fill('quantri@example.vn');
  await page
    .getByRole('textbox', { name: new RegExp(`^${accountWords.vi.password}`) })
    .fill('cầu nối bạn bè năm châu');
  await page.getByRole('button', { name: accountWords.vi.signIn }).click();
  await page.getByRole('heading', { level: 1, name: shellWords.vi.home }).waitFor();
  await page.goto(`${stage.program.origin}/api`);
  await look(page, 'giao-dien-lap-trinh');
});

test('2. the focal officer drops Plan 217, corrects a duty, confirms all and publishes; a second copy is known', async () => {
  const seat = await as('Lê Thị Thu Hà');
  const { page } = seat;
  await go(seat, '/documents');
  await look(page, 'van-ban');
  await drop(seat, 'plan-217.md');
  await page.getByRole('heading', { level: 1, name: /217/ }).waitFor();
  await page.getByText(d.progress(0, 27)).waitFor();
  await look(page, 'doc-van-ban');
  await correctFirstDuty(seat);
  await page.getByRole('button', { name: /^Xác nhận tất cả/ }).click();
  await page.getByRole('link', { name: d.publish, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Công bố/ }).waitFor();
  await look(page, 'cong-bo');
  await page.getByRole('button', { name: publicationWords.vi.leave, exact: true }).first().click();
  await page.getByRole('button', { name: publicationWords.vi.publish }).first().click();
  await page
    .getByText(/Đã công bố: 27 nhiệm vụ giao cho \d+ cơ quan/)
    .first()
    .waitFor();

  for (const copy of ['plan-217.md', 'plan-217-web.txt']) {
    await go(seat, '/documents');
    await drop(seat, copy);
    await page.getByText(d.known).waitFor();
    await page.getByRole('heading', { level: 1, name: /217/ }).waitFor();
  }
  await page.getByRole('button', { name: comparisonWords.vi.compareDropped }).click();
  await page
    .getByRole('heading', { level: 1, name: comparisonWords.vi.title('Kế hoạch 217/KH-UBND') })
    .waitFor();
  await page.getByText(/“TH” không phải là một tiếng/).waitFor();
  await look(page, 'so-sanh');
  await go(seat, '/citations');
  await page.getByRole('table').first().waitFor();
  await look(page, 'vien-dan');
  expect(seat.errors).toEqual([]);
});

async function drop({ page }: Seat, name: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(example(name));
}

async function correctFirstDuty({ page }: Seat): Promise<void> {
  await page.getByRole('button', { name: d.edit, exact: true }).first().click();
  await page.getByLabel(d.form.deadline).fill('hằng năm');
  await page.getByRole('button', { name: d.form.saveAndConfirm }).click();
  await page.getByText(d.progress(1, 27)).waitFor();
}

test('3. duties by agency in a table: filter, sort, search without diacritics, the address keeps the view', async () => {
  const seat = await as('Lê Thị Thu Hà');
  const { page } = seat;
  await go(seat, '/duties?whose=all');
  await page.getByText(t.found('27')).first().waitFor();
  await look(page, 'nhiem-vu');
  await page.getByLabel(t.search).fill('nguoi viet nam o nuoc ngoai');
  await expect.poll(() => new URL(page.url()).searchParams.get('text')).toBe('nguoi viet nam o nuoc ngoai');
  await page.getByText(t.found('27')).waitFor({ state: 'detached' });
  await page.reload();
  expect(await page.getByLabel(t.search).inputValue()).toBe('nguoi viet nam o nuoc ngoai');
  await go(seat, '/duties?whose=all');
  await page
    .getByRole('button', { name: new RegExp(t.columns.due) })
    .first()
    .click();
  await expect.poll(() => page.url()).toMatch(/sort=due/);
});

test('4. an agency receives a duty, logs progress with a file and reports it done; the focal officer confirms', async () => {
  const agency = await as('Trần Ngọc Lan');
  await go(agency, '/duties');
  await agency.page
    .getByRole('link', { name: /Lồng ghép vào kế hoạch thanh tra/ })
    .first()
    .click();
  await agency.page.getByRole('button', { name: t.actions.receive }).click();
  await agency.page.getByRole('button', { name: t.actions['log-progress'] }).click();
  await agency.page
    .getByLabel(t.note)
    .fill('Đã đưa nội dung đối ngoại nhân dân vào kế hoạch thanh tra năm, kiểm tra 3 đơn vị.');
  await agency.page.locator('input[type=file]').setInputFiles({
    name: 'Kế hoạch thanh tra.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Kế hoạch thanh tra, kiểm tra đối ngoại năm'),
  });
  await agency.page.getByRole('button', { name: t.save }).click();
  await agency.page.getByText('Kế hoạch thanh tra.txt').first().waitFor();
  await agency.page.getByRole('button', { name: t.actions['report-done'] }).click();
  await agency.page.getByText(t.done['report-done']).first().waitFor();
  const address = new URL(agency.page.url()).pathname;

  const focal = await as('Lê Thị Thu Hà');
  await go(focal, address);
  await focal.page.getByRole('button', { name: t.actions.confirm }).click();
  await focal.page.getByText(t.done.confirm).first().waitFor();
  await look(focal.page, 'mot-nhiem-vu');
  expect([...agency.errors, ...focal.errors]).toEqual([]);
});

test('5. a period is opened, two agencies file, one report with the source of each sentence comes out as DOCX', async () => {
  const focal = await as('Lê Thị Thu Hà');
  await go(focal, '/reports');
  await focal.page.getByRole('button', { name: r.make }).first().click();
  await focal.page.getByRole('heading', { level: 1 }).first().waitFor();
  await look(focal.page, 'che-do-bao-cao');
  await go(focal, '/reports?opening=true');
  await focal.page.getByRole('region', { name: r.openTitle }).getByRole('button', { name: r.open }).click();
  await focal.page.getByText(r.all(34)).first().waitFor();
  await look(focal.page, 'ky-bao-cao');
  const period = new URL(focal.page.url()).pathname;

  await file(
    'Trần Ngọc Lan',
    period,
    'Đã lồng ghép nội dung đối ngoại nhân dân vào kế hoạch thanh tra năm.',
    true,
  );
  await file(
    'Võ Hoàng Nam',
    period,
    'Đã tổ chức 4 hoạt động giao lưu văn hóa với các nước láng giềng.',
    false,
  );

  await go(focal, period);
  await focal.page
    .getByRole('button', { name: c.make })
    .or(focal.page.getByRole('link', { name: r.consolidate }))
    .first()
    .click();
  const make = focal.page.getByRole('button', { name: c.make }).first();
  await make.or(focal.page.getByText('4 hoạt động giao lưu văn hóa').first()).first().waitFor();
  if (await make.isVisible()) await make.click();
  await focal.page.getByText('4 hoạt động giao lưu văn hóa').first().waitFor();
  await look(focal.page, 'tong-hop');
  await focal.page
    .getByRole('button', { name: new RegExp(`^${c.openSource('')}.*Văn hóa`) })
    .first()
    .click();
  await focal.page.getByText(c.agencySentence).first().waitFor();
  await look(focal.page, 'nguon-cua-cau');
  await focal.page.keyboard.press('Escape');

  await focal.page.getByRole('button', { name: c.issue }).click();
  const dialog = focal.page.getByRole('dialog');
  await dialog.getByLabel(c.number).fill('7');
  await dialog.getByLabel(c.signer).fill('Lê Văn Tâm');
  await dialog.getByRole('button', { name: c.issue }).click();
  await focal.page.getByText(c.didIssue).first().waitFor();
  const downloading = focal.page.waitForEvent('download');
  await focal.page.getByRole('link', { name: c.download }).click();
  const bytes = readFileSync(await (await downloading).path());
  keep('bao-cao-tong-hop.docx', bytes);
  const text = strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<[^>]+>/g, '');
  for (const words of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'BÁO CÁO',
    'Số: 07/BC',
    '4 hoạt động giao lưu văn hóa',
    'Lê Văn Tâm',
    'Nơi nhận',
    './.',
  ])
    expect(text).toContain(words);
  expect(await checkOfficialDocx(bytes)).toEqual([]);
  expect(focal.errors).toEqual([]);
});

/** An agency adds a paragraph of its own to what was filled in for it, and files. */
async function file(name: string, period: string, words: string, pictured: boolean): Promise<void> {
  const seat = await as(name);
  await go(seat, `${period}/mine`);
  await seat.page.getByRole('button', { name: r.add }).first().click();
  await seat.page.getByRole('textbox').last().waitFor();
  const slot = seat.page.getByRole('textbox', { name: /^Đoạn \d+ của mục/ });
  const empty = slot.filter({ hasText: /^$/ }).last();
  await empty.fill(words);
  await seat.page
    .getByText(/^Đã lưu/)
    .first()
    .waitFor();
  if (pictured) await look(seat.page, 'bao-cao-co-quan');
  await seat.page.getByRole('button', { name: r.submit }).click();
  await seat.page.getByRole('dialog').getByRole('button', { name: r.confirmSubmit, exact: true }).click();
  await seat.page.getByText(r.receipt).first().waitFor();
  expect(seat.errors).toEqual([]);
}

test('6. the leader sees the four cells, overall and by agency, true at once', async () => {
  const leader = await as('Phạm Văn Thành');
  await go(leader, '/');
  await look(leader.page, 'viec-hom-nay-lanh-dao');
  await go(leader, '/figures');
  for (const cell of Object.values(figuresWords.vi.cells))
    await leader.page.getByText(cell).first().waitFor();
  await look(leader.page, 'bang-dieu-hanh');
  const done = leader.page
    .getByRole('link', { name: new RegExp(figuresWords.vi.cells['done-in-time']) })
    .first();
  await done.click();
  await leader.page
    .getByText(/Lồng ghép vào kế hoạch thanh tra/)
    .first()
    .waitFor();
  expect(leader.errors).toEqual([]);
});

test('7. the inspector reads the ledger of a duty: who did what, when, in words', async () => {
  const inspector = await as('Bùi Thị Thanh');
  await go(inspector, '/duties?whose=all&text=thanh%20tra');
  await inspector.page
    .getByRole('link', { name: /Lồng ghép vào kế hoạch thanh tra/ })
    .first()
    .click();
  await inspector.page.getByRole('heading', { name: t.ledger }).waitFor();
  for (const words of [/Lê Thị Thu Hà.*giao/, /Trần Ngọc Lan.*tiếp nhận/i, /ghi tiến độ/i, /hoàn thành/i])
    await inspector.page.getByText(words).first().waitFor();
  await look(inspector.page, 'nhat-ky');
  await go(inspector, '/ledger');
  await look(inspector.page, 'so-nhat-ky');
  await go(inspector, '/agencies');
  await look(inspector.page, 'co-quan');
  expect(inspector.errors).toEqual([]);
});
