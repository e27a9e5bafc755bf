import { sql } from 'kysely';
import type { DatedName } from '#app/agencies/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { speakingOf, tablesOn } from '../as-of.store.ts';
import type { Part } from '../duty.ts';
import { wantedLines } from '../duty-lines.store.ts';
import { type DutyFilter, type DutyOrder, groupedBy, orderBy } from '../duty-list.store.ts';
import { officeDayOf } from '../four-cells.store.ts';
import type { Cell } from '../four-cells.ts';

export type ExportLine = {
  path: string;
  position: number;
  symbol: string | null;
  text: string;
  isRequest: boolean;
  deadlineWords: string | null;
  dueOn: string | null;
  cell: Cell;
  groupedUnder: string | null;
  /** Names that stand for no agency of the register, '; ' between them. */
  unnamedHolders: string;
  unnamedCoordinators: string;
  /** As `readParts` reads them. */
  parts: string;
};
export type ExportPart = Pick<Part, 'role' | 'leads' | 'state'> & {
  agencyId: string;
  /** The day whose name it keeps, once it is done. */
  keptDay: string | undefined;
};
/** An agency that parts are of: its name, the place of that among all, and the full names it ever had. */
export type ExportAgency = { name: string; place: number; names: DatedName[] | null };
export type ExportAgencies = Map<string, ExportAgency>;

const BATCH = 200;
/** Kilobytes that a sort of all lines may take in the database before it goes to disk. */
const SORTING = sql.lit('32MB');

/** Agencies are few: read once, not named in each line. `renamed` ones had several full names. */
export async function readAgencies(tx: Tx, asOf: string | null) {
  const { rows } = await sql<ExportAgency & { id: string }>`
    ${speakingOf(asOf)} select id, name, row_number() over (order by name collate "vi-x-icu") as place, (
      select json_agg(json_build_object('id', n.id, 'name', n.name, 'kind', n.kind, 'validFrom', n.valid_from, 'validTo', n.valid_to))
      from agency_name n where n.tenant_id = agency.tenant_id and n.agency_id = agency.id and n.kind = 'full') as names
    from agency`.execute(tx);
  const agencies: ExportAgencies = new Map(rows.map(({ id, ...agency }) => [id, agency]));
  const renamed = rows.filter(({ names }) => names && names.length > 1).map(({ id }) => id);
  return { agencies, renamed };
}

type Asked = { filter: DutyFilter; order: DutyOrder; today: string; asOf: string | null; renamed: string[] };

/** All lines of a list in its order, some at a time out of one cursor; the next are read while these are written. */
export async function* readLines(tx: Tx, asked: Asked): AsyncGenerator<ExportLine[]> {
  await sql`set local work_mem = ${SORTING}`.execute(tx);
  await declare(tx, asked);
  let next = fetchLines(tx);
  for (;;) {
    const rows = await next;
    if (!rows.length) return;
    next = fetchLines(tx);
    // Whoever stops reading does not wait for them.
    next.catch(() => {});
    yield rows;
  }
}

const fetchLines = async (tx: Tx): Promise<ExportLine[]> =>
  (await sql<ExportLine>`fetch ${sql.lit(BATCH)} from lines`.execute(tx)).rows;

/** Narrow rows are put in order, and what is wide is joined to them once. */
function declare(tx: Tx, { filter, order, today, asOf, renamed }: Asked) {
  const rank = sql`row_number() over (order by ${orderBy(order)}) as rank`;
  return sql`declare lines no scroll cursor for
    with ${tablesOn(asOf)} ${wantedLines(filter, order, { today, asOf })}
    select duty.path, duty.position, document.symbol, duty.text, duty.is_request as "isRequest",
      duty.deadline_words as "deadlineWords", duty.due_on as "dueOn", page.cell, page.grouped_under as "groupedUnder",
      array_to_string(duty.unnamed_holders, '; ') as "unnamedHolders",
      array_to_string(duty.unnamed_coordinators, '; ') as "unnamedCoordinators", coalesce(given.parts, '') as parts
    from (select id, cell, ${groupedBy(order)}, ${rank} from wanted) page join duty on duty.id = page.id
    join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    left join (select a.duty_id, string_agg(${partWords(renamed)}, ';') as parts
      from assignment a where a.state <> 'withdrawn' and a.duty_id in (select id from wanted) group by a.duty_id) given
      on given.duty_id = duty.id
    order by page.rank`.execute(tx);
}

/** A part in words, in the order in which `readParts` takes them: PostgreSQL writes such for half the work of JSON. */
const partWords = (renamed: string[]) =>
  sql`a.agency_id || ' ' || a.role || ' ' || a.leads || ' ' || a.state${dayOfName(renamed)}`;

/** The day whose name it keeps; asked for only of agencies that were ever called otherwise. */
const dayOfName = (renamed: string[]) =>
  renamed.length
    ? sql` || case when a.state = 'completed' and a.agency_id = any(${renamed}::uuid[])
        then coalesce(' ' || ${officeDayOf(sql`coalesce(a.confirmed_at, a.completed_at)`)}, '') else '' end`
    : sql``;

/** The parts of a line, in no order: those whose words are alike are one and the same, made by `make`. */
export function readParts<P>(make: (part: ExportPart) => P): (line: ExportLine) => P[] {
  const known = new Map<string, P>();
  const partOf = (words: string): P => {
    const part = known.get(words) ?? make(readPart(words));
    known.set(words, part);
    return part;
  };
  return ({ parts }) => (parts ? parts.split(';').map(partOf) : []);
}

function readPart(words: string): ExportPart {
  const [agencyId, role, leads, state, keptDay] = words.split(' ');
  return { agencyId, role, leads: leads === 'true', state, keptDay } as ExportPart;
}
