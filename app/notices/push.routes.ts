import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import webPush from 'web-push';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { mayKeepHooks, mayRetryDevice } from './notice.policy.ts';
import * as contract from './push.contract.ts';
import {
  countDevices,
  dropDevices,
  findDevice,
  findPushKey,
  insertPushKey,
  listTroubledDevices,
  putDevice,
  reviveDevice,
} from './push.store.ts';
import { isPushService } from './push-service.ts';

export const sealOfKey = (tenantId: string): string => `push-key:${tenantId}`;
export const sealOfDevice = (personId: string): string => `push-device:${personId}`;
const worker = readFileSync(join(import.meta.dirname, 'push-worker.js'), 'utf8');

/** Notices on one's own devices: turned on and off by each person on each device. */
export function pushRoutes(web: Web, house: House): void {
  mount(web, house, contract.pushState, async ({ viewer, tx }) => ({
    publicKey: await publicKeyOf(tx, house, viewer.tenantId),
    devices: await countDevices(tx, viewer.personId),
  }));
  mount(web, house, contract.turnPushOn, async ({ body, viewer, tx }) => {
    if (!isPushService(body.endpoint))
      throw invalid(
        'Trình duyệt này dùng dịch vụ thông báo chưa được biết: hãy dùng Chrome, Edge, Firefox hoặc Safari.',
      );
    await publicKeyOf(tx, house, viewer.tenantId);
    const content = house.seal.close(JSON.stringify(body), sealOfDevice(viewer.personId));
    const { personId } = viewer;
    await putDevice(tx, { personId, endpointHash: hash(body.endpoint), content, at: house.now() });
    await tell(tx, house, viewer, true);
    return { ok: true as const };
  });
  mount(web, house, contract.turnPushOff, async ({ body, viewer, tx }) => {
    await dropDevices(tx, viewer.personId, body.endpoint ? hash(body.endpoint) : undefined);
    await tell(tx, house, viewer, false);
    return { ok: true as const };
  });
  mount(web, house, contract.listTroubledDevices, async ({ viewer, tx }) => {
    const found = await listTroubledDevices(
      tx,
      mayKeepHooks.allows(viewer, undefined) ? null : viewer.personId,
    );
    return {
      devices: found.map(({ personId, ...device }) => ({
        ...device,
        isMine: personId === viewer.personId,
        madeAt: device.madeAt.toISOString(),
        nextAttemptAt: device.nextAttemptAt?.toISOString() ?? null,
        givenUpAt: device.givenUpAt?.toISOString() ?? null,
      })),
    };
  });
  mount(web, house, contract.retryDevice, async ({ params, viewer, tx }) => {
    const device = await findDevice(tx, params.id);
    if (!device) throw notFound('thiết bị này');
    requirePolicy(mayRetryDevice, viewer, device);
    await reviveDevice(tx, device.id);
    return { ok: true as const };
  });
  web.get('/push-worker.js', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
  );
}

const hash = (endpoint: string) => createHash('sha256').update(endpoint).digest();

/** The province's key, made when it is first asked for. */
async function publicKeyOf(tx: Tx, house: House, tenantId: string): Promise<string> {
  const found = await findPushKey(tx);
  if (found) return found.publicKey;
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  await insertPushKey(tx, publicKey, house.seal.close(privateKey, sealOfKey(tenantId)), house.now());
  return (await findPushKey(tx))!.publicKey;
}

const tell = (tx: Tx, house: House, viewer: Viewer, on: boolean) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'notices',
    subjectId: viewer.personId,
    kind: 'notices.push-set',
    actorId: viewer.personId,
    payload: { on },
  });
