import type { Changed } from '#app/agencies/changed.ts';
import type { DatedAgency } from '#app/agencies/dated-register.ts';
import { faultsOf, indexRegister, type RegisterFault } from '#app/agencies/register-faults.ts';
import type { Read } from './book-cells.ts';
import type { BookRow, Cell, CellError } from './book-sheets.ts';

/** One change that a row of the book asks for. Ids that begin with 'new:' are of rows not yet made. */
export type BookChange = { sheet: string; row: number; agencyId: string; agency: string; said: string } & (
  | { what: 'new-agency' }
  | { what: 'facts'; changed: Changed }
  | { what: 'name'; rowId: string; isNew: boolean; changed: Changed }
  | { what: 'parent'; rowId: string; isNew: boolean; parent: string; changed: Changed }
);
export const spelt = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The register as the book would leave it, while its rows are read one by one. */
export class Desk {
  readonly changes: BookChange[] = [];
  readonly errors: CellError[] = [];
  unchanged = 0;
  private readonly before: readonly DatedAgency[];
  private readonly agencies: Map<string, DatedAgency>;
  private readonly byName = new Map<string, Set<string>>();
  private readonly places = new Map<string, BookRow>();

  constructor(register: readonly DatedAgency[]) {
    this.before = register;
    this.agencies = new Map(register.map((agency) => [agency.id, agency]));
    for (const { id, names } of register) for (const { name } of names) this.remember(name, id);
  }

  private remember(name: string, id: string): void {
    this.byName.set(spelt(name), (this.byName.get(spelt(name)) ?? new Set()).add(id));
  }

  agency(id: string): DatedAgency {
    return this.agencies.get(id)!;
  }

  /** Puts an agency back as a row has changed it. */
  put(row: BookRow, agency: DatedAgency, part: string): void {
    this.agencies.set(agency.id, agency);
    this.places.set(`${agency.id} ${part}`, row);
    for (const { name } of agency.names) this.remember(name, agency.id);
  }

  fail(row: BookRow, field: string, message: string): void {
    const column = row.columns[field] ?? row.columns.agency ?? 'A';
    this.errors.push({ sheet: row.sheet, cell: `${column}${row.row}`, message });
  }

  /** The value of a cell; undefined when its column is missing, or the row has no key and leaves it empty. */
  read<T>(
    row: BookRow,
    field: string,
    reader: (cell: Cell) => Read<T>,
    isWhole: boolean,
  ): T | null | undefined {
    if (!(field in row.cells)) return undefined;
    const read = reader(row.cells[field] ?? null);
    if ('message' in read) {
      this.fail(row, field, read.message);
      return undefined;
    }
    return read.value === null && !isWhole ? undefined : read.value;
  }

  /** The agency a row speaks of, by key or by any name; null when there is none; undefined after an error. */
  find(row: BookRow, field: 'agency' | 'parent', keyField: string): DatedAgency | null | undefined {
    const key = textOf(row, keyField);
    const name = textOf(row, field);
    if (key) {
      const found = this.agencies.get(key);
      if (!found) this.fail(row, keyField, 'Khóa này không có trong danh mục: hãy xóa khóa nếu là dòng mới.');
      return found;
    }
    if (!name) {
      this.fail(row, field, 'Ô này còn trống: hãy ghi tên cơ quan.');
      return undefined;
    }
    const held = [...(this.byName.get(spelt(name)) ?? [])].map((id) => this.agency(id));
    const now = held.filter((one) => spelt(one.name) === spelt(name) && one.isInForce);
    const candidates = now.length ? now : held;
    if (candidates.length > 1) {
      const whose = candidates.map((one) => one.name).join(', ');
      this.fail(
        row,
        field,
        `“${name}” là tên gọi của ${candidates.length} cơ quan (${whose}): hãy ghi thêm khóa cơ quan.`,
      );
      return undefined;
    }
    return candidates[0] ?? null;
  }

  /** As `find`, where the agency must be there. */
  get(row: BookRow, field: 'agency' | 'parent', keyField: string): DatedAgency | undefined {
    const found = this.find(row, field, keyField);
    if (found === null)
      this.fail(
        row,
        field,
        `“${textOf(row, field)}” chưa có trong danh mục: hãy thêm ở trang Cơ quan của tệp.`,
      );
    return found ?? undefined;
  }

  touched(): DatedAgency[] {
    const known = new Map(this.before.map((agency) => [agency.id, agency]));
    return [...this.agencies.values()].filter((agency) => known.get(agency.id) !== agency);
  }

  /** What the register could not hold, at the cell that asks for it; what was wrong before is not the book's fault. */
  faults(): CellError[] {
    const old = indexRegister(this.before);
    const index = indexRegister([...this.agencies.values()]);
    return this.touched().flatMap((agency) => {
      const was = old.byId.get(agency.id);
      const known = new Set(was ? faultsOf(was, old).map(({ message }) => message) : []);
      return faultsOf(agency, index)
        .filter(({ message }) => !known.has(message))
        .flatMap((fault) => this.placeOf(agency, fault));
    });
  }

  private placeOf(agency: DatedAgency, fault: RegisterFault): CellError[] {
    const row =
      this.places.get(`${agency.id} ${fault.rowId ?? fault.part}`) ??
      (fault.rowId ? undefined : this.places.get(`${agency.id} new`));
    // The other of two rows that clash, not in the book: the one that is says it already.
    if (!row) return [];
    const field = fault.field === 'parentId' ? 'parent' : fault.field;
    const column = row.columns[field] ?? row.columns.agency ?? 'A';
    return [{ sheet: row.sheet, cell: `${column}${row.row}`, message: fault.message }];
  }
}

/** The text of a cell, tidied; '' when it is empty or its column is missing. */
export const textOf = (row: BookRow, field: string): string =>
  String(row.cells[field] ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
