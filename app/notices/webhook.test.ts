import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { sendHooksJob } from './index.ts';
import { muteSubject, remindByHand } from './notice.contract.ts';
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
const goTo = (instant: string) => t.setNow(new Date(instant));

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
  // Pauses of 1, 5, 30, 120, 360 and 1440 minutes; what falls into quiet hours or a holiday waits for the next morning.
  for (const instant of [
    '2026-11-23T02:00Z',
    '2026-11-23T02:01Z',
    '2026-11-23T02:06Z',
    '2026-11-23T02:36Z',
    '2026-11-23T04:36Z',
    '2026-11-25T01:00Z',
    '2026-11-26T01:00Z',
  ]) {
    goTo(instant);
    await tick();
    await tick();
  }
  expect(received).toHaveLength(7);
  goTo('2026-12-10T02:00Z');
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

test('other systems are told nothing in quiet hours, nor of what its reader muted', async () => {
  goTo('2026-12-14T02:00Z');
  admin = await t.as('quantri@example.vn');
  await admin.call(addHook, { body: { url: address() } });
  goTo('2026-12-14T12:00Z');
  focal = await t.as('daumoi@example.vn');
  await focal.call(remindByHand, { params: { id: parts[0]!.assignmentId } });
  await focal.call(remindByHand, { params: { id: parts[1]!.assignmentId } });
  await tick();
  expect(received).toHaveLength(0);
  const own = await t.as('ngoaivu@example.vn');
  const subject = { subjectKind: 'duty' as const, subjectId: parts[1]!.assignmentId };
  await own.call(muteSubject, { body: { ...subject, muted: true } });
  goTo('2026-12-15T01:00Z');
  await tick();
  await tick();
  expect(received.map(({ body }) => JSON.parse(body).subjectId)).toEqual([parts[0]!.assignmentId]);
});
