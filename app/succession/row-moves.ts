import type { Change } from './change.ts';
import { type Holdings, isRowOpenOn, type Move, type RowHeld } from './holdings.ts';

/** Rows of one register that one agency keeps go together: who takes the field over takes its book over. */
export const keyOfRows = ({ register, agencyId }: { register: string; agencyId: string }): string =>
  `rows:${register}:${agencyId}`;

/** Open rows of registers; what is over keeps the agency of its day. */
export function rowMoves(
  change: Change,
  { rows }: Holdings,
  goesTo: (key: string, fromId: string) => string | null,
): Move[] {
  return rows.flatMap((row): Move[] => {
    const { id, register, said, label, agencyId, revision } = row;
    const to =
      change.from.includes(agencyId) && isRowOpenOn(row, change.on) ? goesTo(keyOfRows(row), agencyId) : null;
    if (!to || to === agencyId) return [];
    return [
      {
        what: 'row',
        id,
        label,
        note: said[0],
        before: { register, agencyId, revision },
        after: { register, agencyId: to, revision: revision + 1 },
      },
    ];
  });
}

/** Rows of one register at one agency, before and after a change; those that are over are among them. */
export type RowSum = {
  register: string;
  said: { vi: string; en: string };
  agencyId: string;
  before: number;
  after: number;
};

export function rowSums({ rows }: Holdings, moves: readonly Move[]): RowSum[] {
  const movedTo = new Map(
    moves.filter(({ what }) => what === 'row').map(({ id, after }) => [id, String(after?.agencyId)]),
  );
  const sums = new Map<string, RowSum>();
  const sumOf = ({ register, said: [vi, en] }: RowHeld, agencyId: string) => {
    const key = keyOfRows({ register, agencyId });
    const sum = sums.get(key) ?? { register, said: { vi, en }, agencyId, before: 0, after: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const row of rows) {
    sumOf(row, row.agencyId).before += 1;
    sumOf(row, movedTo.get(row.id) ?? row.agencyId).after += 1;
  }
  return [...sums.values()];
}
