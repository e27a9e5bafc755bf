// Reports from the opening of a period to the frozen document: six agencies on Plan 217, half a year, and the next one.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getConsolidation } from '#app/consolidation/consolidation.contract.ts';
import { consolidationWords } from '#app/consolidation/consolidation.words.ts';
import { matrixWords } from '#app/consolidation/matrix/matrix.words.ts';
import { outWords } from '#app/consolidation/out/out.words.ts';
import { checkOfficialDocx } from '#app/letters/index.ts';
import { getAgencyReport } from '#app/reports/agency-report.contract.ts';
import { formWords } from '#app/reports/form.words.ts';
import { regimeWords } from '#app/reports/regime.words.ts';
import { reportWords } from '#app/reports/report.words.ts';
import { shellWords } from '#app/web/shell.words.ts';
import { keep, look, type Seat } from './browser.ts';
import { type HeldStage, openHeldStage } from './held-stage.ts';
import { agencies, counted, file, log, prepare } from './six-agencies.ts';

const r = reportWords.vi;
const f = formWords.vi;
const g = regimeWords.vi;
const c = consolidationWords.vi;
const m = matrixWords.vi;

const laos = 'Đoàn đại biểu tỉnh Khăm Muộn (Lào)';
const meeting = 'Hội nghị gặp gỡ các tổ chức phi chính phủ nước ngoài ngày 20/4/2027 tại thành phố Cần Thơ';
const people = 'Tổ chức 01 hội nghị tuyên truyền chủ trương về đối ngoại nhân dân cho cán bộ, công chức';

let stage: HeldStage;
let periodId: string;
let consolidationId: string;

const on = (day: string) => stage.setNow(new Date(`${day}T02:00:00Z`));
const section = (page: Page, key: string) => page.locator(`[id="slot-${key}"]`);
const nothingFailed = (...seats: Seat[]) => expect(seats.flatMap(({ errors }) => errors)).toEqual([]);

beforeAll(async () => {
  stage = await openHeldStage();
  on('2027-01-11');
  await prepare(stage, await stage.sit('daumoi@example.vn'));
  await log(
    stage,
    'foreign',
    'III.2.a',
    '2027-03-10',
    'Thẩm định 04 hồ sơ đăng ký của tổ chức phi chính phủ nước ngoài',
  );
  await log(stage, 'foreign', 'III.11.a', '2027-04-05', people);
  await log(stage, 'culture', 'III.11.a', '2027-04-08', `${people};`);
  await log(
    stage,
    'culture',
    'III.7.a',
    '2027-03-14',
    'Tổ chức Tuần lễ văn hóa với 03 đoàn nghệ thuật nước ngoài',
  );
  await log(stage, 'home', 'III.3', '2027-05-12', 'Mở 01 lớp tập huấn đối ngoại nhân dân cho 45 học viên');
  await log(stage, 'planning', 'III.6.b', '2027-02-20', 'Thẩm định 02 dự án sử dụng viện trợ nước ngoài');
  await log(
    stage,
    'finance',
    'III.5',
    '2027-01-25',
    'Trình bố trí 1.200 triệu đồng kinh phí đối ngoại nhân dân năm 2027',
  );
  await log(stage, 'media', 'III.4.a', '2027-05-30', 'Đăng 36 tin, bài thông tin đối ngoại bằng tiếng Anh');
});
afterAll(() => stage?.close());

test('1. the focal officer opens the half-year; six agencies are expected', async () => {
  on('2027-06-10');
  const focal = await stage.sit('daumoi@example.vn');
  const { page } = focal;
  await stage.go(focal, '/reports?opening=true');
  const form = page.getByRole('region', { name: r.openTitle });
  await form.getByLabel(r.kind).selectOption('half-year');
  await form.getByRole('textbox', { name: r.year }).fill('2027');
  await form.getByLabel(r.which).selectOption('1');
  await form.getByText(r.willOpen('6 tháng đầu năm 2027', '15/12/2026', '14/06/2027')).waitFor();
  await form.getByRole('button', { name: r.open }).click();
  await page.getByText(r.all(6)).first().waitFor();
  periodId = new URL(page.url()).pathname.split('/').at(-1)!;
  nothingFailed(focal);
});

