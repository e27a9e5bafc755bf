// "Adding a register of ten fields is one file under 80 lines and one generated migration": shown with one.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { registerMigrationCommand } from '#app/register-migration-command.ts';
import type { Cell } from '#app/trackers/sheet-grid.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { fillTemplate, sheetsIn } from '#test/journeys/fill-template.ts';
import { bookPaths, importRegisterBook, tryRegisterBook } from './book/book.contract.ts';
import { registerFigures } from './figures/figure.contract.ts';
import { createRow, listRegisters, listRows, moveRow } from './register.contract.ts';
import { compareTables } from './table.store.ts';

vi.mock('./declared/all.ts', async (original) => {
  const { registers } = await original<typeof import('./declared/all.ts')>();
  const { languageClub } = await import('./language-club.test-data.ts');
  return { registers: [...registers, languageClub] };
});

const register = 'language-club';
const params = { register };
const declaration = join(import.meta.dirname, 'language-club.test-data.ts');
const migrations = join(import.meta.dirname, '../../db/migrations');

let t: TestHouse;
let own: Person;
let folder: string;
let keeper: { id: string; name: string };
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
  const { agencies } = await own.call(listAgencies, {});
  keeper = agencies.find(({ name }) => name === 'Sở Ngoại vụ')!;
  folder = mkdtempSync(join(tmpdir(), 'nhipcau-migration-'));
  cpSync(migrations, folder, { recursive: true });
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

const faults = async () => (await compareTables(t.owner)).filter((fault) => fault.startsWith(register));

test('its declaration has ten fields in fewer than 80 lines', async () => {
  const { languageClub } = await import('./language-club.test-data.ts');
  expect(Object.keys(languageClub.fields)).toHaveLength(10);
  expect(readFileSync(declaration, 'utf8').split('\n').length).toBeLessThan(80);
});

test('the command writes the one migration that it wants, and the table is as it says', async () => {
  expect(await faults()).toEqual([expect.stringContaining('there is no table language_club')]);
  registerMigrationCommand([register], folder);
  const made = readdirSync(folder).filter((file) => !readdirSync(migrations).includes(file));
  expect(made).toEqual([expect.stringMatching(/^\d{4}_language_club\.sql$/)]);
  await sql.raw(readFileSync(join(folder, made[0]!), 'utf8')).execute(t.owner);
  expect(await faults()).toEqual([]);
  registerMigrationCommand([register], folder);
  expect(readdirSync(folder)).toHaveLength(readdirSync(migrations).length + 1);
});

test('then there are routes, list, workflow and figures, and OpenAPI knows it', async () => {
  const { headings } = await own.call(listRegisters, {});
  expect(headings.flatMap(({ registers }) => registers.map(({ name }) => name))).toContain(register);
  const values = { name: 'Câu lạc bộ tiếng Lào', language: 'lo', country: 'LA', members: 25 };
  const { id } = await own.call(createRow, {
    params,
    body: {
      values: { ...values, keeper: keeper.id, foundedOn: '2026-03-01', contact: 'lao@cantho.example.vn' },
    },
  });
  const early = { from: '2026-01-01', to: '2026-02-01' };
  const wrong = { params: { register, id }, body: { revision: 1, transition: 'close' } };
  expect((await own.refused(moveRow, wrong)).title).toBe('Trước khi “cho nghỉ” cần ghi đợt sinh hoạt.');
  const refused = await own.refused(moveRow, {
    ...wrong,
    body: { ...wrong.body, values: { season: early } },
  });
  expect(refused.errors).toMatchObject([{ message: 'Đợt sinh hoạt phải sau ngày thành lập.' }]);
  const query = { filter: ['language:lo', 'foundedOn:2026-01-01..2026-12-31'] };
  expect((await own.call(listRows, { params, query })).rows.map((row) => row.id)).toEqual([id]);
  const window = { from: '2026-01-01', to: '2026-11-23' };
  const { figures } = await own.call(registerFigures, { params, query: window });
  expect(figures.map(({ key, amounts }) => [key, amounts[0]!.amount])).toEqual([
    ['language-club.members', 25],
  ]);
  const api = await t.web.inject({ url: '/api/openapi.json' });
  expect(api.body).toContain('Câu lạc bộ ngoại ngữ hữu nghị');
});

test('its template is filled, looked at, written, and comes out again', async () => {
  const template = await fetchBook(bookPaths.template);
  const [sheet, guide] = await sheetsIn(template);
  const examples = new Map(guide!.rows.map(([name, , , example]) => [name, example ?? null]));
  const given = new Map<unknown, Cell>([
    ['Tên câu lạc bộ', 'Câu lạc bộ tiếng Khmer'],
    ['Đơn vị phụ trách', keeper.name],
    ['Ngày thành lập', new Date('2023-09-01')],
    ['Nhiệm vụ liên quan', null],
    ['Cơ quan ghi', null],
  ]);
  const cells = sheet!.rows[0]!.map((name) =>
    given.has(name) ? given.get(name)! : (examples.get(name) ?? null),
  );
  const file = fillTemplate(template, cells);
  const plan = await send(tryRegisterBook.path, file);
  expect([plan.errors, plan.questions, plan.fresh]).toEqual([[], [], 1]);
  expect(await send(importRegisterBook.path, file, plan.digest)).toMatchObject({ made: 1 });
  const out = (await sheetsIn(await fetchBook(bookPaths.rows)))[0]!.rows;
  expect(out).toHaveLength(3);
  expect(out.flat()).toContain('Câu lạc bộ tiếng Khmer');
});

async function fetchBook(path: string): Promise<Buffer> {
  const url = path.replace(':register', register);
  const answer = await t.web.inject({ url, headers: { cookie: own.cookie } });
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  return answer.rawPayload;
}

async function send(path: string, file: Buffer, digest = '') {
  const form = new FormData();
  form.set('digest', digest);
  form.set('file', new Blob([new Uint8Array(file)]), 'mau.xlsx');
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await t.web.inject({
    method: 'POST',
    url: path.replace(':register', register),
    headers: { cookie: own.cookie, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return answer.json();
}
