import { describe, expect, test } from 'vitest';
import { checkOfficialDocx, writeDocx } from '#app/letters/index.ts';
import { makeCalendar } from '#libraries/calendar/index.ts';
import {
  draftAssignment,
  draftInvitation,
  draftQuestion,
  draftReminder,
  unclearIn,
} from './draft-duty-letters.ts';
import { draftDifficultyReply, draftExtensionReply, draftSubmission } from './draft-replies.ts';
import { draftReport } from './draft-report.ts';
import { frameOf } from './frame.ts';
import { bookOf, faultOfDay, faultOfStamp, faultsOf, stampDay } from './letter.ts';
import type { DutyFacts, LetterContent, PartFacts } from './letter-facts.ts';
import { shippedRules } from './letter-rules.ts';
import { documentOf } from './print-letter.ts';

const union = frameOf(
  {
    kind: 'lien-hiep',
    name: 'Liên hiệp các tổ chức hữu nghị thành phố',
    names: ['Liên hiệp các tổ chức hữu nghị thành phố', 'Liên hiệp Hữu nghị'],
    superior: 'Ủy ban nhân dân thành phố Cần Thơ',
    leader: 'Nguyễn Thị Lan',
    lastSigned: null,
  },
  'Thành phố Cần Thơ',
  '2026-12-07',
  shippedRules,
);
const committee = { ...union, issuer: 'Ủy ban nhân dân thành phố Cần Thơ', superior: '', commands: true };

const part = (agencyName: string, over: Partial<PartFacts> = {}): PartFacts => ({
  agencyId: agencyName,
  agencyName,
  isInChain: true,
  role: 'holder',
  leads: true,
  isOpen: true,
  isSilent: false,
  dueOn: '2026-11-30',
  isWaiting: false,
  ...over,
});
const plan = {
  kind: 'Kế hoạch',
  symbol: '217/KH-UBND',
  title: 'Công tác đối ngoại nhân dân năm 2026',
  issuer: 'Ủy ban nhân dân thành phố',
  issuedOn: '2026-02-05',
};
const duty = (over: Partial<DutyFacts> = {}): DutyFacts => ({
  id: 'd1',
  path: 'III.2.a',
  text: 'Tổ chức giao lưu nhân dân với các địa phương nước bạn.',
  isRequest: false,
  dueOn: '2026-11-30',
  deadlineWords: null,
  product: 'Báo cáo kết quả',
  reportTo: 'UBND thành phố',
  unnamed: [],
  plan,
  parts: [part('Sở Ngoại vụ')],
  ...over,
});
const wordsOf = (letter: LetterContent) =>
  [letter.title, ...letter.body.map((block) => ('text' in block ? String(block.text) : ''))].join('\n');
const front = part('Ủy ban Mặt trận Tổ quốc Việt Nam thành phố', { isInChain: false, isSilent: true });

describe('giao việc', () => {
  test('a body that commands gives to its own and asks others', () => {
    const words = wordsOf(
      draftAssignment(
        committee,
        duty({ parts: [part('Sở Ngoại vụ'), { ...front, role: 'coordinator', leads: false }] }),
      ),
    );
    expect(words).toContain('Giao Sở Ngoại vụ chủ trì');
    expect(words).toContain('Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố phối hợp');
  });
  test('a body that does not command asks', () => {
    const words = wordsOf(draftAssignment(union, duty()));
    expect(words).not.toContain('Giao ');
    expect(words).toContain('Đề nghị Sở Ngoại vụ chủ trì, thời hạn trước hết ngày 30/11/2026');
  });
  test('the plan is cited in full once', () =>
    expect(wordsOf(draftAssignment(union, duty()))).toContain(
      'Kế hoạch số 217/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân thành phố về công tác đối ngoại nhân dân năm 2026',
    ));
});

