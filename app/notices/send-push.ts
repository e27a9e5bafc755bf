import webPush from 'web-push';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { listNotices, type NoticeRecord } from './notice.store.ts';
import { maySendNow } from './own-ladder.ts';
import { sealOfDevice, sealOfKey } from './push.routes.ts';
import { dropDevice, findPushKey, listDevices, noteDevice } from './push.store.ts';
import { pageOfNotice, sayNotice } from './say-notice.ts';
import { nextHookAttempt } from './webhook.ts';

export type PushMessage = { endpoint: string; headers: Record<string, string>; body: Buffer };
/** Hands a message over; returns the answer's status. */
export type PushPost = (message: PushMessage) => Promise<number>;

const MOST = 20;

/** Tells devices of new notices that ask for it, at every tick outside quiet hours. `post` is replaced in tests. */
export const sendPushJob = (post: PushPost = postToService): Job => ({
  name: 'notices.push',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await sendFor(house, id, post);
  },
});

async function sendFor(house: House, tenantId: string, post: PushPost): Promise<void> {
  const waiting = await inTenant(house.db, tenantId, (tx) => whatWaits(tx, house, tenantId));
  for (const { device, subscription, notices, vapidDetails } of waiting) {
    let after = Number(device.afterSeq);
    let status = 201;
    for (const notice of notices) {
      status = await pushOne(house, post, subscription, notice, vapidDetails);
      if (hasFailed(status)) break;
      after = Number(notice.seq);
    }
    const fault = hasFailed(status) ? faultOf(status, device.failures + 1, house.now()) : null;
    await inTenant(house.db, tenantId, (tx) =>
      // The browser took its consent back: nothing of it is kept.
      status === 404 || status === 410 ? dropDevice(tx, device.id) : noteDevice(tx, device.id, after, fault),
    );
  }
}

const hasFailed = (status: number) => status < 200 || status >= 300;

/** Tried again with the pauses of a webhook; given up after the last, visibly. */
const faultOf = (status: number, failures: number, at: Date) => ({
  failures,
  at,
  again: nextHookAttempt(failures, at),
  sentence: status
    ? `Dịch vụ thông báo của trình duyệt trả lời ${status}.`
    : 'Không gửi được tới dịch vụ thông báo của trình duyệt.',
});

async function whatWaits(tx: Tx, house: House, tenantId: string) {
  const devices = await listDevices(tx, house.now());
  const key = devices.length ? await findPushKey(tx) : undefined;
  if (!key) return [];
  const now = house.now();
  if (!(await maySendNow(tx, now))) return [];
  const vapidDetails = {
    subject: house.origin.startsWith('https:') ? house.origin : 'mailto:quantri@nhipcau.invalid',
    publicKey: key.publicKey,
    privateKey: house.seal.open(key.privateKey, sealOfKey(tenantId)),
  };
  const found = [];
  for (const device of devices) {
    const { personId, afterSeq } = device;
    const unread = await listNotices(
      tx,
      { personId, unread: true, after: Number(afterSeq) },
      { limit: MOST },
    );
    const notices = unread.filter(({ channel }) => channel === 'push').reverse();
    if (!notices.length) continue;
    const subscription = JSON.parse(house.seal.open(device.content, sealOfDevice(personId)));
    found.push({ device, subscription, notices, vapidDetails });
  }
  return found;
}

/** What a device shows is read by whoever holds it: the kind of notice and the first words of the work. */
async function pushOne(
  house: House,
  post: PushPost,
  subscription: webPush.PushSubscription,
  notice: NoticeRecord,
  vapidDetails: { subject: string; publicKey: string; privateKey: string },
): Promise<number> {
  const payload = JSON.stringify({
    title: sayNotice(notice, 'vi'),
    body: notice.title.slice(0, 120),
    tag: notice.id,
    url: `${house.origin}${pageOfNotice(notice)}`,
  });
  try {
    const made = webPush.generateRequestDetails(subscription, payload, { vapidDetails, TTL: 86_400 });
    return await post({
      endpoint: made.endpoint,
      headers: made.headers as unknown as Record<string, string>,
      body: made.body as Buffer,
    });
  } catch (error) {
    house.log?.warn({ code: (error as NodeJS.ErrnoException).code }, 'push not sent');
    return 0;
  }
}

const postToService: PushPost = async ({ endpoint, headers, body }) => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  await answer.body?.cancel();
  return answer.status;
};
