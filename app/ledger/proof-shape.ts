import { z } from 'zod';

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
