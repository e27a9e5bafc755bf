// Duties that do not go smoothly: refused and given to another, prolonged, stuck and answered, replaced by a new plan,
// kept in a book of Excel; and one done with the keyboard alone.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterWords } from '#app/correspondence/correspondence.words.ts';
import { difficultyWords } from '#app/difficulties/difficulty.words.ts';
import { amendmentWords } from '#app/duties/amendment/amendment.words.ts';
import { dutyWords } from '#app/duties/duty.words.ts';
import { extensionWords } from '#app/duties/extension/extension.words.ts';
import { searchWords } from '#app/search/search.words.ts';
import { bookOf } from '#app/trackers/tracker.test-data.ts';
import { trackerWords } from '#app/trackers/tracker.words.ts';
import { shellWords } from '#app/web/shell.words.ts';
import { smallPlan } from '../small-plan.ts';
import { look, type Seat } from './browser.ts';
import { publishPlan, takeIn } from './plan.ts';
import { openStage, type Stage } from './stage.ts';

const t = dutyWords.vi;
const x = extensionWords.vi;
const h = difficultyWords.vi;
const m = amendmentWords.vi;
const k = trackerWords.vi;
const l = letterWords.vi;

/** A day so many days from now: 'YYYY-MM-DD', and as documents print it. */
const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const printed = (day: string) => day.split('-').reverse().join('/');

const survey = 'rà soát danh sách các đối tác nước ngoài của thành phố';
const culture = 'tổ chức tuần văn hóa các nước láng giềng';
const people = 'lập danh sách cán bộ làm công tác đối ngoại nhân dân';
const funds = 'bố trí kinh phí cho các hoạt động giao lưu nhân dân';
const training = 'tập huấn kỹ năng ngoại giao văn hóa cho cán bộ cấp xã';

let stage: Stage;
let focal: Seat;
beforeAll(async () => {
  stage = await openStage('duties');
  focal = await stage.as('Lê Thị Thu Hà');
  const { id } = await takeIn(
    stage,
    focal,
    smallPlan('301/KH-UBND', 20, 'Ủy ban nhân dân thành phố ban hành Kế hoạch.', [
      `Sở Ngoại vụ ${survey} trước ngày ${printed(inDays(40))}.`,
      `Sở Văn hóa, Thể thao và Du lịch ${culture} trước ngày ${printed(inDays(60))}.`,
      `Sở Nội vụ ${people} trước ngày ${printed(inDays(50))}.`,
      `Sở Tài chính ${funds} trước ngày ${printed(inDays(-20))}.`,
    ]),
  );
  await publishPlan(stage, focal, id);
});
afterAll(() => stage?.close());

async function openDuty(seat: Seat, words: string, whose = 'all'): Promise<void> {
  await stage.go(seat, `/duties?whose=${whose}&text=${encodeURIComponent(words)}`);
  await seat.page
    .getByRole('link', { name: new RegExp(words) })
    .first()
    .click();
  await seat.page.getByRole('heading', { level: 1, name: /^Nhiệm vụ / }).waitFor();
}

async function choose(field: Locator, seat: Seat, name: string): Promise<void> {
  await field.click();
  await field.fill(name);
  await seat.page.getByRole('option', { name, exact: true }).click();
}

test('1. an agency refuses and names the right one; the focal officer gives it to that one', async () => {
  const refusing = await stage.as('Đặng Thị Mai');
  await openDuty(refusing, people);
  await refusing.page.getByRole('button', { name: t.actions.refuse, exact: true }).first().click();
  const form = refusing.page.getByRole('form', { name: t.actions.refuse });
  await form.getByLabel(t.reasonLabel).fill('Danh sách cán bộ đối ngoại do Sở Ngoại vụ quản lý.');
  await choose(form.getByRole('combobox', { name: t.rightAgency }), refusing, 'Sở Ngoại vụ');
  await form.getByRole('button', { name: t.actions.refuse }).click();
  await refusing.page.getByText(t.done.refuse).first().waitFor();

  await openDuty(focal, people);
  await focal.page.getByText(t.proposed('Sở Ngoại vụ')).first().waitFor();
  await look(focal.page, 'bi-tu-choi');
  await focal.page
    .getByRole('button', { name: new RegExp(`^${t.actions.reassign}`) })
    .first()
    .click();
  const giving = focal.page.getByRole('form', { name: t.actions.reassign });
  // The agency that the refusal named stands there already.
  expect(await giving.getByRole('combobox', { name: t.newAgency }).inputValue()).toBe('Sở Ngoại vụ');
  await giving.getByRole('button', { name: t.actions.reassign }).click();
  await focal.page.getByText(t.done.reassign).first().waitFor();

  const right = await stage.as('Trần Ngọc Lan');
  await openDuty(right, people, 'mine');
  await right.page.getByRole('button', { name: t.actions.receive }).click();
  await right.page.getByText(t.done.receive).first().waitFor();
  expect([...refusing.errors, ...focal.errors, ...right.errors]).toEqual([]);
});

