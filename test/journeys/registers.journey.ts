// Every register goes the same way, written once: a row is written in its form, narrowed to, carried on, found from
// what it is linked to, printed, given out as Excel and brought back in its own template.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { screenWords } from '#app/register-screens/screens.words.ts';
import { registers } from '#app/registers/index.ts';
import {
  createRow,
  type FieldShown,
  findTargets,
  listRows,
  type RegisterShown,
  type RowShown,
  showRegister,
  showRow,
} from '#app/registers/register.contract.ts';
import { smallPlan } from '../small-plan.ts';
import { look, type Seat } from './browser.ts';
import { fillTemplate, sheetsIn } from './fill-template.ts';
import { publishPlan, takeIn } from './plan.ts';
import { fillFields, type Given, inDays, type Target, valueFor } from './register-values.ts';
import { openStage, type Stage } from './stage.ts';

const t = screenWords.vi;
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

let stage: Stage;
let focal: Seat;
const shown = new Map<string, RegisterShown>();
/** What fields may point at, by kind. */
const targets = new Map<string, Target[]>();

beforeAll(async () => {
  stage = await openStage('registers');
  focal = await stage.as('Lê Thị Thu Hà');
  const { id } = await takeIn(
    stage,
    focal,
    smallPlan('301/KH-UBND', 20, 'Ủy ban nhân dân thành phố ban hành Kế hoạch.', [
      'Sở Ngoại vụ rà soát danh sách các đối tác nước ngoài của thành phố trước ngày 31/12/2027.',
    ]),
  );
  await publishPlan(stage, focal, id);
  for (const { name } of registers)
    shown.set(name, await stage.call(focal, showRegister, { params: { register: name } }));
  for (const target of ['agency', 'person', 'duty', 'document']) await findTargetsOf(target);
  for (const { name } of registers) await leaveOne(name);
});
afterAll(() => stage?.close());

/** Days go up down the form; fields that point at the same kind of thing point at different ones. */
function given(register: RegisterShown, word: string): Given {
  const fields = inOrder(register);
  const at = ({ name }: FieldShown) => fields.findIndex((field) => field.name === name);
  return {
    page: focal.page,
    word,
    dayOf: (field) => inDays(today, 3 * (at(field) - fields.length)),
    pointsAt(field) {
      const found = targets.get(field.input.target!)!;
      const before = fields.slice(0, at(field)).filter(({ input }) => input.target === field.input.target);
      return found[before.length % found.length]!;
    },
  };
}

async function findTargetsOf(target: string): Promise<void> {
  const { found } = await stage.call(focal, findTargets, { query: { target } });
  targets.set(target, found);
}

/** A row that somebody else left in a register: what others point at. */
async function leaveOne(name: string): Promise<void> {
  const target = `register:${name}`;
  if (targets.has(target)) return;
  const { fields } = shown.get(name)!;
  for (const { isRequired, input } of fields)
    if (isRequired && input.target?.startsWith('register:')) await leaveOne(input.target.slice(9));
  const filled = fields.filter(({ isRequired, input }) => isRequired || !input.target);
  const values = Object.fromEntries(
    filled.map((field) => [field.name, valueFor(field, given(shown.get(name)!, 'Sông Hậu'))]),
  );
  await stage.call(focal, createRow, { params: { register: name }, body: { values, isDifferent: true } });
  await findTargetsOf(target);
}

test.each(registers.map(({ name }) => name))('%s', async (name) => {
  const register = shown.get(name)!;
  const { page } = focal;
  const row = await write(register);
  await readWhatStands(register, row);
  await carryOn(register, row);
  await followLinks(register, row);
  await print(row);
  await narrow(register, row);
  await bringBack(register, row, await giveOut(register, row));
  expect(focal.errors.splice(0)).toEqual([]);
  expect(page.url()).toContain(`/registers/${name}`);
});

/** Registers have their pages in common: two are looked at in full each day, others the day after. */
const dayNumber = Math.floor(Date.now() / 86_400_000);
const lookedAt = [0, 1].map((next) => registers[(2 * dayNumber + next) % registers.length]!.name);

