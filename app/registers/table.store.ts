import { sql } from 'kysely';
import type { Database } from '#app/platform/database.ts';
import { compareTable, type TableColumn } from '#libraries/register/index.ts';
import { registers } from './declared/all.ts';

const typeNames: Record<string, string> = {
  'timestamp with time zone': 'timestamptz',
  ARRAY: '',
};

/** What tables and declarations say differently, each with its culprit. */
export async function compareTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{
    table: string;
    name: string;
    type: string;
    element: string;
    isRequired: boolean;
  }>`
    select table_name as table, column_name as name, data_type as type, udt_name as element,
      is_nullable = 'NO' and column_default is null as "isRequired"
    from information_schema.columns where table_schema = 'public'`.execute(db);
  const columns = new Map<string, TableColumn[]>();
  for (const { table, name, type, element, isRequired } of rows) {
    const called = type === 'ARRAY' ? `${element.replace(/^_/, '')}[]` : (typeNames[type] ?? type);
    columns.set(table, [...(columns.get(table) ?? []), { name, type: called, isRequired }]);
  }
  return registers.flatMap((register) => compareTable(register, columns.get(register.table) ?? []));
}

/** @throws Error that names each column in which a table and its declaration differ */
export async function requireTables(db: Database): Promise<void> {
  const faults = await compareTables(db);
  if (faults.length) throw new Error(faults.join('\n'));
}
