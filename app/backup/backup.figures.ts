import type { Figure } from '#app/platform/metrics.ts';
import { findLastRun } from './run.store.ts';

/** Age of the last good backup and of the last drill passed; nothing where there was none. */
export const backupFigures: Figure[] = (['backup', 'drill'] as const).map((kind) => ({
  name: `${kind}_age_seconds`,
  help:
    kind === 'backup'
      ? 'Since the last good backup began.'
      : 'Since the last restore drill that passed began.',
  read: async (house) => {
    const last = await findLastRun(house.db, kind, { state: 'done' });
    return last ? [{ value: (house.now().getTime() - last.startedAt.getTime()) / 1000 }] : [];
  },
}));