test.each(lookedAt)('%s works for everybody: each of its pages, light, dark and at 360 px', async (name) => {
  const { rows } = await stage.call(focal, listRows, { params: { register: name }, query: {} });
  for (const page of ['', '/new', `/${rows[0]!.id}`, '/import', '/figures', '/alike']) {
    await stage.go(focal, `/registers/${name}${page}`);
    await look(focal.page, `${name}${page.replace('/', '-')}`);
  }
  expect(focal.errors.splice(0)).toEqual([]);
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** Fields in the order of the form. */
const inOrder = (register: RegisterShown): FieldShown[] =>
  register.sections.flatMap(({ fields }) =>
    fields.map((name) => register.fields.find((field) => field.name === name)!),
  );

/** Every field of a new row is filled in the form. */
async function write(register: RegisterShown): Promise<RowShown> {
  const { page } = focal;
  await stage.go(focal, `/registers/${register.name}`);
  await heading(page, register.said.vi).waitFor();
  await page.getByRole('link', { name: t.add(register.one.vi) }).click();
  const form = page.locator('main form');
  await form.getByRole('button', { name: t.save, exact: true }).waitFor();
  await fillFields(form, inOrder(register), given(register, 'Xoài cát chu'));
  await form.getByRole('button', { name: t.save, exact: true }).click();
  const saved = page.waitForURL(/\/[0-9a-f-]{36}$/);
  const marked = form.getByRole('alert').first();
  await Promise.race([saved, marked.waitFor()]);
  const another = form.getByRole('button', { name: t.isDifferent });
  if (await another.isVisible()) await another.click();
  else if (await marked.isVisible())
    expect(await form.locator('[aria-invalid=true], [role=alert]').evaluateAll(sayFaults)).toEqual([]);
  await saved;
  await heading(page, titleOf(register)).waitFor();
  return load(register);
}

const sayFaults = (found: Element[]) =>
  found.map((one) => (one.closest('[data-field]') ?? one).textContent ?? '');

const titleOf = (register: RegisterShown): string =>
  String(
    valueFor(register.fields.find(({ name }) => name === register.title)!, given(register, 'Xoài cát chu')),
  );

/** The row whose page is open. */
const load = (register: RegisterShown): Promise<RowShown> =>
  stage.call(focal, showRow, {
    params: { register: register.name, id: new URL(focal.page.url()).pathname.split('/').at(-1)! },
    query: {},
  });

/** Each field that was filled stands on the row's page in words; what is sealed only says that it is there. */
async function readWhatStands(register: RegisterShown, row: RowShown): Promise<void> {
  const facts = await focal.page.locator('dl.register-facts').evaluateAll((lists) =>
    lists.flatMap((list) => {
      const said = [...list.querySelectorAll('dt')].map((one) => one.textContent);
      // Of a table within the row its cells, line by line.
      const wordsOf = (one: Element) =>
        one.querySelector('table')
          ? [...one.querySelectorAll('td')].map((cell) => cell.textContent).join(' | ')
          : one.textContent;
      return [...list.querySelectorAll('dd')].map((one, at) => [said[at], wordsOf(one)] as const);
    }),
  );
  expect(facts).toEqual(
    inOrder(register).map(({ name, said, isSealed }) => [
      said.vi,
      isSealed ? t.sealedIs : (row.tables[name]?.flat().join(' | ') ?? row.shown[name]),
    ]),
  );
}

/** The first step that is offered is taken, with what it asks for. */
async function carryOn(register: RegisterShown, row: RowShown): Promise<void> {
  if (!register.states.length) return;
  const { page } = focal;
  const [action] = row.actions;
  expect(action, 'a step that the focal officer may take').toBeDefined();
  const { said, to, lacking, withReason } = action!;
  const asks = withReason || lacking.length > 0;
  await page.getByRole('button', { name: asks ? `${said.vi}…` : said.vi, exact: true }).click();
  if (asks) {
    const dialog = page.getByRole('dialog', { name: said.vi });
    const fields = inOrder(register).filter(({ name }) => lacking.includes(name));
    await fillFields(dialog, fields, given(register, 'Trên đường'));
    if (withReason) await dialog.getByLabel(t.reason).fill('Đã thống nhất trong cuộc họp giao ban.');
    await dialog.getByRole('button', { name: said.vi, exact: true }).click();
  }
  await page.locator('main header').getByText(to.vi).waitFor();
}

/** What the row points at knows of it. */
async function followLinks(register: RegisterShown, row: RowShown): Promise<void> {
  const { page } = focal;
  const link =
    row.linksOut.find(({ register: to }) => to === 'duty') ??
    row.linksOut.find(({ address }) => address?.startsWith('/registers/'));
  expect(link, 'a link to a duty or to another register').toBeDefined();
  await page.locator('main').getByRole('link', { name: link!.title }).first().click();
  const back = page.locator(`main a[href="/registers/${register.name}/${row.id}"]`).first();
  expect(await back.textContent()).toContain(row.title);
  await back.click();
  await heading(page, row.title).waitFor();
}

/** On paper there is the row and nothing to press. */
async function print(row: RowShown): Promise<void> {
  const { page } = focal;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: t.print }).click();
  await page.locator('body[data-printed=yes]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible, input:visible').count()).toBe(0);
  for (const fact of [row.title, row.agencyName])
    expect(await page.getByText(fact).first().isVisible(), fact).toBe(true);
  await page.emulateMedia({ media: 'screen' });
}

