import type { House } from '#app/platform/house.ts';
import { listenTo } from '#app/platform/listening.ts';
import { CONSOLIDATION_CHANNEL, type Heard } from './announce.store.ts';
import type { Present } from './together.contract.ts';

type Listener = { tenantId: string; id: string; tell: (event: 'changed' | 'people', data: object) => void };

/** Who has not said anything for so long has gone: a window says where it is every 20 seconds. */
const GONE = 50_000;

/**
 * One connection of this process listens for all windows on reports that are being written. Who is in which sentence
 * is kept in memory only: it is said again and again.
 */
export function openStream(house: House) {
  const listeners = new Set<Listener>();
  const present = new Map<string, { of: string; at: number; who: Present }>();
  const keyOf = ({ tenantId, id }: { tenantId: string; id: string }) => `${tenantId} ${id}`;

  const peopleIn = (key: string): Present[] => {
    const now = house.now().getTime();
    for (const [window, one] of present) if (now - one.at > GONE) present.delete(window);
    return [...present.values()].filter((one) => one.of === key).map(({ who }) => who);
  };
  const tell = (key: string, event: 'changed' | 'people', data: object) => {
    for (const listener of listeners) if (keyOf(listener) === key) listener.tell(event, data);
  };
  const hear = (payload: string) => {
    const heard = JSON.parse(payload) as Heard;
    const key = keyOf(heard);
    if (heard.kind === 'changed') return tell(key, 'changed', { personId: heard.personId });
    const { personId, name, window, sentenceId } = heard;
    const at = `${key} ${personId} ${window}`;
    if (sentenceId === null) present.delete(at);
    else present.set(at, { of: key, at: house.now().getTime(), who: { personId, name, window, sentenceId } });
    tell(key, 'people', { people: peopleIn(key) });
  };
  const listening = listenTo(house, CONSOLIDATION_CHANNEL, {
    hear,
    // What was changed while nobody listened is read anew.
    again() {
      for (const listener of listeners) listener.tell('changed', {});
    },
  });
  return {
    /** Begins to listen; the answer ends it. */
    listen(listener: Listener): () => void {
      listeners.add(listener);
      listening.begin();
      listener.tell('people', { people: peopleIn(keyOf(listener)) });
      return () => {
        listeners.delete(listener);
        if (!listeners.size) listening.rest();
      };
    },
    close() {
      listeners.clear();
      listening.close();
    },
  };
}
