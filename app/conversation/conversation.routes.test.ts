import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnMany } from '#app/duties/bulk/bulk.contract.ts';
import { listDuties } from '#app/duties/duty.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { compareLines } from '#app/ledger/ledger.contract.ts';
import { countUnread } from '#app/notices/notice.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as contract from './conversation.contract.ts';
import { tellFollowersJob } from './tell.ts';

let t: TestHouse;
let focal: Person;
let lan: Person;
let other: Person;
let id: string;
const duty = () => ({ kind: 'duty' as const, id });

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-02T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  lan = await t.as('ngoaivu@example.vn');
  other = await t.as('ninhkieu@example.vn');
  const mine = (await lan.call(listDuties, { query: { whose: 'mine' } })).rows.map((row) => row.id);
  const theirs = (await other.call(listDuties, { query: { whose: 'mine' } })).rows.map((row) => row.id);
  id = mine.find((one) => !theirs.includes(one))!;
});
afterAll(() => t.close());

const unread = async (who: Person) => (await who.call(countUnread, {})).unread;
const latest = (name: string) =>
  inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.person_id')
      .select(['notice.step', 'notice.title', 'notice.duty_id as dutyId'])
      .where('person.email', '=', name)
      .orderBy('notice.seq', 'desc')
      .executeTakeFirstOrThrow(),
  );
const talk = async (who: Person) => who.call(contract.showConversation, { params: duty() });
const find = async (text: string) =>
  (await focal.call(contract.findToMention, { params: duty(), query: { text } })).people;

test('who has a part writes; who has none reads, and answers once named; the named are told once', async () => {
  const denied = await other.refused(contract.writeComment, { params: duty(), body: { words: 'Xin hỏi' } });
  expect(denied.status).toBe(403);
  expect((await talk(other)).mayWrite).toBe(false);
  const [colleague] = await find('ninh kieu');
  const words = `Nhờ @${colleague!.name} cho ý kiến`;
  await lan.call(contract.writeComment, {
    params: duty(),
    body: { words, mentions: [colleague!.personId] },
  });
  const { comments, mayWrite } = await talk(other);
  expect(mayWrite).toBe(true);
  expect(comments).toMatchObject([{ words, mentions: [{ name: colleague!.name }], changeableUntil: null }]);
  expect(await unread(other)).toBe(1);
  expect(await latest('ninhkieu@example.vn')).toMatchObject({
    dutyId: id,
    step: expect.stringMatching(/^mentioned:/),
  });
  await other.call(contract.writeComment, { params: duty(), body: { words: 'Đồng ý' } });
});

test('the author changes and removes their words within the time; the ledger keeps what they were', async () => {
  t.setNow(new Date('2026-12-02T03:00:30Z'));
  const { id: comment } = await lan.call(contract.writeComment, {
    params: duty(),
    body: { words: 'Sai chử' },
  });
  expect((await focal.refused(contract.removeComment, { params: { id: comment } })).status).toBe(403);
  await lan.call(contract.changeComment, { params: { id: comment }, body: { words: 'Sai chữ' } });
  expect((await talk(lan)).comments.at(-1)).toMatchObject({ words: 'Sai chữ', isRemoved: false });
  await lan.call(contract.removeComment, { params: { id: comment } });
  expect((await talk(lan)).comments.at(-1)).toMatchObject({ words: '', isRemoved: true });
  const { fields } = await lan.call(compareLines, {
    params: { subjectKind: 'comment', subjectId: comment },
    query: { from: 1, to: 3 },
  });
  expect(fields[0]!.before?.vi).toBe('Sai chử');
  const { id: late } = await lan.call(contract.writeComment, {
    params: duty(),
    body: { words: 'Để nguyên' },
  });
  t.setNow(new Date('2026-12-02T03:31:30Z'));
  expect((await lan.refused(contract.removeComment, { params: { id: late } })).title).toMatch(/quá 30 phút/);
});

test('a follower is told of each step of others once, from then on; of comments at once', async () => {
  await focal.call(contract.setFollow, { params: duty(), body: { follows: true } });
  const before = await unread(focal);
  await tellFollowersJob.run(t.house, '');
  expect(await unread(focal)).toBe(before);
  await lan.call(actOnMany, { body: { dutyIds: [id], action: 'receive' } });
  await focal.call(actOnMany, { body: { dutyIds: [id], action: 'pause', reason: 'Chờ' } });
  await tellFollowersJob.run(t.house, '');
  await tellFollowersJob.run(t.house, '');
  expect(await unread(focal)).toBe(before + 1);
  expect((await latest('daumoi@example.vn')).title).toMatch(/tiếp nhận nhiệm vụ cho Sở Ngoại vụ/);
  await lan.call(contract.writeComment, { params: duty(), body: { words: 'Đã nhận' } });
  expect(await unread(focal)).toBe(before + 2);
  await focal.call(contract.setFollow, { params: duty(), body: { follows: false } });
  await lan.call(contract.writeComment, { params: duty(), body: { words: 'Báo thêm' } });
  expect(await unread(focal)).toBe(before + 2);
});
