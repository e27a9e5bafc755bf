import type pg from 'pg';
import { poolOf } from './database.ts';
import type { House } from './house.ts';

/** Milliseconds until a lost connection is tried again. */
const AGAIN = 1000;

export type Listening = {
  /** Takes the connection, if there is none. */
  begin: () => void;
  /** Gives it back; it may begin again. */
  rest: () => void;
  /** For good. */
  close: () => void;
};

/**
 * One connection of this process that hears a channel of PostgreSQL for as long as somebody wants to. `hear` gets the
 * payload of each message; `again` is called whenever it listens anew: something may have been missed before.
 */
export function listenTo(
  house: House,
  channel: string,
  { hear, again }: { hear: (payload: string) => void; again: () => void },
): Listening {
  let connection: Promise<pg.PoolClient | null> | null = null;
  let isWanted = false;

  const told = (message: pg.Notification) => {
    if (message.channel === channel) hear(message.payload ?? '{}');
  };
  // Ended, not reused: it would go on listening for nobody.
  const end = (client: pg.PoolClient | null) => {
    client?.removeListener('notification', told);
    client?.release(true);
  };
  const lost = (client: pg.PoolClient | null) => {
    end(client);
    connection = null;
    if (isWanted) setTimeout(connect, AGAIN).unref();
  };
  const open = async (): Promise<pg.PoolClient | null> => {
    const client = await poolOf(house.db)?.connect();
    if (!client) return null;
    client.on('notification', told);
    client.once('error', () => lost(client));
    await client.query(`listen ${channel}`);
    return client;
  };
  const connect = () => {
    if (connection || !isWanted) return;
    connection = open();
    connection.then(again, () => lost(null));
  };
  const rest = () => {
    isWanted = false;
    const given = connection;
    connection = null;
    given?.then(end, () => {});
  };
  let isClosed = false;
  return {
    begin() {
      isWanted = !isClosed;
      connect();
    },
    rest,
    close() {
      isClosed = true;
      rest();
    },
  };
}
