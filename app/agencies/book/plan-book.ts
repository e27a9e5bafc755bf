import { homeOf, nameOfKind } from '#app/agencies/agency.ts';
import { type Changed, changedBy } from '#app/agencies/changed.ts';
import type { DatedName } from '#app/agencies/dated-name.ts';
import type { AgencyFacts, DatedAgency } from '#app/agencies/dated-register.ts';
import type { ParentLink } from '#app/agencies/hierarchy.ts';
import { isAbbreviated } from '#app/agencies/printed-words.ts';
import { tellChanged } from '#app/agencies/tell-changed.ts';
import { readDay, readHierarchy, readKind, readNameKind, readText } from './book-cells.ts';
import type { BookRow, CellError, ReadSheet, SheetKind } from './book-sheets.ts';
import { type BookChange, Desk, spelt, textOf } from './desk.ts';

export type BookPlan = {
  changes: BookChange[];
  /** The agencies as they would be, those touched only. */
  after: DatedAgency[];
  unchanged: number;
  errors: CellError[];
};

/** Sheets are read in this order, so that names may speak of agencies that the same book brings. */
const order: SheetKind[] = ['agencies', 'names', 'parents', 'contacts'];

/**
 * What a book would change in the register, and what is wrong in it, cell by cell. A row with a key says all of its
 * row, empty cells too; a row without one says only what is filled in. What the book leaves out stays as it is.
 */
export function planBook(book: readonly ReadSheet[], register: readonly DatedAgency[]): BookPlan {
  const desk = new Desk(register);
  for (const kind of order)
    for (const sheet of book.filter((one) => one.kind === kind))
      for (const row of sheet.rows) takers[kind](desk, row);
  return {
    changes: desk.changes,
    after: desk.touched(),
    unchanged: desk.unchanged,
    errors: inOrder([...book.flatMap(({ errors }) => errors), ...desk.errors, ...desk.faults()]),
  };
}

/** As its keeper walks through the file: sheet by sheet, row by row, from left to right. */
function inOrder(errors: readonly CellError[]): CellError[] {
  const sheetNames = [...new Set(errors.map(({ sheet }) => sheet))];
  const placeOf = ({ sheet, cell }: CellError) => {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)/.exec(cell) ?? [];
    return [sheetNames.indexOf(sheet), Number(row), column.length, column.charCodeAt(column.length - 1)];
  };
  return errors
    .map((error) => ({ error, place: placeOf(error) }))
    .sort((a, b) => a.place.map((at, index) => at - b.place[index]!).find((apart) => apart !== 0) ?? 0)
    .map(({ error }) => error);
}

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const takers: Record<SheetKind, (desk: Desk, row: BookRow) => void> = {
  agencies: takeAgency,
  names: takeName,
  parents: takeParent,
  contacts: takeContacts,
};

function takeAgency(desk: Desk, row: BookRow): void {
  const isWhole = textOf(row, 'agencyKey') !== '';
  const found = desk.find(row, 'agency', 'agencyKey');
  const name = textOf(row, 'agency');
  const facts = given({
    kind: desk.read(row, 'kind', readKind, false),
    validFrom: desk.read(row, 'validFrom', readDay, isWhole),
    validTo: desk.read(row, 'validTo', readDay, isWhole),
    note: desk.read(row, 'note', readText(2000), isWhole),
  }) as Partial<AgencyFacts>;
  if (found === undefined) return;
  if (found === null) {
    if (name.length < 2 || name.length > 200) desk.fail(row, 'agency', 'Tên cơ quan dài từ 2 đến 200 ký tự.');
    else if (facts.kind) addAgency(desk, row, name, { ...facts, kind: facts.kind });
    else if (!textOf(row, 'kind')) desk.fail(row, 'kind', 'Ô này còn trống: cơ quan mới cần có loại.');
    return;
  }
  if (isWhole && spelt(name) !== spelt(found.name)) {
    const message = `Trong danh mục tên là “${found.name}”: muốn sửa tên, hãy sửa ở trang Tên gọi.`;
    desk.fail(row, 'agency', message);
    return;
  }
  takeFacts(desk, row, found, facts);
}

function addAgency(
  desk: Desk,
  row: BookRow,
  name: string,
  facts: Partial<AgencyFacts> & { kind: string },
): void {
  const id = `new:${row.sheet}!${row.row}`;
  const { validFrom = null, validTo = null, note = null } = facts;
  const contacts = { code: null, codeOld: null, address: null, phone: null, email: null, website: null };
  const full: DatedName = { id: `${id}:full`, name, kind: 'full', validFrom, validTo };
  const agency = { id, name, isInForce: true, kind: facts.kind, validFrom, validTo, note, ...contacts };
  desk.put(row, { ...agency, names: [full], parents: [] }, 'new');
  desk.put(row, desk.agency(id), full.id);
  desk.changes.push({
    ...where(row, desk.agency(id)),
    what: 'new-agency',
    said: `thêm cơ quan mới, loại ${nameOfKind(facts.kind)}`,
  });
}

const where = ({ sheet, row }: BookRow, { id, name }: DatedAgency) => ({
  sheet,
  row,
  agencyId: id,
  agency: name,
});

