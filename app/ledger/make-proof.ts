import type { Tx } from '#app/platform/database.ts';
import { contentOfEvent, type LedgerEvent } from './event.ts';
import type { LedgerBook } from './ledger-book.ts';
import { pathTo } from './merkle.ts';
import { toSealFile } from './proof.ts';
import type { Proof } from './proof-shape.ts';
import { titleOf } from './say-finding.ts';
import { findHead, findSeal, listHeads } from './seal.store.ts';
import { leafOf } from './seal-of-day.ts';
import { tell } from './tell.ts';

/** One record's history with everything needed to check it without the database. */
export async function makeProof(
  tx: Tx,
  tenant: { id: string; name: string },
  books: readonly LedgerBook[],
  chain: readonly LedgerEvent[],
  at: Date,
): Promise<Proof> {
  const { subjectKind, subjectId } = chain[0]!;
  const book = books.find((one) => one.subjectKind === subjectKind);
  const told = await tell(tx, books, chain);
  return {
    format: 'nhipcau-proof/1',
    tenant,
    subject: {
      kind: subjectKind,
      kindName: book?.name ?? { vi: subjectKind, en: subjectKind },
      id: subjectId,
      title: await titleOf(tx, book, subjectId),
    },
    madeAt: at.toISOString(),
    lines: chain.map((line, index) => ({
      seq: line.seq,
      kind: line.kind,
      actorId: line.actorId,
      at: line.at.toISOString(),
      payload: line.payload,
      said: told[index]!.said,
      content: contentOfEvent(tenant.id, line),
      previousHash: line.previousHash?.toString('hex') ?? null,
      hash: line.hash.toString('hex'),
    })),
    ...(await sealedPart(tx, tenant, subjectKind, subjectId)),
  };
}

async function sealedPart(
  tx: Tx,
  tenant: { id: string; name: string },
  subjectKind: string,
  subjectId: string,
): Promise<Pick<Proof, 'seal' | 'head'>> {
  const head = await findHead(tx, subjectKind, subjectId);
  const seal = head && (await findSeal(tx, head.day));
  if (!head || !seal) return { seal: null, head: null };
  const heads = await listHeads(tx, head.day, 0, seal.chains + 1);
  const path = pathTo(heads.map(leafOf), head.position);
  return {
    seal: toSealFile(tenant, seal),
    head: {
      since: head.since,
      seq: head.seq,
      hash: head.hash.toString('hex'),
      path: path.map((step) => ({ side: step.side, hash: step.hash.toString('hex') })),
    },
  };
}