/** Found by its words and by each filter of the list; not found by another's words. */
async function narrow(register: RegisterShown, row: RowShown): Promise<void> {
  const { page } = focal;
  await page.getByRole('link', { name: t.back(register.said.vi) }).click();
  const search = page.getByLabel(t.search);
  await search.fill('không có dòng nào như vậy');
  await page.getByText(t.emptyFiltered).waitFor();
  await search.fill('xoai cat chu');
  await page.locator('main').getByRole('link', { name: row.title }).waitFor();
  const params = { register: register.name };
  for (const name of register.filters) {
    const field = register.fields.find((one) => one.name === name)!;
    const query = { q: 'xoai cat chu', filter: `${name}:${askedOf(register, field)}` };
    const { rows } = await stage.call(focal, listRows, { params, query });
    expect([query.filter, rows.map(({ id }) => id)]).toEqual([query.filter, [row.id]]);
  }
}

/** What the address of a list says of a filter under which the row stands. */
function askedOf(register: RegisterShown, field: FieldShown): string {
  const value = valueFor(field, given(register, 'Xoài cát chu'));
  switch (field.filter!.ask) {
    case 'one-of':
      return [value].flat().join(',');
    case 'yes-no':
      return 'yes';
    case 'range':
      return field.filter!.of === 'day' ? `${given(register, '').dayOf(field)}..` : '1..';
    case 'words':
      return field.kind === 'place' ? 'nhon ai' : String(value);
  }
}

/** The list as Excel: opened, and each field of the row read in it. */
async function giveOut(register: RegisterShown, row: RowShown) {
  const [sheet] = await sheetsIn(await pressForFile(t.export));
  const [headings = [], ...rows] = sheet!.rows;
  expect(rows.map((cells) => cells.at(-1))).toEqual([row.id]);
  const cells = new Map(headings.map((name, at) => [String(name), rows[0]![at] ?? null]));
  const empty = register.fields.filter(({ isSealed, said: { vi } }) =>
    isSealed ? cells.has(vi) : ![...cells].some(([name, cell]) => name.startsWith(vi) && cell !== null),
  );
  expect(empty.map(({ name }) => name)).toEqual([]);
  return cells;
}

/** Presses a link that gives a file. */
async function pressForFile(words: string): Promise<Buffer> {
  const coming = focal.page.waitForEvent('download');
  await focal.page.getByRole('link', { name: words, exact: true }).click();
  return readFileSync(await (await coming).path());
}

/** The template as it was sent, filled with what came out under another title, looked at and confirmed. */
async function bringBack(
  register: RegisterShown,
  row: RowShown,
  cells: Map<string, string | number | boolean | Date | null>,
): Promise<void> {
  const { page } = focal;
  await page.getByRole('link', { name: t.import, exact: true }).click();
  const template = await pressForFile(t.template);
  const [sheet, guide] = await sheetsIn(template);
  const examples = new Map(guide!.rows.map(([name, , , example]) => [String(name), example ?? null]));
  const title = register.fields.find(({ name }) => name === register.title)!;
  const fresh = row.title.replace('Xoài cát chu', 'Bến Ninh Kiều');
  const filled = sheet!.rows[0]!.map((name) => {
    const key = String(name);
    return key === title.said.vi ? fresh : cells.has(key) ? cells.get(key)! : (examples.get(key) ?? null);
  });
  await page.locator('input[type=file]').setInputFiles({
    name: 'mau.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: fillTemplate(template, filled),
  });
  const planned = page.getByRole('heading', { level: 2, name: /dòng mới/ });
  await planned.waitFor();
  const add = page.getByRole('radio', { name: t.alikeAdd });
  if (await add.isVisible()) await add.check();
  const faults = page.getByRole('region', { name: t.message }).getByRole('row');
  const writing = page.getByRole('button', { name: t.write('1'), exact: true });
  await writing.or(faults.first()).first().waitFor();
  if (!(await writing.isVisible())) expect(await faults.allTextContents()).toEqual([]);
  await writing.click();
  await page.locator('main').getByRole('link', { name: fresh }).first().waitFor();
}
