import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AssignmentState } from '#app/duties/assignment.ts';
import { applyMoves, firstContradicted, keyOfMove, rowsOf, undoing } from './apply-moves.ts';
import { type Change, closing, type SuccessionKind } from './change.ts';
import { type Holdings, isOpenOn, isOwed, isRowOpenOn, type PartHeld, type ReportHeld } from './holdings.ts';
import { rowSums } from './row-moves.ts';
import { planSuccession, speaksOf } from './succession.ts';
import { sumsOver } from './sums.ts';

const on = '2025-07-01';
const names = [
  'Sở Thông tin và Truyền thông',
  'Sở Khoa học và Công nghệ',
  'Sở Kế hoạch và Đầu tư',
  'Sở Tài chính',
];
const ids = ['a', 'b', 'c', 'd'];

const day = fc.constantFrom('2022-11-01', '2025-06-30', '2025-07-01', '2025-09-09');
const partOf = fc.record({
  agencyId: fc.constantFrom(...ids),
  firstAgencyId: fc.constantFrom(null, 'x'),
  state: fc.constantFrom<AssignmentState>(
    'assigned',
    'in-progress',
    'awaiting-confirmation',
    'completed',
    'refused',
    'paused',
    'withdrawn',
  ),
  closed: day,
  dueOn: fc.option(day),
  isRequest: fc.boolean(),
  text: fc.constantFrom('cung cấp thông tin đối ngoại cho báo chí', 'bố trí kinh phí', 'ứng dụng khoa học'),
});
const reportOf = fc.record({
  periodId: fc.constantFrom('p1', 'p2', 'p3'),
  agencyId: fc.constantFrom(...ids),
  state: fc.constantFrom<ReportHeld['state']>('draft', 'submitted', 'returned', 'accepted'),
  paragraphs: fc.option(fc.array(fc.string(), { maxLength: 3 })),
});
const personOf = fc.record({
  personId: fc.constantFrom('m1', 'm2', 'm3'),
  agencyId: fc.constantFrom(...ids),
  role: fc.constantFrom('staff', 'agency-focal'),
  validFrom: day,
  validTo: fc.constantFrom(null, '2025-01-01'),
});

const rowOf = fc.record({
  register: fc.constantFrom('aid-project', 'delegation'),
  said: fc.constant(['Sổ', 'Register'] as const),
  label: fc.constant('Dự án nước sạch'),
  agencyId: fc.constantFrom(...ids),
  revision: fc.constant(3),
  closedOn: fc.option(day),
});

const holdings: fc.Arbitrary<Holdings> = fc
  .record({
    parts: fc.array(partOf, { maxLength: 12 }),
    reports: fc.uniqueArray(reportOf, { maxLength: 8, selector: (one) => one.periodId + one.agencyId }),
    rows: fc.array(rowOf, { maxLength: 8 }),
    people: fc.uniqueArray(personOf, {
      maxLength: 8,
      selector: (one) => `${one.personId} ${one.agencyId} ${one.role}`,
    }),
    recipients: fc.subarray([...names.map((name) => `- ${name};`), '- Lưu: VT.']),
  })
  .map(({ parts, reports, people, rows, recipients }) => ({
    rows: rows.map((row, index) => ({ ...row, id: `row${index}` })),
    agencies: ids.map((id, index) => ({
      id,
      name: names[index]!,
      kind: 'so',
      validFrom: null,
      validTo: null,
      names: [{ id: `n-${id}`, name: names[index]!, kind: 'full', validFrom: null, validTo: null }],
    })),
    parts: parts.map(({ closed, ...part }, index): PartHeld => {
      const done = part.state === 'completed' ? closed : null;
      return {
        ...part,
        id: `part${index}`,
        dutyId: `duty${index}`,
        label: `III.${index}`,
        completedOn: done,
        closedOn: done,
      };
    }),
    reports: reports.map(({ paragraphs, ...report }) => ({
      ...report,
      id: `r-${report.periodId}-${report.agencyId}`,
      label: report.periodId,
      agencyName: names[ids.indexOf(report.agencyId)]!,
      joinedInto: null,
      revision: 1,
      content: paragraphs && { paragraphs, seen: paragraphs },
    })),
    people: people.map((one, index) => ({ ...one, id: `held${index}`, personName: one.personId })),
    difficulties: parts
      .map((part, index) => ({
        id: `difficulty${index}`,
        assignmentId: `part${index}`,
        label: `III.${index}`,
        words: part.text,
        agencyId: part.agencyId,
        authorityId: index % 2 ? ids[index % ids.length]! : null,
      }))
      .filter((_, index) => !['completed', 'withdrawn'].includes(parts[index]!.state)),
    absences: people.map((one, index) => ({
      id: `absence${index}`,
      personId: one.personId,
      personName: one.personId,
      agencyId: one.agencyId,
      fromOn: '2025-06-25',
      toOn: '2025-07-10',
    })),
    units: [
      { id: 'u1', agencyId: 'unit', hierarchy: 'state', parentId: 'a', validFrom: null, validTo: null },
    ],
    definitions: [{ id: 'f', label: 'BC', version: 1, issuer: names[3]!, addressees: [], recipients }],
  }));

