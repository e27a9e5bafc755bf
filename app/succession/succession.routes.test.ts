import { afterAll, beforeAll, expect, test } from 'vitest';
import { whoAmI } from '#app/accounts/account.contract.ts';
import { matchName } from '#app/agencies/agency.contract.ts';
import { actOnAssignment } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty, showDutyAsOf } from '#app/duties/duty.contract.ts';
import { refreshDuty } from '#app/duties/index.ts';
import { showFigures } from '#app/figures/figures.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { makeDefinition } from '#app/reports/definition.contract.ts';
import { getPeriod, getPeriodAsOf, openPeriod } from '#app/reports/period.contract.ts';
import { publishPlan217 } from '#app/reports/plan-217.test-data.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  applySuccession,
  type ChangeGiven,
  chooseSuccessor,
  draftSuccession,
  listSuccessions,
  showSuccession,
  undoSuccession,
} from './succession.contract.ts';

let t: TestHouse;
let admin: Person;
let focal: Person;
const ids = new Map<string, string>();

beforeAll(async () => {
  t = await openTestHouse();
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    await tx.updateTable('membership').set({ valid_from: '2022-10-21' }).execute();
    for (const row of await tx.selectFrom('agency').select(['id', 'name']).execute())
      ids.set(row.name, row.id);
  });
  await day('2022-11-01');
});
afterAll(() => t.close());

const idOf = (name: string) => ids.get(name)!;
/** Time passes; sessions do not last that long. */
const day = async (text: string) => {
  t.setNow(new Date(`${text}T02:00:00Z`));
  admin = await t.as('quantri@example.vn');
  focal = await t.as('daumoi@example.vn');
};
const target = (name: string, field = '') => ({ id: idOf(name), field });
const draft = async (given: Partial<ChangeGiven>) => {
  const { id } = await admin.call(draftSuccession, {
    body: {
      kind: 'merge',
      on: '2025-07-01',
      basis: 'Nghị quyết của HĐND thành phố',
      mark: 'verified',
      from: [],
      to: [],
      ...given,
    },
  });
  return id;
};
const look = (id: string) => admin.call(showSuccession, { params: { id } });
const apply = async (id: string, confirmed = false) =>
  admin.call(applySuccession, {
    params: { id },
    body: { fingerprint: (await look(id)).fingerprint, confirmed },
  });
const OLD = 'Sở Thông tin và Truyền thông';
const NEW = 'Sở Khoa học và Công nghệ';
const figures = async () => {
  const { overall, agencies } = await focal.call(showFigures, { query: {} });
  const of = (name: string) => {
    const counts = agencies.find((one) => one.name === name)?.counts;
    return counts
      ? counts['done-in-time'] + counts['done-late'] + counts['open-in-time'] + counts['open-late']
      : 0;
  };
  return { overall, both: of(OLD) + of(NEW) };
};
/** The agency that will end holds III.4; it, its successor and two others each have a part in III.11.b. */
const giveParts = () =>
  inTenant(t.house.db, t.tenantId, async (tx) => {
    const duties = await tx.selectFrom('duty').select(['id', 'path']).execute();
    const parts = (path: string, names: string[]) => {
      const dutyId = duties.find((duty) => duty.path === path)!.id;
      return names.map((name) => ({
        duty_id: dutyId,
        agency_id: idOf(name),
        printed_name: name,
        role: 'holder' as const,
        leads: false,
        due_on: '2025-12-15',
        changed_at: t.house.now(),
      }));
    };
    await tx
      .deleteFrom('assignment')
      .where(
        'duty_id',
        'in',
        duties.filter((duty) => duty.path.startsWith('III.4.')).map((duty) => duty.id),
      )
      .execute();
    await tx
      .insertInto('assignment')
      .values([...parts('III.4.a', [OLD]), ...parts('III.4.b', [OLD]), ...parts('III.11.b', [OLD, NEW])])
      .execute();
  });
/** Everything a succession could touch, row by row. */
const everyRow = () =>
  inTenant(t.house.db, t.tenantId, async (tx) => ({
    agencies: await tx.selectFrom('agency').selectAll().orderBy('id').execute(),
    names: await tx.selectFrom('agency_name').selectAll().orderBy('id').execute(),
    parents: await tx.selectFrom('agency_parent').selectAll().orderBy('id').execute(),
    parts: await tx.selectFrom('assignment').selectAll().orderBy('id').execute(),
    duties: await tx.selectFrom('duty').selectAll().orderBy('id').execute(),
    reports: await tx.selectFrom('agency_report').selectAll().orderBy('id').execute(),
    people: await tx
      .selectFrom('membership')
      .selectAll()
      .orderBy('person_id')
      .orderBy('agency_id')
      .orderBy('role')
      .execute(),
    handovers: await tx.selectFrom('assignment_handover').selectAll().execute(),
    links: await tx.selectFrom('agency_succession').selectAll().execute(),
  }));

