// A new official: invited on paper, in with two steps, at work; and, at the end, handed over.
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountWords } from '#app/accounts/account.words.ts';
import { invitationWords } from '#app/accounts/invitation/invitation.words.ts';
import { ownAccountWords } from '#app/accounts/sessions/own-account.words.ts';
import { rulesWords } from '#app/accounts/sign-in-rules/sign-in-rules.words.ts';
import { ssoWords } from '#app/accounts/single-sign-on/sso.words.ts';
import { twoStepWords } from '#app/accounts/two-step/two-step.words.ts';
import { documentWords } from '#app/documents/document.words.ts';
import { dutyWords } from '#app/duties/duty.words.ts';
import { publicationWords } from '#app/duties/publication.words.ts';
import { mailWords } from '#app/mail/mail.words.ts';
import { handOverWords } from '#app/people/hand-over/hand-over.words.ts';
import { peopleWords } from '#app/people/people.words.ts';
import { shellWords } from '#app/web/shell.words.ts';
import { type IdentityProvider, openIdentityProvider } from '../identity-provider.ts';
import { look, type Seat, sit } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

const a = accountWords.vi;
const o = ownAccountWords.vi;
const two = twoStepWords.vi;
const h = handOverWords.vi;
const p = peopleWords.vi;
const s = ssoWords.vi;
const t = dutyWords.vi;

const newcomer = { name: 'Nguyễn Thị Hồng Nhung', email: 'hongnhung@example.vn', title: 'Chuyên viên' };
const password = 'cầu nối bạn bè năm châu';
let stage: Stage;
let idp: IdentityProvider;
let administrator: Seat;
let official: Seat;
/** What stands on the slip, and the key in the official's phone. */
let slip = '';
let key = '';

beforeAll(async () => {
  stage = await openStage('people');
  idp = await openIdentityProvider(`${stage.program.origin}/api/sign-in/sso/callback`);
});

afterAll(async () => {
  await stage?.close();
  await idp?.close();
});

const go = (seat: Seat, path: string) => stage.go(seat, path);
const heading = (seat: Seat, name: string | RegExp) =>
  seat.page.getByRole('heading', { level: 1, name }).waitFor();

/** A code is accepted once: wait for the one after it. */
async function freshCode({ page }: Seat): Promise<string> {
  await page.waitForTimeout(30_000 - (Date.now() % 30_000) + 300);
  return generateSync({ secret: key });
}

