import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import { findLastCheck, findLastGoodCheck, insertCheck, type LedgerCheck } from './check.store.ts';
import * as contract from './ledger.contract.ts';
import { mayCheckLedger } from './ledger.policy.ts';
import { listEvents, namesOfPeople } from './ledger.store.ts';
import type { LedgerBook } from './ledger-book.ts';
import { makeProof } from './make-proof.ts';
import { toSealFile } from './proof.ts';
import { runCheck } from './run-check.ts';
import { findSeal, listSeals } from './seal.store.ts';

/** A check without a sign of life for this long was cut off, in milliseconds. */
const CUT_OFF = 60_000;
const SEALS_SHOWN = 31;

/** For the inspector and the administrator: the whole ledger checked, its seals, and a proof of one record. */
export function checkRoutes(web: Web, house: House, books: readonly LedgerBook[]): void {
  const running = new Set<Promise<void>>();
  web.addHook('onClose', async () => void (await Promise.all(running)));
  mount(web, house, contract.ledgerChecks, async ({ viewer, tx }) => {
    requirePolicy(mayCheckLedger, viewer, undefined);
    const [last, lastGood] = [await findLastCheck(tx), await findLastGoodCheck(tx)];
    const names = await namesOfPeople(
      tx,
      [last, lastGood].flatMap((one) => one?.askedBy ?? []),
    );
    const shown = (check: LedgerCheck | undefined) => (check ? present(check, names, house.now()) : null);
    const seals = await listSeals(tx, SEALS_SHOWN);
    return {
      last: shown(last),
      lastGood: shown(lastGood),
      seals: seals.map(({ day, sealedAt, chains, lines, hash }) => ({
        day,
        sealedAt: sealedAt.toISOString(),
        chains,
        lines,
        hash: hash.toString('hex'),
      })),
    };
  });
  mountLong(web, house, contract.startLedgerCheck, async ({ viewer }) => {
    requirePolicy(mayCheckLedger, viewer, undefined);
    const { id, isNew } = await inTenant(house.db, viewer.tenantId, (tx) =>
      startOne(tx, viewer.personId, house.now()),
    );
    if (isNew) {
      const check = runCheck({ ...house, log: web.log }, viewer.tenantId, id, books)
        .catch((error) => web.log.error({ err: error, check: id }, 'the ledger could not be checked'))
        .finally(() => running.delete(check));
      running.add(check);
    }
    return { id };
  });
  mount(web, house, contract.showSeal, async ({ params, viewer, tx }) => {
    requirePolicy(mayCheckLedger, viewer, undefined);
    const seal = await findSeal(tx, params.day);
    if (!seal) throw notFound('dấu niêm phong của ngày này');
    return toSealFile({ id: viewer.tenantId, name: viewer.tenantName }, seal);
  });
  mount(web, house, contract.proveSubject, async ({ params, viewer, tx }) => {
    requirePolicy(mayCheckLedger, viewer, undefined);
    const chain = await listEvents(tx, params.subjectKind, params.subjectId);
    if (!chain.length) throw notFound('nhật ký này');
    const tenant = { id: viewer.tenantId, name: viewer.tenantName };
    return makeProof(tx, tenant, books, chain, house.now());
  });
}

/** The check that runs already, else a new one. */
async function startOne(tx: Tx, personId: string, now: Date) {
  const last = await findLastCheck(tx);
  if (last && !last.finishedAt && !isCutOff(last, now)) return { id: last.id, isNew: false };
  return { id: await insertCheck(tx, personId, now), isNew: true };
}

const isCutOff = ({ finishedAt, seenAt }: LedgerCheck, now: Date): boolean =>
  !finishedAt && now.getTime() - seenAt.getTime() > CUT_OFF;

const present = (check: LedgerCheck, names: Map<string, string>, now: Date) => ({
  id: check.id,
  askedBy: check.askedBy ? (names.get(check.askedBy) ?? null) : null,
  startedAt: check.startedAt.toISOString(),
  finishedAt: check.finishedAt?.toISOString() ?? null,
  isCutOff: isCutOff(check, now),
  lines: check.lines,
  ofLines: check.ofLines,
  chains: check.chains,
  seals: check.seals,
  findings: check.findings?.map(({ said, page }) => ({ said, page })) ?? null,
});