test('replay: the report of 2022 names the agency of its day, the duty of 2025 its successor, sums are equal, undo restores all', async () => {
  const plan = await publishPlan217(t.house, t.tenantId, { withGroups: false });
  await giveParts();
  const { id: definitionId } = await focal.call(makeDefinition, { body: { documentId: plan } });
  const open = (year: number) =>
    focal.call(openPeriod, { body: { definitionId, kind: 'year', year, index: 1 } });
  const period2022 = await open(2022);
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('agency_report').set({ state: 'accepted' }).where('agency_id', '=', idOf(OLD)).execute(),
  );
  await day('2025-06-20');
  const period2025 = await open(2025);
  await day('2025-07-02');
  const [before, rows] = [await figures(), await everyRow()];

  const id = await draft({ from: [idOf(OLD)], to: [target(NEW)] });
  expect(await everyRow()).toEqual(rows);
  const preview = await look(id);
  expect(preview.hindrance).toBeNull();
  expect(preview.sums.addUp).toBe(true);
  expect(
    preview.moves.filter((move) => move.what === 'part').map((move) => move.label.split(',')[0]),
  ).toEqual(['III.4.a', 'III.4.b', 'III.11.b']);
  await apply(id);

  const board2022 = await focal.call(getPeriod, { params: { id: period2022.id } });
  expect(board2022.reports.map((report) => report.agencyName)).toContain(OLD);
  const board2025 = await focal.call(getPeriod, { params: { id: period2025.id } });
  expect(board2025.reports.map((report) => report.agencyName)).not.toContain(OLD);
  expect(board2025.reports.filter((report) => report.agencyName === NEW)).toHaveLength(1);
  const eve = await focal.call(getPeriodAsOf, { params: { id: period2025.id, day: '2025-06-30' } });
  expect(eve.reports.map((report) => report.agencyName)).toContain(OLD);
  expect(eve.counts.expected).toBe(board2025.counts.expected + 1);
  const list = await focal.call(listDuties, { query: { agency: idOf(NEW) } });
  expect(list.rows.map((row) => row.path)).toContain('III.4.a');
  expect((await focal.call(listDuties, { query: { agency: idOf(OLD) } })).total).toBe(0);
  expect(await figures()).toEqual(before);

  const undone = await admin.call(undoSuccession, { params: { id }, body: { reason: 'Thử lại' } });
  expect(undone.restored).toBe(preview.moves.length);
  expect(await everyRow()).toEqual(rows);
  expect(await figures()).toEqual(before);
});

const partOf = async (path: string, agency: string) => {
  const { rows } = await focal.call(listDuties, { query: { agency: idOf(agency) } });
  const duty = await focal.call(showDuty, { params: { id: rows.find((row) => row.path === path)!.id } });
  return { dutyId: duty.id, part: duty.parts.find((one) => one.agencyId === idOf(agency))! };
};

test('a part done before keeps the name of its day and says who it is today; as of a day everything is as it was', async () => {
  await day('2025-06-25');
  const { dutyId, part } = await partOf('III.4.b', OLD);
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    const done = new Date('2025-06-25T02:00:00Z');
    await tx
      .updateTable('assignment')
      .set({
        state: 'completed',
        received_at: done,
        completed_at: done,
        confirmed_at: done,
        changed_at: done,
      })
      .where('id', '=', part.id)
      .execute();
    await refreshDuty(tx, dutyId);
  });
  await day('2025-08-01');
  const id = await draft({ from: [idOf(OLD)], to: [target(NEW)] });
  const preview = await look(id);
  expect(
    preview.moves.filter((move) => move.what === 'part').map((move) => move.label.split(',')[0]),
  ).toEqual(['III.4.a', 'III.11.b']);
  expect(preview.stays).toContainEqual({ what: 'part', fromId: idOf(OLD), why: 'done', count: 1 });
  await apply(id);

  const now = await focal.call(showDuty, { params: { id: dutyId } });
  expect(now.parts[0]).toMatchObject({ agencyName: OLD, presentUnits: [NEW] });
  const moved = (await focal.call(listDuties, { query: { agency: idOf(NEW) } })).rows.find(
    (row) => row.path === 'III.4.a',
  )!;
  const open = await focal.call(showDuty, { params: { id: moved.id } });
  expect(open.parts[0]).toMatchObject({ agencyName: NEW, firstAgencyName: OLD, printedName: OLD });
  const then = await focal.call(showDutyAsOf, { params: { id: moved.id, day: '2025-06-30' } });
  expect(then.parts[0]).toMatchObject({ agencyName: OLD, actions: [] });
  const ledger = await focal.call(subjectLedger, { params: { subjectKind: 'duty', subjectId: moved.id } });
  expect(ledger.lines.at(-1)?.said.vi).toBe(
    `Nguyễn Minh Quân chuyển phần việc của ${OLD} sang ${NEW} từ 01/07/2025, căn cứ Nghị quyết của HĐND thành phố`,
  );
  await admin.call(undoSuccession, { params: { id }, body: { reason: 'Thử tiếp' } });
});