describe('đôn đốc', () => {
  const to = (agency: string, duties: DutyFacts[]) =>
    draftReminder(union, { id: agency, name: agency }, duties, { replyBy: '2026-12-14' });
  test('names what is late with its day', () => {
    const letter = to('Sở Ngoại vụ', [duty()])!;
    expect(letter.title).toMatch(/^đôn đốc/);
    expect(wordsOf(letter)).toContain('thời hạn ngày 30/11/2026');
    expect(wordsOf(letter)).toContain('trước ngày 14/12/2026');
  });
  test('several duties stand in a table: STT, Nhiệm vụ, Hạn, Tình hình', async () => {
    const letter = to('Sở Ngoại vụ', [
      duty(),
      duty({ id: 'd2', path: 'III.2.b', parts: [part('Sở Ngoại vụ', { dueOn: null, isSilent: true })] }),
    ])!;
    const [table] = letter.body.filter((block) => block.kind === 'table');
    expect(table!.columns.map(({ header }) => header)).toEqual(['STT', 'Nhiệm vụ', 'Hạn', 'Tình hình']);
    expect(table!.rows.map(([at, , due, state]) => [at, due, state])).toEqual([
      ['1', '30/11/2026', 'Đã qua thời hạn, chưa có báo cáo hoàn thành'],
      ['2', '', 'Chưa có thông tin về tình hình thực hiện'],
    ]);
    const docx = await writeDocx(
      documentOf({ content: letter, number: 5, dated: '2026-12-07' }, '2026-12-07'),
    );
    expect(await checkOfficialDocx(docx)).toEqual([]);
  });
  test('only wanted duties are named, silent or not, and requests in a table of their own that blames nobody', () => {
    const asked = (id: string) => duty({ id, parts: [{ ...front, isSilent: false }] });
    const letter = draftReminder(
      union,
      { id: front.agencyId, name: front.agencyName },
      [asked('a'), asked('b'), asked('c')],
      { replyBy: '2026-12-14', wanted: new Set(['a', 'c']) },
    )!;
    const [table] = letter.body.filter((block) => block.kind === 'table');
    expect(table!.rows).toHaveLength(2);
    expect(table!.columns[2]!.header).toBe('Thời gian dự kiến');
    expect(JSON.stringify(letter)).not.toMatch(/quá hạn|qua thời hạn|đôn đốc|chưa có báo cáo|"Hạn"/);
  });
  test.each([
    ['a body outside the chain', duty({ parts: [front] }), front.agencyName],
    [
      'a duty that the plan only asks for',
      duty({ isRequest: true, parts: [part('Sở Y tế', { isSilent: true })] }),
      'Sở Y tế',
    ],
  ])('%s is never told that it is late', (_, one, agency) => {
    const letter = to(agency, [one])!;
    expect(letter.title).toMatch(/^đề nghị thông tin/);
    expect(wordsOf(letter)).not.toMatch(/quá hạn|đôn đốc|thời hạn ngày|chưa có báo cáo/);
    expect(wordsOf(letter)).toContain('phối hợp');
  });
  test.each([
    ['done', part('Sở Ngoại vụ', { isOpen: false })],
    ['in time and told of', part('Sở Ngoại vụ', { dueOn: '2026-12-31' })],
    ['waiting on somebody else', part('Sở Ngoại vụ', { isWaiting: true })],
  ])('nothing is written about what is %s', (_, one) =>
    expect(to('Sở Ngoại vụ', [duty({ parts: [one] })])).toBeNull(),
  );
});

describe('gia hạn', () => {
  const asked = {
    agencyName: 'Sở Ngoại vụ',
    state: 'granted' as const,
    dueBefore: '2026-11-30',
    wantedOn: '2026-12-20',
    counteredOn: '2026-12-15',
    reason: 'chờ ý kiến bộ.',
    decisionReason: 'đã gia hạn hai lần',
  };
  test.each([
    ['granted', 'đồng ý gia hạn'],
    [
      'rejected',
      'chưa đồng ý gia hạn nhiệm vụ tại mục III.2.a Kế hoạch số 217/KH-UBND; thời hạn giữ nguyên ngày 30/11/2026. Lý do: đã gia hạn hai lần.',
    ],
    ['countered', 'là ngày 15/12/2026'],
    ['accepted', 'thống nhất thời hạn'],
    ['declined', 'giữ nguyên'],
  ] as const)('%s', (state, said) =>
    expect(wordsOf(draftExtensionReply(union, duty(), { ...asked, state }))).toContain(said),
  );
});