test('2. an agency finds its work filled in, adds words and a figure; its head approves and gets the receipt', async () => {
  on('2027-06-15');
  const writer = await stage.sit(agencies.foreign.writer);
  const { page } = writer;
  await stage.go(writer, `/reports/${periodId}/mine`);
  await page.getByText('Thẩm định 04 hồ sơ đăng ký').first().waitFor();
  const slot = section(page, 'II.4');
  const prefilled = await slot.getByRole('textbox').count();
  await slot.getByRole('button', { name: /^Thêm đoạn vào mục/ }).click();
  await slot.getByRole('textbox').last().fill(`${meeting} có 120 đại biểu, kết quả cụ thể:`);
  for (const point of ['vận động được 03 dự án mới;', 'ký 01 bản ghi nhớ hợp tác.']) {
    await slot.getByRole('button', { name: /^Thêm đoạn vào mục/ }).click();
    await slot.getByRole('textbox').last().fill(point);
    await slot
      .getByRole('button', { name: /^Liệt kê/ })
      .last()
      .click();
  }
  await selectWords(slot.getByRole('textbox').nth(prefilled), '120 đại biểu');
  await slot.getByRole('button', { name: /^Đậm:/ }).nth(prefilled).click();
  await slot.getByRole('strong').getByText('120 đại biểu', { exact: true }).waitFor();
  await count(page, laos, '12/03/2027');
  await page
    .getByText(/^Đã lưu/)
    .first()
    .waitFor();
  await look(page, 'dien-bao-cao');
  await page.getByRole('button', { name: f.askHead }).click();
  await page.getByRole('dialog').getByRole('button', { name: f.askHead }).click();
  await page.getByText(f.askedHead).first().waitFor();

  const head = await stage.sit(agencies.foreign.head);
  await stage.go(head, new URL(page.url()).pathname);
  await head.page.getByRole('button', { name: f.approve }).click();
  await head.page.getByText(/Bản 1, gửi 15\/06\/2027.*thủ trưởng duyệt: Đỗ Quang Vinh/).waitFor();
  nothingFailed(writer, head);
});

/** The words chosen as a hand with a mouse would. */
async function selectWords(field: ReturnType<Page['getByRole']>, words: string) {
  await field.focus();
  await field.evaluate((area: HTMLTextAreaElement, chosen) => {
    const begin = area.value.indexOf(chosen);
    area.setSelectionRange(begin, begin + chosen.length);
  }, words);
}

/** Names a thing that came under "Đoàn vào". */
async function count(page: Page, name: string, day: string) {
  const figure = page.locator('[id="figure-doan-vao"]');
  await figure.getByText(f.counted(0)).click();
  await figure.getByRole('button', { name: f.addCounted }).click();
  await figure.getByLabel(f.countedName).fill(name);
  await figure.getByLabel(f.countedOn, { exact: true }).fill(day);
  await figure.getByLabel(f.sourceOf('Đoàn vào')).fill('Sổ theo dõi đoàn của sở');
}

test('3. the network goes in the middle of writing, the tab too; nothing is lost and it is filed', async () => {
  const seat = await stage.sit(agencies.home.head);
  const { context } = seat;
  await stage.go(seat, `/reports/${periodId}/mine`);
  await section(seat.page, 'V').waitFor();
  const address = seat.page.url();
  await seat.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => seat.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await write(seat.page, 'V', 'Đề nghị bố trí biên chế chuyên trách đối ngoại nhân dân.');
  await seat.page
    .getByText(/^Đã lưu/)
    .first()
    .waitFor();

  await context.setOffline(true);
  await write(seat.page, 'V', 'Đề nghị sớm ban hành quy chế phối hợp.');
  await seat.page.getByText(/^Đang mất mạng: đã giữ trên máy này/).waitFor();
  await seat.page.getByText(shellWords.vi.away).waitFor();
  await seat.page.close();

  seat.page = await context.newPage();
  await seat.page.goto(address);
  await section(seat.page, 'V').waitFor();
  await seat.page.getByText(/^Mở từ bản giữ trên máy này/).waitFor();
  await seat.page.getByText(/^Đã lấy lại phần bạn viết/).waitFor();
  expect(await wordsIn(seat.page, 'V')).toContain('Đề nghị sớm ban hành quy chế phối hợp.');
  await look(seat.page, 'mo-khi-mat-mang');
  await write(seat.page, 'III.2', 'Cán bộ làm công tác đối ngoại nhân dân còn kiêm nhiệm.');

  await context.setOffline(false);
  await seat.page
    .getByText(/^Đã lưu/)
    .first()
    .waitFor();
  await seat.page.getByText(shellWords.vi.away).waitFor({ state: 'detached' });
  const kept = await seat.person.call(getAgencyReport, { params: { id: address.split('/').at(-1)! } });
  const texts = kept.paragraphs.map(({ text }) => text);
  for (const words of ['biên chế chuyên trách', 'quy chế phối hợp', 'còn kiêm nhiệm'])
    expect(texts.filter((text) => text.includes(words))).toHaveLength(1);
  await seat.page.getByRole('button', { name: f.approve }).click();
  await seat.page.getByRole('dialog').getByRole('button', { name: r.confirmSubmit, exact: true }).click();
  await seat.page.getByText(r.receipt).first().waitFor();

  await stage.go(seat, '/sign-out');
  await seat.page.getByRole('button', { name: 'Đăng nhập' }).first().waitFor();
  await context.setOffline(true);
  await seat.page.goto(address);
  await seat.page.getByText(/^Không kết nối được với máy chủ/).waitFor();
  expect(await seat.page.getByText('quy chế phối hợp').count()).toBe(0);
});

