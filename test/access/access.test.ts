import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Database, inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { guessCall } from './guess-call.ts';
import { observe, type Probe } from './probe.ts';
import { columns, type Line, readMatrix, writeOutcomes } from './read-matrix.ts';
import { rehearsalDatabase } from './rehearsal.ts';
import { listRoutes, routeOf } from './routes.ts';
import { makeSubjects } from './subjects.ts';
import { signInViewers } from './viewers.ts';

const matrix = readMatrix();
let t: TestHouse;
let probe: Probe;
let rehearsal: Database | undefined;

beforeAll(async () => {
  t = await openTestHouse();
  const viewers = await signInViewers(t);
  const subjects = await makeSubjects(t);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(t.owner);
  rehearsal = rehearsalDatabase(inject('ownerUrl').replace(/nhipcau$/, rows[0]!.name));
  const committing = t.house.db;
  t.house.db = rehearsal;
  await committing.destroy();
  probe = { web: t.web, viewers, subjects, idsOfProvince: await idsOf(t) };
}, 240_000);
afterAll(async () => {
  await rehearsal?.destroy();
  await t.close();
});

test.for([...new Set(matrix.map(({ file }) => file))])(
  '%s',
  { timeout: 240_000 },
  async (file, { expect }) => {
    const wrong: string[] = [];
    for (const line of matrix.filter((one) => one.file === file)) {
      const seen = writeOutcomes(await observe(probe, line));
      const written = writeOutcomes(line.outcomes);
      if (seen !== written) wrong.push(`${callOf(line)}\nwritten${written}\nseen   ${seen}`);
    }
    expect(wrong.join('\n\n'), `columns: ${columns.join(', ')}`).toBe('');
  },
);

test('every route has its line, and every line a route', { timeout: 240_000 }, async () => {
  const routes = listRoutes(t.web);
  expect(routes.length).toBeGreaterThan(50);
  const called = matrix.map((line) => routeOf(routes, line.method, line.address));
  expect(matrix.filter((_, index) => !called[index]).map(callOf)).toEqual([]);
  const { paths } = (await t.web.inject('/api/openapi.json')).json();
  const missing: string[] = [];
  for (const route of routes.filter((one) => !called.includes(one))) {
    const line = guessCall(route, paths, probe.subjects);
    missing.push(`${callOf(line)}\n${writeOutcomes(await observe(probe, line))}`);
  }
  expect(missing.join('\n'), 'routes without a line: judge each of these, see test/access/README.md').toBe(
    '',
  );
});

const callOf = ({
  method,
  address,
  body,
  isForm,
  shows,
}: Pick<Line, 'method' | 'address' | 'body' | 'isForm' | 'shows'>) =>
  [
    method,
    address,
    isForm ? 'form' : '',
    body === undefined ? '' : JSON.stringify(body),
    shows ? `shows ${shows}` : '',
  ]
    .filter(Boolean)
    .join(' ');

/** Every id in every row of the province: none may stand in an answer to another one. */
const idsOf = ({ owner, tenantId }: TestHouse): Promise<Set<string>> =>
  inTenant(owner, tenantId, async (tx) => {
    const { rows: columnsOfIds } = await sql<{ table: string; column: string }>`
      select c.table_name as table, c.column_name as column from information_schema.columns c
      join information_schema.columns k on k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'tenant_id'
      where c.table_schema = 'public' and c.data_type = 'uuid'`.execute(tx);
    const ids = new Set<string>();
    for (const { table, column } of columnsOfIds) {
      const { rows } = await sql<{ id: string }>`
        select distinct ${sql.ref(column)} as id from ${sql.table(table)}
        where tenant_id = ${tenantId} and ${sql.ref(column)} is not null`.execute(tx);
      for (const { id } of rows) ids.add(id);
    }
    expect(ids.size).toBeGreaterThan(300);
    return ids;
  });
