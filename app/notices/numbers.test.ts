import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealHeadsJob } from '#app/ledger/index.ts';
import { proveSubject, subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { makeFeed } from './feed.contract.ts';
import { sendHooksJob, sendNoticesJob } from './index.ts';
import {
  countUnread,
  listDutyNotices,
  listMyNotices,
  muteSubject,
  readNotices,
  saveLadder,
} from './notice.contract.ts';
import { publishedParts, setParts } from './notices.test-data.ts';
import { turnPushOn } from './push.contract.ts';
import { sendPushJob } from './send-push.ts';
import { addHook } from './webhook.contract.ts';

let t: TestHouse;
let own: Person;
let parts: { dutyId: string; assignmentId: string }[];
const told: string[] = [];
const pushed: unknown[] = [];
const server = createServer((asked, answer) => {
  let body = '';
  asked.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  asked.on('end', () => {
    told.push(JSON.parse(body).personId);
    answer.writeHead(204).end();
  });
});

beforeAll(async () => {
  t = await openTestHouse();
  t.house.allowPrivateHooks = true;
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  const all = await publishedParts(t);
  await setParts(
    t,
    all.map(({ assignmentId }) => assignmentId),
    { due_on: null, state: 'received' },
  );
  parts = all.filter(({ agency }) => agency === 'Sở Ngoại vụ');
  await setParts(
    t,
    parts.map(({ assignmentId }) => assignmentId),
    { due_on: '2026-12-09' },
  );
  const focal = await t.as('daumoi@example.vn');
  const rungs = [5, 3].map((days) => ({
    when: 'before-due' as const,
    days,
    level: 'doer' as const,
    channel: 'push' as const,
  }));
  const ladder = { rungs, sendFrom: '07:30', sendUntil: '17:00', answerHolds: 5, source: 'Thử' };
  await focal.call(saveLadder, { body: ladder });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nhac`;
  await (await t.as('quantri@example.vn')).call(addHook, { body: { url } });
  const keys = createECDH('prime256v1').generateKeys().toString('base64url');
  await (await t.as('ngoaivu@example.vn')).call(turnPushOn, {
    body: {
      endpoint: 'https://fcm.googleapis.com/fcm/send/mot',
      keys: { p256dh: keys, auth: randomBytes(16).toString('base64url') },
    },
  });
});
afterAll(async () => {
  server.close();
  await t.close();
});

const push = sendPushJob(async (message) => {
  pushed.push(message);
  return 201;
});
const goTo = async (instant: string) => {
  t.setNow(new Date(instant));
  own = await t.as('ngoaivu@example.vn');
  await runDueJobs(t.house, [sendNoticesJob, sendHooksJob, push]);
};

/** How many things each channel says there are for one person; the calendar counts work, each once. */
async function numbers() {
  const { rows, unread } = await own.call(listMyNotices, { query: { show: 'unread' } });
  const letters = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .selectFrom('mail')
      .select('subject')
      .where('recipient', '=', 'ngoaivu@example.vn')
      .orderBy('created_at', 'desc')
      .execute(),
  );
  const { url } = await own.call(makeFeed, { body: { agencyId: null } });
  const calendar = (await t.web.inject({ method: 'GET', url: new URL(url).pathname })).body;
  const subjects = new Set(rows.map(({ subjectId }) => subjectId));
  return {
    bell: (await own.call(countUnread, {})).unread,
    page: unread,
    listed: rows.length,
    letter: Number(/(\d+) việc/.exec(letters[0]?.subject ?? '')?.[1] ?? 0),
    hook: new Set(told).size === 1 ? told.length : -1,
    device: pushed.length,
    work: subjects.size,
    calendar: calendar.match(/BEGIN:VEVENT/g)?.length ?? 0,
  };
}

test('bell, page, letter, webhook and device say the same number, and the calendar shows the same work', async () => {
  expect(parts).toHaveLength(2);
  await goTo('2026-12-02T02:00:00Z');
  const two = { bell: 2, page: 2, listed: 2, letter: 2, hook: 2, device: 2, work: 2, calendar: 2 };
  expect(await numbers()).toEqual(two);
  await goTo('2026-12-04T02:00:00Z');
  const four = { bell: 4, page: 4, listed: 4, letter: 4, hook: 4, device: 4, work: 2, calendar: 2 };
  expect(await numbers()).toEqual(four);
  // What was done is no longer there, in any of them.
  await setParts(t, [parts[0]!.assignmentId], { state: 'completed' });
  const { rows } = await own.call(listMyNotices, { query: { show: 'unread' } });
  const ids = rows.filter(({ subjectId }) => subjectId === parts[0]!.assignmentId).map(({ id }) => id);
  await own.call(readNotices, { body: { ids } });
  expect(await numbers()).toMatchObject({ bell: 2, page: 2, listed: 2, work: 1, calendar: 1 });
});

test('muted: gone from bell, page, letter, device, webhook and one’s own calendar; back with all when unmuted', async () => {
  const subject = { subjectKind: 'duty' as const, subjectId: parts[1]!.assignmentId };
  await own.call(muteSubject, { body: { ...subject, muted: true } });
  await setParts(t, [parts[1]!.assignmentId], { due_on: '2026-12-23' });
  const before = { hook: told.length, device: pushed.length };
  await goTo('2026-12-16T02:00:00Z');
  expect(await numbers()).toMatchObject({ bell: 0, page: 0, listed: 0, work: 0, calendar: 0, ...before });
  await own.call(muteSubject, { body: { ...subject, muted: false } });
  expect(await numbers()).toMatchObject({ bell: 3, page: 3, calendar: 1 });
});

test('what was sent and who read it when stands on the record, in its ledger and in its proof', async () => {
  const { dutyId } = parts[0]!;
  const focal = await t.as('daumoi@example.vn');
  const { rows } = await focal.call(listDutyNotices, { params: { id: dutyId } });
  const read = rows.find(({ readAt }) => readAt);
  expect(read).toMatchObject({ personName: 'Trần Ngọc Lan', readAt: '2026-12-04T02:00:00.000Z' });
  const params = { subjectKind: 'duty', subjectId: dutyId };
  const { lines } = await focal.call(subjectLedger, { params });
  const said = lines.map(({ said: { vi } }) => vi);
  expect(said).toContain(
    'Chương trình gửi lời nhắc về phần việc của Sở Ngoại vụ: sắp đến hạn 09/12/2026 (1 người nhận)',
  );
  expect(said).toContain(
    'Trần Ngọc Lan đã xem lời nhắc về phần việc của Sở Ngoại vụ: sắp đến hạn 09/12/2026',
  );
  t.setNow(new Date('2026-12-17T02:00:00Z'));
  await runDueJobs(t.house, [sealHeadsJob]);
  const inspector = await t.as('thanhtra@example.vn');
  const proof = JSON.stringify(await inspector.call(proveSubject, { params }));
  expect(proof).toContain('duty.reminder-read');
  expect(proof).toContain(read!.id);
});