test('figures as of the eve and of the day of a change add up, in total and over the agencies', async () => {
  const id = await draft({ from: [idOf(OLD)], to: [target(NEW)] });
  await apply(id);
  const on = async (asOf: string) => await focal.call(showFigures, { query: { asOf } });
  const [eve, first] = [await on('2025-06-30'), await on('2025-07-01')];
  expect(eve.isPast).toBe(true);
  expect(first.overall).toEqual(eve.overall);
  const counts = (figures: typeof eve) => {
    const total = { ...figures.overall };
    for (const cell of Object.keys(total) as (keyof typeof total)[])
      total[cell] = figures.agencies.reduce((sum, agency) => sum + agency.counts[cell], 0);
    return total;
  };
  expect(counts(first)).toEqual(counts(eve));
  const names = (figures: typeof eve) => figures.agencies.map((agency) => agency.name);
  expect(names(eve)).toContain(OLD);
  expect(eve.agencies.find((agency) => agency.name === NEW)?.counts['open-in-time']).toBe(1);
  // What it took over stands beside its own part of the same duty; what was done stays where it was done.
  expect(first.agencies.find((agency) => agency.name === NEW)?.counts['open-in-time']).toBe(3);
  expect(first.agencies.find((agency) => agency.name === OLD)?.counts['done-in-time']).toBe(1);
  for (const asOf of ['2025-06-24', '2025-06-30', '2025-07-01'])
    for (const agency of (await on(asOf)).agencies) {
      const list = await focal.call(listDuties, { query: { asOf, agency: agency.id } });
      const { undated: _, ...cells } = agency.counts;
      expect([asOf, agency.name, list.cells]).toEqual([asOf, agency.name, cells]);
    }
  // Before it was done it was open; before the plan there was nothing.
  expect((await on('2025-06-24')).overall['open-in-time']).toBe(eve.overall['open-in-time'] + 1);
  expect((await on('2022-10-20')).agencies).toEqual([]);
  await admin.call(undoSuccession, { params: { id }, body: { reason: 'Thử tiếp' } });
});

test('undoing is refused once somebody has worked on what moved, and says on what', async () => {
  const id = await draft({ from: [idOf(OLD)], to: [target('Sở Ngoại vụ')] });
  await apply(id);
  t.setNow(new Date('2025-08-01T03:00:00Z'));
  const foreign = await t.as('ngoaivu@example.vn');
  const { part } = await partOf('III.4.a', 'Sở Ngoại vụ');
  await foreign.call(actOnAssignment, { params: { id: part.id }, body: { action: 'receive' } });
  const refused = await admin.refused(undoSuccession, { params: { id }, body: { reason: 'Nhầm' } });
  expect(refused).toMatchObject({ status: 409 });
  expect(refused.title).toMatch(/^Nhiệm vụ III\.4\.a, 217\/KH-UBND đã được làm tiếp sau khi chuyển/);
  expect((await look(id)).hindrance).toBe(refused.title);
  // A change that stands on this one goes first.
  const later = await draft({
    kind: 'rename',
    on: '2025-07-15',
    from: [idOf('Sở Ngoại vụ')],
    newName: 'Sở Ngoại vụ và Hợp tác quốc tế',
  });
  await apply(later);
  expect((await admin.refused(undoSuccession, { params: { id }, body: { reason: 'Nhầm' } })).title).toMatch(
    /^Thay đổi ngày 15\/07\/2025 .* được áp dụng sau/,
  );
  const list = await admin.call(listSuccessions, {});
  expect(list.changes.find((one) => one.id === later)).toMatchObject({
    state: 'applied',
    from: [{ name: 'Sở Ngoại vụ' }],
  });
  await admin.call(undoSuccession, { params: { id: later }, body: { reason: 'Thử xong' } });
});

