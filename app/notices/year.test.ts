import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnDifficulty, raiseDifficulty } from '#app/difficulties/difficulty.contract.ts';
import { actOnExtension, askExtension } from '#app/duties/extension/extension.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import holidays from '#data/holidays.json' with { type: 'json' };
import ladder from '#data/notice-ladder.json' with { type: 'json' };
import { addDays, type Holiday, makeCalendar } from '#libraries/calendar/index.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { publishedParts, sentNotices, setParts, tick } from './notices.test-data.ts';
import { officeTime } from './own-ladder.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

const calendar = makeCalendar(holidays as Holiday[]);
const START = '2026-11-23';
const DOWN = ['2027-03-16', '2027-03-17', '2027-09-10', '2027-09-11'];
const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`);

/** Walks the calendar a day at a time: no arithmetic of the program's. */
function walk(from: string, days: number): string {
  let day = from;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, Math.sign(days));
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The day on which something planned is sent: the first working day on which the program runs. */
function sentDay(planned: string): string {
  let day = planned;
  while (DOWN.includes(day)) day = walk(day, 1);
  return day;
}

type Part = Awaited<ReturnType<typeof publishedParts>>[number];
type Expected = { subject: string; step: string; email: string; on: string };

const of = (parts: Part[], agency: string) => parts.filter((part) => part.agency === agency);
/** Letters are laid before those who issue them, one an agency: counted by themselves. */
const ofOccasion = (when: string) =>
  ladder.rungs.filter((rung) => rung.when === when && rung.channel !== 'letter');

/** Every rung of an occasion for one subject, counted from a day; `who` receives at each level. */
const stepsFrom = (
  when: string,
  anchor: string,
  subject: string,
  who: Partial<Record<string, string[]>>,
  isOpen: (day: string) => boolean = () => true,
): Expected[] =>
  ofOccasion(when).flatMap(({ days, level }) => {
    const planned = walk(anchor, when === 'before-due' || when === 'report-due' ? -days : days);
    const on = sentDay(planned);
    if (!isOpen(on)) return [];
    return (who[level] ?? []).map((email) => ({ subject, step: `${when}:${days}:${level}`, email, on }));
  });

const above = { 'focal-officer': ['daumoi@example.vn'], leader: ['lanhdao@example.vn'] };
const focalActs = { doer: ['daumoi@example.vn'], ...above };
const ngoaiVuActs = { doer: ['ngoaivu@example.vn'], ...above };
const noiVuActs = { doer: ['noivu@example.vn'], head: ['noivu@example.vn'], ...above };
const vanHoaActs = { doer: ['vanhoa@example.vn'], ...above };

/** Two duties of which one is never received, and nothing said on either until both are closed. */
async function duties(parts: Part[]): Promise<Expected[]> {
  const [mine, theirs] = [of(parts, 'Sở Ngoại vụ')[0]!, of(parts, 'Sở Nội vụ')[0]!];
  const [dueMine, dueTheirs] = ['2027-03-15', '2027-09-06'];
  await setParts(t, [mine.assignmentId], { due_on: dueMine });
  await setParts(t, [theirs.assignmentId], { due_on: dueTheirs, state: 'assigned' });
  return [
    ...['before-due', 'overdue'].flatMap((when) => stepsFrom(when, dueMine, mine.assignmentId, ngoaiVuActs)),
    ...['before-due', 'overdue'].flatMap((when) =>
      stepsFrom(when, dueTheirs, theirs.assignmentId, noiVuActs),
    ),
    ...stepsFrom('silent', START, theirs.assignmentId, noiVuActs),
  ];
}

/** What people do on days of the year, and the steps that must follow. */
function happenings(parts: Part[], expected: Expected[]): Record<string, () => Promise<void>> {
  const held: { extension?: string; difficulty?: string } = {};
  const decide = async (
    who: string,
    id: string,
    body: { action: 'counter' | 'grant' | 'decline'; day?: string },
  ) => (await t.as(who)).call(actOnExtension, { params: { id }, body });
  const ask = async (who: string, part: Part) =>
    (
      await (
        await t.as(who)
      ).call(askExtension, {
        params: { id: part.assignmentId },
        body: { wantedOn: '2028-03-31', reason: 'Chờ văn bản hướng dẫn của bộ' },
      })
    ).id;
  return {
    '2026-12-07': async () => {
      held.extension = await ask('noivu@example.vn', of(parts, 'Sở Nội vụ')[0]!);
      const isOpen = (day: string) => day <= '2026-12-21';
      expected.push(...stepsFrom('extension-waiting', '2026-12-07', held.extension, focalActs, isOpen));
    },
    '2026-12-21': async () => {
      await decide('daumoi@example.vn', held.extension!, { action: 'counter', day: '2028-01-31' });
      expected.push(...stepsFrom('extension-countered', '2026-12-21', held.extension!, noiVuActs));
    },
    '2027-01-15': async () => void (await decide('noivu@example.vn', held.extension!, { action: 'decline' })),
    // Decided the next working day: nobody is reminded of it.
    '2027-02-22': async () => {
      held.extension = await ask('ngoaivu@example.vn', of(parts, 'Sở Ngoại vụ')[1]!);
    },
    '2027-02-23': async () => void (await decide('daumoi@example.vn', held.extension!, { action: 'grant' })),
    '2027-04-05': async () => {
      const part = of(parts, 'Sở Văn hóa, Thể thao và Du lịch')[0]!;
      const raised = await (await t.as('vanhoa@example.vn')).call(raiseDifficulty, {
        params: { id: part.assignmentId },
        body: { cause: 'kinh-phi', words: 'Chưa được cấp kinh phí tổ chức Tuần lễ văn hóa' },
      });
      held.difficulty = raised.id;
      const isOpen = (day: string) => day < '2027-05-10';
      expected.push(...stepsFrom('difficulty-late', raised.replyDueOn, raised.id, focalActs, isOpen));
    },
    '2027-05-10': async () =>
      void (await (
        await t.as('lanhdao@example.vn')
      ).call(actOnDifficulty, {
        params: { id: held.difficulty! },
        body: { action: 'answer', words: 'Đã giao Sở Tài chính bố trí trong tháng 5' },
      })),
    '2027-06-01': async () => {
      const reports = await openReports('2027-06-18');
      const dueOn = '2027-06-18';
      // Nội vụ never sends; Ngoại vụ sends a day late; Văn hóa sends before anybody is reminded.
      const given: [string, typeof noiVuActs | typeof ngoaiVuActs, string][] = [
        ['Sở Nội vụ', noiVuActs, '2099-01-01'],
        ['Sở Ngoại vụ', ngoaiVuActs, '2027-06-22'],
        ['Sở Văn hóa, Thể thao và Du lịch', vanHoaActs, '2027-06-08'],
      ];
      for (const [agency, who, sentOn] of given)
        for (const when of ['report-due', 'report-late'])
          expected.push(...stepsFrom(when, dueOn, reports[agency]!, who, (day) => day < sentOn));
    },
    '2027-06-08': () => send('Sở Văn hóa, Thể thao và Du lịch'),
    '2027-06-22': () => send('Sở Ngoại vụ'),
  };
}

/** A period opened for the agencies that somebody works in, as the page of reports would. */
const openReports = (dueOn: string): Promise<Record<string, string>> =>
  inTenant(t.owner, t.tenantId, async (tx) => {
    const { rows } = await sql<{ name: string; id: string }>`
      with who as (select id from person where email = 'daumoi@example.vn'),
        made as (insert into report_definition (document_id, version, created_at)
          select id, 1, ${t.house.now()} from document limit 1 returning id),
        first as (insert into report_definition_version (definition_id, version, content, created_by, created_at)
          select made.id, 1, '{}', who.id, ${t.house.now()} from made, who returning definition_id),
        period as (insert into report_period (definition_id, definition_version, name, kind, year, index, window_from,
            window_to, due_on, opened_by, opened_at)
          select definition_id, 1, '6 tháng đầu năm 2027', 'half-year', 2027, 1, '2026-12-15', '2027-06-14',
            ${dueOn}::date, who.id, ${t.house.now()} from first, who returning id)
      insert into agency_report (period_id, agency_id, agency_name)
      select period.id, agency.id, agency.name from period, agency
      where agency.name in ('Sở Nội vụ', 'Sở Ngoại vụ', 'Sở Văn hóa, Thể thao và Du lịch')
      returning agency_name as name, id`.execute(tx);
    return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  });
const reportOf = (agency: string): Promise<string> =>
  inTenant(t.owner, t.tenantId, async (tx) => {
    const row = await tx
      .selectFrom('agency_report')
      .select('id')
      .where('agency_name', '=', agency)
      .executeTakeFirstOrThrow();
    return row.id;
  });
const send = async (agency: string): Promise<void> => {
  const id = await reportOf(agency);
  await inTenant(t.owner, t.tenantId, (tx) =>
    tx.updateTable('agency_report').set({ state: 'submitted' }).where('id', '=', id).execute(),
  );
};

test('twelve months of duties, extensions, difficulties and reports: each step once, none lost over restarts', {
  timeout: 240_000,
}, async () => {
  t.setNow(at(START, '09:00'));
  const parts = await publishedParts(t);
  await setParts(
    t,
    parts.map(({ assignmentId }) => assignmentId),
    { due_on: null, state: 'received' },
  );
  const expected = await duties(parts);
  const happens = happenings(parts, expected);

  // Down for a working day or two now and then, and started anew each fortnight.
  for (let day = START, n = 0; day < '2027-11-23'; day = addDays(day, 1), n += 1) {
    if (n % 14 === 13) await t.restart();
    if (DOWN.includes(day)) continue;
    for (const time of ['05:30', '07:45', '13:00', '21:00']) {
      t.setNow(at(day, time));
      await tick(t);
      if (time === '13:00') await happens[day]?.();
    }
  }

  const all = await sentNotices(t);
  const letters = all.filter(({ subject_kind: kind }) => kind === 'letter');
  const laidOn = [walk(START, 10), walk('2027-03-15', 7), walk('2027-09-06', 7)].map(sentDay);
  expect(letters.map((one) => `${officeDay(one.sent_at)} ${one.email}`)).toEqual(
    laidOn.map((on) => `${on} daumoi@example.vn`),
  );
  const sent = all.filter((one) => !letters.includes(one));
  const said = sent.map((one) => `${officeDay(one.sent_at)} ${one.step} ${one.email} ${one.subject_id}`);
  const wanted = expected.map((one) => `${one.on} ${one.step} ${one.email} ${one.subject}`);
  expect(said.toSorted()).toEqual(wanted.toSorted());
  expect(new Set(said).size).toBe(said.length);

  const occasions = new Set(sent.map(({ step }) => step.split(':')[0]));
  // Questions asked back about reports are not among what people do in this year: app/consolidation/ask.
  const ofTheYear = ladder.rungs.map(({ when }) => when).filter((when) => !when.startsWith('ask-'));
  expect(occasions).toEqual(new Set(ofTheYear));
  for (const { sent_at: when } of sent) {
    const day = officeDay(when);
    expect([day, calendar.isWorkingDay(day)]).toEqual([day, true]);
    expect(officeTime(when) >= ladder.sendFrom && officeTime(when) < ladder.sendUntil).toBe(true);
  }
});
