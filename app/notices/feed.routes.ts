import { createHash, randomBytes } from 'node:crypto';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { addDays } from '#libraries/calendar/index.ts';
import * as contract from './feed.contract.ts';
import { endFeed, findFeed, findFeedBySecret, insertFeed, listFeedsOf, noteFetched } from './feed.store.ts';
import { writeCalendar } from './ical.ts';
import { mayKeepFeed, mayMakeFeed } from './notice.policy.ts';
import { listMutes } from './notice.store.ts';
import { recipientsOf } from './recipients.ts';
import { listHolders, listSubjects } from './subject.store.ts';

/** Calendars of due days for other programs: made, revoked, and read by whoever has the secret address. */
export function feedRoutes(web: Web, house: House): void {
  mount(web, house, contract.listFeeds, async ({ viewer, tx }) => {
    const agencies = agenciesToShare(viewer);
    const found = await listFeedsOf(
      tx,
      viewer.personId,
      agencies.map(({ id }) => id),
    );
    return {
      agencies,
      feeds: found.map(({ personId: _, ...feed }) => ({
        ...feed,
        createdAt: feed.createdAt.toISOString(),
        fetchedAt: feed.fetchedAt?.toISOString() ?? null,
      })),
    };
  });
  mount(web, house, contract.makeFeed, async ({ body: { agencyId }, viewer, tx }) => {
    requirePolicy(mayMakeFeed, viewer, { agencyId });
    const secret = randomBytes(32).toString('base64url');
    const { personId, tenantId } = viewer;
    const id = await insertFeed(tx, { tokenHash: hash(secret), personId, agencyId, at: house.now() });
    await tell(tx, house, viewer, 'notices.feed-made', { feed: id, agencyId });
    return { id, url: `${house.origin}/api/calendar/${tenantId}.${secret}.ics` };
  });
  mount(web, house, contract.revokeFeed, async ({ params, viewer, tx }) => {
    const feed = await findFeed(tx, params.id);
    if (!feed) throw notFound('liên kết lịch này');
    requirePolicy(mayKeepFeed, viewer, feed);
    await endFeed(tx, feed.id, house.now());
    await tell(tx, house, viewer, 'notices.feed-revoked', { feed: feed.id, agencyId: feed.agencyId });
    return { ok: true as const };
  });
  web.get<{ Params: { token: string } }>(
    '/api/calendar/:token',
    { schema: { hide: true } },
    async ({ params }, reply) => {
      const [, tenantId, secret] = /^([0-9a-f-]{36})\.([\w-]{43})\.ics$/.exec(params.token) ?? [];
      const text = tenantId && secret ? await readFeed(house, tenantId, secret) : null;
      if (!text) throw notFound('lịch này');
      return reply.type('text/calendar; charset=utf-8').send(text);
    },
  );
}

const hash = (secret: string) => createHash('sha256').update(secret).digest();

const agenciesToShare = (viewer: Viewer) => {
  const own = viewer.memberships.filter(({ agencyId }) => mayMakeFeed.allows(viewer, { agencyId }));
  return [...new Map(own.map(({ agencyId, agencyName }) => [agencyId, agencyName]))].map(([id, name]) => ({
    id,
    name,
  }));
};

const tell = (tx: Tx, house: House, viewer: Viewer, kind: string, payload: Record<string, unknown>) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'notices',
    subjectId: viewer.personId,
    kind,
    actorId: viewer.personId,
    payload,
  });

/** Null when the secret opens nothing, or its maker no longer works there. */
const readFeed = (house: House, tenantId: string, secret: string): Promise<string | null> =>
  inTenant(house.db, tenantId, async (tx) => {
    const feed = await findFeedBySecret(tx, hash(secret));
    if (!feed) return null;
    const today = officeDay(house.now());
    const holders = await listHolders(tx, today);
    const { personId, agencyId } = feed;
    // A personal one is empty by itself once its owner has no part in anything; an agency's is for who works there.
    const works = !agencyId || holders.some((one) => one.personId === personId && one.agencyId === agencyId);
    if (!works) return null;
    await noteFetched(tx, feed.id, house.now());
    const reach = { from: addDays(today, -60), to: addDays(today, 400) };
    const found = await listSubjects(tx, agencyId ? { ...reach, agencyIds: [agencyId] } : reach);
    // What its owner muted is not in their own calendar: it would remind them. An agency's calendar is not one person's.
    const muted = new Set((await listMutes(tx, personId)).map(({ subjectId }) => subjectId));
    const isTheirs = agencyId
      ? () => true
      : (one: (typeof found)[number]) =>
          !muted.has(one.id) &&
          [...recipientsOf(one, 'doer', holders), ...recipientsOf(one, 'head', holders)].includes(personId);
    return writeCalendar(
      agencyId ? `Nhịp Cầu: ${feed.agencyName}` : 'Nhịp Cầu: việc của tôi',
      found.filter(isTheirs),
      { origin: house.origin, at: house.now() },
    );
  });