test('a field goes where its words say, unless somebody chooses otherwise; nothing open is left behind', async () => {
  const from = [idOf('Sở Văn hóa, Thể thao và Du lịch')];
  const id = await draft({
    kind: 'split',
    from,
    to: [target('Sở Tư pháp'), target('Sở Y tế', 'kiều bào, du lịch')],
  });
  const proposed = await look(id);
  const parts = proposed.choices.filter((choice) => choice.what === 'part');
  for (const choice of parts)
    expect([choice.note, proposed.names[choice.chosen]]).toEqual([
      choice.note,
      /kiều bào|du lịch/i.test(choice.note) ? 'Sở Y tế' : 'Sở Tư pháp',
    ]);
  const other = parts.find((choice) => proposed.names[choice.chosen] === 'Sở Tư pháp')!;
  await admin.call(chooseSuccessor, { params: { id }, body: { choices: { [other.key]: idOf('Sở Y tế') } } });
  const stale = await admin.refused(applySuccession, {
    params: { id },
    body: { fingerprint: proposed.fingerprint, confirmed: false },
  });
  expect(stale).toMatchObject({ status: 409, stale: true });
  const chosen = await look(id);
  expect(chosen.moves.find((move) => `part:${move.id}` === other.key)?.after?.agencyId).toBe(idOf('Sở Y tế'));
  await apply(id);
  expect((await focal.call(listDuties, { query: { agency: from[0]! } })).cells['open-in-time']).toBe(0);
  // Its people follow it: the person who worked there sees the work where it went.
  const culture = await t.as('vanhoa@example.vn');
  const { memberships } = (await culture.call(whoAmI, {})).viewer!;
  expect(memberships.map((held) => held.agencyName)).toEqual(['Sở Tư pháp']);
  await admin.call(undoSuccession, { params: { id }, body: { reason: 'Thử xong' } });
  const back = (await culture.call(whoAmI, {})).viewer!;
  expect(back.memberships.map((held) => held.agencyName)).toEqual(['Sở Văn hóa, Thể thao và Du lịch']);
});

test('only the administrator changes the organisation, on its day, and what is unconfirmed is confirmed first', async () => {
  const body = {
    kind: 'merge',
    on: '2025-07-01',
    basis: 'Nghị quyết',
    mark: 'verified',
    from: [idOf(OLD)],
    to: [target(NEW)],
  } as const;
  expect(
    (await focal.refused(draftSuccession, { body: { ...body, from: [...body.from], to: [...body.to] } }))
      .status,
  ).toBe(403);
  const early = await draft({ on: '2030-01-01', from: [idOf(OLD)], to: [target(NEW)] });
  expect((await look(early)).hindrance).toMatch(/^Thay đổi có hiệu lực từ 01\/01\/2030/);
  const unsure = await draft({ mark: 'to-confirm', from: [idOf('Sở Xây dựng')], to: [target('Sở Y tế')] });
  const { fingerprint } = await look(unsure);
  const refused = await admin.refused(applySuccession, {
    params: { id: unsure },
    body: { fingerprint, confirmed: false },
  });
  expect(refused.title).toMatch(/còn chờ xác nhận/);
  const alone = await draft({ kind: 'dissolve', from: [idOf('Sở Tư pháp')], to: [] });
  expect((await look(alone)).hindrance).toMatch(
    /^Còn \d+ phần việc đang mở, \d+ báo cáo chưa gửi và \d+ dòng sổ đang theo dõi không có cơ quan nhận/,
  );
  const taken = await admin.refused(draftSuccession, {
    body: { ...body, from: [...body.from], to: [{ id: null, isNew: true, name: 'Sở Y tế', kind: 'so' }] },
  });
  expect(taken.title).toMatch(/đã là tên gọi của Sở Y tế/);
});

test('the changes of 2025 are offered with their marks and sources, never applied by themselves', async () => {
  const { proposals, changes } = await admin.call(listSuccessions, {});
  expect(proposals.map((one) => [one.key, one.mark])).toEqual([
    ['khdt-2025', 'to-confirm'],
    ['tttt-2025', 'to-confirm'],
    ['ldtbxh-2025', 'to-confirm'],
    ['cap-huyen-2025', 'verified'],
    ['xuc-tien-2025', 'to-confirm'],
  ]);
  for (const one of proposals) {
    expect(one.source).toMatch(/^Sổ tay nghiệp vụ §10/);
    expect(one.missing).toEqual([]);
  }
  expect(changes.some((one) => proposals.some((proposal) => proposal.basis === one.basis))).toBe(false);
  const khdt = proposals[0]!;
  await draft({ ...khdt, from: khdt.from.map((one) => one.id), to: khdt.to, proposal: khdt.key });
  expect((await admin.call(listSuccessions, {})).proposals.map((one) => one.key)).not.toContain('khdt-2025');
});

test('a new agency begins on the day, holds the names of those before it, and is gone after undoing', async () => {
  const rows = await everyRow();
  const id = await draft({
    from: [idOf('Sở Giao thông vận tải')],
    to: [{ id: null, isNew: true, name: 'Sở Hạ tầng', kind: 'so', names: ['SHT'] }],
  });
  await apply(id);
  const match = await focal.call(matchName, { query: { name: 'Sở GTVT' } });
  expect([match.kind, match.agencies.map((agency) => agency.name)]).toEqual(['agency', ['Sở Hạ tầng']]);
  await admin.call(undoSuccession, { params: { id }, body: { reason: 'Thử xong' } });
  expect(await everyRow()).toEqual(rows);
});
