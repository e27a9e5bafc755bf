import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnAssignment } from '#app/duties/assignment.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  countUnread,
  listDutyNotices,
  listMyNotices,
  listToRemind,
  muteSubject,
  readNotices,
  remindByHand,
  saveLadder,
  showLadder,
  tryLadder,
} from './notice.contract.ts';
import { publishedParts, sentNotices, setParts, tick } from './notices.test-data.ts';

let t: TestHouse;
let focal: Person;
let ngoaiVu: Person;
let part: { dutyId: string; assignmentId: string };
let silent: { dutyId: string; assignmentId: string };

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  const parts = await publishedParts(t);
  const own = parts.filter(({ agency }) => agency === 'Sở Ngoại vụ');
  [part, silent] = [own[0]!, own[1]!];
  await setParts(
    t,
    parts.map(({ assignmentId }) => assignmentId),
    { due_on: null, state: 'received' },
  );
  await setParts(t, [part.assignmentId], { due_on: '2026-12-09' });
  await setParts(t, [silent.assignmentId], { state: 'assigned' });
  await signIn();
});
afterAll(() => t.close());

const signIn = async () => {
  focal = await t.as('daumoi@example.vn');
  ngoaiVu = await t.as('ngoaivu@example.vn');
};
const goTo = async (instant: string) => {
  t.setNow(new Date(instant));
  await signIn();
};
const mine = (show: 'unread' | 'all' = 'unread') => ngoaiVu.call(listMyNotices, { query: { show } });

test('the same number in bell, page, letter and proof of delivery', async () => {
  await goTo('2026-11-26T02:00:00Z');
  await tick(t);
  await goTo('2026-12-02T02:00:00Z');
  await tick(t);
  await tick(t);
  const { rows, unread, total } = await mine();
  expect(rows.map(({ step }) => step)).toContain('before-due:5:doer');
  expect(rows.map(({ step }) => step)).toContain('silent:2:doer');
  expect((await ngoaiVu.call(countUnread, {})).unread).toBe(unread);
  expect([rows.length, total]).toEqual([unread, unread]);
  const letters = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .selectFrom('mail')
      .selectAll()
      .where('recipient', '=', 'ngoaivu@example.vn')
      .orderBy('created_at')
      .execute(),
  );
  expect(letters).toHaveLength(2);
  const last = letters.at(-1)!;
  expect(last.subject).toBe(`Nhịp Cầu: ${unread} việc cần xem, ngày 02/12/2026`);
  expect(last.body.match(/^\d+\. /gm)).toHaveLength(unread);
  const proofs = await Promise.all(
    [part, silent].map(({ dutyId }) => focal.call(listDutyNotices, { params: { id: dutyId } })),
  );
  const own = proofs
    .flatMap((proof) => proof.rows)
    .filter(({ personName }) => personName === 'Trần Ngọc Lan');
  expect(own).toHaveLength(unread);
  expect(own.every(({ shownAt, readAt }) => shownAt && !readAt)).toBe(true);
});

test('read is kept with its moment, and only by its reader', async () => {
  const [first] = (await mine()).rows;
  const before = (await mine()).unread;
  expect((await focal.call(readNotices, { body: { ids: [first!.id] } })).read).toBe(0);
  expect(await ngoaiVu.call(readNotices, { body: { ids: [first!.id] } })).toEqual({
    read: 1,
    unread: before - 1,
  });
  const { rows } = await focal.call(listDutyNotices, { params: { id: first!.dutyId! } });
  expect(rows.find(({ id }) => id === first!.id)?.readAt).toBe('2026-12-02T02:00:00.000Z');
});

test('an answer stops the ladder: received is no longer silent, done no longer due', async () => {
  await ngoaiVu.call(actOnAssignment, { params: { id: silent.assignmentId }, body: { action: 'receive' } });
  await setParts(t, [part.assignmentId], { state: 'completed' });
  const before = (await sentNotices(t)).length;
  await goTo('2026-12-08T02:00:00Z');
  await tick(t);
  await goTo('2026-12-14T02:00:00Z');
  await tick(t);
  expect(await sentNotices(t)).toHaveLength(before);
  await setParts(t, [part.assignmentId], { state: 'received' });
});

test('a clock that stands is not reminded of', async () => {
  await setParts(t, [part.assignmentId], { due_on: '2026-12-22', stopped_on: '2026-12-01' });
  const before = (await sentNotices(t)).length;
  await goTo('2026-12-21T02:00:00Z');
  await tick(t);
  expect(await sentNotices(t)).toHaveLength(before);
  const refused = await focal.refused(remindByHand, { params: { id: part.assignmentId } });
  expect(refused.status).toBe(409);
  await setParts(t, [part.assignmentId], { stopped_on: null });
});

