import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import './matrix.css';

const COLUMN = 132;

type Row = {
  key: string;
  head: ReactNode;
  fixed?: ReactNode[];
  cell: (column: number) => ReactNode;
  isHeading?: boolean;
};

/**
 * A table with a sticky head and first column whose columns are many: only those in sight are on the page. `fixed`:
 * columns between the first and those that scroll past.
 */
export function WideTable({
  label,
  region,
  corner,
  fixed = [],
  columns,
  rows,
}: {
  label: string;
  region: string;
  corner: string;
  fixed?: string[];
  columns: { key: string; label: string; note?: string }[];
  rows: Row[];
}) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    overscan: 4,
  });
  const seen = virtual.getVirtualItems();
  const before = seen[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  const isCut = seen.length < columns.length;
  const pad = (width: number) =>
    isCut ? <td aria-hidden style={{ width, minWidth: width, padding: 0, border: 0 }} /> : null;
  return (
    <ScrollRegion ref={scroller} className="paper wide-table" label={region}>
      <table aria-label={label} aria-colcount={1 + fixed.length + columns.length}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {fixed.map((name) => (
              <th key={name} scope="col" className="wide-fixed">
                {name}
              </th>
            ))}
            {pad(before)}
            {seen.map(({ index }) => (
              <th
                key={columns[index]!.key}
                scope="col"
                aria-colindex={2 + fixed.length + index}
                style={{ minWidth: COLUMN, width: COLUMN }}
              >
                {columns[index]!.label}
                {columns[index]!.note ? <div className="wide-note">{columns[index]!.note}</div> : null}
              </th>
            ))}
            {pad(after)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-heading={row.isHeading || undefined}>
              <th scope="row">{row.head}</th>
              {(row.fixed ?? fixed.map(() => null)).map((content, index) => (
                <td key={fixed[index]} className="wide-fixed">
                  {content}
                </td>
              ))}
              {pad(before)}
              {seen.map(({ index }) => (
                <td key={columns[index]!.key} aria-colindex={2 + fixed.length + index}>
                  {row.isHeading ? null : row.cell(index)}
                </td>
              ))}
              {pad(after)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
