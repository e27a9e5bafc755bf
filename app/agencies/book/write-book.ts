import writeXlsxFile from 'write-excel-file/node';
import { nameOfKind } from '#app/agencies/agency.ts';
import { hierarchyNames, nameKindNames } from '#app/agencies/agency-terms.ts';
import type { DatedAgency } from '#app/agencies/dated-register.ts';
import { type SheetKind, sheets } from './book-sheets.ts';

type Row = Record<string, string | null>;
const days = new Set(['validFrom', 'validTo']);
const widths: Record<string, number> = {
  agency: 46,
  name: 46,
  parent: 46,
  address: 40,
  agencyKey: 38,
  rowKey: 38,
};

/** The register as an XLSX file of four sheets, which `readBook` reads back as it is. */
export function writeBook(register: readonly DatedAgency[]): Promise<Buffer> {
  const nameOf = new Map(register.map(({ id, name }) => [id, name]));
  const rows: Record<SheetKind, Row[]> = {
    agencies: register.map((one) => ({
      ...basics(one),
      kind: nameOfKind(one.kind),
      ...periodOf(one),
      note: one.note,
    })),
    names: register.flatMap((one) =>
      one.names.map((name) => ({
        ...basics(one),
        name: name.name,
        kind: nameKindNames.vi[name.kind],
        ...periodOf(name),
        rowKey: name.id,
      })),
    ),
    parents: register.flatMap((one) =>
      one.parents.map((link) => ({
        ...basics(one),
        hierarchy: hierarchyNames.vi[link.hierarchy],
        parent: nameOf.get(link.parentId) ?? null,
        parentKey: link.parentId,
        ...periodOf(link),
        rowKey: link.id,
      })),
    ),
    contacts: register.map(({ code, codeOld, address, phone, email, website, ...one }) => ({
      ...basics(one),
      ...{ code, codeOld, address, phone, email, website },
    })),
  };
  const kinds = Object.keys(sheets) as SheetKind[];
  return writeXlsxFile(kinds.map((kind) => sheetOf(kind, rows[kind]))).toBuffer();
}

const basics = ({ id, name }: { id: string; name: string }): Row => ({ agency: name, agencyKey: id });
const periodOf = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): Row => ({
  validFrom,
  validTo,
});

function sheetOf(kind: SheetKind, rows: readonly Row[]) {
  const fields = Object.entries(sheets[kind].columns);
  const heading = fields.map(([, [title]]) => ({
    value: title,
    fontWeight: 'bold' as const,
    backgroundColor: '#E3EDEC',
    wrap: true,
  }));
  const body = rows.map((row) => fields.map(([field]) => cellOf(field, row[field] ?? null)));
  return {
    sheet: sheets[kind].name,
    data: [heading, ...body],
    columns: fields.map(([field]) => ({ width: widths[field] ?? 20 })),
    stickyRowsCount: 1,
  };
}

/** Text stays text, be it digits or begin with '='; days are dates that Excel can sort. */
function cellOf(field: string, value: string | null) {
  if (value === null) return null;
  return days.has(field)
    ? { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
    : { value, type: String };
}
