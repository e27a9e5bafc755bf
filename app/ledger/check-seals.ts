import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Finding } from './check-ledger.ts';
import { growTree } from './merkle.ts';
import { findDayWithoutSeal, listHeadsWithLines, listSealsAfter } from './seal.store.ts';
import { dayAfter, hashSeal, leafOf, SEAL_PURPOSE, type Seal } from './seal-of-day.ts';

const HEADS = 5000;
const SEALS = 100;

/** Every seal in turn: it follows from the one before, is signed, and the lines it closed are still what they were. */
export async function checkSeals(
  house: House,
  tenantId: string,
  work: <T>(task: (tx: Tx) => Promise<T>) => Promise<T>,
  findings: Finding[],
): Promise<{ seals: number; lastSealedDay: string | null }> {
  let previous: Seal | null = null;
  let seals = 0;
  const told = new Set(
    findings.flatMap((one) => (one.what === 'line' ? [one.subjectKind + one.subjectId] : [])),
  );
  const orphan = await work(findDayWithoutSeal);
  if (orphan) findings.push({ what: 'seal', day: orphan, reason: 'missing' });
  for (;;) {
    const page: Seal[] = await work((tx) => listSealsAfter(tx, previous?.day ?? '0001-01-01', SEALS));
    for (const seal of page) {
      const reason = faultOf(house, tenantId, seal, previous);
      if (reason)
        findings.push({
          what: 'seal',
          day: reason === 'missing' ? dayAfter(previous!.day) : seal.day,
          reason,
        });
      await checkHeads(work, seal, findings, told);
      previous = seal;
      seals++;
    }
    if (page.length < SEALS) return { seals, lastSealedDay: previous?.day ?? null };
  }
}

function faultOf(house: House, tenantId: string, seal: Seal, previous: Seal | null) {
  if (previous && seal.day !== dayAfter(previous.day)) return 'missing';
  const linked = previous ? seal.previousHash?.equals(previous.hash) : seal.previousHash === null;
  if (!linked || !hashSeal(tenantId, seal).equals(seal.hash)) return 'altered';
  return house.seal.isSigned(seal.hash, seal.signature, SEAL_PURPOSE) ? null : 'unsigned';
}

async function checkHeads(
  work: <T>(task: (tx: Tx) => Promise<T>) => Promise<T>,
  seal: Seal,
  findings: Finding[],
  told: Set<string>,
): Promise<void> {
  const tree = growTree();
  for (let from = 0; ; from += HEADS) {
    const heads = await work((tx) => listHeadsWithLines(tx, seal.day, from, HEADS));
    for (const head of heads) {
      tree.add(leafOf(head));
      const chain = head.subjectKind + head.subjectId;
      if (head.hashNow?.equals(head.hash) || told.has(chain)) continue;
      told.add(chain);
      const reason = head.hashNow ? 'rewritten' : 'cut';
      findings.push({
        what: 'line',
        subjectKind: head.subjectKind,
        subjectId: head.subjectId,
        seq: reason === 'cut' ? head.seq : head.since + 1,
        reason,
      });
    }
    if (heads.length < HEADS) break;
  }
  if (!tree.root().equals(seal.root)) findings.push({ what: 'seal', day: seal.day, reason: 'heads' });
}