function takeFacts(desk: Desk, row: BookRow, agency: DatedAgency, facts: Partial<AgencyFacts>): void {
  const changed = changedBy<AgencyFacts>(agency, facts);
  if (!Object.keys(changed).length) {
    desk.unchanged += 1;
    return;
  }
  desk.put(row, { ...agency, ...facts }, 'facts');
  desk.changes.push({
    ...where(row, agency),
    what: 'facts',
    changed,
    said: `sửa ${tellChanged.vi(changed)}`,
  });
}

function takeContacts(desk: Desk, row: BookRow): void {
  const isWhole = textOf(row, 'agencyKey') !== '';
  const agency = desk.get(row, 'agency', 'agencyKey');
  if (!agency) return;
  const facts = given({
    code: desk.read(row, 'code', readText(35), isWhole),
    codeOld: desk.read(row, 'codeOld', readText(35), isWhole),
    address: desk.read(row, 'address', readText(300), isWhole),
    phone: desk.read(row, 'phone', readText(60), isWhole),
    email: desk.read(row, 'email', readText(200), isWhole),
    website: desk.read(row, 'website', readText(200), isWhole),
  });
  takeFacts(desk, row, agency, facts);
}

function takeName(desk: Desk, row: BookRow): void {
  const agency = desk.get(row, 'agency', 'agencyKey');
  const key = textOf(row, 'rowKey');
  const name = desk.read(row, 'name', readText(200), false);
  const read = given({
    kind: desk.read(row, 'kind', readNameKind, false) ?? undefined,
    validFrom: desk.read(row, 'validFrom', readDay, key !== ''),
    validTo: desk.read(row, 'validTo', readDay, key !== ''),
  });
  if (!agency) return;
  if (!name || name.length < 2) {
    desk.fail(row, 'name', 'Ô này còn trống: hãy ghi tên gọi.');
    return;
  }
  const before = key
    ? agency.names.find(({ id }) => id === key)
    : agency.names.find(
        (one) => spelt(one.name) === spelt(name) && (read.kind === undefined || one.kind === read.kind),
      );
  if (key && !before) {
    desk.fail(
      row,
      'rowKey',
      'Khóa này không phải của một tên gọi của cơ quan: hãy xóa khóa nếu là dòng mới.',
    );
    return;
  }
  const id = before?.id ?? `new:${row.sheet}!${row.row}`;
  const plain = {
    kind: isAbbreviated(name) ? ('abbreviation' as const) : ('short' as const),
    validFrom: null,
    validTo: null,
  };
  const after: DatedName = { ...plain, ...before, ...read, id, name };
  putRow(desk, row, {
    ...{ agency, before, after, part: 'names' as const, what: { what: 'name' as const } },
    called: `tên gọi “${name}”`,
  });
}

function takeParent(desk: Desk, row: BookRow): void {
  const agency = desk.get(row, 'agency', 'agencyKey');
  const parent = desk.get(row, 'parent', 'parentKey');
  const key = textOf(row, 'rowKey');
  const read = given({
    hierarchy: desk.read(row, 'hierarchy', readHierarchy, false) ?? undefined,
    validFrom: desk.read(row, 'validFrom', readDay, key !== ''),
    validTo: desk.read(row, 'validTo', readDay, key !== ''),
  });
  if (!agency || !parent) return;
  const hierarchy = read.hierarchy ?? homeOf(agency.kind);
  const before = key
    ? agency.parents.find(({ id }) => id === key)
    : agency.parents.find((one) => one.parentId === parent.id && one.hierarchy === hierarchy);
  if (key && !before) {
    desk.fail(
      row,
      'rowKey',
      'Khóa này không phải của một dòng trực thuộc của cơ quan: hãy xóa khóa nếu là dòng mới.',
    );
    return;
  }
  const id = before?.id ?? `new:${row.sheet}!${row.row}`;
  const after: ParentLink = {
    ...{ validFrom: null, validTo: null, ...before, ...read },
    hierarchy,
    id,
    agencyId: agency.id,
    parentId: parent.id,
  };
  putRow(desk, row, {
    agency,
    before,
    after,
    part: 'parents',
    what: { what: 'parent', parent: parent.name },
    called: `trực thuộc ${parent.name}`,
  });
}

type Dated = { id: string; validFrom: string | null; validTo: string | null };

function putRow<T extends Dated>(
  desk: Desk,
  row: BookRow,
  {
    agency,
    before,
    after,
    part,
    what,
    called,
  }: {
    agency: DatedAgency;
    before: T | undefined;
    after: T;
    part: 'names' | 'parents';
    what: { what: 'name' } | { what: 'parent'; parent: string };
    called: string;
  },
): void {
  const { id, ...fields } = after;
  const changed = before
    ? changedBy<object>(before, fields)
    : (Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [null, value]])) as Changed);
  if (!Object.keys(changed).length) {
    desk.unchanged += 1;
    return;
  }
  const rows = agency[part] as unknown as T[];
  const next = before ? rows.map((one) => (one.id === id ? after : one)) : [...rows, after];
  desk.put(row, { ...agency, [part]: next }, id);
  const said = before ? `sửa ${called}: ${tellChanged.vi(changed)}` : `thêm ${called}`;
  desk.changes.push({ ...where(row, agency), ...what, rowId: id, isNew: !before, changed, said });
}