const met = {
  agencyName: 'Sở Ngoại vụ',
  words: 'Thiếu kinh phí.',
  answer: 'Bố trí trong dự toán',
  proposal: 'Cấp bổ sung',
  authorityName: null,
};
test('trả lời khó khăn quotes what was raised and says the answer', () => {
  const words = wordsOf(draftDifficultyReply(union, duty(), met));
  expect(words).toContain('“Thiếu kinh phí”');
  expect(words).toContain('có ý kiến như sau: Bố trí trong dự toán.');
});
test('tờ trình goes to the one above, with what is proposed', () => {
  const letter = draftSubmission(union, duty(), met);
  expect(letter).toMatchObject({
    kind: 'Tờ trình',
    notation: 'TTr-LHHN',
    addressees: ['Ủy ban nhân dân thành phố Cần Thơ'],
  });
  expect(wordsOf(letter)).toContain('Cấp bổ sung.');
});
test('five bodies are a) b) c) d) đ)', async () => {
  const parts = ['A', 'B', 'C', 'D', 'E'].map((name) => part(`Sở ${name}`));
  const letter = draftAssignment(union, duty({ parts }));
  const docx = await writeDocx(documentOf({ content: letter, number: 5, dated: '2026-12-07' }, '2026-12-07'));
  expect(await checkOfficialDocx(docx)).toEqual([]);
  expect(letter.body.filter((block) => block.kind === 'heading')).toHaveLength(5);
});
test('báo cáo tells the four cells, what is late in a table, and leaves the proposals to a person', async () => {
  const letter = draftReport(union, {
    plan,
    counts: { 'done-in-time': 3, 'done-late': 1, 'open-in-time': 4, 'open-late': 2, request: 1 },
    late: [
      { text: 'Rà soát thỏa thuận.', path: 'III.2.a', plan, holders: 'Sở Ngoại vụ', dueOn: '2026-11-30' },
    ],
    difficulties: [{ agencyName: 'Sở Ngoại vụ', words: 'Thiếu kinh phí.' }],
  });
  expect(letter).toMatchObject({ kind: 'Báo cáo', notation: 'BC-LHHN' });
  const words = wordsOf(letter);
  expect(words).toContain('Tổng số nhiệm vụ đã giao: 10. Đã hoàn thành 4 (đúng hạn 3, quá hạn 1)');
  expect(words).toContain(
    'Tỷ lệ hoàn thành trên tổng số giao: 40%; tỷ lệ đúng hạn trên số đã hoàn thành: 75%.',
  );
  expect(words).toContain('1 nội dung đề nghị phối hợp, không tính vào tỷ lệ đúng hạn');
  expect(letter.body.find((block) => block.kind === 'table')?.rows).toHaveLength(1);
  expect(faultsOf(letter)).toEqual(['blank']);
});
test('a blank in a table keeps a letter from being numbered too', () => {
  const letter = draftAssignment(union, duty());
  const signed = { ...letter, signature: { ...letter.signature, name: 'Nguyễn Thị Lan' } };
  const table = { kind: 'table' as const, columns: [{ header: 'STT', width: 1 }], rows: [['…']] };
  expect(faultsOf({ ...signed, body: [...signed.body, table] })).toEqual(['blank']);
  expect(faultsOf(signed)).toEqual([]);
});
test('the mark of the unit comes from the rules of the agency', () => {
  const writer = {
    kind: 'so',
    name: 'Sở Ngoại vụ',
    names: ['SNgV'],
    superior: null,
    leader: null,
    lastSigned: null,
  };
  const symbolOf = (unit: string) =>
    draftAssignment(frameOf(writer, 'Tỉnh An Giang', '2026-12-07', { unit }), duty());
  expect(symbolOf('HTQT')).toMatchObject({ notation: 'SNgV-HTQT', recipients: ['Lưu: VT, HTQT'] });
  expect(symbolOf('')).toMatchObject({ notation: 'SNgV', recipients: ['Lưu: VT'] });
});
test.each([
  ['2026-12-07', null],
  ['2026-12-08', 'future'],
  ['2026-12-03', 'before'],
] as const)('a letter of 4 December may be sealed on %s: %s', (day, fault) =>
  expect(faultOfStamp(day, '2026-12-07', '2026-12-04')).toBe(fault),
);
test('it should leave at latest the next working day, an urgent one at once', () => {
  const calendar = makeCalendar([]);
  expect(stampDay('2026-12-04', undefined, calendar)).toBe('2026-12-07');
  expect(stampDay('2026-12-04', 'KHẨN', calendar)).toBe('2026-12-04');
});
test('giấy mời leaves hour and place blank, and cannot be numbered so', () => {
  const letter = draftInvitation(union, duty());
  expect(letter).toMatchObject({ kind: 'Giấy mời', notation: 'GM-LHHN', addressees: [] });
  expect(faultsOf(letter)).toEqual(['blank']);
});

