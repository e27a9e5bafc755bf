import type { Tx } from '#app/platform/database.ts';
import { getPeriod } from '#app/reports/index.ts';
import { type Consolidation, getConsolidation } from '../consolidation.store.ts';
import { listSentences } from '../sentence.store.ts';
import { changesOf } from './changes.ts';
import { listCarried, listVersions } from './version.store.ts';

/** What a version changes of the one it corrects; nothing for the first. */
export async function compareVersions(tx: Tx, one: Consolidation) {
  if (!one.corrects) return { before: null, reason: null, changes: [] };
  const before = await getConsolidation(tx, one.corrects);
  const { definition } = await getPeriod(tx, one.periodId);
  const versions = await listVersions(tx, one.periodId);
  const [was, is, carried] = [
    await listSentences(tx, before.id),
    await listSentences(tx, one.id),
    await listCarried(tx, one.id),
  ];
  const changes = changesOf(
    definition.slots,
    { letter: before.letter, sentences: was },
    { letter: one.letter, sentences: is },
    carried,
  );
  return { before, reason: versions.find(({ id }) => id === one.id)?.reason ?? null, changes };
}
