import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { moveKinds } from './holdings.ts';
import { sayMove } from './say-move.ts';
import type { MoveShown } from './succession.contract.ts';
import type { Shown } from './succession.page.tsx';
import { successionWords } from './succession.words.ts';
import './succession.css';

const OPEN_WHEN_FEW = 12;

/** All rows by kind, counted, each kind to be opened; short ones are open already. */
export function MoveGroups({ change }: { change: Shown }) {
  const t = useWords(successionWords);
  const groups = moveKinds
    .map((what) => ({ what, moves: change.moves.filter((move) => move.what === what) }))
    .filter(({ moves }) => moves.length);
  const rows = rowsMoved(change);
  if (!groups.length) return <p>{t.nothing}</p>;
  return groups.map(({ what, moves }) => (
    <details key={what} className="succession-group" open={moves.length <= OPEN_WHEN_FEW}>
      <summary>
        {t.groups[what]}{' '}
        <span className="succession-soft">({t.count(what === 'row' ? rows : moves.length)})</span>
      </summary>
      <ul>
        {moves.map((move) => (
          <li key={move.what + move.id + String(move.after === null)}>
            <Subject move={move} /> <span className="succession-arrow">{sayMove(move, change, t)}</span>
          </li>
        ))}
        {what === 'row' && rows > moves.length ? <li>{t.rowsMore(rows - moves.length)}</li> : null}
      </ul>
    </details>
  ));
}

/** Not all rows of a long register are named one by one. */
const rowsMoved = ({ rowSums, moves }: Shown): number =>
  Math.max(
    moves.filter(({ what }) => what === 'row').length,
    rowSums.reduce((sum, { before, after }) => sum + Math.max(0, after - before), 0),
  );

/** What moves, leading to its own page. */
function Subject({ move }: { move: MoveShown }) {
  const { roles } = useWords(shellWords);
  const to =
    move.what === 'part'
      ? `/duties/${String(move.before?.dutyId)}`
      : move.what === 'agency' && move.before
        ? `/agencies/${move.id}`
        : move.what === 'definition'
          ? `/reports/definitions/${move.id}`
          : move.what === 'row'
            ? `/registers/${String(move.before?.register)}/${move.id}`
            : null;
  const label = to ? (
    <Anchor component={Link} to={to} underline="always">
      {move.label}
    </Anchor>
  ) : (
    <b>{move.label}</b>
  );
  return (
    <>
      {label}
      {move.what === 'membership' ? (
        <span className="succession-soft"> ({roles[move.note as keyof typeof roles]})</span>
      ) : null}
      {move.what === 'part' || move.what === 'row' ? (
        <div className="succession-soft succession-words">{move.note}</div>
      ) : null}
    </>
  );
}
