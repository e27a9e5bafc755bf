import type pg from 'pg';
import { poolOf } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { NOTICE_CHANNEL } from './notice.store.ts';

/** What is heard at commit: somebody has a new notice (`seq`), or read some in another window. */
export type Heard = { tenantId: string; personId: string; seq?: number };

/** `null`: the connection was away and something may have been missed. */
type Listener = { tenantId: string; personId: string; tell: (heard: Heard | null) => void };

export type NoticeStream = { listen: (listener: Listener) => () => void; close: () => void };

const AGAIN = 1000;

/**
 * One connection of this process listens for all browsers; it is taken when the first comes and given back after the
 * last has gone. Each is told of its own person's notices only.
 */
export function openNoticeStream(house: House): NoticeStream {
  const byPerson = new Map<string, Set<Listener>>();
  let connection: Promise<pg.PoolClient | null> | null = null;
  let isClosed = false;
  const keyOf = ({ tenantId, personId }: { tenantId: string; personId: string }) => `${tenantId} ${personId}`;
  const everyone = () => [...byPerson.values()].flatMap((listeners) => [...listeners]);

  const hear = ({ payload }: pg.Notification) => {
    const heard = JSON.parse(payload ?? '{}') as Heard;
    for (const listener of byPerson.get(keyOf(heard)) ?? []) listener.tell(heard);
  };
  const connect = async (): Promise<pg.PoolClient | null> => {
    const client = await poolOf(house.db)?.connect();
    if (!client) return null;
    client.on('notification', hear);
    client.once('error', () => lost(client));
    await client.query(`listen ${NOTICE_CHANNEL}`);
    return client;
  };
  const lost = (client: pg.PoolClient | null) => {
    client?.removeListener('notification', hear);
    client?.release(true);
    connection = null;
    if (!isClosed && byPerson.size) setTimeout(reconnect, AGAIN).unref();
  };
  const reconnect = () => {
    if (isClosed || connection || !byPerson.size) return;
    connection = connect();
    connection.then(
      () => {
        for (const listener of everyone()) listener.tell(null);
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
        // Ended, not reused: it would go on listening for nobody.
        client?.release(true);
      },
      () => {},
    );
  };

  return {
    listen(listener) {
      const key = keyOf(listener);
      byPerson.set(key, (byPerson.get(key) ?? new Set()).add(listener));
      reconnect();
      return () => {
        const others = byPerson.get(key);
        others?.delete(listener);
        if (!others?.size) byPerson.delete(key);
        if (!byPerson.size) giveBack();
      };
    },
    close() {
      isClosed = true;
      byPerson.clear();
      giveBack();
    },
  };
}