test('by hand: once a day, by those who follow work up, seen at once', async () => {
  expect((await ngoaiVu.refused(remindByHand, { params: { id: part.assignmentId } })).status).toBe(403);
  expect((await focal.call(remindByHand, { params: { id: part.assignmentId } })).sent).toBe(1);
  expect((await focal.refused(remindByHand, { params: { id: part.assignmentId } })).title).toMatch(/Hôm nay/);
  const [first] = (await mine()).rows;
  expect(first).toMatchObject({ step: 'by-hand', sentBy: 'Lê Thị Thu Hà' });
  await goTo('2026-12-28T02:00:00Z');
  const { rows } = await focal.call(listToRemind, {});
  expect(rows.find(({ assignmentId }) => assignmentId === part.assignmentId)).toMatchObject({
    why: 'late',
    remindedOn: '2026-12-21',
  });
  expect((await focal.call(remindByHand, { params: { id: part.assignmentId } })).sent).toBe(1);
});

test('a muted subject is kept but neither counted nor written of; others still hear', async () => {
  await ngoaiVu.call(readNotices, { body: { ids: 'all' } });
  const subject = { subjectKind: 'duty' as const, subjectId: part.assignmentId };
  await ngoaiVu.call(muteSubject, { body: { ...subject, muted: true } });
  const letters = () =>
    inTenant(t.house.db, t.tenantId, (tx) =>
      tx.selectFrom('mail').select('id').where('recipient', '=', 'ngoaivu@example.vn').execute(),
    );
  const before = (await letters()).length;
  await tick(t);
  const { rows, unread } = await mine('all');
  expect(unread).toBe(0);
  expect(rows.some(({ muted, step }) => muted && step === 'overdue:1:doer')).toBe(true);
  expect(await letters()).toHaveLength(before);
  await ngoaiVu.call(muteSubject, { body: { ...subject, muted: false } });
});

test('the ladder is tried without sending, kept with reasons refused, and a change does not reach back', async () => {
  const { ladder, mayKeep } = await focal.call(showLadder, {});
  expect(mayKeep).toBe(true);
  const before = (await sentNotices(t)).length;
  const tried = await focal.call(tryLadder, { body: ladder });
  expect(tried.rows.map(({ step }) => step)).toContain('overdue:5:focal-officer');
  expect(tried.rows.find(({ step }) => step === 'overdue:5:focal-officer')?.people).toEqual([
    'Lê Thị Thu Hà',
  ]);
  expect(await sentNotices(t)).toHaveLength(before);
  const wrong = await focal.refused(saveLadder, { body: { ...ladder, sendFrom: '18:00' } });
  expect(wrong.title).toMatch(/sớm hơn/);
  expect((await ngoaiVu.refused(saveLadder, { body: ladder })).status).toBe(403);
  const rungs = [{ when: 'overdue' as const, days: 2, level: 'leader' as const, channel: 'app' as const }];
  await focal.call(saveLadder, { body: { ...ladder, rungs } });
  await goTo('2026-12-29T02:00:00Z');
  await tick(t);
  expect((await sentNotices(t)).filter(({ step }) => step === 'overdue:2:leader')).toHaveLength(0);
  await focal.call(saveLadder, { body: ladder });
});

test('a browser hears at once, of its own person only, and what it missed when it comes back', {
  timeout: 20_000,
}, async () => {
  await t.web.listen({ port: 0, host: '127.0.0.1' });
  const { port } = t.web.server.address() as AddressInfo;
  const listen = async ({ cookie }: Person, last?: string, wait = '') => {
    const asked = request({
      port,
      path: `/api/notice-events${wait}`,
      headers: { cookie, ...(last ? { 'last-event-id': last } : {}) },
    }).end();
    const [answer] = await once(asked, 'response');
    let said = '';
    answer.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    return { status: answer.statusCode, said: () => said, close: () => asked.destroy() };
  };
  const own = await listen(ngoaiVu);
  const other = await listen(focal);
  await setTimeout(300);
  expect((await focal.call(remindByHand, { params: { id: part.assignmentId } })).sent).toBe(1);
  await expect.poll(own.said, { timeout: 2000 }).toMatch(/event: notice/);
  expect(other.said()).not.toMatch(/event: notice/);
  const seq = Number(/id: (\d+)/.exec(own.said())![1]);
  await ngoaiVu
    .call(readNotices, { body: { ids: (await mine()).rows.slice(1).map(({ id }) => id) } })
    .catch(() => {});
  const back = await listen(ngoaiVu, String(seq - 1), '?wait=no');
  await expect.poll(back.said).toMatch(`id: ${seq}\n`);
  expect((await listen({ cookie: '' } as Person)).status).toBe(401);
  for (const one of [own, other]) one.close();
});
