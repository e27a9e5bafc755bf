import type { LedgerEvent } from './event.ts';

/** What a line changed, by field: [before, after]. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

/** The convention of all edits: `payload.changed = { field: [before, after] }`. */
export function changedOf({ payload }: Pick<LedgerEvent, 'payload'>): Changes {
  const changed = payload.changed;
  if (!changed || typeof changed !== 'object') return {};
  return Object.fromEntries(
    Object.entries(changed).filter(([, pair]) => Array.isArray(pair) && pair.length === 2),
  ) as Changes;
}

/** Lines that a later line took back. */
export const undoneLines = (chain: readonly Pick<LedgerEvent, 'payload'>[]): Set<number> =>
  new Set(chain.flatMap(({ payload }) => (typeof payload.undoes === 'number' ? [payload.undoes] : [])));

/** The fields of a subject as they were right after line `seq`: told by that line and before, or by what came next. */
export function fieldsAt(changes: readonly Changes[], seq: number): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [index, changed] of changes.entries())
    for (const [field, [before, after]] of Object.entries(changed)) {
      if (index < seq) fields[field] = after;
      else if (!(field in fields)) fields[field] = before;
    }
  return fields;
}

/** Two moments of a record side by side, the fields that differ first asked: `differs` is by value. */
export function compareVersions(changes: readonly Changes[], from: number, to: number) {
  const [first, second] = [fieldsAt(changes, from), fieldsAt(changes, to)];
  return Object.keys(second).map((field) => ({
    field,
    before: first[field] ?? null,
    after: second[field] ?? null,
    differs: !isSame(first[field], second[field]),
  }));
}

/**
 * Lines after `seq` that changed what line `seq` changed, and were not taken back themselves: while they stand, it
 * cannot be taken back without losing them.
 */
export function laterOn(
  chain: readonly Pick<LedgerEvent, 'seq' | 'payload'>[],
  changes: readonly Changes[],
  seq: number,
): { seq: number; fields: string[] }[] {
  const own = Object.keys(changes[seq - 1] ?? {});
  const undone = undoneLines(chain);
  return chain
    .filter((line) => line.seq > seq && !undone.has(line.seq) && line.payload.undoes === undefined)
    .map((line) => ({
      seq: line.seq,
      fields: Object.keys(changes[line.seq - 1] ?? {}).filter((field) => own.includes(field)),
    }))
    .filter((line) => line.fields.length > 0);
}

/** The changes the other way round. */
export const reversed = (changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).map(([field, [before, after]]) => [field, [after, before]]));

export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
