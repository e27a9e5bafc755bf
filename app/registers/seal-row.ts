import type { Seal } from '#app/platform/seal.ts';
import { columnOf, type Register, type Row, toColumns } from '#libraries/register/index.ts';

const purposeOf = (register: Register, rowId: string, field: string) =>
  `register.${register.name}.${field}.${rowId}`;

/** A row by column as its table holds it: sealed fields are closed, each bound to its row. */
export function closedColumns(
  seal: Seal,
  register: Register,
  rowId: string,
  row: Row,
): Record<string, unknown> {
  const columns = toColumns(register, row);
  for (const [name, field] of Object.entries(register.fields)) {
    if (!field.isSealed) continue;
    const column = columnOf(name, field.parts[0]!);
    const plain = columns[column];
    columns[column] = typeof plain === 'string' ? seal.close(plain, purposeOf(register, rowId, name)) : null;
  }
  return columns;
}

/** What stands sealed in a row, opened. */
export const openSealed = (
  seal: Seal,
  register: Register,
  rowId: string,
  sealed: Record<string, Buffer>,
): Row =>
  Object.fromEntries(
    Object.entries(sealed).map(([name, held]) => [
      name,
      register.fields[name]!.fromColumns([seal.open(held, purposeOf(register, rowId, name))]),
    ]),
  );
