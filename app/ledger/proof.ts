import { type BrokenLine, contentOfEvent, findBrokenLine, type LedgerEvent } from './event.ts';
import { type PathStep, rootByPath } from './merkle.ts';
import type { Proof, SealFile } from './proof-shape.ts';
import { hashSeal, leafOf, SEAL_PURPOSE, type Seal, type SealedHead } from './seal-of-day.ts';

export const toSealFile = (tenant: { id: string; name: string }, seal: Seal): SealFile => ({
  format: 'nhipcau-seal/1',
  tenant,
  day: seal.day,
  sealedAt: seal.sealedAt.toISOString(),
  chains: seal.chains,
  lines: seal.lines,
  root: seal.root.toString('hex'),
  previousHash: seal.previousHash?.toString('hex') ?? null,
  hash: seal.hash.toString('hex'),
  signature: seal.signature.toString('hex'),
});

const bytes = (text: string): Buffer => Buffer.from(text, 'hex');

/** What is wrong with a proof; null when it holds. `isSigned` is null where the key is not at hand. */
export type ProofFault =
  | { what: 'line'; broken: BrokenLine }
  | { what: 'head' | 'path' | 'seal' | 'signature' };

export function checkProof(
  proof: Proof,
  isSigned: ((content: Buffer, signature: Buffer, purpose: string) => boolean) | null,
): ProofFault | null {
  const tenantId = proof.tenant.id;
  const chain = proof.lines.map(
    (line): LedgerEvent => ({
      id: line.seq,
      subjectKind: proof.subject.kind,
      subjectId: proof.subject.id,
      seq: line.seq,
      kind: line.kind,
      actorId: line.actorId,
      at: new Date(line.at),
      payload: line.payload,
      previousHash: line.previousHash ? bytes(line.previousHash) : null,
      hash: bytes(line.hash),
    }),
  );
  const broken = findBrokenLine(tenantId, chain);
  if (broken) return { what: 'line', broken };
  const told = proof.lines.find((line, index) => line.content !== contentOfEvent(tenantId, chain[index]!));
  if (told) return { what: 'line', broken: { seq: told.seq, reason: 'edited' } };
  return proof.seal && proof.head ? checkSealed(proof, proof.seal, proof.head, isSigned) : null;
}

function checkSealed(
  proof: Proof,
  seal: SealFile,
  head: NonNullable<Proof['head']>,
  isSigned: Parameters<typeof checkProof>[1],
): ProofFault | null {
  if (proof.lines.find((line) => line.seq === head.seq)?.hash !== head.hash) return { what: 'head' };
  const leaf = leafOf({
    subjectKind: proof.subject.kind,
    subjectId: proof.subject.id,
    since: head.since,
    seq: head.seq,
    hash: bytes(head.hash),
  } satisfies Omit<SealedHead, 'position'>);
  const path = head.path.map((step): PathStep => ({ side: step.side, hash: bytes(step.hash) }));
  if (rootByPath(leaf, path).toString('hex') !== seal.root) return { what: 'path' };
  if (!isSealFileWhole(seal) || seal.tenant.id !== proof.tenant.id) return { what: 'seal' };
  if (isSigned && !isSigned(bytes(seal.hash), bytes(seal.signature), SEAL_PURPOSE))
    return { what: 'signature' };
  return null;
}

/** Does the hash of a seal follow from what it says? */
export const isSealFileWhole = (seal: SealFile): boolean =>
  hashSeal(seal.tenant.id, {
    day: seal.day,
    sealedAt: new Date(seal.sealedAt),
    chains: seal.chains,
    lines: seal.lines,
    root: bytes(seal.root),
    previousHash: seal.previousHash ? bytes(seal.previousHash) : null,
  }).toString('hex') === seal.hash;