test('2. more time is asked for, another day is offered and taken; the first one stays in sight', async () => {
  const agency = await stage.as('Võ Hoàng Nam');
  await openDuty(agency, culture);
  await agency.page.getByRole('button', { name: t.actions.receive }).click();
  await agency.page.getByText(t.done.receive).first().waitFor();
  await agency.page.getByRole('button', { name: /^Xin gia hạn/ }).click();
  const asking = agency.page.getByRole('form', { name: /^Xin gia hạn/ });
  await asking.getByRole('textbox', { name: x.wantedOn }).fill(printed(inDays(120)));
  await asking.getByLabel(x.reason).fill('Chờ lịch của các đoàn nghệ thuật bạn.');
  await asking.getByRole('button', { name: x.send }).click();
  await agency.page.getByText(x.states.open).waitFor();

  await openDuty(focal, culture);
  await focal.page.getByRole('button', { name: x.actions.counter }).click();
  const answer = focal.page.getByRole('form', { name: x.actions.counter });
  await answer.getByRole('textbox', { name: x.day }).fill(printed(inDays(90)));
  await answer.getByLabel(x.reason).fill('Cần xong trước kỳ báo cáo.');
  await look(focal.page, 'de-nghi-ngay-khac');
  await answer.getByRole('button', { name: x.actions.counter }).click();
  await focal.page.getByText(x.states.countered).waitFor();

  await openDuty(agency, culture);
  await agency.page.getByRole('button', { name: x.actions.accept }).click();
  await agency.page.getByText(x.states.accepted).waitFor();
  await agency.page.getByText(t.dueMoved(printed(inDays(60)))).waitFor();
  await agency.page
    .getByText(printed(inDays(90)))
    .first()
    .waitFor();
  expect([...agency.errors, ...focal.errors]).toEqual([]);
});

test('3. a difficulty goes to the leadership with a proposal, and its answer comes back', async () => {
  const agency = await stage.as('Trần Ngọc Lan');
  await openDuty(agency, survey);
  await agency.page.getByRole('button', { name: t.actions.receive }).click();
  await agency.page.getByText(t.done.receive).first().waitFor();
  await agency.page.getByRole('button', { name: /^Nêu khó khăn/ }).click();
  const raising = agency.page.getByRole('form', { name: /^Nêu khó khăn/ });
  await raising.getByLabel(h.words).fill('Chưa có kinh phí thuê dịch tài liệu của các đối tác.');
  await raising.getByRole('button', { name: h.send }).click();
  await agency.page
    .getByText(/Thời hạn của cơ quan tạm dừng/)
    .first()
    .waitFor();

  await stage.go(focal, '/difficulties');
  await look(focal.page, 'kho-khan');
  await focal.page.getByRole('button', { name: h.actions['pass-up'] }).click();
  const proposing = focal.page.getByRole('form', { name: h.actions['pass-up'] });
  await proposing.getByLabel(h.proposalLabel).fill('Bổ sung 50 triệu đồng từ nguồn chi đối ngoại.');
  await proposing.getByRole('button', { name: h.send }).click();
  await focal.page.getByText(h.done['pass-up']).first().waitFor();

  const leader = await stage.as('Phạm Văn Thành');
  await stage.go(leader, '/difficulties');
  await leader.page.getByText(/Bổ sung 50 triệu đồng/).waitFor();
  await leader.page.getByRole('button', { name: h.actions.answer }).click();
  const answering = leader.page.getByRole('form', { name: h.actions.answer });
  await answering.getByRole('textbox', { name: h.answerLabel }).fill('Đồng ý bổ sung 50 triệu đồng.');
  await answering.getByRole('button', { name: h.send }).click();
  await leader.page.getByText(h.done.answer).first().waitFor();

  await openDuty(agency, survey);
  await agency.page
    .getByText(/Đồng ý bổ sung 50 triệu đồng/)
    .first()
    .waitFor();
  expect([...agency.errors, ...focal.errors, ...leader.errors]).toEqual([]);
});

