import type { House } from '#app/platform/house.ts';
import { listenTo } from '#app/platform/listening.ts';
import { NOTICE_CHANNEL } from './notice.store.ts';

/** What is heard at commit: somebody has a new notice (`seq`), or read some in another window. */
export type Heard = { tenantId: string; personId: string; seq?: number };

/** `null`: the connection was away and something may have been missed. */
type Listener = { tenantId: string; personId: string; tell: (heard: Heard | null) => void };

export type NoticeStream = { listen: (listener: Listener) => () => void; close: () => void };

/**
 * One connection of this process listens for all browsers; it is taken when the first comes and given back after the
 * last has gone. Each is told of its own person's notices only.
 */
export function openNoticeStream(house: House): NoticeStream {
  const byPerson = new Map<string, Set<Listener>>();
  const keyOf = ({ tenantId, personId }: { tenantId: string; personId: string }) => `${tenantId} ${personId}`;
  const listening = listenTo(house, NOTICE_CHANNEL, {
    hear(payload) {
      const heard = JSON.parse(payload) as Heard;
      for (const listener of byPerson.get(keyOf(heard)) ?? []) listener.tell(heard);
    },
    again() {
      for (const listeners of byPerson.values()) for (const listener of listeners) listener.tell(null);
    },
  });
  return {
    listen(listener) {
      const key = keyOf(listener);
      byPerson.set(key, (byPerson.get(key) ?? new Set()).add(listener));
      listening.begin();
      return () => {
        const others = byPerson.get(key);
        others?.delete(listener);
        if (!others?.size) byPerson.delete(key);
        if (!byPerson.size) listening.rest();
      };
    },
    close() {
      byPerson.clear();
      listening.close();
    },
  };
}