describe('hỏi bổ sung “6 rõ”', () => {
  const cases: [string, Partial<DutyFacts>, string[]][] = [
    ['all said', {}, []],
    ['nobody named', { parts: [] }, ['who']],
    ['a name that is nobody', { unnamed: ['các đơn vị liên quan'] }, ['who']],
    ['no work named', { text: 'Phối hợp thực hiện.' }, ['what']],
    ['no day', { dueOn: null }, ['when']],
    [
      'several hold it, nobody leads',
      { parts: [part('Sở A', { leads: false }), part('Sở B', { leads: false })] },
      ['duty'],
    ],
    ['no product', { product: null }, ['product']],
    ['nobody to report to', { reportTo: null }, ['authority']],
  ];
  test.each(cases)('%s', (_, over, missing) => expect(unclearIn(duty(over))).toEqual(missing));
  test('asks for what is missing only, and for nothing when all is said', () => {
    expect(draftQuestion(union, duty())).toBeNull();
    const words = wordsOf(draftQuestion(union, duty({ product: null, dueOn: null }))!);
    expect(words).toContain('Rõ thời gian');
    expect(words).not.toContain('Rõ người');
  });
});

test.each([
  ['giao việc', draftAssignment(union, duty())],
  [
    'gia hạn',
    draftExtensionReply(union, duty(), {
      agencyName: 'Sở Ngoại vụ',
      state: 'granted',
      dueBefore: null,
      wantedOn: '2026-12-20',
      counteredOn: null,
      reason: 'chờ',
      decisionReason: null,
    }),
  ],
  ['trả lời khó khăn', draftDifficultyReply(union, duty(), met)],
  ['tờ trình', draftSubmission(union, duty(), met)],
  ['giấy mời', draftInvitation(union, duty())],
  ['hỏi bổ sung', draftQuestion(union, duty({ product: null }))!],
])('the form of %s has no defect', async (_, content) => {
  const docx = await writeDocx(documentOf({ content, number: 7, dated: '2026-12-07' }, '2026-12-07'));
  expect(await checkOfficialDocx(docx)).toEqual([]);
});

test('signs and abbreviates as its kind of agency does', () => {
  const so = frameOf(
    {
      kind: 'so',
      name: 'Sở Ngoại vụ',
      names: ['Sở Ngoại vụ', 'SNgV'],
      superior: null,
      leader: null,
      lastSigned: null,
    },
    'Tỉnh An Giang',
    '2026-12-07',
    { unit: 'HTQT' },
  );
  expect(so).toMatchObject({ initials: 'SNgV', place: 'An Giang', signature: { position: 'Giám đốc' } });
});

test('a register for each kind with an abbreviation, one for the others', () =>
  expect(['Giấy mời', 'Tờ trình', 'Công văn'].map(bookOf)).toEqual(['GM', 'TTr', 'CV']));

test.each([
  ['2026-12-07', null, null],
  ['2026-12-08', null, 'future'],
  ['2026-12-05', '2026-12-06', 'before'],
  ['2026-12-06', '2026-12-06', null],
] as const)('a number may bear %s after %s: %s', (day, last, fault) =>
  expect(faultOfDay(day, '2026-12-07', last)).toBe(fault),
);
