import {
  choice,
  choices,
  country,
  date,
  defineRegister,
  email,
  type Finding,
  file,
  link,
  links,
  longText,
  money,
  number,
  period,
  person,
  phone,
  sealed,
  symbol,
  text,
  yesNo,
} from '#libraries/register/index.ts';
import { friendshipAssociationFlow } from './friendship-association-flow.ts';

const unit = 'người';
const conditions = [
  'hasName',
  'hasOwnField',
  'hasPurpose',
  'hasCharter',
  'hasOffice',
  'hasFounders',
] as const;

/** Hội hữu nghị: set up when conditions and a request are there, its terms, members and merging (sổ tay §6; chỉ tiêu 1–4). */
export const friendshipAssociation = defineRegister({
  name: 'friendship-association',
  said: ['Hội hữu nghị', 'Friendship associations'],
  one: ['hội', 'association'],
  heading: 'friendship',
  basis: 'NĐ 126/2024/NĐ-CP; Kế hoạch 217/KH-UBND, II.3, III.1.b',
  title: 'name',
  fields: {
    name: text('Tên hội', 'Name', { required: true }),
    foreignName: text('Tên bằng tiếng nước bạn', 'Name in the language of the country'),
    country: country('Nước đối tác', 'Country', { required: true }),
    formerProvince: text('Tỉnh, thành phố cũ', 'Former province', {
      longest: 80,
      hint: [
        'Hội do tỉnh, thành phố nào lập trước khi sáp nhập.',
        'Which province set it up before the merger.',
      ],
    }),
    requestedBy: text('Nơi đề nghị thành lập', 'Requested by', { longest: 500 }),
    requestedOn: date('Ngày đề nghị', 'Requested on'),
    requestPaper: symbol('Văn bản đề nghị', 'Request'),
    hasName: yesNo('Tên phù hợp, không gây nhầm lẫn', 'Proper name'),
    hasOwnField: yesNo('Lĩnh vực chính không trùng hội đã có cùng địa bàn', 'Field not taken'),
    hasPurpose: yesNo('Mục đích hợp pháp', 'Lawful purpose'),
    hasCharter: yesNo('Có điều lệ', 'Charter'),
    hasOffice: yesNo('Có trụ sở', 'Head office'),
    hasFounders: yesNo('Đủ số người sáng lập', 'Enough founders'),
    founders: number('Số người sáng lập', 'Founders', { unit }),
    conditionNote: longText('Ghi chú về điều kiện', 'Notes on conditions'),
    committeeHead: text('Trưởng ban vận động', 'Head of the promotion committee'),
    dossier: choices('Hồ sơ đã có', 'Dossier', {
      choices: {
        request: ['đơn đề nghị', 'application'],
        members: ['danh sách, trích ngang thành viên', 'members with extracts of biography'],
        biography: ['sơ yếu lý lịch người đứng đầu', 'biography of the head'],
        record: ['phiếu lý lịch tư pháp số 1', 'criminal record sheet no. 1'],
        consent: ['đồng ý của cơ quan quản lý cán bộ', 'consent of the managing body'],
        charter: ['dự thảo điều lệ', 'draft charter'],
        office: ['giấy tờ về trụ sở', 'papers of the office'],
      },
    }),
    recordIssuedOn: date('Ngày cấp phiếu lý lịch tư pháp', 'Criminal record of'),
    committeeAskedOn: date('Ngày nộp hồ sơ ban vận động', 'Committee asked for on'),
    committeeDecision: symbol('Quyết định công nhận ban vận động', 'Decision on the committee'),
    committeeRecognisedOn: date('Ngày công nhận ban vận động', 'Committee recognised on'),
    establishAskedOn: date('Ngày nộp hồ sơ thành lập', 'Permit asked for on'),
    establishDecision: symbol('Quyết định thành lập', 'Decision of establishment'),
    establishedOn: date('Ngày thành lập', 'Established on'),
    foundedOn: date('Ngày đại hội thành lập', 'Founding congress on'),
    charterDecision: symbol('Quyết định phê duyệt điều lệ', 'Decision on the charter'),
    charterOn: date('Ngày phê duyệt điều lệ', 'Charter approved on'),
    termNumber: number('Nhiệm kỳ thứ', 'Term no.', { least: 1, most: 99 }),
    term: period('Nhiệm kỳ', 'Term'),
    lastCongressOn: date('Đại hội gần nhất', 'Last congress'),
    nextCongressOn: date('Đại hội kế tiếp', 'Next congress'),
    chair: text('Chủ tịch hội', 'Chair'),
    chairFormer: text('Chức vụ, nguyên chức vụ của chủ tịch', 'Former office of the chair'),
    chairPhone: sealed(phone('Điện thoại của chủ tịch', 'Phone of the chair')),
    committee: number('Ủy viên Ban Chấp hành', 'Executive committee', { unit }),
    standing: number('Ủy viên Thường trực', 'Standing committee', { unit }),
    inspectors: number('Ủy viên kiểm tra', 'Inspection committee', { unit }),
    branches: number('Chi hội', 'Branches', { unit: 'chi hội' }),
    members: number('Hội viên', 'Members', { unit }),
    official: number('Hội viên chính thức', 'Official members', { unit }),
    associate: number('Hội viên liên kết', 'Associate members', { unit }),
    honorary: number('Hội viên danh dự', 'Honorary members', { unit }),
    women: number('Hội viên nữ', 'Women', { unit }),
    young: number('Hội viên trẻ', 'Young members', { unit }),
    keepsList: yesNo('Danh sách hội viên, biên bản lưu tại trụ sở', 'Keeps list of members, minutes', {
      hint: [
        'Danh sách (tên, tuổi, nghề, địa chỉ) giữ ở hội, không đưa lên đây.',
        'The list stays with the association and is not uploaded.',
      ],
    }),
    address: text('Địa chỉ trụ sở', 'Address'),
    officePhone: phone('Điện thoại trụ sở', 'Phone of the office'),
    email: email('Thư điện tử', 'E-mail'),
    hasSeal: yesNo('Có con dấu', 'Has a seal'),
    hasAccount: yesNo('Có tài khoản', 'Has an account'),
    fee: money('Hội phí một năm', 'Yearly fee'),
    activities: longText('Hoạt động chính', 'Activities'),
    foreignPartners: longText('Đối tác nước ngoài', 'Foreign partners', { longest: 2000 }),
    commendations: longText('Khen thưởng', 'Commendations', { longest: 4000 }),
    reportedOn: date('Báo cáo năm gần nhất', 'Last yearly report'),
    officer: person('Người theo dõi', 'Officer in charge'),
    mergeCase: choice('Tình trạng hợp nhất', 'Merging', {
      choices: {
        single: ['không trùng hội khác', 'no other of this country'],
        overlaps: ['trùng nước, chưa có phương án', 'same country, nothing proposed'],
        proposed: ['đã trình phương án hợp nhất', 'merger proposed'],
        kept: ['được giữ riêng', 'kept apart'],
        merged: ['đã hợp nhất', 'merged'],
      },
    }),
    mergeAskedOn: date('Ngày nộp hồ sơ hợp nhất, giải thể', 'Merger or dissolution asked on'),
    successor: link('Hợp nhất vào hội', 'Merged into association', { to: 'register:friendship-association' }),
    endDecision: symbol('Quyết định hợp nhất, giải thể', 'Decision of merger or dissolution'),
    endedOn: date('Ngày hợp nhất, giải thể', 'Ended on'),
    papers: file('Hồ sơ đính kèm', 'Papers'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    { said: ['Hội', 'Association'], fields: ['name', 'foreignName', 'country', 'formerProvince'] },
    {
      said: ['Yêu cầu và sáu điều kiện', 'Request and six conditions'],
      fields: ['requestedBy', 'requestedOn', 'requestPaper', ...conditions, 'founders', 'conditionNote'],
    },
    {
      said: ['Hồ sơ, thành lập', 'Dossier, establishment'],
      fields: [
        'committeeHead',
        'dossier',
        'recordIssuedOn',
        'committeeAskedOn',
        'committeeDecision',
        'committeeRecognisedOn',
        'establishAskedOn',
        'establishDecision',
        'establishedOn',
        'foundedOn',
        'charterDecision',
        'charterOn',
      ],
    },
    {
      said: ['Nhiệm kỳ, lãnh đạo', 'Term, leadership'],
      fields: [
        'termNumber',
        'term',
        'lastCongressOn',
        'nextCongressOn',
        'chair',
        'chairFormer',
        'chairPhone',
        'committee',
        'standing',
        'inspectors',
        'branches',
      ],
    },
    {
      said: ['Hội viên', 'Members'],
      fields: ['members', 'official', 'associate', 'honorary', 'women', 'young', 'keepsList'],
    },
    {
      said: ['Trụ sở, hoạt động', 'Office, activities'],
      fields: [
        'address',
        'officePhone',
        'email',
        'hasSeal',
        'hasAccount',
        'fee',
        'activities',
        'foreignPartners',
        'commendations',
        'reportedOn',
        'officer',
      ],
    },
    {
      said: ['Hợp nhất, giải thể', 'Merger, dissolution'],
      fields: [
        'mergeCase',
        'mergeAskedOn',
        'successor',
        'endDecision',
        'endedOn',
        'papers',
        'duties',
        'note',
      ],
    },
  ],
  list: ['name', 'country', 'chair', 'term', 'members', 'formerProvince', 'mergeCase'],
  filters: ['country', 'formerProvince', 'mergeCase', 'establishedOn', 'term', 'nextCongressOn'],
  sort: 'name',
  alike: ['name', 'country'],
  headings: {
    name: ['Tên hội hữu nghị', 'Hội thành viên'],
    country: ['Nước', 'Quốc gia'],
    chair: ['Chủ tịch', 'Họ tên chủ tịch'],
    members: ['Số hội viên', 'Tổng số hội viên'],
    women: ['Trong đó nữ', 'Nữ'],
    branches: ['Số chi hội'],
    establishDecision: ['Quyết định số'],
  },
  ...friendshipAssociationFlow,
  thresholds: {
    founders: {
      said: ['Số người sáng lập ít nhất', 'Least founders'],
      value: 50,
      unit,
      source: 'NĐ 45/2010/NĐ-CP: 50 người hoặc tổ chức ở cấp tỉnh; số của NĐ 126/2024/NĐ-CP cần xác nhận',
      mark: 'R',
    },
    recordMonths: {
      said: ['Phiếu lý lịch tư pháp còn dùng được', 'Criminal record is good for'],
      value: 6,
      unit: 'tháng',
      source: 'NĐ 126/2024/NĐ-CP, Điều 12',
      mark: 'V',
    },
  },
  check: (row, { thresholds }) => {
    const found: Finding<keyof typeof row & string>[] = [];
    if (row.establishAskedOn ?? row.establishedOn)
      for (const field of conditions)
        if (row[field] === false)
          found.push({
            field,
            message: 'Chưa đủ sáu điều kiện thì chưa xin thành lập: bổ sung điều kiện này rồi mới ghi ngày.',
          });
    if (row.hasFounders && row.founders !== null && row.founders < thresholds.founders!)
      found.push({
        field: 'founders',
        message: `Ít hơn ${thresholds.founders} người sáng lập: xem lại số người hoặc mức của tỉnh.`,
        isWarning: true,
      });
    const { recordIssuedOn, committeeAskedOn } = row;
    if (
      recordIssuedOn &&
      committeeAskedOn &&
      monthsLater(recordIssuedOn, thresholds.recordMonths!) < committeeAskedOn
    )
      found.push({
        field: 'recordIssuedOn',
        message: `Phiếu cấp quá ${thresholds.recordMonths} tháng trước ngày nộp: đề nghị nộp phiếu mới.`,
        isWarning: true,
      });
    for (const field of ['official', 'associate', 'honorary', 'women', 'young'] as const)
      if (row.members !== null && (row[field] ?? 0) > row.members)
        found.push({ field, message: 'Nhiều hơn tổng số hội viên: hãy xem lại hai số.' });
    if (row.establishedOn && row.endedOn && row.endedOn < row.establishedOn)
      found.push({ field: 'endedOn', message: 'Ngày hợp nhất, giải thể phải sau ngày thành lập.' });
    return found;
  },
});

/** The same day so many months on; a day that a month does not have counts as the next month's first ones. */
const monthsLater = (day: string, months: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
};
