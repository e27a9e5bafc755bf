import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import type { AnyField, Register, Row } from '#libraries/register/index.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { registers } from './declared/all.ts';
import { getRow } from './row.store.ts';
import { closedColumns, openSealed } from './seal-row.ts';
import { insertRows } from './write-rows.store.ts';

let t: TestHouse;
/** What a field may point at, by target: rows of registers are there once their own test has run. */
const there: Record<string, string> = {};
beforeAll(async () => {
  t = await openTestHouse();
  const { rows } = await inTenant(t.house.db, t.tenantId, (tx) =>
    sql<{ agency: string; person: string }>`
      select (select id from agency limit 1) as agency, (select id from person limit 1) as person`.execute(
      tx,
    ),
  );
  Object.assign(there, rows[0]);
});
afterAll(() => t.close());

const at = new Date('2026-11-23T02:00:00Z');

/** The first or the last example of each field; null: only what must be there. */
const exampleOf = (register: Register, which: 0 | -1 | null): Row =>
  Object.fromEntries(
    Object.entries(register.fields).map(([name, field]) => [
      name,
      which === null && !field.isRequired ? null : exampleValue(field, which ?? 0),
    ]),
  );

function exampleValue({ refersTo, parts, examples }: AnyField, which: 0 | -1): unknown {
  if (!refersTo) return examples.at(which);
  const id = there[refersTo] ?? null;
  return parts[0]!.type === 'uuid[]' ? id && [id] : id;
}

for (const register of registers)
  test(`rows of ${register.name} are read as they were written`, async () => {
    const given = ([0, -1, null] as const).map((which) => ({
      id: randomUUID(),
      row: exampleOf(register, which),
    }));
    const facts = { agencyId: there.agency!, state: null, today: '2026-11-23', at, by: there.person! };
    await inTenant(t.house.db, t.tenantId, async (tx) => {
      await insertRows(
        tx,
        register,
        given.map(({ id, row }) => ({
          ...{ id, ...facts, words: 'lời tìm' },
          columns: closedColumns(t.house.seal, register, id, row),
        })),
      );
      for (const { id, row } of given) {
        const { values, sealed, ...read } = await getRow(tx, register, id);
        expect({ ...blank(register), ...values, ...openSealed(t.house.seal, register, id, sealed) }).toEqual(
          row,
        );
        expect(read).toMatchObject({
          agencyId: there.agency,
          stateOn: '2026-11-23',
          createdAt: at,
          changedAt: at,
        });
      }
    });
    there[`register:${register.name}`] = given[0]!.id;
  });

const blank = (register: Register): Row =>
  Object.fromEntries(Object.keys(register.fields).map((name) => [name, null]));