async function signOut({ page }: Seat): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${shellWords.vi.account}: `) }).click();
  await page.getByRole('menuitem', { name: shellWords.vi.signOut }).click();
  await page.getByRole('heading', { level: 1, name: a.signIn }).waitFor();
}

test('1. the plan is published, so that there is work', async () => {
  const focal = await sit(stage.browser, stage.program.links['Lê Thị Thu Hà']!);
  await go(focal, '/documents');
  await focal.page
    .locator('input[type=file]')
    .setInputFiles(join(import.meta.dirname, '../../data/example/plan-217.md'));
  await heading(focal, /217/);
  await focal.page.getByRole('button', { name: /^Xác nhận tất cả/ }).click();
  await focal.page.getByRole('link', { name: documentWords.vi.publish, exact: true }).click();
  await heading(focal, /Công bố/);
  await focal.page.getByRole('button', { name: publicationWords.vi.leave, exact: true }).first().click();
  await focal.page.getByRole('button', { name: publicationWords.vi.publish }).first().click();
  await focal.page
    .getByText(/Đã công bố: 27 nhiệm vụ/)
    .first()
    .waitFor();
  await focal.context.close();
});

test('2. the administrator sets the way to sign in, adds an official and prints the slip', async () => {
  administrator = await sit(stage.browser, stage.program.links['Nguyễn Minh Quân']!);
  const { page } = administrator;
  await go(administrator, '/sign-in-rules');
  await page.getByRole('button', { name: s.add }).click();
  await page.getByLabel(s.label).fill('Đăng nhập bằng tài khoản công vụ');
  await page.getByLabel(s.issuer).fill(idp.issuer);
  await page.getByLabel(s.clientId).fill(idp.clientId);
  await page
    .getByRole('textbox', { name: new RegExp(s.clientSecret.replace(/[()]/g, '.')) })
    .fill(idp.clientSecret);
  await page.getByRole('button', { name: s.save }).click();
  await page.getByText(s.on, { exact: true }).waitFor();
  await page.getByRole('checkbox', { name: shellWords.vi.roles['agency-focal'] }).check();
  await page.getByRole('button', { name: rulesWords.vi.save }).click();
  await page.getByText(rulesWords.vi.saved).waitFor();
  await look(page, 'cach-dang-nhap');

  await addPerson(administrator);
  await page.getByRole('button', { name: p.inviteBySlip }).click();
  await page.getByRole('button', { name: invitationWords.vi.open }).click();
  slip = (await page.getByTestId('slip-link').textContent())!;
  expect(slip).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter#[\w.-]+$/);
  await look(page, 'phieu-moi');
  expect(administrator.errors).toEqual([]);
});

async function addPerson(seat: Seat): Promise<void> {
  const { page } = seat;
  await go(seat, '/people');
  await page.getByRole('button', { name: p.add }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(p.name).fill(newcomer.name);
  await dialog.getByLabel(p.position).fill(newcomer.title);
  await dialog.getByLabel(p.email).fill(newcomer.email);
  await dialog.getByRole('combobox', { name: p.agency }).selectOption({ label: 'Sở Ngoại vụ' });
  await dialog
    .getByRole('combobox', { name: p.role })
    .selectOption({ label: shellWords.vi.roles['agency-focal'] });
  await dialog.getByRole('button', { name: p.save }).click();
  await heading(seat, newcomer.name);
}

test('3. the official comes in by the slip, sets a password and switches two steps on', async () => {
  official = await sit(stage.browser, slip);
  const { page } = official;
  await page.getByRole('textbox', { name: new RegExp(`^${a.fresh}`) }).fill(password);
  await page.getByRole('textbox', { name: new RegExp(`^${a.again}`) }).fill(password);
  await page.getByRole('button', { name: a.save }).click();
  await heading(official, shellWords.vi.home);
  await page.getByRole('link', { name: two.noticeDo }).click();
  await heading(official, o.title);
  await page.getByRole('button', { name: two.turnOn }).click();
  key = (await page.getByTestId('totp-key').textContent())!.replace(/\s/g, '');
  await look(page, 'bat-hai-buoc');
  await page.getByLabel(two.thenCode).fill(generateSync({ secret: key }));
  await page.getByRole('button', { name: two.confirm, exact: true }).click();
  await page.getByText(two.codesHelp).waitFor();
  expect(await page.getByRole('dialog').getByRole('listitem').count()).toBe(10);
  await look(page, 'ma-du-phong');
  await page.getByRole('button', { name: two.kept }).click();
  await page.getByText(two.codesLeft(10)).waitFor();
  await look(page, 'tai-khoan-cua-toi');
  expect(official.errors).toEqual([]);
});

test('4. signed out, they sign in with password and code', async () => {
  const { page } = official;
  await signOut(official);
  await page.getByLabel(a.email).fill(newcomer.email);
  await page.getByRole('textbox', { name: new RegExp(`^${a.password}`) }).fill(password);
  await page.getByRole('button', { name: a.signIn, exact: true }).click();
  await heading(official, two.secondStep);
  await look(page, 'ma-buoc-hai');
  await page.getByLabel(two.appCode).fill(await freshCode(official));
  await page.getByRole('button', { name: two.goOn }).click();
  await heading(official, shellWords.vi.home);
  expect(official.errors).toEqual([]);
});

test('5. they link the account of the provider, and come in with one button and a code', async () => {
  const { page } = official;
  await go(official, '/account');
  await page.getByRole('button', { name: s.linkOf('Đăng nhập bằng tài khoản công vụ') }).click();
  await page.getByRole('textbox', { name: 'Tài khoản' }).fill('nhung-217');
  await page.getByRole('button', { name: 'Đồng ý' }).click();
  await page.getByText(s.outcomes.linked).waitFor();
  await signOut(official);
  await look(page, 'dang-nhap-mot-lan');
  await page.getByRole('button', { name: 'Đăng nhập bằng tài khoản công vụ' }).click();
  await heading(official, two.secondStep);
  await page.getByLabel(two.appCode).fill(await freshCode(official));
  await page.getByRole('button', { name: two.goOn }).click();
  await heading(official, shellWords.vi.home);
});

test('6. they receive a duty of their agency', async () => {
  const { page } = official;
  await go(official, '/duties');
  await page
    .getByRole('link', { name: /Lồng ghép vào kế hoạch thanh tra/ })
    .first()
    .click();
  await page.getByRole('button', { name: t.actions.receive }).click();
  await page.getByText(t.done.receive).first().waitFor();
  expect(official.errors).toEqual([]);
});

test('7. without a mail server an invitation by mail waits in the outbox, to be handed over', async () => {
  const { page } = administrator;
  await page.reload();
  await page.getByRole('button', { name: p.inviteByMail }).click();
  await page.getByText(p.mailWaits).waitFor();
  await go(administrator, '/mail');
  await look(page, 'thu-gui-di');
  await page
    .getByRole('button', {
      name: mailWords.vi.openOf('Liên kết vào lại Nhịp Cầu, Thành phố Cần Thơ', newcomer.email),
    })
    .click();
  await page.getByText(/\/enter#/).waitFor();
  await page.getByRole('button', { name: mailWords.vi.hand }).click();
  await page.getByText(mailWords.vi.handed).waitFor();
  expect(administrator.errors).toEqual([]);
});

test('8. leaving, they hand everything over to a colleague, who confirms it', async () => {
  const { page } = administrator;
  await go(administrator, '/people?text=hong%20nhung');
  await page.getByRole('link', { name: newcomer.name }).click();
  await page.getByRole('link', { name: p.prepare('Sở Ngoại vụ') }).click();
  await heading(administrator, h.wizardTitle(newcomer.name));
  await page.getByRole('heading', { level: 2, name: new RegExp(h.kinds.assignment) }).waitFor();
  await page.getByLabel(h.allTo).selectOption({ label: 'Trần Ngọc Lan' });
  await page.getByLabel(h.endsWork).check();
  await page.getByRole('button', { name: h.addLine }).click();
  await page.getByLabel(h.line, { exact: true }).fill('Gửi danh sách đoàn cho Lãnh sự quán Nhật Bản');
  await look(page, 'lap-ban-giao');
  await page.getByRole('button', { name: h.prepare }).click();
  await heading(administrator, h.title(newcomer.name));
  const colleague = await sit(stage.browser, stage.program.links['Trần Ngọc Lan']!);
  await go(colleague, '/hand-overs');
  await colleague.page.getByRole('link', { name: h.from(newcomer.name, 'Sở Ngoại vụ') }).click();
  await heading(colleague, h.title(newcomer.name));
  await look(colleague.page, 'bien-ban-ban-giao');
  await colleague.page.getByRole('button', { name: /^Xác nhận đã nhận/ }).click();
  await colleague.page.getByText(h.done).waitFor();
  await page.reload();
  await page.getByText(h.states.received).waitFor();
  expect([...administrator.errors, ...colleague.errors]).toEqual([]);
  await colleague.context.close();
});