test('4. nobody answers about overdue work: a letter urges, with a number, in good form', async () => {
  const { page, errors } = focal;
  await stage.go(focal, '/letters');
  await look(page, 'van-ban-di');
  await page.getByRole('button', { name: l.writeTo('Sở Tài chính') }).click();
  await page.getByRole('heading', { level: 1, name: /./ }).waitFor();
  await page.getByLabel(l.position).fill('Chủ tịch');
  await page.getByLabel(l.signer).fill('Lê Văn Tâm');
  await page.getByText(l.saved).first().waitFor();
  await look(page, 'cong-van-don-doc');
  await page.getByRole('button', { name: l.number }).click();
  await page
    .getByText(/^Đã cấp số/)
    .first()
    .waitFor();
  await page.getByText(l.formGood).waitFor();
  await page.getByRole('button', { name: l.send }).click();
  await page.getByText(l.sent).first().waitFor();
  await openDuty(focal, funds);
  await page.getByText(l.kinds.urge).first().waitFor();
  expect(errors).toEqual([]);
});

test('5. a new plan replaces the old one: duties are kept, changed, withdrawn and given anew in one step', async () => {
  const { id } = await takeIn(
    stage,
    focal,
    smallPlan('355/KH-UBND', 20, 'Kế hoạch này thay thế Kế hoạch số 301/KH-UBND ngày 20 tháng 11 năm 2026.', [
      `Sở Ngoại vụ ${survey} trước ngày ${printed(inDays(40))}.`,
      `Sở Văn hóa, Thể thao và Du lịch ${culture} trước ngày ${printed(inDays(150))}.`,
      `Sở Ngoại vụ ${training} trước ngày ${printed(inDays(200))}.`,
    ]),
  );
  const { page } = focal;
  await stage.go(focal, `/documents/${id}/amendment`);
  await page.getByText(m.counts(1, 1, 2, 1)).waitFor();
  await look(page, 'ke-hoach-thay-the');
  await page.getByRole('button', { name: m.confirm }).click();
  await page
    .getByText(m.done(1, 1, 2, 1))
    .first()
    .waitFor();
  await openDuty(focal, survey);
  await page.getByText('355/KH-UBND').first().waitFor();
  expect(focal.errors).toEqual([]);
});

test('6. a book that an office keeps in Excel: columns understood, lines compared, a wrong one named, work given once', async () => {
  const book = await bookOf([
    [{ value: 'BẢNG THEO DÕI NHIỆM VỤ', columnSpan: 4 }],
    ['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'],
    [1, 'Xây dựng bản đồ số về các đối tác nước ngoài', 'Sở Ngoại vụ', printed(inDays(70))],
    [2, 'Lập danh sách kiều bào tiêu biểu', 'Sở Nội vụ', '31/9/2027'],
  ]);
  const { page } = focal;
  await stage.go(focal, '/documents');
  await page.getByRole('link', { name: k.open }).click();
  await page.getByRole('heading', { level: 1, name: k.title }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: 'bang-theo-doi.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: book,
  });
  await page.getByText(k.kinds.error).first().waitFor();
  await look(page, 'bang-theo-doi');
  await page.getByRole('button', { name: k.confirm(1, 0, 0) }).click();
  await page
    .getByText(k.done(1, 0, 0))
    .first()
    .waitFor();
  await openDuty(focal, 'Xây dựng bản đồ số');
  expect(focal.errors).toEqual([]);
});

test('7. with the keyboard alone: found, received, told', async () => {
  const { page, errors } = await stage.as('Trần Ngọc Lan');
  const { keyboard } = page;
  await stage.go(await stage.as('Trần Ngọc Lan'), '/');
  await page.getByRole('heading', { level: 1, name: shellWords.vi.home }).waitFor();
  await keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await keyboard.type('tap huan ky nang');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /355\/KH-UBND/ })
    .first()
    .waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Nhiệm vụ / }).waitFor();
  await press(t.actions.receive);
  await page.getByText(t.done.receive).first().waitFor();
  await press(t.actions['log-progress']);
  await tabTo(page.getByRole('textbox', { name: t.note }));
  await keyboard.type('Đã chọn 40 cán bộ, mời 2 giảng viên.');
  await press(t.save);
  await page.getByText('Đã chọn 40 cán bộ').first().waitFor();
  await keyboard.press('Escape');
  await keyboard.press('?');
  await page.getByRole('dialog', { name: searchWords.vi.shortcuts }).waitFor();
  expect(errors).toEqual([]);

  async function press(button: string) {
    await tabTo(page.getByRole('button', { name: button, exact: true }).first());
    await keyboard.press('Enter');
  }
  async function tabTo(wanted: Locator) {
    await wanted.waitFor();
    for (let steps = 0; steps < 150; steps++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`no way to ${wanted} by the Tab key`);
  }
});
