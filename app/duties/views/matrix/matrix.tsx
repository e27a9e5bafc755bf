import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showNumber } from '#app/web/show.ts';
import { NO_GROUP } from '../../duty.contract.ts';
import type { DutyViewing } from '../../duty-view.ts';
import { cells } from '../../four-cells.ts';
import { PrintButton } from '../print-button.tsx';
import { type MatrixCount, showMatrix } from '../views.contract.ts';
import { waysWords } from '../ways.words.ts';

/** Agencies down, task groups across; each figure opens its rows. */
export function Matrix({ viewing: { filter, view } }: { viewing: DutyViewing }) {
  const t = useWords(waysWords);
  const query = { ...filter, asOf: view.asOf };
  const { data, error } = useQuery({
    queryKey: ['duties', 'matrix', query],
    queryFn: () => call(showMatrix, { query }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Text c="dimmed" fz="sm" mb="xs" className="no-print">
        {t.matrixHelp} {data.isOneOfMany ? <b>{t.matrixOf(data.symbol ?? '–')}</b> : null}
      </Text>
      <PrintButton />
      <ScrollRegion className="paper matrix print-wide" label={t.matrix}>
        <MatrixTable data={data} viewing={{ filter, view }} />
      </ScrollRegion>
    </>
  );
}

type TableProps = { data: Answer<typeof showMatrix>; viewing: Pick<DutyViewing, 'filter' | 'view'> };

function MatrixTable({ data, viewing }: TableProps) {
  const t = useWords(waysWords);
  const columns = columnsOf(data);
  const at = new Map(data.counts.map((count) => [`${count.agencyId} ${keyOf(count)}`, count]));
  const oneDocument = new Set(columns.map(({ documentId }) => documentId)).size < 2;
  return (
    <Table aria-label={t.matrix} withColumnBorders>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t.agency}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={keyOf(column)} scope="col" title={column.start}>
              {column.path ? `${column.path}. ${column.start}` : t.noGroup}
              {oneDocument ? null : <div className="duty-soft">{column.symbol}</div>}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.agencies.map((agency) => (
          <Table.Tr key={agency.id}>
            <Table.Th scope="row">{agency.name}</Table.Th>
            {columns.map((column) => (
              <Table.Td key={keyOf(column)}>
                <Counts
                  count={at.get(`${agency.id} ${keyOf(column)}`)}
                  name={agency.name}
                  viewing={viewing}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type Column = { documentId: string; path: string | null; symbol: string | null; start: string };
const keyOf = ({ documentId, path }: { documentId: string; path: string | null }) => `${documentId} ${path}`;

/** The task groups that have something, then per document what is of no group. */
function columnsOf({ groups, counts }: Answer<typeof showMatrix>): Column[] {
  const known = new Set(groups.map(keyOf));
  const symbolOf = new Map(groups.map(({ documentId, symbol }) => [documentId, symbol]));
  const rest = new Map<string, Column>();
  for (const { documentId, path } of counts)
    if (!known.has(keyOf({ documentId, path })))
      rest.set(keyOf({ documentId, path }), {
        documentId,
        path,
        symbol: symbolOf.get(documentId) ?? null,
        start: '',
      });
  return [...groups, ...rest.values()].slice(0, 60);
}

type CountsProps = { count: MatrixCount | undefined; name: string; viewing: TableProps['viewing'] };

function Counts({ count, name, viewing: { filter, view } }: CountsProps) {
  const t = useWords(waysWords);
  if (!count) return <span className="visually-hidden">{t.nothing}</span>;
  return (
    <ul className="matrix-counts">
      {cells
        .filter((cell) => count.cells[cell])
        .map((cell) => (
          <li key={cell}>
            <Link
              to="/duties"
              search={
                {
                  ...filter,
                  waiting: view.waiting,
                  whose: 'all',
                  agency: count.agencyId,
                  document: count.documentId,
                  group: count.path ?? NO_GROUP,
                  cell,
                  asOf: view.asOf,
                } as never
              }
              className={cell === 'open-late' ? 'late' : undefined}
              aria-label={`${name}: ${showNumber(count.cells[cell]!)} ${t.short[cell]}`}
            >
              <b>{showNumber(count.cells[cell]!)}</b> {t.short[cell]}
            </Link>
          </li>
        ))}
    </ul>
  );
}
