import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { Fragment, type ReactNode, useEffect } from 'react';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { usePrinting } from '#app/web/printing.ts';
import { showNumber } from '#app/web/show.ts';
import { SelectCell, SelectHead } from './bulk/select-box.tsx';
import { useSelection } from './bulk/selection.tsx';
import type { DutyRow, sorts } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { DueOn, DutyAgencies, DutyState, excerptOf, RequestMark } from './duty-cell.tsx';
import { DutyLink } from './duty-link.tsx';
import type { DutyView } from './duty-view.ts';
import type { Column } from './views/columns.ts';
import { sayGroup } from './views/say-group.ts';
import { viewsWords } from './views/views.words.ts';

type Sort = (typeof sorts)[number];
type Props = {
  rows: DutyRow[];
  view: DutyView;
  columns: readonly Column[];
  change: (change: Partial<DutyView>) => void;
};

const widths: Record<Column, string | number | undefined> = {
  text: undefined,
  agency: '29%',
  due: 128,
  state: '18%',
  cell: 150,
  deadline: 170,
};

export function DutyTable({ rows, view, columns, change }: Props) {
  const t = useWords(dutyWords);
  const selection = useSelection();
  const shown = rows.map(({ id }) => id);
  useEffect(() => selection?.setRows(async (from, to) => rows.slice(from, to + 1).map(({ id }) => id)));
  return (
    <div className="paper">
      <Table className="duty-table" aria-label={t.title} highlightOnHover>
        <DutyHead view={view} columns={columns} change={change} shown={shown} />
        <Table.Tbody>
          {rows.map((row, at) => (
            <Fragment key={row.id + (row.takenOverFrom ?? '')}>
              {view.by && (at === 0 || row.groupedUnder !== rows[at - 1]!.groupedUnder) ? (
                <GroupRow row={row} by={view.by} span={columns.length + (selection ? 2 : 1)} />
              ) : null}
              <Table.Tr>
                <SelectCell row={row} at={at} shown={shown} />
                <DutyCells row={row} columns={columns} asOf={view.asOf} />
              </Table.Tr>
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** `shown`: the lines on the page, to be ticked at once; null where not all of them are loaded. */
export function DutyHead({
  view,
  columns,
  change,
  shown,
}: Omit<Props, 'rows'> & { shown: readonly string[] | null }) {
  const v = useWords(viewsWords);
  return (
    <Table.Thead>
      <Table.Tr>
        <SelectHead shown={shown} />
        <SortableHeader sort="position" view={view} change={change} width={128} />
        {columns.map((column) =>
          column === 'agency' || column === 'due' || column === 'state' ? (
            <SortableHeader key={column} sort={column} view={view} change={change} width={widths[column]} />
          ) : (
            <Table.Th key={column} scope="col" w={widths[column]}>
              {v.columnNames[column]}
            </Table.Th>
          ),
        )}
      </Table.Tr>
    </Table.Thead>
  );
}

/** The heading of lines that stand together, with how many there are on all pages. */
function GroupRow({ row, by, span }: { row: DutyRow; by: NonNullable<DutyView['by']>; span: number }) {
  const { language } = useLanguage();
  const v = useWords(viewsWords);
  return (
    <Table.Tr className="duty-group">
      <Table.Th colSpan={span} scope="colgroup">
        {sayGroup(by, row.groupedUnder, row.symbol, language)}
        <span className="duty-soft"> · {v.inGroup(showNumber(row.inGroup))}</span>
      </Table.Th>
    </Table.Tr>
  );
}

type CellProps = { row: DutyRow; columns: readonly Column[]; asOf: string | undefined };

export function DutyCells({ row, columns, asOf }: CellProps) {
  // Plain elements: a list of all lines makes and drops many of them while it moves.
  return (
    <>
      <th scope="row">
        <DutyLink id={row.id} asOf={asOf} className="duty-number">
          {row.path || row.position}
        </DutyLink>
        <div className="duty-soft duty-symbol">{row.symbol}</div>
      </th>
      {columns.map((column) => (
        <td key={column}>
          <div className="duty-cell">{showCell[column](row, asOf, columns)}</div>
        </td>
      ))}
    </>
  );
}

const showCell: Record<
  Column,
  (row: DutyRow, asOf: string | undefined, columns: readonly Column[]) => ReactNode
> = {
  text: (row, asOf) => <DutyWords row={row} asOf={asOf} />,
  agency: (row) => <DutyAgencies row={row} />,
  due: (row) => <DueOn row={row} cell={row.cell} />,
  state: (row, _asOf, columns) => <DutyState row={row} withCell={!columns.includes('cell')} />,
  cell: (row) => <CellName row={row} />,
  deadline: (row) => row.deadlineWords,
};

function DutyWords({ row, asOf }: { row: DutyRow; asOf: string | undefined }) {
  return (
    <>
      <RequestMark row={row} />
      <DutyLink id={row.id} asOf={asOf} className="duty-excerpt" tabIndex={-1}>
        {excerptOf(row.text)}
      </DutyLink>
    </>
  );
}

function CellName({ row }: { row: DutyRow }) {
  const t = useWords(dutyWords);
  return <span className={row.cell.endsWith('late') ? 'late' : undefined}>{t.cells[row.cell]}</span>;
}

function SortableHeader({
  sort,
  view,
  change,
  width,
}: Omit<Props, 'rows' | 'columns'> & { sort: Sort; width: string | number | undefined }) {
  const t = useWords(dutyWords);
  const active = (view.sort ?? 'position') === sort;
  const Icon = active ? (view.down ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  // A head that is repeated on each sheet of paper is repeated without its buttons.
  if (usePrinting())
    return (
      <Table.Th scope="col" w={width}>
        {t.columns[sort]}
      </Table.Th>
    );
  return (
    <Table.Th scope="col" w={width} aria-sort={active ? (view.down ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton
        title={t.sortBy(t.columns[sort])}
        onClick={() =>
          change({
            sort: sort === 'position' ? undefined : sort,
            down: active && !view.down ? true : undefined,
          })
        }
      >
        {t.columns[sort]}
        <Icon size={15} stroke={active ? 2.2 : 1.4} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
