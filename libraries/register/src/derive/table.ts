import { snake } from '../define-register.ts';
import type { Register } from '../register.ts';
import { columnOf } from '../row.ts';

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
${sortIndex(register)}create index on ${table} (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('${table}');
`;
}

/** The order in which the list begins, so that its first page is read without the rest. */
function sortIndex({ table, sort, fields }: Register): string {
  const part = sort && fields[sort.field]?.parts[0];
  if (!sort || !part) return '';
  const column = `${columnOf(sort.field, part)}${part.type === 'text' ? ' collate "vi-x-icu"' : ''}`;
  return `create index on ${table} (tenant_id, ${column} ${sort.down ? 'desc' : 'asc'} nulls last, id) where removed_at is null and merged_into is null;\n`;
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
