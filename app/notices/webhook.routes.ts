import { randomBytes, randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { mayKeepHooks } from './notice.policy.ts';
import { isPrivateAddress } from './private-address.ts';
import { sealOfHook } from './send-hooks.ts';
import * as contract from './webhook.contract.ts';
import {
  countDeliveries,
  deleteHook,
  findHook,
  insertHook,
  listHooksKept,
  listTroubled,
  reviveDelivery,
  setHookOn,
} from './webhook.store.ts';

/** Other systems that are told of notices; kept by the administrator. */
export function webhookRoutes(web: Web, house: House): void {
  mount(web, house, contract.listHooks, async ({ viewer, tx }) => {
    requirePolicy(mayKeepHooks, viewer, undefined);
    const counts = await countDeliveries(tx);
    const of = (id: string, state: string) =>
      Number(counts.find((one) => one.webhookId === id && one.state === state)?.many ?? 0);
    return {
      hooks: (await listHooksKept(tx)).map(({ id, url, isOn, createdAt }) => ({
        id,
        url,
        isOn,
        createdAt: createdAt.toISOString(),
        counts: { waiting: of(id, 'waiting'), sent: of(id, 'sent'), dead: of(id, 'dead') },
      })),
      troubled: (await listTroubled(tx)).map((one) => ({
        ...one,
        state: one.state as 'waiting' | 'dead',
        nextAttemptAt: one.nextAttemptAt.toISOString(),
        createdAt: one.createdAt.toISOString(),
      })),
    };
  });
  mount(web, house, contract.addHook, async ({ body: { url }, viewer, tx }) => {
    requirePolicy(mayKeepHooks, viewer, undefined);
    checkAddress(url, house);
    const id = randomUUID();
    const secret = randomBytes(32).toString('base64url');
    const sealed = house.seal.close(secret, sealOfHook(id));
    await insertHook(tx, { id, url, secret: sealed, createdBy: viewer.personId, at: house.now() });
    await tell(tx, house, viewer, 'notices.hook-saved', url);
    return { id, secret };
  });
  mount(web, house, contract.switchHook, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayKeepHooks, viewer, undefined);
    const hook = await getHook(tx, params.id);
    await setHookOn(tx, hook.id, body.isOn);
    await tell(tx, house, viewer, body.isOn ? 'notices.hook-saved' : 'notices.hook-paused', hook.url);
    return { ok: true as const };
  });
  mount(web, house, contract.removeHook, async ({ params, viewer, tx }) => {
    requirePolicy(mayKeepHooks, viewer, undefined);
    const hook = await getHook(tx, params.id);
    await deleteHook(tx, hook.id);
    await tell(tx, house, viewer, 'notices.hook-removed', hook.url);
    return { ok: true as const };
  });
  mount(web, house, contract.retryDelivery, async ({ params, viewer, tx }) => {
    requirePolicy(mayKeepHooks, viewer, undefined);
    if (!(await reviveDelivery(tx, params.id, house.now()))) throw notFound('tin này');
    return { ok: true as const };
  });
}

/** What can be told from the words of an address; names are looked up each time something is sent. */
function checkAddress(url: string, house: House): void {
  const { hostname, username } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isInside = host === 'localhost' || (isIP(host) !== 0 && isPrivateAddress(host));
  if (username || (isInside && !house.allowPrivateHooks))
    throw invalid(
      'Địa chỉ này thuộc mạng nội bộ hoặc kèm tên đăng nhập: nhập địa chỉ công khai của hệ thống.',
      [{ path: 'url', message: 'Cần địa chỉ công khai, không kèm tên đăng nhập.' }],
    );
}

async function getHook(tx: Tx, id: string) {
  const hook = await findHook(tx, id);
  if (!hook) throw notFound('hệ thống ngoài này');
  return hook;
}

const tell = (tx: Tx, house: House, viewer: Viewer, kind: string, url: string) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'notices',
    subjectId: viewer.tenantId,
    kind,
    actorId: viewer.personId,
    payload: { host: new URL(url).host },
  });
