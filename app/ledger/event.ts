import { createHash } from 'node:crypto';

/** Something that happened, before it is written. `kind` is `<subject>.<past participle>`, e.g. `duty.completed`. */
export type NewEvent = {
  subjectKind: string;
  subjectId: string;
  kind: string;
  /** null: the program itself. */
  actorId: string | null;
  payload: Record<string, unknown>;
};

/** A line of the ledger. `seq` counts from 1 within its subject. */
export type LedgerEvent = NewEvent & {
  id: number;
  seq: number;
  at: Date;
  previousHash: Buffer | null;
  hash: Buffer;
};

type Hashed = Pick<
  LedgerEvent,
  'subjectKind' | 'subjectId' | 'seq' | 'kind' | 'actorId' | 'at' | 'payload' | 'previousHash'
>;

/** Hash of a line over everything it says and the hash of the line before it in its subject's chain. */
export function hashEvent(tenantId: string, e: Hashed): Buffer {
  const said = [
    tenantId,
    e.subjectKind,
    e.subjectId,
    e.seq,
    e.kind,
    e.actorId,
    e.at.toISOString(),
    e.payload,
  ];
  return createHash('sha256')
    .update(e.previousHash ?? Buffer.alloc(0))
    .update(canonical(said))
    .digest();
}

/** JSON with sorted keys: jsonb does not keep the order in which keys were written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** The first line of a chain that was edited, removed or moved; null when the chain holds. */
export function findBrokenLine(
  tenantId: string,
  chain: readonly LedgerEvent[],
): { seq: number; reason: 'missing' | 'edited' } | null {
  let previous: LedgerEvent | null = null;
  for (const [index, line] of chain.entries()) {
    if (line.seq !== index + 1) return { seq: index + 1, reason: 'missing' };
    const linked = previous ? line.previousHash?.equals(previous.hash) : line.previousHash === null;
    if (!linked || !hashEvent(tenantId, line).equals(line.hash)) return { seq: line.seq, reason: 'edited' };
    previous = line;
  }
  return null;
}
