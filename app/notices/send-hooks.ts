import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { maySendNow } from './own-ladder.ts';
import { isPrivateAddress, publicLookup } from './private-address.ts';
import { pageOfNotice } from './say-notice.ts';
import {
  claimDeliveries,
  listHooksKept,
  listNewFor,
  noteDelivery,
  queueDeliveries,
} from './webhook.store.ts';
import { nextHookAttempt, signatureOf } from './webhook.ts';

const PATIENCE = 10_000;
export const sealOfHook = (id: string): string => `webhook:${id}`;

/**
 * Tells other systems of new notices, at every tick outside quiet hours, since what they are told they pass on to
 * people: queued in one transaction, sent outside of any.
 */
export const sendHooksJob: Job = {
  name: 'notices.hooks',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute()) await sendFor(house, id);
  },
};

async function sendFor(house: House, tenantId: string): Promise<void> {
  const now = house.now();
  const { hooks, claimed } = await inTenant(house.db, tenantId, async (tx) => {
    const kept = await listHooksKept(tx);
    if (!kept.length || !(await maySendNow(tx, now))) return { hooks: [], claimed: [] };
    for (const hook of kept.filter(({ isOn }) => isOn)) {
      const fresh = await listNewFor(tx, Number(hook.afterSeq));
      const last = fresh.at(-1);
      if (!last) continue;
      const made = fresh
        .filter(({ muted }) => !muted)
        .map((notice) => ({ noticeId: notice.id, body: bodyOf(notice, house.origin) }));
      await queueDeliveries(tx, hook.id, made, Number(last.seq), now);
    }
    const again = new Date(now.getTime() + 10 * 60_000);
    return { hooks: kept, claimed: await claimDeliveries(tx, now, again) };
  });
  await Promise.all(
    claimed.map(async ({ id, webhookId, body, attempts }) => {
      const hook = hooks.find((one) => one.id === webhookId);
      if (!hook) return;
      const secret = house.seal.open(hook.secret, sealOfHook(hook.id));
      const error = await deliver(house, hook.url, body, {
        'x-nhipcau-delivery': id,
        'x-nhipcau-signature': signatureOf(body, secret, now),
      });
      const again = error ? nextHookAttempt(attempts, now) : null;
      const state = error ? (again ? 'waiting' : 'dead') : 'sent';
      await inTenant(house.db, tenantId, (tx) => noteDelivery(tx, id, { state, error, again, now }));
    }),
  );
}

type Told = Awaited<ReturnType<typeof listNewFor>>[number];

const bodyOf = ({ seq, muted: _, sentAt, ...notice }: Told, origin: string): string =>
  JSON.stringify({
    kind: 'notice',
    ...notice,
    sentAt: sentAt.toISOString(),
    url: `${origin}${pageOfNotice(notice)}`,
  });

/** Null when it was taken (2xx), else one sentence. Redirects are not followed: they could lead inside. */
function deliver(
  house: House,
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<string | null> {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!house.allowPrivateHooks && isIP(host) && isPrivateAddress(host))
    return Promise.resolve(faults.EPRIVATE!);
  return new Promise((resolve) => {
    const asked = (protocol === 'https:' ? secure : plain)(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
        ...(house.allowPrivateHooks ? {} : { lookup: publicLookup }),
        agent: false,
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        answer.destroy();
        resolve(status >= 200 && status < 300 ? null : `Hệ thống ngoài trả lời ${status}.`);
      },
    );
    // All of it, from the look-up on: a receiver that drips must not hold the job up.
    const timer = setTimeout(
      () => asked.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })),
      PATIENCE,
    );
    asked.on('close', () => clearTimeout(timer));
    asked.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      resolve(faults[code] ?? 'Không gửi được tới hệ thống ngoài.'),
    );
    asked.end(body);
  });
}

const faults: Record<string, string> = {
  EPRIVATE: 'Địa chỉ thuộc mạng nội bộ nên không gửi: người vận hành có thể cho phép.',
  ETIMEDOUT: 'Hệ thống ngoài không trả lời trong 10 giây.',
  ECONNREFUSED: 'Hệ thống ngoài từ chối kết nối.',
  ECONNRESET: 'Hệ thống ngoài ngắt kết nối.',
  ENOTFOUND: 'Không tìm thấy tên máy của hệ thống ngoài.',
};
