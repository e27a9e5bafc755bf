import { z } from 'zod';
import { type BrokenLine, contentOfEvent, findBrokenLine, type LedgerEvent } from './event.ts';
import { type PathStep, rootByPath } from './merkle.ts';
import { hashSeal, leafOf, SEAL_PURPOSE, type Seal, type SealedHead } from './seal-of-day.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const said = z.object({ vi: z.string(), en: z.string() });

export const sealFileShape = z.object({
  format: z.literal('nhipcau-seal/1'),
  tenant: z.object({ id: z.uuid(), name: z.string() }),
  day: z.iso.date(),
  sealedAt: z.iso.datetime(),
  chains: z.int(),
  lines: z.int(),
  root: hex,
  previousHash: hex.nullable(),
  hash: hex,
  signature: hex,
});
export type SealFile = z.output<typeof sealFileShape>;

/** Everything that is needed to check one record's history without the database. */
export const proofShape = z.object({
  format: z.literal('nhipcau-proof/1'),
  tenant: z.object({ id: z.uuid(), name: z.string() }),
  subject: z.object({ kind: z.string(), kindName: said, id: z.uuid(), title: z.string() }),
  madeAt: z.iso.datetime(),
  lines: z.array(
    z.object({
      seq: z.int(),
      kind: z.string(),
      actorId: z.uuid().nullable(),
      at: z.iso.datetime(),
      payload: z.record(z.string(), z.unknown()),
      said,
      /** The text whose sha256, after the bytes of previousHash, is `hash`. */
      content: z.string(),
      previousHash: hex.nullable(),
      hash: hex,
    }),
  ),
  /** The seal that closed the chain last; null before its first midnight. */
  seal: sealFileShape.nullable(),
  head: z
    .object({
      since: z.int(),
      seq: z.int(),
      hash: hex,
      path: z.array(z.object({ side: z.enum(['left', 'right']), hash: hex })),
    })
    .nullable(),
});
export type Proof = z.output<typeof proofShape>;

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
