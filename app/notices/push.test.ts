import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { remindByHand } from './notice.contract.ts';
import { publishedParts } from './notices.test-data.ts';
import { pushState, turnPushOff, turnPushOn } from './push.contract.ts';
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

  status = 410;
  const focalAgain = await t.as('daumoi@example.vn');
  await focalAgain.call(remindByHand, { params: { id: parts[1]!.assignmentId } });
  await runDueJobs(t.house, [job]);
  const ownAgain = await t.as('ngoaivu@example.vn');
  expect((await ownAgain.call(pushState, {})).devices).toBe(0);
  await ownAgain.call(turnPushOff, { body: {} });
});
