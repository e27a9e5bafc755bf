import type { AnyField, Register, Row } from '#libraries/register/index.ts';
import { valueKept } from '../row-events.ts';

/** A line of a row's history: what it is about and what it changed. */
export type PastLine = { kind: string; payload: Record<string, unknown> };

/** A row as far as its history tells it. `sealed`: sealed fields in which something stood. */
export type RowThen = {
  agencyId: string;
  state: string | null;
  values: Row;
  sealed: readonly string[];
  isRemoved: boolean;
  mergedInto: string | null;
};

/**
 * The row as it stood before some lines of its history, the newest first: each is taken back. Null when one of them
 * made the row. What a sealed field held is not known; only that it did.
 */
export function rowBefore(
  register: Register,
  now: RowThen,
  newestFirst: readonly PastLine[],
): RowThen | null {
  const then = { ...now, values: { ...now.values } };
  const sealed = new Set(now.sealed);
  for (const { kind, payload } of newestFirst) {
    const act = kind.slice(register.name.length + 1);
    if (act === 'created') return null;
    if (act === 'removed' || act === 'restored') then.isRemoved = act === 'restored';
    if (act === 'merged') then.mergedInto = null;
    if (act === 'parted') then.mergedInto = String(payload.from);
    if (typeof payload.fromAgencyId === 'string') then.agencyId = payload.fromAgencyId;
    for (const [name, pair] of Object.entries((payload.changed ?? {}) as Record<string, unknown[]>)) {
      const field: AnyField | undefined = register.fields[name];
      if (name === 'state') then.state = (pair[0] as string | null) ?? null;
      else if (field?.isSealed) pair[0] === null ? sealed.delete(name) : sealed.add(name);
      else if (field) then.values[name] = valueKept(pair[0]) ?? null;
    }
  }
  return { ...then, sealed: [...sealed] };
}
