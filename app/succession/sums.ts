import { type Cell, type CellCounts, cellOf } from '#app/duties/four-cells.ts';
import type { Move, PartHeld } from './holdings.ts';

/** Parts of one agency by the four cells. */
export type AgencySum = { agencyId: string; counts: CellCounts; total: number };
export type Sums = { before: AgencySum[]; after: AgencySum[]; total: CellCounts; addUp: boolean };

const none = (): CellCounts => ({
  'done-in-time': 0,
  'done-late': 0,
  'open-in-time': 0,
  'open-late': 0,
  request: 0,
});

/** Figures of the agencies on either side, before and after: what leaves one arrives at another, cell by cell. */
export function sumsOver(parts: readonly PartHeld[], moves: readonly Move[], today: string): Sums {
  const movedTo = new Map(
    moves.filter((move) => move.what === 'part').map((move) => [move.id, String(move.after?.agencyId)]),
  );
  const live = parts.filter((part) => part.state !== 'withdrawn');
  const before = sumBy(live, (part) => part.agencyId, today);
  const after = sumBy(live, (part) => movedTo.get(part.id) ?? part.agencyId, today);
  const total = totalOf(before);
  return { before, after, total, addUp: JSON.stringify(total) === JSON.stringify(totalOf(after)) };
}

function sumBy(parts: readonly PartHeld[], agencyOf: (part: PartHeld) => string, today: string): AgencySum[] {
  return [...Map.groupBy(parts, agencyOf)].map(([agencyId, own]) => {
    const counts = none();
    for (const part of own) counts[cellOf(part, today)] += 1;
    return { agencyId, counts, total: own.length };
  });
}

function totalOf(sums: readonly AgencySum[]): CellCounts {
  const total = none();
  for (const { counts } of sums) for (const cell of Object.keys(total) as Cell[]) total[cell] += counts[cell];
  return total;
}
