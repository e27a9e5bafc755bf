import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { remindByHand } from './notice.contract.ts';
import { publishedParts } from './notices.test-data.ts';
import { listTroubledDevices, pushState, retryDevice, turnPushOff, turnPushOn } from './push.contract.ts';
import { type PushMessage, sendPushJob } from './send-push.ts';

let t: TestHouse;
let parts: { assignmentId: string; agency: string }[];
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  parts = (await publishedParts(t)).filter(({ agency }) => agency === 'Sở Ngoại vụ');
});
afterAll(() => t.close());

const device = (endpoint: string) => {
  const ecdh = createECDH('prime256v1');
  return {
    endpoint,
    keys: {
      p256dh: ecdh.generateKeys().toString('base64url'),
      auth: randomBytes(16).toString('base64url'),
    },
  };
};

test('a device that was turned on is told once, encrypted, outside quiet hours; one that is gone is forgotten', async () => {
  const own = await t.as('ngoaivu@example.vn');
  const focal = await t.as('daumoi@example.vn');
  const posted: PushMessage[] = [];
  let status = 201;
  const job = sendPushJob(async (message) => {
    posted.push(message);
    return status;
  });
  const at = async (instant: string) => {
    t.setNow(new Date(instant));
    await runDueJobs(t.house, [job]);
  };
  expect((await own.refused(turnPushOn, { body: device('https://10.0.0.1/x') })).status).toBe(422);
  await own.call(turnPushOn, { body: device('https://fcm.googleapis.com/fcm/send/mot-thiet-bi') });
  expect((await own.call(pushState, {})).devices).toBe(1);
  const kept = await t.owner.selectFrom('push_subscription').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain('googleapis');

  await focal.call(remindByHand, { params: { id: parts[0]!.assignmentId } });
  t.setNow(new Date('2026-11-23T14:00:00Z'));
  await runDueJobs(t.house, [job]);
  expect(posted).toHaveLength(0);
  t.setNow(new Date('2026-11-25T02:00:00Z'));
  await runDueJobs(t.house, [job]);
  await runDueJobs(t.house, [job]);
  expect(posted).toHaveLength(1);
  expect(posted[0]!.headers).toMatchObject({ 'Content-Encoding': 'aes128gcm' });
  expect(posted[0]!.body.toString('utf8')).not.toContain('nhắc');

  status = 500;
  const morning = await t.as('daumoi@example.vn');
  await morning.call(remindByHand, { params: { id: parts[1]!.assignmentId } });
  for (const when of ['02:00', '02:00', '02:02', '02:10', '03:00', '06:00', '09:30'])
    await at(`2026-11-25T${when}:00Z`);
  expect(posted).toHaveLength(6);
  await at('2026-11-26T04:00:00Z');
  await at('2026-11-30T04:00:00Z');
  await at('2026-12-10T04:00:00Z');
  expect(posted).toHaveLength(8);
  const admin = await t.as('quantri@example.vn');
  const [given] = (await admin.call(listTroubledDevices, {})).devices;
  expect(given).toMatchObject({ personName: 'Trần Ngọc Lan', isMine: false, failures: 7 });
  expect(given!.lastFault).toBe('Dịch vụ thông báo của trình duyệt trả lời 500.');
  expect(given!.givenUpAt).not.toBeNull();
  const stranger = await t.as('vanhoa@example.vn');
  expect((await stranger.call(listTroubledDevices, {})).devices).toEqual([]);
  expect((await stranger.refused(retryDevice, { params: { id: given!.id } })).status).toBe(403);
  await admin.call(retryDevice, { params: { id: given!.id } });
  status = 201;
  await at('2026-12-10T04:01:00Z');
  expect(posted).toHaveLength(9);
  expect((await admin.call(listTroubledDevices, {})).devices).toEqual([]);

  t.setNow(new Date('2026-12-11T02:00:00Z'));
  status = 410;
  const focalAgain = await t.as('daumoi@example.vn');
  await focalAgain.call(remindByHand, { params: { id: parts[1]!.assignmentId } });
  await runDueJobs(t.house, [job]);
  const ownAgain = await t.as('ngoaivu@example.vn');
  expect((await ownAgain.call(pushState, {})).devices).toBe(0);
  await ownAgain.call(turnPushOff, { body: {} });
});
