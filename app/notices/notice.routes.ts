import { appendEvent } from '#app/ledger/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { listToldOf } from './delivery.store.ts';
import * as contract from './notice.contract.ts';
import { countNotices, listMutes, listNotices, noteRead, noteShown, putMute } from './notice.store.ts';
import { tellRead } from './tell-duties.ts';

const SHOWN = 50;

/** A person's own notices. */
export function noticeRoutes(web: Web, house: House): void {
  mount(web, house, contract.listMyNotices, async ({ query, viewer: { personId }, tx }) => {
    const filter = { personId, unread: query.show === 'unread' };
    const found = await listNotices(tx, filter, { limit: SHOWN + 1, before: query.before });
    const rows = found.slice(0, SHOWN);
    const unseen = rows.filter(({ shownAt }) => !shownAt).map(({ id }) => id);
    await noteShown(tx, unseen, house.now());
    return {
      rows: rows.map((row) => ({
        ...row,
        seq: Number(row.seq),
        sentAt: row.sentAt.toISOString(),
        readAt: row.readAt?.toISOString() ?? null,
      })),
      unread: await countNotices(tx, { personId, unread: true }),
      total: await countNotices(tx, { personId }),
      hasMore: found.length > SHOWN,
      mutes: (await listMutes(tx, personId)).map(({ personId: _, ...mute }) => mute),
    };
  });
  mount(web, house, contract.countUnread, async ({ viewer: { personId }, tx }) => ({
    unread: await countNotices(tx, { personId, unread: true }),
  }));
  mount(web, house, contract.readNotices, async ({ body, viewer: { personId }, tx }) => {
    const read = await noteRead(tx, personId, body.ids, house.now());
    if (read.length)
      await appendEvent(tx, house.now(), {
        subjectKind: 'notices',
        subjectId: personId,
        kind: 'notices.read',
        actorId: personId,
        payload: { count: read.length, notices: read.slice(0, 100) },
      });
    await tellRead(tx, house, personId, await listToldOf(tx, read));
    return { read: read.length, unread: await countNotices(tx, { personId, unread: true }) };
  });
  mount(web, house, contract.muteSubject, async ({ body, viewer: { personId }, tx }) => {
    const { subjectKind, subjectId, muted } = body;
    await putMute(tx, { personId, subjectKind, subjectId, muted, at: house.now() });
    await appendEvent(tx, house.now(), {
      subjectKind: 'notices',
      subjectId: personId,
      kind: 'notices.muted',
      actorId: personId,
      payload: { subjectKind, subject: subjectId, muted },
    });
    return { ok: true as const };
  });
}
