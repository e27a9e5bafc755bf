import type { Holdings, Move, Row } from './holdings.ts';

/** Rows by `what id`; a row that is not there is absent. */
export type Rows = ReadonlyMap<string, Record<string, unknown>>;

export const keyOfMove = ({ what, id }: Pick<Move, 'what' | 'id'>): string => `${what} ${id}`;

/** The rows after these moves. */
export function applyMoves(rows: Rows, moves: readonly Move[]): Rows {
  const next = new Map(rows);
  for (const move of moves) {
    if (move.after) next.set(keyOfMove(move), { ...next.get(keyOfMove(move)), ...move.after });
    else next.delete(keyOfMove(move));
  }
  return next;
}

/** The moves that take these back, the last first. */
export const undoing = (moves: readonly Move[]): Move[] =>
  moves.toReversed().map((move) => ({ ...move, before: move.after, after: move.before }));

/** The first row that is no longer what a move left it: somebody worked on it since. */
export const firstContradicted = (rows: Rows, moves: readonly Move[]): Move | null =>
  moves.find((move) => !stands(rows.get(keyOfMove(move)), move.after)) ?? null;

/** Does a row say all that is expected of it? Other fields of it are nobody's business here. */
function stands(row: Record<string, unknown> | undefined, expected: Row): boolean {
  if (!expected) return row === undefined;
  return (
    row !== undefined &&
    Object.keys(expected).every((field) => canonical(row[field]) === canonical(expected[field]))
  );
}

/** JSON with sorted keys: what the database gives back has another order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!value || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, one]) => `${key}:${canonical(one)}`).join()}}`;
}

/** Every row that a succession may change, by the same keys as its moves. */
export function rowsOf(holdings: Holdings): Rows {
  const rows = new Map<string, Record<string, unknown>>();
  for (const { id, names, ...agency } of holdings.agencies) {
    rows.set(`agency ${id}`, agency);
    for (const { id: nameId, ...name } of names) rows.set(`name ${nameId}`, { ...name, agencyId: id });
  }
  for (const { id, ...part } of holdings.parts) rows.set(`part ${id}`, part);
  for (const { id, ...report } of holdings.reports) {
    rows.set(`report ${id}`, report);
    rows.set(`writing ${id}`, report);
  }
  for (const { id, personName: _, ...held } of holdings.people) rows.set(`membership ${id}`, held);
  for (const { id, ...one } of holdings.difficulties) rows.set(`difficulty ${id}`, one);
  for (const { id, ...one } of holdings.absences) rows.set(`absence ${id}`, one);
  for (const { id, ...link } of holdings.units) rows.set(`parent ${id}`, link);
  for (const { id, ...row } of holdings.rows) rows.set(`row ${id}`, row);
  for (const { id, ...definition } of holdings.definitions) rows.set(`definition ${id}`, definition);
  return rows;
}
