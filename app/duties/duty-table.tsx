import { Anchor, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import type { DutyRow, sorts } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { DueOn, DutyAgencies, DutyState, excerptOf } from './duty-cell.tsx';
import type { DutyView } from './duty-view.ts';

type Sort = (typeof sorts)[number];
type Props = { rows: DutyRow[]; view: DutyView; change: (change: Partial<DutyView>) => void };

export function DutyTable({ rows, view, change }: Props) {
  const asOf = view.asOf ? { asOf: view.asOf } : {};
  const t = useWords(dutyWords);
  const header = (sort: Sort, width?: string | number) => (
    <SortableHeader sort={sort} view={view} change={change} width={width} />
  );
  return (
    <div className="paper">
      <Table className="duty-table" aria-label={t.title} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {header('position', 128)}
            <Table.Th scope="col">{t.columns.text}</Table.Th>
            {header('agency', '29%')}
            {header('due', 128)}
            {header('state', '18%')}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id + (row.takenOverFrom ?? '')}>
              <Table.Th scope="row" fw={400}>
                <Anchor component={Link} to={`/duties/${row.id}`} search={asOf as never}>
                  {row.path || row.position}
                </Anchor>
                <div className="duty-soft duty-symbol">{row.symbol}</div>
              </Table.Th>
              <Table.Td>
                {row.isRequest ? <b>{t.request}: </b> : null}
                <Link className="duty-excerpt" to={`/duties/${row.id}`} search={asOf as never} tabIndex={-1}>
                  {excerptOf(row.text)}
                </Link>
              </Table.Td>
              <Table.Td>
                <DutyAgencies row={row} />
              </Table.Td>
              <Table.Td>
                <DueOn row={row} cell={row.cell} />
              </Table.Td>
              <Table.Td>
                <DutyState row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function SortableHeader({
  sort,
  view,
  change,
  width,
}: Omit<Props, 'rows'> & { sort: Sort; width: string | number | undefined }) {
  const t = useWords(dutyWords);
  const active = (view.sort ?? 'position') === sort;
  const Icon = active ? (view.down ? IconArrowDown : IconArrowUp) : IconArrowsSort;
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
