import type { Tx } from '#app/platform/database.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { Sheet, SheetColumn } from '#app/platform/xlsx-stream.ts';
import {
  type BookColumn,
  bookColumns,
  type Cell,
  type Register,
  rowToCells,
} from '#libraries/register/index.ts';
import { readAllRows } from '../all-rows.store.ts';
import type { ListQuery } from '../narrow-rows.store.ts';
import { openNames } from '../open-names.ts';
import type { RowInList } from '../row.store.ts';
import { agencyHeadings, keyHeading } from './find-sheet.ts';

const agencyHeading = agencyHeadings[0]!;
const stateHeading = 'Trạng thái';

const sheetColumn = ({ part, heading }: BookColumn): SheetColumn => ({
  heading,
  width: part.width ?? 20,
  offers: part.offers,
  only:
    part.type === 'date' ? 'day' : part.type === 'numeric' || part.type === 'bigint' ? 'number' : undefined,
});

/** The rows of a list as a sheet that can be brought back: a row is known again by its key. */
export function rowsBook(tx: Tx, viewer: Viewer, register: Register, query: ListQuery): Sheet {
  const columns = bookColumns(register, { withSealed: false });
  const fields = [...new Set([register.title, ...columns.map(({ field }) => field)])];
  const cellsOf = (row: RowInList): Cell[] => [
    ...rowToCells(register, row.values, columns, (_, id) => row.names[id] ?? '…'),
    row.agencyName,
    ...(register.workflow ? [register.workflow.states[row.state ?? '']?.[0] ?? null] : []),
    row.id,
  ];
  return {
    name: register.said[0],
    columns: [
      ...columns.map(sheetColumn).map((column) => ({ ...column, offers: undefined, only: undefined })),
      { heading: agencyHeading, width: 34 },
      ...(register.workflow ? [{ heading: stateHeading, width: 20 }] : []),
      { heading: keyHeading, width: 38 },
    ],
    rows: (async function* () {
      for await (const batch of readAllRows(tx, register, query, fields))
        yield (await openNames(tx, viewer, register, batch)).map(cellsOf);
    })(),
  };
}

/** An empty book to be filled in: protected headings, drop-downs, and a sheet that says what each column wants. */
export function templateBook(register: Register, agencies: readonly string[]): Sheet[] {
  const columns = bookColumns(register, { withSealed: true, withFiles: false });
  const offersOf = ({ field, part }: BookColumn) =>
    part.offers ?? register.fields[field]!.input.choices?.map(({ said }) => said[0]);
  const isMany = ({ field }: BookColumn) => register.fields[field]!.parts[0]!.type.endsWith('[]');
  return [
    {
      name: register.said[0],
      isTemplate: true,
      columns: [
        ...columns.map((column) => ({
          ...sheetColumn(column),
          offers: isMany(column)
            ? undefined
            : register.fields[column.field]!.refersTo === 'agency'
              ? agencies
              : column.part.suffix === '' || column.part.offers
                ? offersOf(column)
                : undefined,
        })),
        { heading: agencyHeading, width: 34, offers: agencies },
      ],
      rows: [],
    },
    guide(register, columns),
  ];
}

function guide(register: Register, columns: readonly BookColumn[]): Sheet {
  const rows = columns.map((column): Cell[] => {
    const field = register.fields[column.field]!;
    const choices =
      field.input.control === 'choices' ? (field.input.choices ?? []).map(({ said }) => said[0]) : [];
    const says = [
      field.hint?.[0],
      choices.length ? `Một hoặc nhiều trong: ${choices.join('; ')}` : null,
      field.input.unit ? `Đơn vị: ${field.input.unit}` : null,
    ];
    const example = field.toCells(field.examples[0], () => '…')[field.parts.indexOf(column.part)] ?? null;
    const isName = field.refersTo !== null;
    return [
      column.heading,
      field.isRequired && column.part === field.parts[0] ? 'bắt buộc' : null,
      says.filter(Boolean).join('. ') || null,
      isName ? 'ghi đúng tên đã có trong chương trình' : example,
    ];
  });
  return {
    name: 'Hướng dẫn',
    columns: [
      { heading: 'Cột', width: 34 },
      { heading: 'Cần', width: 12 },
      { heading: 'Cách ghi', width: 60 },
      { heading: 'Ví dụ', width: 40 },
    ],
    rows: [rows],
  };
}
