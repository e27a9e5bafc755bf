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
  return createHash('sha256')
    .update(e.previousHash ?? Buffer.alloc(0))
    .update(contentOfEvent(tenantId, e))
    .digest();
}

/** What a line's hash is taken over, after the hash of the line before it. */
export function contentOfEvent(tenantId: string, e: Omit<Hashed, 'previousHash'>): string {
  const { before, after } = contentAround(e);
  return `["${tenantId}",${before}${e.seq}${after}`;
}

/** The same without the province and the line's number, which the database knows: what stands before it and after it. */
export const contentAround = (
  e: Omit<Hashed, 'previousHash' | 'seq'>,
): { before: string; after: string } => ({
  before: `${canonical([e.subjectKind, e.subjectId]).slice(1, -1)},`,
  after: `,${canonical([e.kind, e.actorId, e.at.toISOString(), e.payload]).slice(1)}`,
});

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

/** 'missing': a line between others is not there; 'edited': changed, moved or put in by another hand than the program's. */
export type BrokenLine = { seq: number; reason: 'missing' | 'edited' };

/** Reads one chain line by line, oldest first; says of each line whether it is as it was written. Holds one line. */
export function walkChain(tenantId: string): (line: LedgerEvent) => BrokenLine | null {
  let previous: { seq: number; hash: Buffer } | null = null;
  return (line) => {
    const seq: number = (previous?.seq ?? 0) + 1;
    const linked = previous ? line.previousHash?.equals(previous.hash) : line.previousHash === null;
    previous = line;
    if (line.seq !== seq) return { seq, reason: 'missing' };
    return linked && hashEvent(tenantId, line).equals(line.hash) ? null : { seq, reason: 'edited' };
  };
}

/** The first line of a chain that was edited, removed or moved; null when the chain holds. */
export function findBrokenLine(tenantId: string, chain: readonly LedgerEvent[]): BrokenLine | null {
  const check = walkChain(tenantId);
  for (const line of chain) {
    const broken = check(line);
    if (broken) return broken;
  }
  return null;
}
