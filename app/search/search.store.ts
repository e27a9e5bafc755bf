import { type RawBuilder, sql } from 'kysely';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { listFoundRows, registerSaid } from '#app/registers/index.ts';
import type { Scope } from './scope.ts';
import type { SearchKind } from './search.contract.ts';
import { tsqueryOf, type Way } from './search-query.ts';

export type Wanted = { kind: SearchKind; scope: Scope };
type Entry = { kind: SearchKind; id: string };

/** Ids of what matches, by kind, the newest first; at most `most` of each. */
export async function findEntries(
  tx: Tx,
  ways: readonly Way[],
  wanted: readonly Wanted[],
  most: number,
): Promise<Entry[]> {
  const { whole, begun } = tsqueryOf(ways);
  const asked = JSON.stringify(wanted.map(({ kind, scope }) => ({ kind, ...scope })));
  const { rows } = await sql<Entry>`
    select kind, subject_id as id
    from search_entries(${whole}::tsquery, ${begun}::tsquery, ${JSON.stringify(ways)}::jsonb, ${asked}::jsonb, ${most})
    order by kind, at desc, place`.execute(tx);
  return rows;
}

/** A thing found, as its own table has it: read under the fence of the province once more. */
export type Found = {
  id: string;
  title: string;
  line: string | null;
  /** Other texts in which the words may stand. */
  others: string[];
  standing: 'draft' | 'ended' | 'withdrawn' | null;
  /** The page that shows it, when it is not its own. */
  onPageOf: string | null;
};

type Table = Exclude<SearchKind, 'row'>;
const statements: Record<Table, (ids: string[]) => RawBuilder<unknown>> = {
  document: (ids) => sql`
    select id, coalesce(symbol, title, kind, '') as title, concat_ws(', ', case when symbol is not null then title end, issuer) as line,
      '{}'::text[] as others, case when state <> 'published' then 'draft' end as standing, null as "onPageOf"
    from document where id = any(${ids}::uuid[])`,
  duty: (ids) => sql`
    select duty.id, concat_ws(', ', nullif(duty.path, ''), document.symbol) as title, duty.text as line, '{}'::text[] as others,
      case when duty.state = 'withdrawn' then 'withdrawn' end as standing, null as "onPageOf"
    from duty join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    where duty.id = any(${ids}::uuid[])`,
  agency: (ids) => sql`
    select agency.id, agency.name as title, null as line, array(
        select n.name from agency_name n where n.tenant_id = agency.tenant_id and n.agency_id = agency.id and n.name <> agency.name
        order by n.valid_to desc nulls first, n.name) || array_remove(array[agency.code, agency.code_old], null) as others,
      case when not agency.is_in_force then 'ended' end as standing, null as "onPageOf"
    from agency where agency.id = any(${ids}::uuid[])`,
  person: (ids) => sql`
    select person.id, person.name as title, nullif(concat_ws(', ', person.title, (
        select string_agg(distinct agency.name, ', ') from membership m
        join agency on agency.tenant_id = m.tenant_id and agency.id = m.agency_id
        where m.tenant_id = person.tenant_id and m.person_id = person.id and (m.valid_to is null or m.valid_to >= m.valid_from))), '') as line,
      array[person.email] as others, null as standing, null as "onPageOf"
    from person where person.id = any(${ids}::uuid[]) and person.erased_at is null`,
  report: (ids) => sql`
    select r.id, r.agency_name as title, concat_ws(', ', t.name, document.symbol) as line,
      array_remove(array[document.title], null) as others, null as standing, null as "onPageOf"
    from agency_report r join report_period t on t.tenant_id = r.tenant_id and t.id = r.period_id
    join report_definition d on d.tenant_id = t.tenant_id and d.id = t.definition_id
    left join document on document.tenant_id = d.tenant_id and document.id = d.document_id
    where r.id = any(${ids}::uuid[])`,
  difficulty: (ids) => sql`
    select f.id, agency.name as title, f.words as line, array_remove(array[f.answer, f.proposal], null) as others,
      null as standing, f.duty_id::text as "onPageOf"
    from difficulty f join agency on agency.tenant_id = f.tenant_id and agency.id = f.agency_id
    where f.id = any(${ids}::uuid[])`,
};

/** The things behind entries, in the order of these; asked for together, because each question costs its way there. */
export async function showFound(
  tx: Tx,
  entries: readonly Entry[],
): Promise<{ kind: SearchKind; found: Found[] }[]> {
  const idsOf = Map.groupBy(entries, ({ kind }) => kind);
  const wanted = [...idsOf].map(([kind, own]) => ({ kind, ids: own.map(({ id }) => id) }));
  const [ofTables, ofRegisters] = await Promise.all([
    tablesFound(tx, wanted),
    rowsFound(tx, idsOf.get('row')?.map(({ id }) => id) ?? []),
  ]);
  const byId = new Map([...ofTables, ...ofRegisters].map((row) => [row.id, row]));
  return wanted.map(({ kind, ids }) => ({ kind, found: ids.flatMap((id) => byId.get(id) ?? []) }));
}

async function tablesFound(tx: Tx, wanted: { kind: SearchKind; ids: string[] }[]): Promise<Found[]> {
  const asked = wanted.flatMap(({ kind, ids }) => (kind === 'row' ? [] : [statements[kind](ids)]));
  return asked.length ? (await sql<Found>`${sql.join(asked, sql` union all `)}`.execute(tx)).rows : [];
}

/** Rows stand in the tables of their registers; an entry says which. */
async function rowsFound(tx: Tx, ids: string[]): Promise<Found[]> {
  if (!ids.length) return [];
  const { rows } = await sql<{ register: string; ids: string[] }>`
    select register, array_agg(subject_id) as ids from search_entry
    where kind = 'row' and subject_id = any(${ids}::uuid[]) group by register`.execute(tx);
  const found: Found[] = [];
  for (const { register, ids: own } of rows)
    for (const { id, title, agencyName, others } of await listFoundRows(tx, register, own)) {
      const said = registerSaid(register);
      found.push({
        id,
        title,
        line: `${said}, ${agencyName}`,
        others: others.map((one) => `${said}: ${one}`),
        standing: null,
        onPageOf: `${register}/${id}`,
      });
    }
  return found;
}

/** Writes every province's entries anew; returns how many each has. */
export async function rebuildEntries({ db }: House): Promise<{ name: string; entries: number }[]> {
  const provinces = await db.selectFrom('tenant').select(['id', 'name']).execute();
  const written: { name: string; entries: number }[] = [];
  for (const { id, name } of provinces) {
    const { rows } = await inTenant(db, id, (tx) =>
      sql<{ entries: number }>`select search_rebuild() as entries`.execute(tx),
    );
    written.push({ name, entries: rows[0]!.entries });
  }
  return written;
}
