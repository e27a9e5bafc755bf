import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registers } from '#app/registers/index.ts';
import { additionOf, migrationOf } from '#libraries/register/index.ts';
import { Stop } from './platform/stop.ts';
import { WrongUsage } from './platform/wrong-usage.ts';

const migrations = join(import.meta.dirname, '../db/migrations');

/** Writes the migration that a declaration wants: its table, or the columns that the table lacks. */
export function registerMigrationCommand([name, number]: string[], folder = migrations): number {
  if (!name || (number !== undefined && !/^\d{4}$/.test(number))) throw new WrongUsage();
  const register = registers.find((one) => one.name === name);
  if (!register)
    throw new Stop(
      `Không có sổ “${name}” trong app/registers/declared/all.ts: hãy khai báo và thêm vào đó trước.`,
    );
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const written = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const found = columnsIn(written, register.table);
  const sql = found.length ? additionOf(register, found) : migrationOf(register, tablesIn(written));
  if (!sql) {
    process.stdout.write(`Bảng ${register.table} đã đủ cột: không cần tệp mới.\n`);
    return 0;
  }
  const next = number ?? String(Number(files.at(-1)?.slice(0, 4)) + 1).padStart(4, '0');
  if (files.some((file) => file.startsWith(`${next}_`)))
    throw new Stop(`Số ${next} đã có: hãy chọn số khác.`);
  const file = `${next}_${register.table}${found.length ? '_more' : ''}.sql`;
  writeFileSync(join(folder, file), sql);
  process.stdout.write(
    `Đã ghi db/migrations/${file}: xem lại rồi lưu vào kho mã; từ đó tệp không sửa nữa.\n`,
  );
  return 0;
}

/** Columns of a table as the migrations made them; a comment within it may hold a semicolon. */
function columnsIn(sql: string, table: string): string[] {
  const made = new RegExp(`create table ${table} \\(([^]*?)\\n\\);`).exec(sql)?.[1] ?? '';
  const added = [...sql.matchAll(new RegExp(`alter table ${table}\\n([^;]*);`, 'g'))].map(
    ([, lines]) => lines,
  );
  return [
    ...[...made.matchAll(/^ {2}([a-z_0-9]+) /gm)].map(([, column]) => column!),
    ...added.flatMap((lines) =>
      [...lines!.matchAll(/add column ([a-z_0-9]+)/g)].map(([, column]) => column!),
    ),
  ];
}

const tablesIn = (sql: string): Set<string> =>
  new Set([...sql.matchAll(/^create table ([a-z_0-9]+) /gm)].map(([, table]) => table!));