const target = (id: string, field = '') => ({
  id,
  isNew: id === 'new',
  name: id === 'new' ? 'Sở Mới' : names[ids.indexOf(id)]!,
  kind: 'so',
  names: [],
  field,
});
const change: fc.Arbitrary<Change> = fc
  .record({
    kind: fc.constantFrom<SuccessionKind>('merge', 'split', 'rename', 'dissolve', 'transfer'),
    from: fc.constantFrom(['a'], ['a', 'c']),
    to: fc.constantFrom(
      [target('b')],
      [target('new')],
      [target('b'), target('d', 'báo chí, thông tin đối ngoại')],
      [target('new'), target('b', 'kinh phí')],
    ),
    chosen: fc.array(fc.tuple(fc.nat(11), fc.constantFrom('b', 'd', 'new', 'stay')), { maxLength: 4 }),
  })
  .map(({ chosen, ...one }) => ({
    ...one,
    on,
    to: one.kind === 'rename' ? [] : one.to,
    from: [...one.from],
    newName: one.kind === 'rename' ? 'Sở Số và Truyền thông' : null,
    choices: Object.fromEntries(chosen.map(([index, to]) => [`part:part${index}`, to])),
  }));

let made = 0;
const plan = (wanted: Change, held: Holdings) => planSuccession(wanted, held, () => `made${made++}`);
const law = (check: (wanted: Change, held: Holdings) => void) =>
  fc.assert(
    fc.property(change, holdings, (wanted, held) => check(wanted, held)),
    { numRuns: 500 },
  );

test('undoing what was applied leaves everything as it was', () =>
  law((wanted, held) => {
    const { moves } = plan(wanted, held);
    const before = rowsOf(held);
    const after = applyMoves(before, moves);
    expect(firstContradicted(after, moves)).toBeNull();
    expect(applyMoves(after, undoing(moves))).toEqual(before);
  }));

test('every row is moved once, from what it is today', () =>
  law((wanted, held) => {
    const { moves } = plan(wanted, held);
    expect(new Set(moves.map(keyOfMove)).size).toBe(moves.length);
    expect(firstContradicted(rowsOf(held), undoing(moves))).toBeNull();
  }));

test('nothing open is left with an agency that ends, and what was done keeps the agency of its day', () =>
  law((wanted, held) => {
    const rows = applyMoves(rowsOf(held), plan(wanted, held).moves);
    const gone = closing(wanted);
    for (const part of held.parts) {
      const holder = rows.get(`part ${part.id}`)!.agencyId;
      if (isOpenOn(part, on)) expect(gone).not.toContain(holder);
      else expect(holder).toBe(part.agencyId);
    }
    for (const report of held.reports) {
      const row = rows.get(`report ${report.id}`)!;
      if (!isOwed(report)) expect(row.agencyId).toBe(report.agencyId);
      else if (!row.joinedInto) expect(gone).not.toContain(row.agencyId);
    }
  }));

test('one agency never owes two reports of one period', () =>
  law((wanted, held) => {
    const rows = applyMoves(rowsOf(held), plan(wanted, held).moves);
    const owed = held.reports.map((report) => rows.get(`report ${report.id}`)!);
    const keys = owed.filter((row) => !row.joinedInto).map((row) => `${row.periodId} ${row.agencyId}`);
    expect(new Set(keys).size).toBe(keys.length);
  }));

