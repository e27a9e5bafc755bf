import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { finishCheck, insertCheck, noteProgress } from './check.store.ts';
import { checkLedger, type Progress } from './check-ledger.ts';
import type { LedgerBook } from './ledger-book.ts';

/** A running check gives a sign of life at least this often, in milliseconds. */
const TELL_EVERY = 1000;

/** Every night the whole ledger is checked, so that a broken line is known in the morning and not at an inspection. */
export const checkLedgerJob = (books: readonly LedgerBook[]): Job => ({
  name: 'ledger.check',
  at: '01:30',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute()) {
      const check = await inTenant(house.db, id, (tx) => insertCheck(tx, null, house.now()));
      await runCheck(house, id, check, books);
    }
  },
});

/** Runs a check that was asked for and keeps what it found. */
export async function runCheck(
  house: House,
  tenantId: string,
  checkId: string,
  books: readonly LedgerBook[],
): Promise<void> {
  const work = <T>(task: (tx: Tx) => Promise<T>) => inTenant(house.db, tenantId, task);
  let told = 0;
  const onProgress = async (progress: Progress) => {
    if (Date.now() - told < TELL_EVERY) return;
    told = Date.now();
    await work((tx) => noteProgress(tx, checkId, progress, house.now()));
  };
  const result = await checkLedger(house, tenantId, books, onProgress);
  await work((tx) => finishCheck(tx, checkId, result, house.now()));
  if (result.findings.length)
    house.log?.error({ check: checkId, findings: result.findings.length }, 'the ledger is broken');
}
