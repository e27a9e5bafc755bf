import { limits } from '#app/intake/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { claimJob, endLostJobs, listTenants, unfinishedAmong } from './import-job.store.ts';
import { importSentences } from './import-job.ts';
import { type Claimed, runImport } from './run-import.ts';

export type ImportLoop = {
  /** Takes up what an earlier run of the program left unfinished. */
  start: () => void;
  /** There is a new job. */
  wake: () => void;
  /** Stops reading a job at once; its row tells already that it was cancelled. */
  cancel: (id: string) => void;
  /** Ends what is running; it is taken up again by the next start. */
  stop: () => Promise<void>;
};

const DAY = 86_400_000;
/** After a failure of database or disk, in milliseconds. */
const RETRY_AFTER = 5_000;

/**
 * Reads waiting files one after another, `atOnce` at a time. Temporary copies lie in the data folder, which one
 * program holds at a time: an unfinished job with a copy here that this loop is not reading was left by a
 * program that died, and is free to be taken.
 */
export function openImportLoop(house: House, { atOnce = limits.importsAtOnce } = {}): ImportLoop {
  const running = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  let filling: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let stopping = false;

  const begin = (claimed: Claimed) => {
    const controller = new AbortController();
    const { id } = claimed.job;
    const ended = runImport(house, claimed, controller)
      .catch(later)
      .finally(() => {
        running.delete(id);
        wake();
      });
    running.set(id, { controller, ended });
  };
  const fill = async () => {
    while (!stopping && running.size < atOnce) {
      const claimed = await claimNext(house, [...running.keys()]);
      if (!claimed) return;
      begin(claimed);
    }
  };
  const later = () => {
    clearTimeout(retry);
    if (!stopping) retry = setTimeout(wake, RETRY_AFTER).unref();
  };
  function wake(): void {
    if (!stopping) filling = filling.then(fill).catch(later);
  }

  return {
    start: () => {
      filling = filling.then(() => sweep(house)).catch(later);
      wake();
    },
    wake,
    cancel: (id) => running.get(id)?.controller.abort(new Error('the import was cancelled')),
    stop: async () => {
      stopping = true;
      clearTimeout(retry);
      await filling;
      for (const { controller } of running.values()) controller.abort(new Error('the program stops'));
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}

async function claimNext(house: House, besides: string[]): Promise<Claimed | undefined> {
  const here = (await house.uploads.list()).map(({ id }) => id).filter((id) => !besides.includes(id));
  if (!here.length) return undefined;
  for (const tenantId of await listTenants(house.db)) {
    const job = await inTenant(house.db, tenantId, (tx) => claimJob(tx, here));
    if (job) return { tenantId, job };
  }
  return undefined;
}

/** Destroys copies that no unfinished job waits for, and ends jobs whose copy has been gone for a day. */
async function sweep(house: House): Promise<void> {
  const begun = new Date();
  const copies = await house.uploads.list();
  const ids = copies.map(({ id }) => id);
  const wanted = new Set<string>();
  for (const tenantId of await listTenants(house.db)) {
    await inTenant(house.db, tenantId, async (tx) => {
      for (const id of await unfinishedAmong(tx, ids)) wanted.add(id);
      const before = new Date(house.now().getTime() - DAY);
      await endLostJobs(tx, before, ids, importSentences.lost, house.now());
    });
  }
  for (const { id, at } of copies) if (!wanted.has(id) && at < begun) await house.uploads.destroy(id);
}
