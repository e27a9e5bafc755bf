import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant, reading, type Tx } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { linesApart } from '#test/lines-apart.ts';
import { assignmentStates } from './assignment.ts';
import { foldTalliesJob } from './duty-jobs.ts';
import { foldTallies, queryDuties } from './duty-lines.store.ts';
import type { DutyFilter } from './duty-list.store.ts';
import { cells } from './four-cells.ts';

const today = '2026-12-18';
let t: TestHouse;
let agencies: string[];
beforeAll(async () => {
  t = await openTestHouse();
  agencies = await inTenant(t.house.db, t.tenantId, insertDocuments);
});
afterAll(() => t.close());

/** Two documents without duties; returns four agencies. */
async function insertDocuments(tx: Tx): Promise<string[]> {
  for (const symbol of ['1/KH-UBND', '2/KH-UBND'])
    await sql`insert into document (symbol, kind, title, issuer, issued_on, text, reading, state, created_by, created_at, published_at)
      select ${symbol}, 'Kế hoạch', '', '', '2026-01-01', '', '{}', 'published', (select id from person limit 1), now(), now()`.execute(
      tx,
    );
  const { rows } = await sql<{ id: string }>`select id from agency order by id limit 4`.execute(tx);
  return rows.map(({ id }) => id);
}

const day = fc.option(fc.constantFrom('2026-12-01', '2026-12-18', '2026-12-19', '2027-01-05'));
const state = fc.constantFrom(...assignmentStates);
const agency = fc.nat(3);
const pick = fc.nat(1_000);
const anyRow = (table: string, at: number) =>
  sql`(select id from ${sql.table(table)} order by id offset ${at} % greatest(1, (select count(*) from ${sql.table(table)})) limit 1)`;

const newDuty = fc.record({ pick, isRequest: fc.boolean(), due: day, state, at: fc.nat(1) }).map(
  (of) => (tx: Tx) =>
    sql`insert into duty (document_id, position, path, text, text_begin, text_end, is_request, due_on, state, unnamed_holders, created_at)
      select ${anyRow('document', of.at)}, coalesce(max(position), 0) + 1, '', 'việc', 0, 1, ${of.isRequest}, ${of.due}, ${of.state}, '{các cơ quan}', now()
      from duty`.execute(tx),
);
const newPart = fc
  .record({
    pick,
    agency,
    due: day,
    state,
    first: fc.option(agency),
    role: fc.constantFrom('holder', 'coordinator'),
  })
  .map(
    (of) => (tx: Tx) =>
      sql`insert into assignment (duty_id, agency_id, first_agency_id, printed_name, role, leads, state, due_on, changed_at)
        select id, ${agencies[of.agency]!}, ${of.first === null ? null : agencies[of.first]!}, '', ${of.role}, ${of.role === 'holder'}, ${of.state}, ${of.due}, now()
        from duty where id = ${anyRow('duty', of.pick)} on conflict do nothing`.execute(tx),
  );

/** Whatever a row may become, in whichever way: triggers see rows, and no way around them. */
const change: fc.Arbitrary<(tx: Tx) => Promise<unknown>> = fc.oneof(
  ...[0, 1, 2].map(() => newDuty),
  ...[0, 1, 2, 3].map(() => newPart),
  fc.record({ pick, due: day, stopped: day, completed: day, state }).map(
    (of) => (tx: Tx) =>
      sql`update assignment set state = ${of.state}, due_on = ${of.due}, stopped_on = ${of.stopped}, completed_at = ${of.completed}::date,
      changed_at = now() where id = ${anyRow('assignment', of.pick)}`.execute(tx),
  ),
  fc.record({ pick, due: day, stopped: day, completed: day, state, isRequest: fc.boolean() }).map(
    (of) => (tx: Tx) =>
      sql`update duty set state = ${of.state}, due_on = ${of.due}, stopped_on = ${of.stopped}, completed_on = ${of.completed}, is_request = ${of.isRequest}
      where id = ${anyRow('duty', of.pick)}`.execute(tx),
  ),
  fc.record({ pick, agency }).map(
    (of) => (tx: Tx) =>
      sql`update assignment a set first_agency_id = agency_id, agency_id = ${agencies[of.agency]!} where id = ${anyRow('assignment', of.pick)}
      and not exists (select from assignment o where o.duty_id = a.duty_id and o.agency_id = ${agencies[of.agency]!})`.execute(
        tx,
      ),
  ),
  fc.nat(1).map(
    (at) => (tx: Tx) =>
      sql`update duty set document_id = ${anyRow('document', at)}, position = (select max(position) + 1 from duty)
      where id = ${anyRow('duty', at)}`.execute(tx),
  ),
  fc
    .nat(1)
    .map(
      (at) => (tx: Tx) =>
        sql`update document set published_at = published_at + interval '1 hour' where id = ${anyRow('document', at)}`.execute(
          tx,
        ),
    ),
  pick.map(
    (at) => (tx: Tx) => sql`delete from assignment where id = ${anyRow('assignment', at)}`.execute(tx),
  ),
  pick.map((at) => (tx: Tx) => sql`delete from duty where id = ${anyRow('duty', at)}`.execute(tx)),
  pick.map(
    (at) =>
      (tx: Tx): Promise<unknown> =>
        foldTallies(tx, today, at % 5),
  ),
);