async function write(page: Page, slot: string, words: string) {
  await section(page, slot)
    .getByRole('button', { name: /^Thêm đoạn vào mục/ })
    .click();
  await section(page, slot).getByRole('textbox').last().fill(words);
}
const wordsIn = (page: Page, slot: string) =>
  section(page, slot)
    .getByRole('textbox')
    .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value));

test('4. one is reminded and files late; one is returned by heading and files again', async () => {
  await file(stage, 'culture', periodId, {
    values: [
      {
        indicator: 'doan-vao',
        amount: 2,
        counted: [
          counted(`${laos} thăm và làm việc`, '2027-03-12'),
          counted('Đoàn nghệ thuật Campuchia', '2027-03-14'),
        ],
        source: 'Sổ đón đoàn',
      },
    ],
  });
  await file(stage, 'media', periodId, {});
  const returned = await file(stage, 'planning', periodId, {
    own: [
      { slot: 'II.4', text: `${meeting} có 150 đại biểu.` },
      { slot: 'III.2', text: 'Một số dự án chậm giải ngân.' },
    ],
    values: [{ indicator: 'vien-tro', amount: 5400, currency: 'VND', source: 'Báo cáo giám sát đầu tư' }],
  });
  on('2027-06-17');
  const focal = await stage.sit('daumoi@example.vn');
  await stage.go(focal, '/reports/season');
  await focal.page.getByRole('button', { name: g.remindOf(agencies.finance.name) }).click();
  await focal.page.getByText(g.reminded(1)).first().waitFor();
  await look(focal.page, 'mua-bao-cao');
  await stage.go(focal, `/reports/agency/${returned}`);
  await focal.page.getByRole('button', { name: r.return }).click();
  const dialog = focal.page.getByRole('dialog');
  await dialog.getByLabel(r.reason).first().fill('Cần nêu rõ nguyên nhân.');
  await dialog.getByLabel(f.addSlotReason).selectOption('III.2');
  await dialog.getByLabel(/^Cần sửa gì ở mục III\.2/).fill('Ghi tên dự án chậm giải ngân.');
  await dialog.getByRole('button', { name: r.return }).click();
  await focal.page.getByText(r.returned).first().waitFor();

  const planning = await stage.sit(agencies.planning.head);
  await stage.go(planning, `/reports/agency/${returned}`);
  await planning.page.getByText(`${f.toMend}: Ghi tên dự án chậm giải ngân.`).waitFor();
  await section(planning.page, 'III.2')
    .getByRole('textbox')
    .last()
    .fill('Dự án Nước sạch Phong Điền chậm giải ngân do chờ xác nhận viện trợ.');
  await planning.page
    .getByText(/^Đã lưu/)
    .first()
    .waitFor();
  await planning.page.getByRole('button', { name: f.approve }).click();
  await planning.page.getByRole('dialog').getByRole('button', { name: r.confirmSubmit, exact: true }).click();
  await planning.page.getByText(/^Bản 2, gửi/).waitFor();

  await file(stage, 'finance', periodId, {
    own: [{ slot: 'V', text: 'Đề nghị các cơ quan gửi dự toán đúng hạn.' }],
  });
  await stage.go(focal, `/reports/${periodId}`);
  await focal.page
    .getByRole('row', { name: /Sở Tài chính/ })
    .getByText(r.late)
    .waitFor();
  nothingFailed(focal, planning);
});

