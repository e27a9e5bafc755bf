import { Table } from '@mantine/core';
import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { SelectCell } from '../bulk/select-box.tsx';
import { useSelection } from '../bulk/selection.tsx';
import { listDuties } from '../duty.contract.ts';
import { dutyWords } from '../duty.words.ts';
import { DutyCells, DutyHead } from '../duty-table.tsx';
import type { DutyViewing } from '../duty-view.ts';
import { viewsWords } from './views.words.ts';

const PAGE = 50;
const ROW = 96;
/** Lines that stay in sight are not made again while the list moves. */
const Cells = memo(DutyCells);

/** Every line in one long table: only those in sight are on the page, and only their pages are asked for. */
export function AllRows({ viewing, total }: { viewing: DutyViewing; total: number }) {
  const t = useWords(dutyWords);
  const v = useWords(viewsWords);
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const seen = virtual.getVirtualItems();
  const rowAt = useRows(
    viewing,
    seen.map(({ index }) => index),
    virtual.isScrolling,
  );
  const selection = useSelection();
  const idsBetween = useIdsBetween(viewing);
  useEffect(() => selection?.setRows(idsBetween));
  const seenIds = seen.flatMap(({ index }) => rowAt(index)?.id ?? []);
  const before = seen[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section ref={scroller} className="paper all-rows" tabIndex={0} aria-label={v.rowsRegion}>
      <Table className="duty-table" aria-label={t.title} aria-rowcount={total + 1}>
        <DutyHead view={viewing.view} columns={viewing.columns} change={viewing.change} shown={null} />
        <Table.Tbody>
          {before ? <Spacer height={before} /> : null}
          {seen.map(({ index }) => {
            const row = rowAt(index);
            return (
              <Table.Tr key={index} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
                {row ? (
                  <>
                    <SelectCell row={row} at={index} shown={seenIds} />
                    <Cells row={row} columns={viewing.columns} asOf={viewing.view.asOf} />
                  </>
                ) : (
                  <Table.Td h={ROW} colSpan={viewing.columns.length + (selection ? 2 : 1)}>
                    {v.loadingRow}
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
          {after > 0 ? <Spacer height={after} /> : null}
        </Table.Tbody>
      </Table>
    </section>
  );
}

const Spacer = ({ height }: { height: number }) => (
  <tr>
    <td style={{ height, padding: 0, border: 0 }} />
  </tr>
);

/** The pages that lines in sight stand on; while the list runs past, none is asked for. */
function useRows({ lines }: DutyViewing, indexes: number[], isScrolling: boolean) {
  const pages = [...new Set(indexes.map((index) => Math.floor(index / PAGE) + 1))];
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['duties', 'list', lines, page],
      queryFn: () => call(listDuties, { query: { ...lines, page } }),
      enabled: !isScrolling,
      staleTime: 60_000,
      placeholderData: keepPreviousData,
    })),
  });
  return (index: number) => {
    const at = pages.indexOf(Math.floor(index / PAGE) + 1);
    const answer = answers[at];
    return answer && !answer.isPlaceholderData ? answer.data?.rows[index % PAGE] : undefined;
  };
}

/** Lines that were passed over too fast to be loaded are asked for when they are chosen with others. */
function useIdsBetween({ lines }: DutyViewing) {
  const client = useQueryClient();
  return async (from: number, to: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let page = Math.floor(from / PAGE) + 1; page <= Math.floor(to / PAGE) + 1; page++) {
      const { rows } = await client.fetchQuery({
        queryKey: ['duties', 'list', lines, page],
        queryFn: () => call(listDuties, { query: { ...lines, page } }),
        staleTime: 60_000,
      });
      const first = (page - 1) * PAGE;
      ids.push(...rows.filter((_, at) => first + at >= from && first + at <= to).map(({ id }) => id));
    }
    return ids;
  };
}
