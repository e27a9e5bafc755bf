import { snake } from '../define-register.ts';
import type { Register } from '../register.ts';
import { columnOf } from '../row.ts';
import { followedBySearch } from './found-by.ts';

export type TableColumn = { name: string; type: string; isRequired: boolean };

/** What every register's table holds beside its fields. */
export const ownColumns: TableColumn[] = [
  { name: 'tenant_id', type: 'uuid', isRequired: true },
  { name: 'id', type: 'uuid', isRequired: true },
  { name: 'agency_id', type: 'uuid', isRequired: true },
  { name: 'revision', type: 'integer', isRequired: true },
  { name: 'state', type: 'text', isRequired: false },
  { name: 'state_on', type: 'date', isRequired: true },
  { name: 'created_at', type: 'timestamptz', isRequired: true },
  { name: 'created_by', type: 'uuid', isRequired: false },
  { name: 'changed_at', type: 'timestamptz', isRequired: true },
  { name: 'changed_by', type: 'uuid', isRequired: false },
  { name: 'removed_at', type: 'timestamptz', isRequired: false },
  { name: 'merged_into', type: 'uuid', isRequired: false },
  { name: 'words', type: 'text', isRequired: true },
];

/** The columns that a register's table must have, its own and those of its fields. */
export const columnsOf = (register: Register): TableColumn[] => [
  ...ownColumns,
  ...Object.entries(register.fields).flatMap(([name, field]) =>
    field.parts.map((part, at) => ({
      name: columnOf(name, part),
      type: part.type as string,
      isRequired: field.isRequired && at === 0,
    })),
  ),
];

const tableOf: Record<string, string> = {
  agency: 'agency',
  person: 'person',
  document: 'document',
  duty: 'duty',
  file: 'file',
};

/** The migration that adds what a table lacks; null when it lacks nothing. */
export function additionOf(register: Register, found: readonly string[]): string | null {
  const lacking = Object.entries(register.fields).flatMap(([name, field]) =>
    field.parts
      .map((part) => ({ column: columnOf(name, part), type: part.type, said: field.said[0] }))
      .filter(({ column }) => !found.includes(column)),
  );
  if (!lacking.length) return null;
  const lines = lacking.map(({ column, type }) => `  add column ${column} ${type}`).join(',\n');
  return `-- ${register.said[0]}: ${lacking.map(({ said }) => said).join(', ')}\n\nalter table ${register.table}\n${lines};\n`;
}

/**
 * The migration that makes a register's table: written once into db/migrations, then frozen. `tables`: those that are
 * there before it; a link to a register whose table comes later is kept without a reference.
 */
export function migrationOf(register: Register, tables?: ReadonlySet<string>): string {
  const { table, fields } = register;
  const own = Object.entries(fields).flatMap(([name, field]) =>
    field.parts.map(
      (part, at) =>
        `  ${columnOf(name, part)} ${part.type}${field.isRequired && at === 0 ? ' not null' : ''},${at === 0 ? ` -- ${field.said[0]}` : ''}`,
    ),
  );
  const references = Object.entries(fields).flatMap(([name, field]) => {
    if (!field.refersTo || field.parts[0]?.type !== 'uuid') return [];
    const to = tableOf[field.refersTo] ?? snake(field.refersTo.replace('register:', ''));
    if (tables && to !== register.table && !tables.has(to)) return [];
    return [`  foreign key (tenant_id, ${columnOf(name, field.parts[0])}) references ${to},`];
  });
  return `-- ${register.said[0]}: ${register.basis}
-- Generated from the declaration "${register.name}"; the program checks one against the other at start.

create table ${table} (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,               -- whose row it is
  revision integer not null default 1,
  state text,
  state_on date not null,                -- since when it is in its state
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  removed_at timestamptz,                -- set aside; the row stays
  merged_into uuid,                      -- the row that says the same and stands for both
  words text not null default '',        -- what it is found by, folded
${own.join('\n')}
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
${references.map((line) => `${line}\n`).join('')}  foreign key (tenant_id, merged_into) references ${table}
);
create index on ${table} (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
${sortIndexes(register).join('')}create index on ${table} (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('${table}');
call find_by_words('${table}');
${followedBySearch(register)}`;
}

/** How a list is sorted by a field, in SQL: what stands nowhere comes last. */
export type SortOrder = { column: string; collation: string; way: string; idWay: string };

/** By the first column of a field. Of one that must be filled, the same index is read from either end. */
export function sortOrder(register: Register, { field, down }: NonNullable<Register['sort']>): SortOrder {
  const { parts, isRequired } = register.fields[field]!;
  const isMirrored = down && isRequired;
  return {
    column: columnOf(field, parts[0]!),
    // Words are sorted as Vietnamese does.
    collation: parts[0]!.type === 'text' ? ' collate "vi-x-icu"' : '',
    way: isMirrored ? 'desc' : down ? 'desc nulls last' : 'asc',
    idWay: isMirrored ? 'desc' : 'asc',
  };
}

/**
 * The fields by which a list can be sorted: the one it begins with, the title, and the days and amounts that it shows.
 * Of few values (a choice, a country, an agency) a list is narrowed instead; words are looked for.
 */
export function sortedBy({ list, sort, title, fields }: Register): string[] {
  const ordered = list.filter((field) =>
    ['date', 'bigint', 'numeric'].includes(fields[field]!.parts[0]!.type),
  );
  return [...new Set([sort?.field ?? title, title, ...ordered])];
}

/**
 * Indexes by which a page of a list is read without the rest, by each field it can be sorted by and from either end;
 * each costs every row that is written.
 */
export function sortIndexes(register: Register): string[] {
  const { table } = register;
  const orders = sortedBy(register).flatMap((field) =>
    [false, true].map((down) => sortOrder(register, { field, down })),
  );
  const lines = orders
    .filter(({ idWay }) => idWay === 'asc')
    .map(
      ({ column, collation, way }) =>
        `create index on ${table} (tenant_id, ${column}${collation} ${way}, id) where removed_at is null and merged_into is null;\n`,
    );
  return [...new Set(lines)];
}

/** What a database's table lacks or says otherwise; nothing when the two agree. */
export function compareTable(register: Register, found: readonly TableColumn[]): string[] {
  const wanted = columnsOf(register);
  const at = (name: string) => `${register.name}: table ${register.table}, column ${name}`;
  if (!found.length)
    return [
      `${register.name}: there is no table ${register.table}; run bin/nhipcau register-migration ${register.name}`,
    ];
  const lacking = wanted.flatMap((column) => {
    const there = found.find(({ name }) => name === column.name);
    if (!there) return [`${at(column.name)} is missing: write a migration that adds it`];
    if (there.type !== column.type)
      return [`${at(column.name)} is ${there.type}, the declaration wants ${column.type}`];
    return [];
  });
  const spare = found
    .filter(({ name, isRequired }) => isRequired && !wanted.some((column) => column.name === name))
    .map(({ name }) => `${at(name)} must be filled, and no field fills it`);
  return [...lacking, ...spare];
}
