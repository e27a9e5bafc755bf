export { backupBook } from './backup.events.ts';
export { backupFigures } from './backup.figures.ts';
export { backupJob } from './backup.jobs.ts';
export { backupRoutes } from './backup.routes.ts';
export { beginRun, stopRuns } from './backup-room.ts';
export { checkBackupKeys, identityFile, readIdentity } from './keys.ts';
export type { Report } from './make-archive.ts';
export { restoreArchive } from './restore-archive.ts';
export { findLastRun } from './run.store.ts';