const condition: fc.Arbitrary<DutyFilter> = fc.oneof(
  fc.constant({}),
  agency.map((at) => ({ agencyIds: [agencies[at]!] })),
  fc.nat(1).map((at) => ({ documentId: documents[at]! })),
  state.map((of) => ({ state: of })),
  fc.constantFrom(...cells).map((cell) => ({ cell })),
  fc.constantFrom('none' as const, 'late' as const).map((due) => ({ due })),
  fc.constant({ dueFrom: '2026-12-18', dueTo: '2026-12-19' }),
  fc.constantFrom('only' as const, 'without' as const).map((requests) => ({ requests })),
  fc.constant({ waiting: true }),
  fc.constantFrom('lead' as const, 'holder' as const, 'coordinator' as const).map((role) => ({ role })),
);
const asked: fc.Arbitrary<DutyFilter> = fc
  .tuple(condition, condition)
  .map(([one, another]) => ({ ...one, ...another }));
const documents: string[] = [];

test('after any changes, lines and counts say what the rows say, and lists from both are the same', async () => {
  const { rows } = await inTenant(t.house.db, t.tenantId, (tx) =>
    sql<{ id: string }>`select id from document order by id`.execute(tx),
  );
  documents.push(...rows.map(({ id }) => id));
  const tx = reading(t.house.db, t.tenantId);
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 8, maxLength: 40 }),
      fc.array(asked, { minLength: 6, maxLength: 6 }),
      async (changes, filters) => {
        for (const one of changes) await inTenant(t.house.db, t.tenantId, (own) => one(own));
        expect(await linesApart(t, today)).toEqual([]);
        for (const filter of filters) {
          const page = { page: 1, size: 500, today };
          const { rows: lines, ...counts } = await queryDuties(
            tx,
            filter,
            { sort: 'position', down: false },
            page,
          );
          // Lines that stand in groups are not read from `duty_line`.
          const { rows: slow, ...slowCounts } = await queryDuties(
            tx,
            filter,
            { sort: 'position', down: false, by: 'document' },
            page,
          );
          expect(counts).toEqual(slowCounts);
          const plain = (row: (typeof lines)[number]) =>
            JSON.stringify({ ...row, groupedUnder: null, inGroup: 0 });
          expect(lines.map(plain).toSorted()).toEqual(slow.map(plain).toSorted());
          expect(lines.map(({ id }) => id)).toEqual(slow.map(({ id }) => id));
          for (const down of [false, true]) {
            const byDay = await queryDuties(tx, filter, { sort: 'due', down }, page);
            const days = byDay.rows.map((row) => lines.find(({ id }) => id === row.id)!.id);
            expect(days.toSorted()).toEqual(lines.map(({ id }) => id).toSorted());
          }
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

test('pages follow each other without a gap, from lines and from the duties, beyond those with a statement of their own', async () => {
  await inTenant(t.house.db, t.tenantId, (tx) =>
    sql`insert into duty (document_id, position, path, text, text_begin, text_end, is_request, created_at)
      select (select id from document order by id limit 1), 5000 + n, '', 'việc', 0, 1, false, now() from generate_series(1, 16) n`.execute(
      tx,
    ),
  );
  const tx = reading(t.house.db, t.tenantId);
  for (const by of [undefined, 'document' as const]) {
    const idsOf = async (page: number, size: number) =>
      (await queryDuties(tx, {}, { sort: 'position', down: false, by }, { page, size, today })).rows.map(
        ({ id }) => id,
      );
    const pages: string[] = [];
    for (const page of [1, 2, 3, 4, 5, 6, 7, 8]) pages.push(...(await idsOf(page, 2)));
    expect(pages).toHaveLength(16);
    expect(pages).toEqual(await idsOf(1, 16));
  }
});

test('the job makes one row of each kind, and counts stay', async () => {
  const many = async () =>
    (
      await t.owner.transaction().execute(async (own) => {
        await sql`select set_config('app.tenant', ${t.tenantId}, true)`.execute(own);
        return sql<{
          rows: number;
          sum: number;
        }>`select count(*) as rows, coalesce(sum(many), 0)::int as sum from duty_tally`.execute(own);
      })
    ).rows[0]!;
  for (let at = 0; at < 220; at++)
    await inTenant(t.house.db, t.tenantId, (tx) =>
      sql`insert into duty_tally (whose, state, is_request, is_dated, late_after, many)
        values (${t.tenantId}, 'assigned', false, false, 'infinity', ${at % 2 ? 1 : -1})`.execute(tx),
    );
  const before = await many();
  await foldTalliesJob.run(t.house, today);
  const after = await many();
  expect(after.sum).toBe(before.sum);
  expect(after.rows).toBeLessThan(before.rows - 200);
});