test('5. what agencies tell twice and tell otherwise is decided; sentences are merged, set aside, written', async () => {
  on('2027-06-21');
  const focal = await stage.sit('daumoi@example.vn');
  const { page } = focal;
  await stage.go(focal, `/consolidation?period=${periodId}`);
  await page.getByRole('button', { name: c.make }).click();
  await page.waitForURL(/\/consolidation\/[0-9a-f-]{36}/);
  consolidationId = new URL(page.url()).pathname.split('/').at(-1)!;
  await page.getByText(/đều tổ chức 01 hội nghị tuyên truyền/).waitFor();
  await stage.go(focal, `/consolidation/${consolidationId}/matrix`);
  const twice = page.getByRole('article', { name: new RegExp(`${m.kinds.double}.*Khăm Muộn`) });
  await twice.waitFor();
  await look(page, 'ma-tran');
  await twice.getByRole('button', { name: `1. ${m.once}` }).click();
  await twice.waitFor({ state: 'detached' });
  const otherwise = page.getByRole('article', { name: /Hội nghị gặp gỡ các tổ chức phi chính phủ/ });
  await otherwise.getByRole('radio', { name: /Sở Ngoại vụ: 120/ }).check();
  await otherwise.getByRole('button', { name: `1. ${m.once}` }).click();
  await otherwise.waitFor({ state: 'detached' });
  const both = page.getByRole('article', { name: /hội nghị tuyên truyền/ });
  await both.getByRole('button', { name: `2. ${m.both}` }).click();
  await both.getByLabel(m.reasonBoth).fill('Hai sở tổ chức hai hội nghị khác nhau.');
  await both.getByRole('button', { name: m.save }).click();
  await both.waitFor({ state: 'detached' });

  await choose(page, 'V', 'Sở Nội vụ', /bố trí biên chế/);
  await choose(page, 'V', 'Sở Nội vụ', /sớm ban hành/);
  await page.getByRole('button', { name: m.merge }).click();
  await page
    .getByRole('dialog')
    .getByLabel(m.mergeWords)
    .fill('Sở Nội vụ đề nghị bố trí biên chế chuyên trách và sớm ban hành quy chế phối hợp.');
  await page.getByRole('dialog').getByRole('button', { name: m.merge }).click();
  await page.getByText(m.did).first().waitFor();
  await page.getByRole('button', { name: /^Mục V, Sở Tài chính/ }).click();
  const cell = page.getByRole('dialog');
  await cell.getByRole('button', { name: m.setAside }).click();
  await cell.getByLabel(m.reason).fill('Việc nội bộ, không trình UBND.');
  await cell.getByRole('button', { name: m.setAside }).click();
  await cell.getByText(m.because('Việc nội bộ, không trình UBND.')).waitFor();
  await page.keyboard.press('Escape');
  nothingFailed(focal);
});

/** Ticks a paragraph of a cell for merging. */
async function choose(page: Page, slot: string, agency: string, words: RegExp) {
  await page.getByRole('button', { name: new RegExp(`^Mục ${slot}, ${agency}`) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: words }).check();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

test('6. nothing without a source leaves the house; then it is sourced, numbered, dated and frozen', async () => {
  const focal = await stage.sit('daumoi@example.vn');
  const { page } = focal;
  await stage.go(focal, `/consolidation/${consolidationId}`);
  const bare = page.locator('.sentence', { hasText: 'Nước sạch Phong Điền' });
  await bare.getByRole('button', { name: c.openSource(agencies.planning.name) }).click();
  await page.getByRole('button', { name: c.dropSource }).click();
  await bare.getByText(c.noSource).waitFor();
  await page.getByRole('button', { name: c.download }).click();
  await page.getByRole('dialog').getByText(c.unsupported(1)).waitFor();
  await look(page, 'tu-choi-xuat');
  await page.keyboard.press('Escape');
  const refused = await page.request.get(
    `${stage.origin}/api/consolidations/${consolidationId}/document.docx`,
  );
  expect(refused.status()).toBe(409);
  await bare.getByRole('button', { name: c.mark }).click();
  await bare.getByText(c.editorial, { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Thêm câu biên tập vào mục I\./ }).click();
  await page
    .getByLabel(c.words)
    .fill('Công tác đối ngoại nhân dân 6 tháng đầu năm có nhiều chuyển biến tích cực.');
  await page.getByRole('button', { name: c.save, exact: true }).click();
  await page.getByText('có nhiều chuyển biến tích cực').waitFor();
  await look(page, 'du-thao');
  const bytes = await issue(focal, '21', '22/06/2027');
  keep('bao-cao-6-thang-dau.docx', bytes);
  const words = wordsOf(bytes);
  for (const said of [
    'Số: 21/BC',
    'ngày 22 tháng 6 năm 2027',
    'Đoàn vào: 02 đoàn',
    '120 đại biểu',
    'a) vận động được 03 dự án mới',
    'có nhiều chuyển biến tích cực',
    'Nước sạch Phong Điền',
    'biên chế chuyên trách và sớm ban hành quy chế',
    'Lê Văn Tâm',
  ])
    expect(words).toContain(said);
  expect(words).not.toContain('gửi dự toán đúng hạn');
  nothingFailed(focal);
});

/** Number, date and signer; the file comes down, passes our own checker, and stays the same. */
async function issue({ page, person }: Awaited<ReturnType<HeldStage['sit']>>, number: string, day: string) {
  await page.getByRole('button', { name: c.issue, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(c.number).fill(number);
  await dialog.getByRole('textbox', { name: c.date, exact: true }).fill(day);
  await dialog.getByLabel(c.signer).fill('Lê Văn Tâm');
  await dialog.getByRole('button', { name: c.issue }).click();
  await page.getByText(c.didIssue).first().waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: c.download }).click();
  const bytes = readFileSync(await (await downloading).path());
  expect(await checkOfficialDocx(bytes)).toEqual([]);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const { state, unsupported } = await person.call(getConsolidation, { params: { id } });
  expect({ state, unsupported }).toEqual({ state: 'issued', unsupported: 0 });
  for (const name of ['document.pdf', 'annexes.xlsx', 'provenance.xlsx', 'document.edxml']) {
    const file = await page.request.get(`${stage.origin}/api/consolidations/${id}/${name}`);
    expect(file.status(), name).toBe(200);
    keep(`ky-${number}-${name}`, await file.body());
  }
  return bytes;
}

const wordsOf = (bytes: Buffer) =>
  strFromU8(unzipSync(bytes)['word/document.xml']!)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:br\/>/g, ' ')
    .replace(/<[^>]+>/g, '');

