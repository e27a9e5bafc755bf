import { createHash } from 'node:crypto';
import { canonical } from './event.ts';
import { hashLeaf } from './merkle.ts';

/** What the signature of a seal is for; bound into it. */
export const SEAL_PURPOSE = 'ledger.seal';

/** The last line of a chain as a seal closed it; `since` lines of it were closed before. */
export type SealedHead = {
  position: number;
  subjectKind: string;
  subjectId: string;
  since: number;
  seq: number;
  hash: Buffer;
};

/** A day's seal over the heads of all chains that grew since the seal before. */
export type Seal = {
  day: string;
  sealedAt: Date;
  chains: number;
  /** Lines of all chains up to this seal. */
  lines: number;
  root: Buffer;
  previousHash: Buffer | null;
  hash: Buffer;
  signature: Buffer;
};

export const leafOf = (head: Omit<SealedHead, 'position'>): Buffer =>
  hashLeaf(canonical([head.subjectKind, head.subjectId, head.since, head.seq, head.hash.toString('hex')]));

/** What a seal's hash is taken over, after the hash of the seal before it. */
export const contentOfSeal = (
  tenantId: string,
  seal: Pick<Seal, 'day' | 'sealedAt' | 'chains' | 'lines' | 'root'>,
): string =>
  canonical([
    tenantId,
    seal.day,
    seal.sealedAt.toISOString(),
    seal.chains,
    seal.lines,
    seal.root.toString('hex'),
  ]);

/** sha256 over the hash of the seal before it and what it says: a seal altered, left out or moved does not fit. */
export const hashSeal = (
  tenantId: string,
  seal: Pick<Seal, 'day' | 'sealedAt' | 'chains' | 'lines' | 'root' | 'previousHash'>,
): Buffer =>
  createHash('sha256')
    .update(seal.previousHash ?? Buffer.alloc(0))
    .update(contentOfSeal(tenantId, seal))
    .digest();

/** The day after, 'YYYY-MM-DD'. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Midnight at the end of an office day. */
export const endOf = (day: string): Date => new Date(`${dayAfter(day)}T00:00:00+07:00`);