test('no word of a draft is lost when two reports become one', () =>
  law((wanted, held) => {
    const rows = applyMoves(rowsOf(held), plan(wanted, held).moves);
    const said = (report: ReportHeld) => (report.content?.paragraphs ?? []).length;
    for (const report of held.reports) {
      const joined = held.reports.filter((one) => rows.get(`report ${one.id}`)!.joinedInto === report.id);
      if (!isOwed(report) || !joined.length) continue;
      const content = rows.get(`writing ${report.id}`)!.content as { paragraphs: unknown[] } | null;
      expect(content?.paragraphs.length ?? 0).toBe(
        [report, ...joined].reduce((sum, one) => sum + said(one), 0),
      );
    }
  }));

test('figures over the change add up, cell by cell', () =>
  law((wanted, held) => {
    const sums = sumsOver(held.parts, plan(wanted, held).moves, '2026-11-22');
    expect(sums.addUp).toBe(true);
    const total = (rows: { total: number }[]) => rows.reduce((sum, row) => sum + row.total, 0);
    expect(total(sums.after)).toBe(total(sums.before));
  }));

test('open rows of registers follow, those that are over stay, and none is lost or doubled', () =>
  law((wanted, held) => {
    const { moves, choices } = plan(wanted, held);
    const after = applyMoves(rowsOf(held), moves);
    for (const row of held.rows) {
      const holder = after.get(`row ${row.id}`)!.agencyId;
      if (isRowOpenOn(row, on)) expect(closing(wanted)).not.toContain(holder);
      else expect(holder).toBe(row.agencyId);
    }
    const sums = rowSums(held, moves);
    const total = (of: 'before' | 'after') => sums.reduce((sum, one) => sum + one[of], 0);
    expect([total('before'), total('after')]).toEqual([held.rows.length, held.rows.length]);
    // Books of one agency go together: one choice for each, whatever the number of rows.
    const books = choices.filter(({ what }) => what === 'row').map(({ key }) => key);
    expect(new Set(books).size).toBe(books.length);
  }));

test('nobody loses the role they hold, nobody holds it in an agency that ended', () =>
  law((wanted, held) => {
    const rows = [...applyMoves(rowsOf(held), plan(wanted, held).moves)];
    const gone = closing(wanted);
    const standing = rows.flatMap(([key, row]) =>
      key.startsWith('membership ') && row.validTo === null ? [row] : [],
    );
    for (const one of held.people.filter((person) => person.validTo === null)) {
      const places = standing.filter((row) => row.personId === one.personId && row.role === one.role);
      expect(places.length).toBeGreaterThan(0);
      expect(new Set(places.map((row) => row.agencyId)).size).toBe(places.length);
      if (gone.includes(one.agencyId)) expect(places.map((row) => row.agencyId)).not.toContain(one.agencyId);
    }
  }));

test('a field is recognised by its words, without diacritics or case', () => {
  expect(speaksOf('Cung cấp Thông tin đối ngoại cho báo chí', 'thong tin doi ngoai')).toBe(true);
  expect(speaksOf('Phối hợp với các cơ quan thông tấn, BÁO CHÍ', 'xuất bản, báo chí')).toBe(true);
  expect(speaksOf('Bảo chiếm', 'báo chí')).toBe(false);
  expect(speaksOf('Bất cứ việc gì', '')).toBe(false);
});

test.each<[boolean, AssignmentState, string | null]>([
  [true, 'assigned', null],
  [true, 'refused', null],
  [true, 'paused', null],
  [false, 'withdrawn', null],
  // Done on the eve: it keeps its agency. Done on the day itself: that was the successor's work already.
  [false, 'completed', '2025-06-30'],
  [true, 'completed', '2025-07-01'],
])('follows its agency: %s, %s, closed %s', (follows, state, closedOn) => {
  expect(isOpenOn({ state, closedOn }, on)).toBe(follows);
});

test('a difficulty that waits stands with the agency that has its part, before and after', () => {
  fc.assert(
    fc.property(holdings, change, (held, one) => {
      const { moves } = plan(one, held);
      const after = applyMoves(rowsOf(held), moves);
      for (const { id, assignmentId } of held.difficulties)
        expect(after.get(`difficulty ${id}`)!.agencyId).toBe(after.get(`part ${assignmentId}`)!.agencyId);
    }),
    { numRuns: 500 },
  );
});

test('nobody is left to be asked in an agency that ends, where there is one to come after', () => {
  fc.assert(
    fc.property(holdings, change, (held, one) => {
      fc.pre(one.kind === 'merge');
      const after = applyMoves(rowsOf(held), plan(one, held).moves);
      const ended = closing(one);
      for (const { id } of held.difficulties)
        expect(ended).not.toContain(after.get(`difficulty ${id}`)!.authorityId);
    }),
  );
});