test('7. half a year later the report says what changed since, and who did not report', async () => {
  on('2027-11-02');
  await log(
    stage,
    'foreign',
    'III.2.a',
    '2027-09-10',
    'Thẩm định 07 hồ sơ đăng ký của tổ chức phi chính phủ nước ngoài',
  );
  await log(
    stage,
    'culture',
    'III.7.a',
    '2027-10-14',
    'Tổ chức Ngày hội văn hóa với 05 đoàn nghệ thuật nước ngoài',
  );
  await log(stage, 'home', 'III.3', '2027-08-12', 'Mở 02 lớp tập huấn đối ngoại nhân dân cho 90 học viên');
  await log(stage, 'media', 'III.4.a', '2027-10-30', 'Đăng 41 tin, bài thông tin đối ngoại bằng tiếng Anh');
  on('2027-12-15');
  const focal = await stage.sit('daumoi@example.vn');
  const { page } = focal;
  await stage.go(focal, '/reports');
  await page.getByRole('button', { name: /6 tháng cuối năm 2027/ }).click();
  await page.getByText(r.all(6)).first().waitFor();
  const next = new URL(page.url()).pathname.split('/').at(-1)!;
  const foreign = [laos, 'Đoàn Hội hữu nghị Nhật - Việt', 'Đoàn Quỹ Hòa bình Hàn Quốc'].map((name, n) =>
    counted(name, `2027-10-0${n + 1}`),
  );
  await file(stage, 'foreign', next, {
    values: [{ indicator: 'doan-vao', amount: 3, counted: foreign, source: 'Sổ theo dõi đoàn của sở' }],
  });
  await file(stage, 'planning', next, {
    values: [{ indicator: 'vien-tro', amount: 4860, currency: 'VND', source: 'Báo cáo giám sát đầu tư' }],
  });
  for (const agency of ['culture', 'home', 'media'] as const) await file(stage, agency, next, {});
  await stage.go(focal, `/consolidation?period=${next}`);
  await page.getByRole('button', { name: c.make }).click();
  await page.getByText('Đoàn vào: 03 đoàn, tăng 01 đoàn (50%) so với 6 tháng đầu năm 2027.').waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  await stage.go(focal, `/consolidation/${id}/values`);
  await page
    .getByText(/tăng 1 đoàn/)
    .first()
    .waitFor();
  await look(page, 'so-lieu-ky-sau');
  await stage.go(focal, `/consolidation/${id}`);
  const bytes = await issue(focal, '48', '20/12/2027');
  keep('bao-cao-6-thang-cuoi.docx', bytes);
  const words = wordsOf(bytes);
  for (const said of [
    'tăng 01 đoàn (50%) so với 6 tháng đầu năm 2027',
    'giảm',
    'Chưa nhận được báo cáo của 01 cơ quan: Sở Tài chính',
  ])
    expect(words).toContain(said);
  await page.getByRole('region', { name: outWords.vi.title }).waitFor();
  await look(page, 'da-ban-hanh');
  nothingFailed(focal);
});
