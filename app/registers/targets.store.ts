import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { columnOf, type Find, folded, type Register, snake, type Target } from '#libraries/register/index.ts';
import { findRegister } from './find-register.ts';
import { isRestricted, RESTRICTED } from './public-title.ts';

/**
 * Where a target's rows stand, what they are called, and which of them may be pointed at. `said`: what they are called
 * to everybody, where not all may read them.
 */
type Place = {
  table: string;
  name: RawBuilder<string>;
  said?: RawBuilder<string>;
  isThere: RawBuilder<boolean>;
};

const always = sql<boolean>`true`;
const places: Record<string, Place> = {
  agency: { table: 'agency', name: sql`x.name`, isThere: always },
  person: { table: 'person', name: sql`x.name`, isThere: sql`x.erased_at is null` },
  document: {
    table: 'document',
    name: sql`coalesce(x.symbol, x.title, '…')`,
    isThere: sql`x.state = 'published'`,
  },
  duty: { table: 'duty', name: sql`concat_ws('. ', nullif(x.path, ''), left(x.text, 160))`, isThere: always },
  file: { table: 'file', name: sql`x.name`, isThere: always },
};

/** @throws Error for a target that is nowhere */
export function placeOf(target: Target): Place {
  if (!target.startsWith('register:')) return places[target]!;
  const register = findRegister(target.slice(9));
  if (!register) throw new Error(`no register for ${target}`);
  return {
    table: register.table,
    name: titleSql(register),
    ...(isRestricted(register) ? { said: sql<string>`${RESTRICTED[0]}::text` } : {}),
    isThere: sql`x.removed_at is null and x.merged_into is null`,
  };
}

const titleSql = (register: Register) =>
  sql<string>`${sql.ref(`x.${columnOf(register.title, { suffix: '' })}`)}`;

/** `{ id: name }` of what a column of `t` points at, as everybody may read it; one id or several. */
export const namesOfColumn = (target: Target, column: string, isList: boolean) => {
  const { table, name, said = name } = placeOf(target);
  const ids = sql.ref(`t.${column}`);
  return sql`(select jsonb_object_agg(x.id, ${said}) from ${sql.table(table)} x
    where x.tenant_id = t.tenant_id and ${isList ? sql`x.id = any(${ids})` : sql`x.id = ${ids}`})`;
};

/** What may be pointed at and is called so; the first ones where nothing is asked for. */
export async function findTargets(
  tx: Tx,
  target: Target,
  words: string,
): Promise<{ id: string; name: string }[]> {
  const { table, name, isThere } = placeOf(target);
  const asked = folded(words);
  const { rows } = await sql<{ id: string; name: string }>`
    select x.id, ${name} as name from ${sql.table(table)} x
    where ${isThere} and (${asked} = '' or regexp_replace(fold(${name}), '[^[:alnum:]]+', ' ', 'g') like ${`%${asked}%`})
    order by length(${name}), ${name} limit 30`.execute(tx);
  return rows;
}

/** Which of these ids there are, and what they are called to everybody. */
export async function existing(tx: Tx, target: Target, ids: readonly string[]): Promise<Map<string, string>> {
  const { table, name, said = name } = placeOf(target);
  const { rows } = await sql<{ id: string; name: string }>`
    select x.id, ${said} as name from ${sql.table(table)} x where x.id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Titles of rows as they stand, of those agencies whose rows may be read. */
export async function titlesWithin(
  tx: Tx,
  register: Register,
  ids: readonly string[],
  reach: 'all' | readonly string[],
): Promise<Record<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    select x.id, ${titleSql(register)} as title from ${sql.table(register.table)} x where x.id = any(${[...ids]}::uuid[])
    and ${reach === 'all' ? always : sql`x.agency_id = any(${[...reach]}::uuid[])`}`.execute(tx);
  return Object.fromEntries(rows.map(({ id, title }) => [id, title]));
}

/**
 * Reads names of a book as ids: everything of the targets is loaded once, agencies by all the names they held.
 * `nameOf` says what everybody may read.
 */
export async function finderOf(
  tx: Tx,
  targets: ReadonlySet<Target>,
): Promise<{ find: Find; nameOf: (id: string) => string }> {
  const known = new Map<Target, Map<string, string | null>>();
  const names = new Map<string, string>();
  for (const target of targets) {
    const ids = new Map<string, string | null>();
    const isSaid = !placeOf(target).said;
    for (const { id, name } of await namesOf(tx, target)) {
      const word = folded(name);
      if (!names.has(id)) names.set(id, isSaid ? name : RESTRICTED[0]);
      ids.set(word, ids.has(word) && ids.get(word) !== id ? null : id);
    }
    known.set(target, ids);
  }
  const find: Find = (target, name) => {
    const id = known.get(target)?.get(folded(name));
    if (id) return { value: id };
    return {
      fault:
        id === null
          ? `Có nhiều mục cùng tên “${name}”: hãy chọn trên trang sau khi nhập.`
          : `Không tìm thấy “${name}”: hãy ghi đúng tên đã có trong chương trình.`,
    };
  };
  return { find, nameOf: (id) => names.get(id) ?? '…' };
}

async function namesOf(tx: Tx, target: Target): Promise<{ id: string; name: string }[]> {
  const { table, name, isThere } = placeOf(target);
  const { rows } = await sql<{ id: string; name: string }>`
    select x.id, ${name} as name from ${sql.table(table)} x where ${isThere}
    ${target === 'agency' ? sql`union select agency_id, name from agency_name` : sql``}`.execute(tx);
  return rows;
}

export const tableOfTarget = (target: Target): string =>
  target.startsWith('register:') ? snake(target.slice(9)) : target;

export async function namesOfPeople(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  return existing(
    tx,
    'person',
    ids.filter((id) => id !== null),
  );
}
