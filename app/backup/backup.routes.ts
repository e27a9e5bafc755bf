import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mountLong, type Web } from '#app/platform/http.ts';
import type { Installation } from '#app/platform/installation.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './backup.contract.ts';
import { mayBackUp } from './backup.policy.ts';
import { beginRun, stopRuns } from './backup-room.ts';
import { findHost } from './host.store.ts';
import { identityFile } from './keys.ts';
import { findLastRun, listRuns } from './run.store.ts';
import { asSeen, isOld, type Run, type RunKind } from './run.ts';

const RECENT = 30;

/** The administrator's page of backups; the runs go on in the background. */
export function backupRoutes(web: Web, house: House): void {
  // A run lives longer than the request that asked for it.
  const lasting = (): House => ({ ...house, log: web.log });
  web.addHook('onClose', () => stopRuns(house.installation));
  mountLong(web, house, contract.showBackups, async ({ viewer }) => {
    await requireHost(house, viewer);
    return show(house);
  });
  mountLong(web, house, contract.startBackup, ({ viewer }) => begin(lasting(), 'backup', viewer));
  mountLong(web, house, contract.startDrill, ({ viewer }) => begin(lasting(), 'drill', viewer));
}

async function requireHost(house: House, viewer: Viewer): Promise<void> {
  requirePolicy(mayBackUp, viewer, { hostId: await findHost(house.db) });
}

async function begin(house: House, kind: RunKind, viewer: Viewer): Promise<{ id: string }> {
  await requireHost(house, viewer);
  const { id } = await beginRun(house, kind, 'asked', (insert) =>
    inTenant(house.db, viewer.tenantId, async (tx) => {
      const subjectId = await insert(tx);
      await appendEvent(tx, house.now(), {
        subjectKind: 'backup',
        subjectId,
        kind: `${kind}.asked`,
        actorId: viewer.personId,
        payload: {},
      });
      return subjectId;
    }),
  );
  return { id };
}

async function show(house: House) {
  const now = house.now();
  const recent = (await listRuns(house.db, RECENT)).map((run) => asSeen(run, now));
  const lastGood = await findLastRun(house.db, 'backup', { state: 'done' });
  const lastDrill = await findLastRun(house.db, 'drill', { state: 'done' });
  const goodOf = { backup: lastGood, drill: lastDrill };
  const running = recent.find((run) => run.state === 'running');
  return {
    lastGood: lastGood
      ? { ...toShape(lastGood), isThere: existsSync(join(lastGood.place ?? '', lastGood.archive ?? '')) }
      : null,
    lastDrill: lastDrill ? toShape(lastDrill) : null,
    running: running ? toShape(running) : null,
    failed: recent.filter((run) => run.state === 'failed' && isAfter(run, goodOf[run.kind])).map(toShape),
    isOld: isOld(lastGood, now),
    recent: recent.map(toShape),
    settings: settingsOf(house.installation),
  };
}

const isAfter = (run: Run, good: Run | undefined): boolean => !good || run.startedAt > good.startedAt;

const toShape = ({ seenAt: _, ...run }: Run) => ({
  ...run,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
});

function settingsOf({ backup, dataFolder }: Installation) {
  return {
    at: backup.at,
    folder: backup.folder,
    isBesideData: backup.folder.startsWith(dataFolder + sep),
    ...backup.keep,
    lock: backup.passphrase
      ? ('passphrase' as const)
      : backup.recipients.length
        ? ('recipients' as const)
        : ('own' as const),
    identityFile: identityFile(dataFolder),
  };
}
