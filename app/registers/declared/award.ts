import {
  agency,
  choice,
  choices,
  country,
  date,
  defineRegister,
  email,
  file,
  link,
  links,
  longText,
  money,
  number,
  person,
  phone,
  sealed,
  symbol,
  text,
} from '#libraries/register/index.ts';
import { awardFormChoices, awardForms, deciders, dossierPapers, orders } from './award-choices.ts';
import { awardTimers, awardWorkflow } from './award-flow.ts';

const opinions = {
  agreed: ['thống nhất', 'agreed'],
  conditions: ['thống nhất kèm lưu ý', 'agreed with conditions'],
  against: ['không thống nhất', 'not agreed'],
} as const;

const given = { state: ['decided', 'presented', 'published'] };

/**
 * Khen thưởng tổ chức nhân dân, người nước ngoài: dossier, opinions, council, decision, presentation
 * (Kế hoạch 217, III.2.c; sổ tay §7; chỉ tiêu 21). What concerns a person alone is sealed; no passport scans.
 */
export const award = defineRegister({
  name: 'award',
  said: ['Khen thưởng đối ngoại nhân dân', 'Awards'],
  one: ['đề nghị khen thưởng', 'award'],
  heading: 'state',
  basis:
    'Kế hoạch 217/KH-UBND, III.2.c; Luật Thi đua, khen thưởng 06/2022/QH15; NĐ 152/2025/NĐ-CP; TT 15/2025/TT-BNV; NĐ 58/2022/NĐ-CP, Điều 20',
  title: 'candidate',
  fields: {
    candidate: text('Người, tổ chức được đề nghị', 'Candidate', { required: true }),
    kind: choice('Đối tượng', 'Kind', {
      required: true,
      choices: {
        'foreign-person': ['cá nhân người nước ngoài', 'foreign person'],
        'foreign-body': ['tổ chức nước ngoài', 'foreign body'],
        person: ['cá nhân Việt Nam', 'Vietnamese person'],
        body: ['tổ chức nhân dân, tập thể', "people's organisation"],
        overseas: ['kiều bào, hội đoàn', 'overseas Vietnamese'],
      },
    }),
    country: country('Nước', 'Country'),
    organisation: text('Tổ chức, đơn vị', 'Organisation'),
    position: text('Chức vụ', 'Position'),
    passportName: sealed(text('Tên Latin như hộ chiếu', 'Name as in the passport')),
    nationality: sealed(country('Quốc tịch', 'Nationality')),
    life: sealed(longText('Tóm tắt tiểu sử', 'Short life', { longest: 3000 })),
    phone: sealed(phone('Điện thoại', 'Phone')),
    email: sealed(email('Thư điện tử', 'E-mail')),
    form: choice('Hình thức', 'Form', { required: true, choices: awardFormChoices }),
    decider: choice('Cấp quyết định', 'Decided by', { choices: deciders }),
    proposer: agency('Cơ quan đề nghị', 'Proposed by', { required: true }),
    proposedOn: date('Ngày đề nghị', 'Proposed on', { required: true }),
    reason: text('Lý do', 'Reason', { longest: 500 }),
    merits: longText('Thành tích', 'Merits'),
    value: money('Giá trị đóng góp', 'Value of contributions'),
    ngo: link('Tổ chức PCPNN', 'Foreign NGO', { to: 'register:foreign-ngo' }),
    overseas: link('Kiều bào, hội đoàn', 'Overseas Vietnamese', { to: 'register:overseas-vietnamese' }),
    contributions: links('Đóng góp của kiều bào', 'Contributions', { to: 'register:overseas-contribution' }),
    projects: links('Dự án, viện trợ', 'Aid projects', { to: 'register:aid-project' }),
    dossier: choices('Hồ sơ đã có', 'Papers in the dossier', { choices: dossierPapers }),
    papers: file('Tệp hồ sơ', 'Dossier file'),
    appraisedOn: date('Ngày thẩm định đủ hồ sơ', 'Appraised on'),
    foreignAskedOn: date('Ngày hỏi ngoại vụ', 'Foreign affairs asked on'),
    foreignAnsweredOn: date('Ngày ngoại vụ trả lời', 'Foreign affairs answered on'),
    foreignOpinion: choice('Ý kiến ngoại vụ', 'Opinion of foreign affairs', { choices: opinions }),
    policeAskedOn: date('Ngày hỏi Công an', 'Police asked on'),
    policeAnsweredOn: date('Ngày Công an trả lời', 'Police answered on'),
    policeOpinion: choice('Ý kiến Công an', 'Opinion of the police', { choices: opinions }),
    councilOn: date('Ngày họp hội đồng', 'Council on'),
    votesFor: number('Phiếu đồng ý', 'Votes for', { unit: 'phiếu' }),
    votes: number('Tổng số phiếu', 'Votes', { unit: 'phiếu' }),
    petition: symbol('Tờ trình', 'Petition'),
    submittedOn: date('Ngày trình', 'Submitted on'),
    decision: symbol('Quyết định', 'Decision'),
    decidedOn: date('Ngày quyết định', 'Decided on'),
    signer: text('Người ký', 'Signed by', { longest: 120 }),
    presentedOn: date('Ngày trao', 'Presented on'),
    presentedAt: text('Nơi trao', 'Presented at'),
    prize: money('Tiền thưởng', 'Prize'),
    publishedOn: date('Ngày công bố', 'Published on'),
    lastAward: link('Lần khen trước', 'Earlier award', { to: 'register:award' }),
    lastAwardOn: date('Ngày khen lần trước', 'Earlier award on'),
    officer: person('Người theo dõi', 'Officer in charge'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
  },
  sections: [
    {
      said: ['Người, tổ chức', 'Candidate'],
      fields: [
        'candidate',
        'kind',
        'country',
        'organisation',
        'position',
        'passportName',
        'nationality',
        'life',
        'phone',
        'email',
      ],
    },
    {
      said: ['Đề nghị', 'Proposal'],
      fields: [
        'form',
        'decider',
        'proposer',
        'proposedOn',
        'reason',
        'merits',
        'value',
        'ngo',
        'overseas',
        'contributions',
        'projects',
        'lastAward',
        'lastAwardOn',
      ],
    },
    {
      said: ['Hồ sơ, ý kiến', 'Dossier and opinions'],
      fields: [
        'dossier',
        'papers',
        'appraisedOn',
        'foreignAskedOn',
        'foreignAnsweredOn',
        'foreignOpinion',
        'policeAskedOn',
        'policeAnsweredOn',
        'policeOpinion',
      ],
    },
    {
      said: ['Hội đồng, quyết định', 'Council and decision'],
      fields: [
        'councilOn',
        'votesFor',
        'votes',
        'petition',
        'submittedOn',
        'decision',
        'decidedOn',
        'signer',
      ],
    },
    {
      said: ['Trao, công bố', 'Presentation'],
      fields: ['presentedOn', 'presentedAt', 'prize', 'publishedOn', 'officer', 'duties'],
    },
  ],
  list: ['candidate', 'kind', 'country', 'form', 'proposedOn', 'decidedOn'],
  filters: ['kind', 'country', 'form', 'decider', 'proposer', 'proposedOn', 'decidedOn'],
  sort: '-proposedOn',
  alike: ['candidate', 'form', 'proposedOn'],
  headings: {
    candidate: ['Họ tên, tổ chức', 'Tên cá nhân, tập thể'],
    form: ['Hình thức khen thưởng'],
    merits: ['Tóm tắt thành tích'],
    decision: ['Số quyết định'],
  },
  workflow: awardWorkflow,
  timers: awardTimers,
  thresholds: {
    yearsBetween: {
      said: ['Khoảng cách tối thiểu giữa hai lần khen', 'Least time between two awards'],
      value: 5,
      unit: 'năm',
      source: 'Nhớ lại; cần đối chiếu NĐ 152/2025/NĐ-CP và quy chế từng hình thức',
      mark: 'R',
    },
    voteRate: {
      said: ['Tỷ lệ phiếu đồng ý tối thiểu của hội đồng', 'Least share of votes'],
      value: 80,
      unit: '%',
      source: 'Nhớ lại; cần đối chiếu NĐ 152/2025/NĐ-CP và quy chế hội đồng',
      mark: 'R',
    },
  },
  indicators: [
    {
      key: 'award.decided',
      said: ['Quyết định khen thưởng', 'Awards decided'],
      unit: 'quyết định',
      rule: 'flow',
      on: 'decidedOn',
      where: given,
    },
    {
      key: 'award.orders',
      said: ['Huân chương, huy chương Hữu nghị', 'Orders and medals'],
      unit: 'quyết định',
      rule: 'flow',
      on: 'decidedOn',
      where: { ...given, form: orders },
    },
    {
      key: 'award.vufo-medals',
      said: ['Kỷ niệm chương Vì hòa bình, hữu nghị', 'VUFO medals'],
      unit: 'quyết định',
      rule: 'flow',
      on: 'decidedOn',
      where: { ...given, form: ['vufo-medal'] },
    },
    {
      key: 'award.certificates',
      said: ['Bằng khen, giấy khen', 'Certificates'],
      unit: 'quyết định',
      rule: 'flow',
      on: 'decidedOn',
      where: {
        ...given,
        form: Object.keys(awardForms).filter((form) => form.endsWith('-certificate')),
      },
    },
    {
      key: 'award.foreign',
      said: ['Khen người, tổ chức nước ngoài', 'To foreigners'],
      unit: 'quyết định',
      rule: 'flow',
      on: 'decidedOn',
      where: { ...given, kind: ['foreign-person', 'foreign-body'] },
    },
    {
      key: 'award.countries',
      said: ['Số nước có người, tổ chức được khen', 'Countries'],
      unit: 'nước',
      rule: 'distinct',
      on: 'decidedOn',
      of: 'country',
      where: given,
    },
  ],
  check: (row, { thresholds }) => [
    ...daysInOrder(row),
    ...(row.votesFor !== null && row.votes !== null && row.votesFor > row.votes
      ? [{ field: 'votesFor' as const, message: 'Phiếu đồng ý nhiều hơn tổng số phiếu: hãy xem lại hai số.' }]
      : []),
    ...(row.votesFor !== null && row.votes && row.votesFor * 100 < row.votes * thresholds.voteRate!
      ? [
          {
            field: 'votesFor' as const,
            message: `Chưa đạt ${thresholds.voteRate}% phiếu đồng ý: xem quy chế hội đồng trước khi trình.`,
            isWarning: true,
          },
        ]
      : []),
    ...(row.proposedOn && row.lastAwardOn && row.proposedOn < years(row.lastAwardOn, thresholds.yearsBetween!)
      ? [
          {
            field: 'lastAwardOn' as const,
            message: `Chưa đủ ${thresholds.yearsBetween} năm từ lần khen trước: cần nêu thành tích đặc biệt, hoặc chờ.`,
            isWarning: true,
          },
        ]
      : []),
    ...deciderOf(row.form, row.decider),
    ...lackingPapers(row),
  ],
});

type Days = Record<
  | 'foreignAskedOn'
  | 'foreignAnsweredOn'
  | 'policeAskedOn'
  | 'policeAnsweredOn'
  | 'submittedOn'
  | 'decidedOn'
  | 'presentedOn',
  string | null
>;

const pairs: [keyof Days, keyof Days, string][] = [
  ['foreignAskedOn', 'foreignAnsweredOn', 'Ngày ngoại vụ trả lời phải sau ngày hỏi.'],
  ['policeAskedOn', 'policeAnsweredOn', 'Ngày Công an trả lời phải sau ngày hỏi.'],
  ['submittedOn', 'decidedOn', 'Ngày quyết định phải sau ngày trình.'],
  ['decidedOn', 'presentedOn', 'Ngày trao phải sau ngày quyết định.'],
];

const daysInOrder = (row: Days) =>
  pairs.flatMap(([first, second, message]) => {
    const [from, to] = [row[first], row[second]];
    return from && to && to < from ? [{ field: second, message }] : [];
  });

const years = (day: string, count: number): string => `${Number(day.slice(0, 4)) + count}${day.slice(4)}`;

function deciderOf(form: string | null, decider: string | null) {
  const found = form ? awardForms[form as keyof typeof awardForms] : undefined;
  if (!found || !decider || found.decider === decider) return [];
  const message = `${found.said[0]} do ${deciders[found.decider][0]} quyết định (${found.source}): hãy xem lại.`;
  return [{ field: 'decider' as const, message, isWarning: true }];
}

function lackingPapers({ dossier, submittedOn }: { dossier: string[] | null; submittedOn: string | null }) {
  if (!submittedOn) return [];
  const lacking = Object.entries(dossierPapers).filter(([code]) => !dossier?.includes(code));
  const names = lacking.map(([, [vi]]) => vi).join(', ');
  return lacking.length
    ? [{ field: 'dossier' as const, message: `Hồ sơ trình còn thiếu ${names}.`, isWarning: true }]
    : [];
}
