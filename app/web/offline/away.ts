import { useSyncExternalStore } from 'react';

let isAway = typeof navigator !== 'undefined' && navigator.onLine === false;
const listeners = new Set<() => void>();

/** Told by every call: whether the server was reached. A cable in the wall is no answer of the server. */
export function noteReached(reached: boolean): void {
  if (isAway === !reached) return;
  isAway = !reached;
  for (const listener of listeners) listener();
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

if (typeof window !== 'undefined') window.addEventListener('offline', () => noteReached(false));

/** Is the server out of reach just now? */
export const useAway = (): boolean => useSyncExternalStore(listen, () => isAway);
