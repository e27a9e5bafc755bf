import { AsyncLocalStorage } from 'node:async_hooks';
import type { Viewer } from './viewer.ts';

const viewers = new AsyncLocalStorage<Viewer | null>();

/** Runs the work of one request; what it appends to the ledger can tell on whose behalf it was done. */
export const workingAs = <T>(viewer: Viewer | null, work: () => T): T => viewers.run(viewer, work);

/** The person in whose stead `actorId` acts in this request: set by the policy that was passed on their role alone. */
export function actingFor(actorId: string | null): string | undefined {
  const viewer = viewers.getStore();
  return viewer && viewer.personId === actorId ? viewer.actsFor : undefined;
}
