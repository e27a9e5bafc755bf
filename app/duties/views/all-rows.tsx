import { Table } from '@mantine/core';
import { memo, useCallback, useEffect, useRef } from 'react';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { useSelection } from '../bulk/selection.tsx';
import { type BoxOf, useRowBox } from '../bulk/use-row-box.ts';
import type { DutyRow } from '../duty.contract.ts';
import { dutyWords } from '../duty.words.ts';
import { DutyCells, DutyHead } from '../duty-table.tsx';
import type { DutyViewing } from '../duty-view.ts';
import type { Column } from './columns.ts';
import { useAllRows, useIdsBetween } from './use-all-rows.ts';
import { useRowWindow } from './use-row-window.ts';
import { viewsWords } from './views.words.ts';
import './all-rows.css';

/** Height of a line: four lines of words; `.all-rows` cuts what is longer. */
const REM = 7;
const Head = memo(DutyHead);

/** Every line in one long table: only those in sight are on the page, and only their pages are asked for. */
export function AllRows({ viewing, total }: { viewing: DutyViewing; total: number }) {
  const t = useWords(dutyWords);
  const v = useWords(viewsWords);
  const scroller = useRef<HTMLElement>(null);
  const { rowAt, look } = useAllRows(viewing);
  const isKnown = (line: number) => rowAt(line) !== undefined;
  const { lines, row } = useRowWindow(scroller, { count: total, rem: REM, isKnown, look });
  const selection = useSelection();
  const idsBetween = useIdsBetween(viewing);
  useEffect(() => selection?.setRows(idsBetween));
  const there = Array.from({ length: lines.to - lines.from }, (_, at) => lines.from + at).flatMap((line) => {
    const one = rowAt(line);
    return one ? [{ line, one }] : [];
  });
  const ids = useRef<string[]>([]);
  useEffect(() => {
    ids.current = there.map(({ one }) => one.id);
  });
  const shown = useCallback(() => ids.current, []);
  const { view, columns, change } = viewing;
  return (
    <ScrollRegion ref={scroller} className="paper all-rows" label={v.rowsRegion}>
      <Table className="duty-table" aria-label={t.title} aria-rowcount={total + 1}>
        <Head view={view} columns={columns} change={change} shown={null} />
        <tbody>
          <Space height={lines.from * row} />
          {there.map(({ line, one }) => (
            <Line key={line} row={one} at={line} shown={shown} columns={columns} asOf={view.asOf} />
          ))}
          <Space height={(total - lines.to) * row} />
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

/** Where lines are not on the page, its ground shows where they will be. */
const Space = ({ height }: { height: number }) => (
  <tr className="all-rows-space" aria-hidden>
    <td style={{ height }} />
  </tr>
);

type LineProps = BoxOf & { row: DutyRow; columns: readonly Column[]; asOf: string | undefined };

/** Lines that stay are not made again while the list moves. */
const Line = memo(function Line({ row, at, shown, columns, asOf }: LineProps) {
  return (
    <tr aria-rowindex={at + 2}>
      <Box row={row} at={at} shown={shown} />
      <DutyCells row={row} columns={columns} asOf={asOf} />
    </tr>
  );
});

function Box(props: BoxOf) {
  const box = useRowBox(props);
  return box ? (
    <td className="row-box no-print">
      <input type="checkbox" {...box} />
    </td>
  ) : null;
}
