import fc from 'fast-check';
import { sql } from 'kysely';
import readSheet from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant, type Tx } from '#app/platform/database.ts';
import { showDay } from '#app/web/show.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { assignmentStates } from '../assignment.ts';
import { type DutyRow, groupings, listDuties, rolesHeld, sorts } from '../duty.contract.ts';
import { dutyWords } from '../duty.words.ts';
import { sayState, stateWords } from '../duty-words-of-state.ts';
import { cells } from '../four-cells.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan } from '../publication.test-data.ts';
import { columns as allColumns, type Column } from './columns.ts';
import { exportAddress } from './export-address.ts';
import { sayGroup } from './say-group.ts';
import { viewsWords } from './views.words.ts';

/** Stands elsewhere in the order of names than the one of now. */
const FORMER = 'Ban “cũ”; nay đổi tên';
let t: TestHouse;
let focal: Person;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-18T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  await inTenant(t.house.db, t.tenantId, mixUp);
});
afterAll(() => t.close());

/** Parts in all states, done on several days, some due and some not; an agency that had done one was called otherwise then. */
async function mixUp(tx: Tx) {
  await sql`update assignment a set state = (${[...assignmentStates]}::text[])[1 + n % ${assignmentStates.length}],
      due_on = case when n % 3 > 0 then date '2026-12-01' + n end,
      completed_at = case when n % 4 > 0 then timestamptz '2026-11-25 12:00+07' + n * interval '1 day' end
    from (select id, row_number() over (order by id)::int as n from assignment) x where x.id = a.id`.execute(
    tx,
  );
  await sql`update duty set due_on = date '2026-12-01' + position where position % 3 > 0`.execute(tx);
  await sql`update agency_name set valid_from = '2026-12-10' where kind = 'full' and agency_id = (
    select agency_id from assignment where state = 'completed' and completed_at < '2026-12-09' order by id limit 1)`.execute(
    tx,
  );
  await sql`insert into agency_name (agency_id, name, kind, valid_to)
    select agency_id, ${FORMER}, 'full', '2026-12-09' from agency_name where valid_from = '2026-12-10'`.execute(
    tx,
  );
}

/** Mostly not: many conditions at once leave nothing. */
const maybe = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: of });
const day = fc.constantFrom('2026-12-03', '2026-12-12', '2026-12-20');
const asked = fc.record({
  text: maybe(fc.constantFrom('đối ngoại', 'so ngoai vu', 'III', 'không có')),
  state: maybe(fc.constantFrom(...assignmentStates)),
  cell: maybe(fc.constantFrom(...cells)),
  role: maybe(fc.constantFrom(...rolesHeld)),
  due: maybe(fc.constantFrom('none' as const, 'late' as const)),
  dueFrom: maybe(day),
  requests: maybe(fc.constantFrom('only' as const, 'without' as const)),
  sort: fc.constantFrom(...sorts),
  down: fc.constantFrom('true' as const, undefined),
  by: fc.constantFrom(undefined, ...groupings),
  asOf: maybe(fc.constantFrom('2026-12-17', '2021-06-30')),
});
const columns = fc.subarray([...allColumns], { minLength: 1 });

const language = 'vi';
const [d, v] = [dutyWords[language], viewsWords[language]];

/** What the list shows of a line, in the words of the file; of agencies those that the list names. */
const shownCell: Record<Column, (row: DutyRow) => string[]> = {
  text: (row) => [row.isRequest ? `${d.request}: ${row.text}` : row.text],
  agency: (row) => [namesOf(row, 'holder'), namesOf(row, 'coordinator')],
  due: (row) => [row.dueOn ? showDay(row.dueOn) : d.undatedShort],
  state: (row) => [sayState(row.summary, language)],
  cell: (row) => [d.cells[row.cell]],
  deadline: (row) => [row.deadlineWords ?? ''],
};
const namesOf = (row: DutyRow, role: string) =>
  row.parts
    .filter((part) => part.role === role)
    .map((part) => `${part.agencyName} (${stateWords[language][part.state]})`)
    .join('; ');
const headOf: Record<Column, string[]> = {
  text: [v.columnNames.text],
  agency: [`${d.leads} / ${d.takesPart}`, d.coordinates],
  due: [v.columnNames.due],
  state: [v.columnNames.state],
  cell: [v.columnNames.cell],
  deadline: [v.columnNames.deadline],
};

async function listed(
  query: Parameters<typeof focal.call<typeof listDuties>>[1]['query'],
): Promise<DutyRow[]> {
  const rows: DutyRow[] = [];
  for (let page = 1; ; page++) {
    const more = (await focal.call(listDuties, { query: { ...query, page } })).rows;
    rows.push(...more);
    if (more.length < 50) return rows;
  }
}

async function exported(format: 'csv' | 'xlsx', lines: object, chosen: Column[]): Promise<string[][]> {
  const url = exportAddress(format, { lines: lines as never, columns: chosen }, language);
  const { rawPayload } = await t.web.inject({ url, headers: { cookie: focal.cookie } });
  if (format === 'csv') return readCsv(rawPayload.toString());
  const [sheet] = await readSheet(rawPayload);
  const written = (cell: unknown) =>
    cell instanceof Date ? showDay(cell.toISOString().slice(0, 10)) : String(cell ?? '');
  return sheet!.data.map((row) => [...row].map(written));
}

const readCsv = (text: string): string[][] =>
  text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!.replaceAll('""', '"')));

test('what is seen is what is exported: the same lines in the same order, the same columns and words', async () => {
  let many = 0;
  const property = fc.asyncProperty(
    asked,
    columns,
    fc.constantFrom('csv', 'xlsx'),
    async (lines, chosen, format) => {
      const rows = await listed(lines);
      many += rows.length;
      const [head, ...body] = await exported(format as 'csv', lines, chosen);
      const group = lines.by ? [v.groupings[lines.by]] : [];
      expect(head).toEqual([...group, v.position, d.document, ...chosen.flatMap((column) => headOf[column])]);
      expect(body).toHaveLength(rows.length);
      for (const [at, row] of rows.entries()) {
        const under = lines.by ? [sayGroup(lines.by, row.groupedUnder, row.symbol, language)] : [];
        const shown = [
          ...under,
          row.path || String(row.position),
          row.symbol ?? '',
          ...chosen.flatMap((column) => shownCell[column](row)),
        ];
        for (const [column, cell] of shown.entries()) {
          const said = body[at]![column] ?? '';
          // A list names the first few agencies, a file all of them and those of no register.
          if (said.toLowerCase() !== cell.toLowerCase())
            expect(said.startsWith(cell), `${said} ≠ ${cell}`).toBe(true);
        }
      }
    },
  );
  await fc.assert(property, { numRuns: 60 });
  expect(many).toBeGreaterThan(100);
}, 120_000);

test('a part that is done keeps the name its agency had, in the list and in the file', async () => {
  const rows = await listed({});
  expect(rows.flatMap(({ parts }) => parts).some(({ agencyName }) => agencyName === FORMER)).toBe(true);
  const body = await exported('csv', {}, ['agency']);
  expect(body.some((row) => row.some((cell) => cell.includes(`${FORMER} (`)))).toBe(true);
});
