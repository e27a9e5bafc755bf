import { Link } from '@tanstack/react-router';
import type { Cell } from '#app/duties/four-cells.ts';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import type { Counts } from './figures.contract.ts';
import { figuresWords } from './figures.words.ts';
import { type Narrowed, ShareBar } from './four-cells.tsx';
import { fourCells, ordered } from './shares.ts';

type Row = { id: string; name: string; isInStateChain: boolean; counts: Counts };

/** The four cells of each agency; on a phone each row becomes a card of labelled figures. */
export function AgencyTable({ rows, narrowed }: { rows: Row[]; narrowed: Narrowed }) {
  const t = useWords(figuresWords);
  return (
    <table className="figures-table">
      <caption className="visually-hidden">{t.byAgency}</caption>
      <thead>
        <tr>
          <th scope="col">{t.agency}</th>
          {fourCells.map((cell) => (
            <th key={cell} scope="col" className="figure-column">
              {t.cells[cell]}
            </th>
          ))}
          <th scope="col" className="figure-column">
            {t.undated}
          </th>
          <th scope="col" className="figure-column">
            {t.cells.request}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/duties" search={{ ...narrowed, agency: row.id } as never}>
                {row.name}
              </Link>
              <span className="row-note">
                {row.isInStateChain || ordered(row.counts) ? null : t.asked}
                <ShareBar counts={row.counts} />
              </span>
            </th>
            {fourCells.map((cell) => (
              <Figure key={cell} cell={cell} row={row} narrowed={narrowed} />
            ))}
            <td data-label={t.undated} className="figure-column">
              {showNumber(row.counts.undated)}
            </td>
            <Figure cell="request" row={row} narrowed={narrowed} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ cell, row, narrowed }: { cell: Cell; row: Row; narrowed: Narrowed }) {
  const t = useWords(figuresWords);
  const count = row.counts[cell];
  return (
    <td data-label={t.cells[cell]} data-cell={cell} className="figure-column">
      {count ? (
        <Link
          to="/duties"
          search={{ ...narrowed, agency: row.id, cell } as never}
          aria-label={`${row.name}, ${t.cells[cell]}: ${count}`}
        >
          {showNumber(count)}
        </Link>
      ) : (
        <span className="zero">0</span>
      )}
    </td>
  );
}
