import {
  agency,
  choice,
  choices,
  country,
  date,
  defineRegister,
  file,
  link,
  links,
  longText,
  money,
  number,
  period,
  person,
  phone,
  place,
  sealed,
  symbol,
  text,
} from '#libraries/register/index.ts';
import { appraisalTopics, approvers, donorKinds, fieldsOfWork } from './aid-choices.ts';
import { aidProjectFlow } from './aid-project-flow.ts';

const unit = 'người';

/** Viện trợ: one row a programme, project or non-project item; pledged, approved and disbursed are kept apart (sổ tay §4.1–4.4). */
export const aidProject = defineRegister({
  name: 'aid-project',
  said: ['Viện trợ: chương trình, dự án, phi dự án', 'Aid projects'],
  one: ['khoản viện trợ', 'aid item'],
  heading: 'aid',
  basis:
    'NĐ 313/2025/NĐ-CP; khoản trước 08/12/2025: NĐ 80/2020/NĐ-CP; Kế hoạch 217/KH-UBND, II.4, III.6.b, III.7.d',
  title: 'name',
  fields: {
    code: text('Mã khoản viện trợ', 'Code', {
      longest: 60,
      hint: [
        'Cơ quan nào ghi cũng dùng cùng một mã (như số quyết định phê duyệt): nhờ đó số liệu chỉ tính một lần.',
        'All agencies use the same code, so that figures count it once.',
      ],
    }),
    name: text('Tên chương trình, dự án', 'Name', { required: true, longest: 500 }),
    englishName: text('Tên tiếng Anh', 'English name', { longest: 500 }),
    kind: choice('Loại', 'Kind', {
      required: true,
      choices: {
        programme: ['chương trình', 'programme'],
        project: ['dự án', 'project'],
        nonProject: ['phi dự án', 'non-project'],
      },
    }),
    works: choices('Lĩnh vực', 'Fields of work', { choices: fieldsOfWork }),
    place: place('Địa bàn', 'Place'),
    area: longText('Địa bàn khác', 'Other places', { longest: 2000 }),
    goals: longText('Mục tiêu', 'Goals'),
    results: longText('Kết quả dự kiến', 'Expected results'),
    during: period('Thời gian thực hiện', 'Period'),
    campaign: link('Thuộc chương trình vận động', 'Campaign', { to: 'register:aid-campaign' }),

    donor: text('Bên cung cấp viện trợ', 'Donor', { required: true }),
    donorKind: choice('Loại bên cung cấp', 'Kind of donor', { choices: donorKinds }),
    donorNgo: link('Tổ chức PCPNN trong sổ', 'In the register of NGOs', { to: 'register:foreign-ngo' }),
    country: country('Quốc tịch bên cung cấp', 'Country of the donor'),
    donorCertificate: symbol('Số Giấy đăng ký của bên cung cấp', 'Certificate of the donor'),
    coDonors: longText('Đồng cung cấp', 'Co-donors', { longest: 2000 }),
    contact: sealed(text('Người liên hệ của bên cung cấp', 'Contact at the donor')),
    contactPhone: sealed(phone('Điện thoại liên hệ', 'Contact phone')),
    governing: agency('Cơ quan chủ quản', 'Governing body'),
    owner: text('Chủ khoản viện trợ', 'Aid owner', { required: true }),
    ownerAgency: agency('Chủ khoản trong danh mục', 'Aid owner, in the directory'),
    implementers: links('Cơ quan cùng thực hiện', 'With', { to: 'agency' }),

    pledgedOn: date('Ngày cam kết', 'Pledged on'),
    pledged: money('Giá trị cam kết', 'Pledged'),
    rate: number('Tỷ giá ra VND', 'Rate to VND', { decimals: 4 }),
    pledgedVnd: number('Cam kết quy ra VND', 'Pledged in VND', { unit: 'VND', decimals: 2 }),
    pledgedUsd: number('Cam kết quy ra USD', 'Pledged in USD', { unit: 'USD', decimals: 2 }),
    approved: money('Giá trị được phê duyệt', 'Approved'),
    counterpart: money('Vốn đối ứng', 'Counterpart funds'),
    byRecipient: money('Phần bên nhận quản lý', 'Run by the recipient'),
    byDonor: money('Phần bên tài trợ quản lý', 'Run by the donor'),
    budget: choice('Cơ chế tài chính', 'Financial mechanism', {
      choices: {
        inBudget: ['trong ngân sách nhà nước', 'in the State budget'],
        offBudget: ['ngoài ngân sách nhà nước', 'off budget'],
      },
    }),
    management: text('Phương thức quản lý thực hiện', 'Way of managing', { longest: 300 }),
    account: text('Tài khoản tiếp nhận', 'Receiving account', { longest: 200 }),
    goods: longText('Hàng hóa: chủng loại, số lượng', 'Goods: kinds, quantities', { longest: 4000 }),
    goodsValue: money('Trị giá hàng hóa', 'Value of goods'),
    experts: longText('Chuyên gia, tình nguyện viên', 'Experts, volunteers', { longest: 2000 }),

    dossierOn: date('Ngày nhận hồ sơ đầy đủ', 'Full dossier on'),
    dossier: choices('Thành phần hồ sơ', 'Dossier', {
      choices: {
        request: ['văn bản đề nghị', 'request letter'],
        consent: ['văn bản đồng ý của bên cung cấp', "donor's consent"],
        text: ['văn kiện chương trình, dự án', 'project document'],
        status: ['giấy tờ pháp lý của bên cung cấp', "donor's legal status"],
        goods: ['danh mục hàng hóa', 'list of goods'],
        usedGoods: ['chứng thư hàng đã qua sử dụng', 'certificate of used goods'],
        experts: ['lý lịch chuyên gia', 'CVs of experts'],
      },
    }),
    dossierFile: file('Tệp hồ sơ', 'Dossier file'),
    appraiser: agency('Cơ quan chủ trì thẩm định', 'Lead of appraisal'),
    appraisalBy: choice('Hình thức thẩm định', 'Appraisal by', {
      choices: { opinions: ['lấy ý kiến', 'opinions'], meeting: ['họp thẩm định', 'meeting'] },
    }),
    appraisedOn: date('Ngày có kết quả thẩm định', 'Appraised on'),
    topics: choices('Nội dung đã thẩm định', 'Topics appraised', { choices: appraisalTopics }),
    appraisal: longText('Kết quả thẩm định', 'Result of appraisal'),
    approvedBy: choice('Cấp phê duyệt', 'Approved by', { choices: approvers }),
    decision: symbol('Quyết định phê duyệt', 'Decision'),
    approvedOn: date('Ngày phê duyệt', 'Approved on'),
    notifiedOn: date('Ngày báo bên cung cấp', 'Donor notified on'),

    startedOn: date('Ngày bắt đầu thực tế', 'Started on'),
    endedOn: date('Ngày kết thúc thực tế', 'Ended on'),
    changes: longText('Nội dung điều chỉnh', 'Changes'),
    changeDecision: symbol('Quyết định điều chỉnh', 'Decision of change'),
    changedOn: date('Ngày điều chỉnh', 'Changed on'),
    beneficiaries: number('Người hưởng lợi', 'Beneficiaries', { unit }),
    women: number('Trong đó nữ', 'Women among them', { unit }),
    children: number('Trong đó trẻ em', 'Children among them', { unit }),
    disabled: number('Trong đó người khuyết tật', 'Persons with disabilities among them', { unit }),
    handedOverOn: date('Ngày bàn giao', 'Handed over on'),
    handOver: longText('Bàn giao tài sản, kết quả', 'Hand-over', { longest: 4000 }),
    closingReportOn: date('Ngày gửi báo cáo kết thúc', 'Closing report sent on'),
    closingReport: file('Báo cáo kết thúc', 'Closing report'),
    officer: person('Người theo dõi', 'Officer in charge'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    {
      said: ['Khoản viện trợ', 'Aid item'],
      fields: [
        'code',
        'name',
        'englishName',
        'kind',
        'works',
        'place',
        'area',
        'goals',
        'results',
        'during',
        'campaign',
      ],
    },
    {
      said: ['Các bên', 'Parties'],
      fields: [
        'donor',
        'donorKind',
        'donorNgo',
        'country',
        'donorCertificate',
        'coDonors',
        'contact',
        'contactPhone',
        'governing',
        'owner',
        'ownerAgency',
        'implementers',
      ],
    },
    {
      said: ['Giá trị: cam kết, phê duyệt, đối ứng', 'Value: pledged, approved, counterpart'],
      fields: [
        'pledgedOn',
        'pledged',
        'rate',
        'pledgedVnd',
        'pledgedUsd',
        'approved',
        'counterpart',
        'byRecipient',
        'byDonor',
        'budget',
        'management',
        'account',
        'goods',
        'goodsValue',
        'experts',
      ],
    },
    {
      said: ['Hồ sơ, thẩm định, phê duyệt', 'Dossier, appraisal, approval'],
      fields: [
        'dossierOn',
        'dossier',
        'dossierFile',
        'appraiser',
        'appraisalBy',
        'appraisedOn',
        'topics',
        'appraisal',
        'approvedBy',
        'decision',
        'approvedOn',
        'notifiedOn',
      ],
    },
    {
      said: ['Thực hiện, kết thúc', 'Carrying out, closing'],
      fields: [
        'startedOn',
        'endedOn',
        'changes',
        'changeDecision',
        'changedOn',
        'beneficiaries',
        'women',
        'children',
        'disabled',
        'handedOverOn',
        'handOver',
        'closingReportOn',
        'closingReport',
        'officer',
        'duties',
        'note',
      ],
    },
  ],
  list: ['name', 'kind', 'donor', 'country', 'pledged', 'approvedOn'],
  filters: [
    'kind',
    'works',
    'country',
    'donorKind',
    'budget',
    'place',
    'pledgedOn',
    'approvedOn',
    'campaign',
  ],
  sort: '-pledgedOn',
  alike: ['name', 'donor', 'country'],
  headings: {
    code: ['Mã', 'Mã dự án'],
    name: ['Tên dự án', 'Tên chương trình', 'Tên khoản viện trợ'],
    donor: ['Nhà tài trợ', 'Bên tài trợ', 'Tổ chức tài trợ'],
    country: ['Quốc tịch', 'Nước tài trợ'],
    owner: ['Chủ dự án', 'Đơn vị tiếp nhận', 'Đơn vị thụ hưởng'],
    pledged: ['Tổng giá trị', 'Giá trị', 'Cam kết'],
    during: ['Thời gian'],
    decision: ['Số quyết định'],
  },
  ...aidProjectFlow,
  thresholds: {
    higherFrom: {
      said: ['Giá trị từ đó cấp cao hơn phê duyệt (0: không đặt)', 'Value approved higher up (0: none)'],
      value: 0,
      unit: 'USD',
      source:
        'NĐ 80/2020/NĐ-CP phân cấp theo nội dung, không theo giá trị; NĐ 313/2025/NĐ-CP chưa kiểm chứng: đặt theo văn bản đang dùng',
      mark: 'R',
    },
    rounding: {
      said: ['Chênh lệch quy đổi thì cảnh báo', 'Difference of conversion that is warned of'],
      value: 1,
      unit: '%',
      source: 'Mặc định của hệ thống: sai số làm tròn khi quy đổi',
      mark: 'R',
    },
  },
  indicators: [
    {
      key: 'aid-project.mobilised',
      said: ['Dự án, phi dự án vận động mới', 'Newly mobilised'],
      unit: 'dự án',
      rule: 'flow',
      on: 'pledgedOn',
      once: 'code',
    },
    {
      key: 'aid-project.non-project',
      said: ['Trong đó phi dự án vận động mới', 'Non-project items newly mobilised'],
      unit: 'khoản',
      rule: 'flow',
      on: 'pledgedOn',
      once: 'code',
      where: { kind: ['nonProject'] },
    },
    {
      key: 'aid-project.approved-count',
      said: ['Khoản viện trợ được phê duyệt', 'Items approved'],
      unit: 'dự án',
      rule: 'flow',
      on: 'approvedOn',
      once: 'code',
    },
    {
      key: 'aid-project.running',
      said: ['Dự án đang triển khai', 'Projects running'],
      unit: 'dự án',
      rule: 'stock',
      on: 'startedOn',
      end: 'endedOn',
      once: 'code',
      where: { startedOn: 'filled' },
    },
    {
      key: 'aid-project.pledged',
      said: ['Giá trị cam kết', 'Pledged'],
      unit: 'nguyên tệ',
      rule: 'flow',
      on: 'pledgedOn',
      sum: 'pledged',
      once: 'code',
    },
    {
      key: 'aid-project.pledged-usd',
      said: ['Giá trị cam kết quy ra USD', 'Pledged in USD'],
      unit: 'USD',
      rule: 'flow',
      on: 'pledgedOn',
      sum: 'pledgedUsd',
      once: 'code',
    },
    {
      key: 'aid-project.pledged-vnd',
      said: ['Giá trị cam kết quy ra VND', 'Pledged in VND'],
      unit: 'đồng',
      rule: 'flow',
      on: 'pledgedOn',
      sum: 'pledgedVnd',
      once: 'code',
    },
    {
      key: 'aid-project.approved',
      said: ['Giá trị được phê duyệt', 'Approved'],
      unit: 'nguyên tệ',
      rule: 'flow',
      on: 'approvedOn',
      sum: 'approved',
      once: 'code',
    },
    {
      key: 'aid-project.counterpart',
      said: ['Vốn đối ứng', 'Counterpart funds'],
      unit: 'đồng',
      rule: 'flow',
      on: 'approvedOn',
      sum: 'counterpart',
      once: 'code',
    },
    {
      key: 'aid-project.beneficiaries',
      said: ['Người hưởng lợi (tính một lần, khi bắt đầu)', 'Beneficiaries (once, at the start)'],
      unit,
      rule: 'flow',
      on: 'startedOn',
      sum: 'beneficiaries',
      once: 'code',
    },
    {
      key: 'aid-project.countries',
      said: ['Số nước có viện trợ mới', 'Countries of new aid'],
      unit: 'nước',
      rule: 'distinct',
      on: 'pledgedOn',
      of: 'country',
    },
    {
      key: 'aid-project.closed',
      said: ['Khoản đã kết thúc có báo cáo', 'Ended items with a closing report'],
      unit: '%',
      rule: 'ratio',
      on: 'endedOn',
      part: { closingReportOn: 'filled' },
    },
  ],
  check: (row, { thresholds }) => [
    ...inOrder(
      row.dossierOn,
      row.appraisedOn,
      'appraisedOn',
      'Ngày thẩm định phải từ ngày nhận hồ sơ đầy đủ trở đi.',
    ),
    ...inOrder(
      row.appraisedOn,
      row.approvedOn,
      'approvedOn',
      'Ngày phê duyệt phải từ ngày có kết quả thẩm định trở đi.',
    ),
    ...inOrder(row.startedOn, row.endedOn, 'endedOn', 'Ngày kết thúc phải từ ngày bắt đầu thực tế trở đi.'),
    ...(row.startedOn && !row.approvedOn
      ? [
          {
            field: 'startedOn' as const,
            message:
              'Viện trợ chỉ được tiếp nhận, sử dụng sau khi được phê duyệt: ghi ngày phê duyệt, hoặc bỏ ngày bắt đầu.',
            isWarning: true,
          },
        ]
      : []),
    ...higherUp(row, thresholds.higherFrom!),
    ...parts(row),
    ...splits(row),
    ...converted(row.pledged?.amount, row.rate, row.pledgedVnd, thresholds.rounding!),
    ...(row.pledged && row.pledged.currency !== 'VND' && !row.pledged.rateOn
      ? [
          {
            field: 'pledged' as const,
            message: 'Cam kết bằng ngoại tệ nên ghi ngày tỷ giá: thiếu ngày này thì không quy đổi lại được.',
            isWarning: true,
          },
        ]
      : []),
  ],
});

type Amount = { amount: number; currency: string } | null;
type Counted = {
  beneficiaries: number | null;
  women: number | null;
  children: number | null;
  disabled: number | null;
};

const inOrder = <K extends string>(first: string | null, then: string | null, field: K, message: string) =>
  first && then && then < first ? [{ field, message }] : [];

/** Where the province set a value from which its chairman does not approve. */
function higherUp(
  {
    approved,
    pledgedUsd,
    approvedBy,
  }: { approved: Amount; pledgedUsd: number | null; approvedBy: string | null },
  from: number,
) {
  const worth = approved?.currency === 'USD' ? approved.amount : pledgedUsd;
  if (from <= 0 || worth === null || worth < from || approvedBy !== 'chairman') return [];
  const message = `Từ ${from.toLocaleString('vi-VN')} USD trở lên cấp cao hơn phê duyệt (ngưỡng của sổ này): xem lại cấp phê duyệt.`;
  return [{ field: 'approvedBy' as const, message, isWarning: true }];
}

/** Women, children and disabled persons are among the beneficiaries, each for itself. */
const parts = (row: Counted) =>
  (['women', 'children', 'disabled'] as const).flatMap((field) =>
    row[field] !== null && row.beneficiaries !== null && row[field] > row.beneficiaries
      ? [{ field, message: 'Số này nằm trong tổng số người hưởng lợi nên không thể lớn hơn.' }]
      : [],
  );

/** What the two sides run makes up the whole. */
function splits({
  approved,
  byRecipient,
  byDonor,
}: {
  approved: Amount;
  byRecipient: Amount;
  byDonor: Amount;
}) {
  const all = [approved, byRecipient, byDonor];
  if (!approved || !byRecipient || !byDonor || all.some((one) => one!.currency !== approved.currency))
    return [];
  return Math.abs(byRecipient.amount + byDonor.amount - approved.amount) < 1
    ? []
    : [
        {
          field: 'byRecipient' as const,
          message: 'Phần bên nhận và phần bên tài trợ quản lý cộng lại chưa bằng giá trị được phê duyệt.',
          isWarning: true,
        },
      ];
}

function converted(amount: number | undefined, rate: number | null, vnd: number | null, most: number) {
  if (!amount || !rate || vnd === null) return [];
  return Math.abs(amount * rate - vnd) * 100 <= most * amount * rate
    ? []
    : [
        {
          field: 'pledgedVnd' as const,
          message: 'Số quy ra VND không bằng giá trị cam kết nhân tỷ giá: kiểm tra lại ba số.',
          isWarning: true,
        },
      ];
}
