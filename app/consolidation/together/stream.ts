import type pg from 'pg';
import { poolOf } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { CONSOLIDATION_CHANNEL, type Heard } from './announce.store.ts';
import type { Present } from './together.contract.ts';

type Listener = { tenantId: string; id: string; tell: (event: 'changed' | 'people', data: object) => void };

/** Who has not said anything for so long has gone: a window says where it is every 20 seconds. */
const GONE = 50_000;
const AGAIN = 1000;

/**
 * One connection of this process listens for all windows on reports that are being written. Who is in which sentence
 * is kept in memory only: it is said again and again.
 */
export function openStream(house: House) {
  const listeners = new Set<Listener>();
  const present = new Map<string, { of: string; at: number; who: Present }>();
  let connection: Promise<pg.PoolClient | null> | null = null;
  let isClosed = false;
  const keyOf = ({ tenantId, id }: { tenantId: string; id: string }) => `${tenantId} ${id}`;

  const peopleIn = (key: string): Present[] => {
    const now = house.now().getTime();
    for (const [window, one] of present) if (now - one.at > GONE) present.delete(window);
    return [...present.values()].filter((one) => one.of === key).map(({ who }) => who);
  };
  const tell = (key: string, event: 'changed' | 'people', data: object) => {
    for (const listener of listeners) if (keyOf(listener) === key) listener.tell(event, data);
  };
  const hear = ({ channel, payload }: pg.Notification) => {
    if (channel !== CONSOLIDATION_CHANNEL) return;
    const heard = JSON.parse(payload ?? '{}') as Heard;
    const key = keyOf(heard);
    if (heard.kind === 'changed') return tell(key, 'changed', { personId: heard.personId });
    const { personId, name, window, sentenceId } = heard;
    const at = `${key} ${personId} ${window}`;
    if (sentenceId === null) present.delete(at);
    else present.set(at, { of: key, at: house.now().getTime(), who: { personId, name, window, sentenceId } });
    tell(key, 'people', { people: peopleIn(key) });
  };
  const lost = (client: pg.PoolClient | null) => {
    client?.removeListener('notification', hear);
    client?.release(true);
    connection = null;
    if (!isClosed && listeners.size) setTimeout(connect, AGAIN).unref();
  };
  const open = async (): Promise<pg.PoolClient | null> => {
    const client = await poolOf(house.db)?.connect();
    if (!client) return null;
    client.on('notification', hear);
    client.once('error', () => lost(client));
    await client.query(`listen ${CONSOLIDATION_CHANNEL}`);
    return client;
  };
  const connect = () => {
    if (isClosed || connection || !listeners.size) return;
    connection = open();
    connection.then(
      // What was changed while nobody listened is read anew.
      () => {
        for (const listener of listeners) listener.tell('changed', {});
      },
      () => lost(null),
    );
  };
  const giveBack = () => {
    const given = connection;
    connection = null;
    given?.then(
      (client) => {
        client?.removeListener('notification', hear);
        client?.release(true);
      },
      () => {},
    );
  };
  return {
    /** Begins to listen; the answer ends it. */
    listen(listener: Listener): () => void {
      listeners.add(listener);
      connect();
      listener.tell('people', { people: peopleIn(keyOf(listener)) });
      return () => {
        listeners.delete(listener);
        if (!listeners.size) giveBack();
      };
    },
    close() {
      isClosed = true;
      listeners.clear();
      giveBack();
    },
  };
}
