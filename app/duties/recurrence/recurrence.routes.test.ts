import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { addDays } from '#libraries/calendar/index.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties, showDuty } from '../duty.contract.ts';
import { refreshDuty } from '../duty.store.ts';
import { actOnExtension, askExtension } from '../extension/extension.contract.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan, samples } from '../publication.test-data.ts';
import { makeTimesJob } from './make-times.ts';
import { listOccurrences, setRhythm } from './recurrence.contract.ts';
import { currentOf, type Occurrence } from './recurrence.ts';

let t: TestHouse;
let focal: Person;
let lan: Person;
let dutyId: string;
let partId: string;

/** III.2.c of Sở Ngoại vụ comes back each quarter: the plan says so. */
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-22T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  const [first, ...others] = samples;
  const quarterly = {
    ...first!,
    deadline: { text: 'định kỳ hằng quý', words: 'định kỳ hằng quý', span: null },
  };
  const plan = await insertPlan(t, [quarterly as never, ...others]);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  dutyId = (await focal.call(listDuties, { query: {} })).rows.find(({ path }) => path === 'III.2.c')!.id;
  lan = await t.as('ngoaivu@example.vn');
  partId = (await shown()).parts.find(({ agencyName }) => agencyName === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const shown = () => focal.call(showDuty, { params: { id: dutyId } });
const times = async (person = lan) =>
  (await person.call(listOccurrences, { params: { id: dutyId } })).times.filter(
    (one) => one.assignmentId === partId,
  );
const part = async () => (await shown()).parts.find(({ id }) => id === partId)!;
async function goTo(day: string) {
  t.setNow(new Date(`${day}T03:00:00Z`));
  focal = await t.as('daumoi@example.vn');
  lan = await t.as('ngoaivu@example.vn');
}
async function log(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const sent = new Request('http://x', { method: 'POST', body: form });
  return t.web.inject({
    method: 'POST',
    url: `/api/assignments/${partId}/progress`,
    headers: { cookie: lan.cookie, 'content-type': sent.headers.get('content-type')! },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
}

test('publishing makes the first time of each part, and the part is due with it', async () => {
  const { rhythm, maySet } = await lan.call(listOccurrences, { params: { id: dutyId } });
  expect({ rhythm, maySet }).toEqual({
    rhythm: { words: 'định kỳ hằng quý', isPrinted: true },
    maySet: false,
  });
  expect(await times()).toMatchObject([{ dueOn: '2026-12-31', state: 'not-reported', mayLog: false }]);
  const { parts } = await shown();
  expect(parts.map(({ dueOn }) => dueOn)).toEqual(parts.map(() => '2026-12-31'));
  expect(await part()).toMatchObject({ state: 'assigned', cell: 'open-in-time' });
});

test('an entry closes its time; the part stays open and is due with the next', async () => {
  await lan.call(actOnAssignment, { params: { id: partId }, body: { action: 'receive' } });
  const [first] = await times();
  expect(first).toMatchObject({ mayLog: true, entries: 0 });
  await log({ note: 'Đã họp', occurrenceId: first!.id });
  expect(await times()).toMatchObject([{ state: 'not-reported', entries: 1 }]);
  expect((await log({ note: 'Xong quý IV', occurrenceId: first!.id, closes: 'true' })).statusCode).toBe(200);
  expect((await log({ note: 'Lần nữa', occurrenceId: first!.id, closes: 'true' })).statusCode).toBe(409);
  expect(await times()).toMatchObject([{ state: 'done', doneOn: '2026-11-22' }, { dueOn: '2027-03-31' }]);
  expect(await part()).toMatchObject({ state: 'in-progress', dueOn: '2027-03-31', firstDueOn: '2027-03-31' });
  expect((await shown()).progress.find(({ note }) => note === 'Xong quý IV')).toMatchObject({
    occursOn: '2026-12-31',
  });
  expect((await log({ note: 'Kỳ không có', occurrenceId: crypto.randomUUID() })).statusCode).toBe(404);
});

test('an extension moves the current time and no other', async () => {
  const { id } = await lan.call(askExtension, {
    params: { id: partId },
    body: { wantedOn: '2027-04-09', reason: 'Chờ số liệu quý của các đơn vị' },
  });
  await focal.call(actOnExtension, { params: { id }, body: { action: 'grant' } });
  expect((await times())[1]).toMatchObject({ dueOn: '2027-04-09', firstDueOn: '2027-03-31' });
  expect(await part()).toMatchObject({ dueOn: '2027-04-09', firstDueOn: '2027-03-31' });
});

test('a year with restarts: each time made once; what is not reported is overdue and holds the part', {
  timeout: 60_000,
}, async () => {
  for (let day = '2026-11-23'; day <= '2027-11-23'; day = addDays(day, 1)) {
    t.setNow(new Date(`${day}T18:00:00Z`));
    await runDueJobs(t.house, [makeTimesJob]);
    // A program that came up again within the day, its note of the run lost.
    if (day.endsWith('-01')) await makeTimesJob.run(t.house, day);
    // Away for the whole of May.
    if (day === '2027-05-01') day = '2027-05-31';
  }
  await goTo('2027-11-24');
  expect((await times()).map(({ occursOn }) => occursOn)).toEqual([
    '2026-12-31',
    '2027-03-31',
    '2027-06-30',
    '2027-09-30',
    '2027-12-31',
  ]);
  expect((await times()).map(({ state }) => state)).toEqual([
    'done',
    'overdue',
    'overdue',
    'overdue',
    'not-reported',
  ]);
  expect(await part()).toMatchObject({ cell: 'open-late', dueOn: '2027-04-09' });
  const counts = (await lan.call(listOccurrences, { params: { id: dutyId } })).counts;
  expect(counts['done-in-time']).toBe(1);
  t.setNow(new Date('2027-11-24T03:00:00Z'));
  const done = { params: { id: partId }, body: { action: 'report-done' as const } };
  expect((await lan.refused(actOnAssignment, done)).title).toMatch(/Kỳ đến hạn 09\/04\/2027 chưa báo cáo/);
});

test('the focal officer sets a rhythm in words, by report window; others may not; words without one are refused', async () => {
  const set = (words: string, byWindow = false) => ({ params: { id: dutyId }, body: { words, byWindow } });
  expect((await lan.refused(setRhythm, set('hằng tháng'))).status).toBe(403);
  expect((await focal.refused(setRhythm, set('thường xuyên'))).title).toMatch(/Chưa rõ bao lâu một kỳ/);
  await focal.call(setRhythm, set('định kỳ hằng tháng', true));
  const days = (await times()).map(({ occursOn }) => occursOn);
  expect(days.slice(-2)).toEqual(['2027-09-30', '2027-12-14']);
  const { rhythm } = await focal.call(listOccurrences, { params: { id: dutyId } });
  expect(rhythm).toEqual({ words: 'định kỳ hằng tháng', isPrinted: false });
});

test('SQL finds the same current time as the rule, whatever is done', { timeout: 30_000 }, async () => {
  const days = ['2026-12-14', '2027-01-14', '2027-01-31'];
  for (let mask = 0; mask < 2 ** days.length; mask += 1) {
    const rows: Occurrence[] = days.map((occursOn, index) => ({
      occursOn,
      every: index === 2 ? 'month' : 'quarter',
      dueOn: addDays(occursOn, index),
      doneOn: mask & (1 << index) ? '2026-12-01' : null,
    }));
    const dueOn = await inTenant(t.house.db, t.tenantId, async (tx) => {
      await sql`delete from progress_entry where assignment_id = ${partId}`.execute(tx);
      await sql`delete from occurrence where assignment_id = ${partId}`.execute(tx);
      for (const one of rows.toReversed()) {
        const { rows: made } = await sql<{ id: string }>`
          insert into occurrence (tenant_id, assignment_id, every, occurs_on, due_on, first_due_on, made_at)
          values (${t.tenantId}, ${partId}, ${one.every}, ${one.occursOn}, ${one.dueOn}, ${one.dueOn}, now()) returning id`.execute(
          tx,
        );
        if (one.doneOn)
          await sql`insert into progress_entry (tenant_id, assignment_id, note, done_on, author_id, created_at, occurrence_id, closes)
            select ${t.tenantId}, ${partId}, 'x', ${one.doneOn}, id, now(), ${made[0]!.id}, true from person limit 1`.execute(
            tx,
          );
      }
      await sql`update assignment set due_on = null where id = ${partId}`.execute(tx);
      await refreshDuty(tx, dutyId);
      const { rows: held } = await sql<{
        due_on: string | null;
      }>`select due_on from assignment where id = ${partId}`.execute(tx);
      return held[0]!.due_on;
    });
    expect([mask, dueOn]).toEqual([mask, currentOf(rows)?.dueOn ?? null]);
  }
});

test('work that simply goes on has no times and says how it is followed, until a rhythm is set', async () => {
  const given = ['thường xuyên', 'hằng tuần', 'định kỳ hằng ngày', 'trước 16h00 thứ Sáu hằng tuần'];
  const duties = given.map((text, index) => ({
    ...samples[0]!,
    id: `w${index}`,
    path: `V.${index + 1}`,
    text: `Việc lặp lại thứ ${index + 1}: ${text}`,
    coordinators: [],
    deadline: { text, span: null },
  }));
  const plan = await insertPlan(t, duties as never, '777/KH-UBND');
  await focal.call(publish, { params: { id: plan }, body: { decisions: [] } });
  const { rows } = await focal.call(listDuties, { query: { document: plan } });
  const followed = async (path: string) =>
    focal.call(listOccurrences, { params: { id: rows.find((row) => row.path === path)!.id } });
  for (const [index, words] of given.slice(0, 3).entries())
    expect(await followed(`V.${index + 1}`)).toMatchObject({ continuous: words, rhythm: null, times: [] });
  // A day of the week is a day to report on.
  expect(await followed('V.4')).toMatchObject({ continuous: null, rhythm: { isPrinted: true } });
  const params = { id: rows.find(({ path }) => path === 'V.2')!.id };
  await focal.call(setRhythm, { params, body: { words: 'hằng tuần' } });
  expect(await followed('V.2')).toMatchObject({ continuous: null, rhythm: { isPrinted: false } });
});

test('a part is not reported done before the product that its duty names is shown', async () => {
  const plan = await insertPlan(t, [{ ...samples[0]!, coordinators: [] }], '778/KH-UBND');
  await focal.call(publish, { params: { id: plan }, body: { decisions: [] } });
  const [row] = (await focal.call(listDuties, { query: { document: plan } })).rows;
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('duty').set({ product: 'Báo cáo khảo sát nhu cầu' }).where('id', '=', row!.id).execute(),
  );
  const [one] = (await focal.call(showDuty, { params: { id: row!.id } })).parts;
  const own = await t.as(one!.agencyName === 'Sở Ngoại vụ' ? 'ngoaivu@example.vn' : 'vanhoa@example.vn');
  const send = async (note: string) => {
    const form = new FormData();
    form.set('note', note);
    const sent = new Request('http://x', { method: 'POST', body: form });
    return t.web.inject({
      method: 'POST',
      url: `/api/assignments/${one!.id}/progress`,
      headers: { cookie: own.cookie, 'content-type': sent.headers.get('content-type')! },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
  };
  const act = { params: { id: one!.id }, body: { action: 'report-done' as const } };
  await own.call(actOnAssignment, { params: { id: one!.id }, body: { action: 'receive' } });
  expect((await send('Đã làm việc với các xã')).statusCode).toBe(200);
  const refusal = await own.refused(actOnAssignment, act);
  expect([refusal.status, refusal.title]).toEqual([
    409,
    expect.stringContaining('“Báo cáo khảo sát nhu cầu”'),
  ]);
  expect((await send('Đã gửi báo cáo khảo sát nhu cầu')).statusCode).toBe(200);
  expect(await own.call(actOnAssignment, act)).toEqual({ state: 'awaiting-confirmation' });
});
