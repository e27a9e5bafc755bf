import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import './figures.css';
import type { Counts } from './figures.contract.ts';
import { figuresWords } from './figures.words.ts';
import { fourCells, ordered, showShare } from './shares.ts';

/** What a link to the list of duties narrows it to. */
export type Narrowed = {
  agency?: string;
  document?: string;
  group?: string;
  whose?: 'mine';
  asOf?: string;
};

/** The four cells, each a link to exactly its duties; what has no deadline and what was asked stand apart below. */
export function FourCells({ counts, narrowed }: { counts: Counts; narrowed: Narrowed }) {
  const t = useWords(figuresWords);
  const total = ordered(counts);
  return (
    <div>
      <ul className="four-cells">
        {fourCells.map((cell) => (
          <li key={cell}>
            <Link
              to="/duties"
              search={{ ...narrowed, cell } as never}
              className="cell paper"
              data-cell={cell}
              data-zero={counts[cell] === 0 || undefined}
            >
              <span className="cell-label">{t.cells[cell]}</span>
              <span className="cell-number">{showNumber(counts[cell])}</span>
              <span className="cell-share">
                {t.shareOf(showShare(counts[cell], total), showNumber(total))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="cells-apart">
        <span>
          {t.undated}: <strong>{showNumber(counts.undated)}</strong> ({t.undatedHelp})
        </span>
        <span>
          <Link to="/duties" search={{ ...narrowed, cell: 'request' } as never}>
            {t.cells.request}: <strong>{showNumber(counts.request)}</strong>
          </Link>{' '}
          ({t.requestHelp})
        </span>
      </p>
    </div>
  );
}

/** The four shares as one strip; the words beside it say the same. */
export function ShareBar({ counts }: { counts: Counts }) {
  const total = ordered(counts);
  if (!total) return null;
  return (
    <span className="share-bar" aria-hidden="true">
      {fourCells.map((cell) =>
        counts[cell] ? <span key={cell} data-cell={cell} style={{ flexGrow: counts[cell] }} /> : null,
      )}
    </span>
  );
}
