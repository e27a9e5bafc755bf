import { UnstyledButton } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { dutyWords } from './duty.words.ts';
import { type Cell, type CellCounts, cells } from './four-cells.ts';
import './duties.css';

/** The four cells, always together, and requests beside them; pressing one narrows the list to it, again widens it. */
export function CellsBar({
  counts,
  chosen,
  choose,
}: {
  counts: CellCounts;
  chosen: Cell | undefined;
  choose: (cell: Cell | undefined) => void;
}) {
  const t = useWords(dutyWords);
  return (
    <ul className="cells paper" aria-label={t.cellsTitle}>
      {cells.map((cell) => (
        <li key={cell} data-late={cell.endsWith('late') && counts[cell] > 0}>
          <UnstyledButton
            aria-pressed={chosen === cell}
            onClick={() => choose(chosen === cell ? undefined : cell)}
          >
            <b>{showNumber(counts[cell])}</b>
            <span>{t.cells[cell]}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
