import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { sendHooksJob } from './index.ts';
import { remindByHand } from './notice.contract.ts';
import { publishedParts, sentNotices } from './notices.test-data.ts';
import { isPrivateAddress } from './private-address.ts';
import { addHook, listHooks, removeHook, retryDelivery } from './webhook.contract.ts';

let t: TestHouse;
let admin: Person;
let focal: Person;
let parts: { assignmentId: string; agency: string }[];
const received: { headers: IncomingMessage['headers']; body: string }[] = [];
let answerWith = 204;
const server = createServer((asked, answer) => {
  let body = '';
  asked.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  asked.on('end', () => {
    received.push({ headers: asked.headers, body });
    answer.writeHead(answerWith).end();
  });
});

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  parts = (await publishedParts(t)).filter(({ agency }) => agency === 'Sở Ngoại vụ');
  admin = await t.as('quantri@example.vn');
  focal = await t.as('daumoi@example.vn');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  server.close();
  await t.close();
});
beforeEach(() => {
  received.length = 0;
  answerWith = 204;
});

const tick = () => runDueJobs(t.house, [sendHooksJob]);
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/nhac`;
const later = (minutes: number) => t.setNow(new Date(t.house.now().getTime() + minutes * 60_000));

test('addresses of our own networks are refused, however they are written', async () => {
  for (const one of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.1',
    'fd00::1',
    '0.0.0.0',
  ])
    expect([one, isPrivateAddress(one)]).toEqual([one, true]);
  expect(isPrivateAddress('203.162.4.190')).toBe(false);
  for (const url of [address(), 'http://[::1]/x', 'http://localhost/x', 'http://2130706433/x'])
    expect([url, (await admin.refused(addHook, { body: { url } })).status]).toEqual([url, 422]);
  expect((await focal.refused(addHook, { body: { url: 'https://example.vn/x' } })).status).toBe(403);
});

test('each notice is told once, signed; failed ones are tried with growing pauses, given up, and sent by hand', async () => {
  t.house.allowPrivateHooks = true;
  const { id, secret } = await admin.call(addHook, { body: { url: address() } });
  await focal.call(remindByHand, { params: { id: parts[0]!.assignmentId } });
  await tick();
  await tick();
  const notices = await sentNotices(t);
  expect(received).toHaveLength(notices.length);
  const [one] = received;
  expect(JSON.parse(one!.body)).toMatchObject({ kind: 'notice', id: notices[0]!.id, step: 'by-hand' });
  const [, seconds, signature] = /^t=(\d+),v1=([\da-f]{64})$/.exec(
    String(one!.headers['x-nhipcau-signature']),
  )!;
  expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${one!.body}`).digest('hex'));

  answerWith = 503;
  await focal.call(remindByHand, { params: { id: parts[1]!.assignmentId } });
  received.length = 0;
  for (const minutes of [0, 1, 5, 30, 120, 360, 1440]) {
    later(minutes);
    await tick();
    await tick();
  }
  expect(received).toHaveLength(7);
  later(10_000);
  await tick();
  expect(received).toHaveLength(7);
  admin = await t.as('quantri@example.vn');
  const { hooks, troubled } = await admin.call(listHooks, {});
  expect(hooks[0]!.counts).toMatchObject({ dead: 1, waiting: 0, sent: notices.length });
  expect(troubled[0]).toMatchObject({ state: 'dead', lastError: 'Hệ thống ngoài trả lời 503.' });
  answerWith = 200;
  await admin.call(retryDelivery, { params: { id: troubled[0]!.id } });
  await tick();
  expect((await admin.call(listHooks, {})).hooks[0]!.counts).toMatchObject({ dead: 0 });
  await admin.call(removeHook, { params: { id } });
  expect((await admin.call(listHooks, {})).hooks).toEqual([]);
});
