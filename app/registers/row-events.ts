import { appendEvent, appendEvents, type Changes } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Names, Register, Row } from '#libraries/register/index.ts';

/** What stands for a sealed value in the ledger: that it is there, never what it is. */
export const SEALED = '•';

/**
 * What changed from one row to another, by field, as the ledger keeps it. What points elsewhere is kept as
 * `{ ids, said }`, so that it can be told and taken back. `sealed`: sealed fields that were written, and whether
 * something stood there before.
 */
export function changesOf(register: Register, before: Row, after: Row, names: Names): Changes {
  const changes: Changes = {};
  for (const [name, field] of Object.entries(register.fields)) {
    const [old, now] = [before[name] ?? null, after[name] ?? null];
    if (old === now || JSON.stringify(old) === JSON.stringify(now)) continue;
    const kept = (value: unknown) => {
      if (value === null) return null;
      if (field.isSealed) return SEALED;
      return field.refersTo ? { value, said: field.show(value, names, 'vi') } : value;
    };
    changes[name] = [kept(old), kept(now)];
  }
  return changes;
}

/** A value as it stood, out of what the ledger kept of it. */
export const valueKept = (kept: unknown): unknown =>
  kept !== null && typeof kept === 'object' && 'said' in kept && 'value' in kept ? kept.value : kept;

export type By = { at: Date; actorId: string | null };

const eventOf = (
  register: Register,
  rowId: string,
  act: string,
  actorId: string | null,
  payload: Record<string, unknown>,
) => ({ subjectKind: register.name, subjectId: rowId, kind: `${register.name}.${act}`, actorId, payload });

/** Tells what happened to a row. `act`: 'created', 'changed', 'moved' … */
export const tell = (
  tx: Tx,
  register: Register,
  rowId: string,
  act: string,
  { at, actorId }: By,
  payload: Record<string, unknown>,
): Promise<void> => appendEvent(tx, at, eventOf(register, rowId, act, actorId, payload));

/** Tells the same of many rows, of each once. */
export const tellOfEach = (
  tx: Tx,
  register: Register,
  act: string,
  { at, actorId }: By,
  told: readonly { rowId: string; payload: Record<string, unknown> }[],
): Promise<void> =>
  appendEvents(
    tx,
    at,
    told.map(({ rowId, payload }) => eventOf(register, rowId, act, actorId, payload)),
  );
