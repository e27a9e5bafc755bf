import {
  agency,
  choice,
  country,
  date,
  defineRegister,
  type Finding,
  file,
  links,
  longText,
  money,
  number,
  period,
  person,
  sealed,
  symbol,
  table,
  text,
  yesNo,
} from '#libraries/register/index.ts';
import { delegationFlow } from './delegation-flow.ts';
import { foreignLevels } from './friendship-choices.ts';
import { findOverCeiling, guestCeilings, guestClasses, guestCosts } from './guest-ceilings.ts';
import { daysOfProgramme } from './programme-days.ts';

const [unit, dong] = ['người', 'đồng'];
const perDay: [string, string] = ['Một người một ngày.', 'A person a day.'];

/** Đoàn vào, đoàn ra: permission, programme, costs, results and what was promised (sổ tay §5.3–5.4; chỉ tiêu 5–6). */
export const delegation = defineRegister({
  name: 'delegation',
  said: ['Đoàn vào, đoàn ra', 'Delegations'],
  one: ['đoàn', 'delegation'],
  heading: 'delegations',
  basis: 'Kế hoạch 217/KH-UBND, II.3; TT 35/2026/TT-BTC; quy chế quản lý hoạt động đối ngoại của tỉnh',
  title: 'name',
  fields: {
    name: text('Tên đoàn', 'Name', { required: true }),
    direction: choice('Đoàn', 'Direction', {
      required: true,
      choices: { in: ['đoàn vào', 'coming in'], out: ['đoàn ra', 'going out'] },
    }),
    level: choice('Cấp của đoàn', 'Level', {
      choices: {
        chairman: ['do Chủ tịch UBND tỉnh, thành phố dẫn đầu', 'led by the chairman of the province'],
        province: ['lãnh đạo tỉnh, thành phố', 'leaders of the province'],
        department: ['sở, ban, ngành, đoàn thể', 'departments, mass organisations'],
        commune: ['xã, phường', 'communes'],
        people: ['tổ chức nhân dân, hội hữu nghị', "people's organisations"],
        foreign: ['cơ quan, tổ chức nước ngoài', 'foreign body'],
      },
    }),
    country: country('Nước', 'Country', { required: true }),
    otherCountries: text('Nước khác cùng chuyến', 'Other countries'),
    foreignSide: text('Cơ quan, tổ chức nước ngoài', 'Foreign body', { longest: 500 }),
    foreignLevel: choice('Cấp phía bạn', 'Level of the foreign side', { choices: foreignLevels }),
    purpose: longText('Mục đích, nội dung', 'Purpose', { longest: 4000 }),
    held: period('Thời gian', 'Period', { required: true }),
    places: text('Nơi đến', 'Places visited', { longest: 500 }),
    host: agency('Đơn vị chủ trì', 'Lead agency', { required: true }),
    partners: links('Đơn vị phối hợp', 'With', { to: 'agency' }),
    inviter: text('Cơ quan mời', 'Invited by'),
    invitation: symbol('Thư mời, văn bản mời', 'Invitation'),
    head: text('Trưởng đoàn', 'Head'),
    headTitle: text('Chức danh trưởng đoàn', 'Title of the head'),
    people: number('Số người', 'People', { unit }),
    women: number('Trong đó nữ', 'Of them women', { unit }),
    titles: longText('Chức danh các thành viên', 'Titles of members', { longest: 4000 }),
    roster: sealed(
      longText('Danh sách thành viên', 'List of members', {
        hint: [
          'Họ tên, giấy tờ chỉ khi cần; không đưa ảnh chụp hộ chiếu.',
          'Names, papers only where needed; no scans of passports.',
        ],
      }),
    ),
    entry: choice('Nhập cảnh, xuất cảnh', 'Entry, exit', {
      choices: {
        official: ['hộ chiếu công vụ, ngoại giao', 'official passports'],
        visa: ['thị thực', 'visa'],
        free: ['miễn thị thực', 'no visa needed'],
        mixed: ['nhiều diện', 'several'],
      },
    }),
    programme: table('Chương trình từng ngày', 'Programme by day', {
      columns: {
        day: date('Ngày', 'Day'),
        hour: text('Giờ', 'Hour', { longest: 30 }),
        what: text('Nội dung', 'What', { longest: 500 }),
        place: text('Nơi', 'Place', { longest: 200 }),
        host: text('Bên ta tiếp', 'Received by', { longest: 200 }),
      },
      hint: [
        'Trong Excel: một ô, mỗi dòng một mục, các cột cách nhau bằng dấu |: “12/03/2027 | 8:00 | Chào xã giao | UBND thành phố | Sở Ngoại vụ”. Dòng cũ không có dấu | được đọc thành ngày và nội dung.',
        'In Excel: one cell, a line an item, columns parted by |. Old lines without | are read as a day and words.',
      ],
    }),
    submittedOn: date('Ngày trình xin phép', 'Submitted on'),
    permit: symbol('Văn bản cho phép', 'Permission'),
    permittedBy: text('Cấp cho phép', 'Permitted by'),
    permittedOn: date('Ngày cho phép', 'Permitted on'),
    policeNotice: symbol('Văn bản thông báo Công an', 'Notice to the police'),
    policeToldOn: date('Ngày thông báo Công an', 'Police told on'),
    cost: money('Kinh phí', 'Cost'),
    costSource: choice('Nguồn kinh phí', 'Paid from', {
      choices: {
        budget: ['ngân sách', 'budget'],
        foreign: ['phía nước ngoài', 'foreign side'],
        shared: ['hai bên', 'both sides'],
        social: ['xã hội hóa, tự túc', 'contributions, own means'],
      },
    }),
    guestClass: choice('Hạng khách', 'Class of guests', { choices: guestClasses }),
    lodgingHead: number('Phòng nghỉ trưởng đoàn', 'Lodging of the head', { unit: dong, hint: perDay }),
    lodgingDeputy: number('Phòng nghỉ phó đoàn', 'Lodging of the deputy', { unit: dong, hint: perDay }),
    lodgingMember: number('Phòng nghỉ đoàn viên', 'Lodging of a member', { unit: dong, hint: perDay }),
    meals: number('Tiền ăn', 'Meals', { unit: dong, hint: perDay }),
    drinks: number('Nước uống', 'Drinks', {
      unit: dong,
      hint: ['Một người nửa ngày họp.', 'A person a half-day meeting.'],
    }),
    banquets: number('Số buổi chiêu đãi', 'Banquets', { unit: 'buổi' }),
    banquet: number('Chiêu đãi một người', 'Banquet a person', { unit: dong }),
    gift: number('Tặng phẩm trưởng đoàn', 'Gift for the head', { unit: dong }),
    giftNote: text('Tặng phẩm trao, nhận', 'Gifts given and received', { longest: 500 }),
    flowers: number('Hoa', 'Flowers', { unit: dong }),
    ceilingLeave: symbol('Văn bản cho phép mức chi khác', 'Leave to spend otherwise'),
    results: longText('Kết quả', 'Results'),
    proposals: longText('Kiến nghị', 'Proposals'),
    reportedOn: date('Ngày báo cáo kết quả', 'Reported on'),
    report: symbol('Báo cáo kết quả', 'Report'),
    commitments: longText('Cam kết phát sinh', 'Commitments made', {
      hint: [
        'Ghi cả hạn ở ô bên cạnh: chương trình tự lập một nhiệm vụ có hạn.',
        'Give the day beside it: a dated duty is made by itself.',
      ],
    }),
    commitmentsBy: date('Hạn thực hiện cam kết', 'Commitments due'),
    commitmentsDoneOn: date('Ngày thực hiện xong cam kết', 'Commitments fulfilled on'),
    commitmentDuties: links('Nhiệm vụ giao từ cam kết', 'Duties from commitments', { to: 'duty' }),
    associations: links('Hội hữu nghị', 'Associations', { to: 'register:friendship-association' }),
    localities: links('Địa phương đối tác', 'Partner localities', { to: 'register:partner-locality' }),
    isPress: yesNo('Có đưa tin', 'In the press'),
    officer: person('Người theo dõi', 'Officer in charge'),
    papers: file('Hồ sơ đính kèm', 'Papers'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    {
      said: ['Đoàn', 'Delegation'],
      fields: [
        'name',
        'direction',
        'level',
        'country',
        'otherCountries',
        'foreignSide',
        'foreignLevel',
        'purpose',
        'held',
        'places',
      ],
    },
    {
      said: ['Đơn vị, thành viên', 'Agencies, members'],
      fields: [
        'host',
        'partners',
        'inviter',
        'invitation',
        'head',
        'headTitle',
        'people',
        'women',
        'titles',
        'roster',
        'entry',
      ],
    },
    {
      said: ['Chương trình, xin phép', 'Programme, permission'],
      fields: [
        'programme',
        'submittedOn',
        'permit',
        'permittedBy',
        'permittedOn',
        'policeNotice',
        'policeToldOn',
      ],
    },
    {
      said: ['Kinh phí, định mức', 'Costs, ceilings'],
      fields: [
        'cost',
        'costSource',
        'guestClass',
        'lodgingHead',
        'lodgingDeputy',
        'lodgingMember',
        'meals',
        'drinks',
        'banquets',
        'banquet',
        'gift',
        'giftNote',
        'flowers',
        'ceilingLeave',
      ],
    },
    {
      said: ['Kết quả, cam kết', 'Results, commitments'],
      fields: [
        'results',
        'proposals',
        'reportedOn',
        'report',
        'commitments',
        'commitmentsBy',
        'commitmentsDoneOn',
        'commitmentDuties',
      ],
    },
    {
      said: ['Liên kết', 'Links'],
      fields: ['associations', 'localities', 'isPress', 'officer', 'papers', 'duties', 'note'],
    },
  ],
  list: ['name', 'direction', 'country', 'held', 'people', 'host', 'reportedOn'],
  filters: ['direction', 'country', 'level', 'host', 'held', 'guestClass', 'associations', 'localities'],
  sort: '-held',
  alike: ['name', 'direction', 'country', 'held'],
  headings: {
    name: ['Đoàn khách', 'Tên đoàn khách'],
    held: ['Ngày đến', 'Thời gian thăm', 'Thời gian công tác'],
    people: ['Số lượng khách', 'Số khách', 'Số lượng'],
    head: ['Họ tên trưởng đoàn'],
    purpose: ['Nội dung làm việc', 'Mục đích'],
    host: ['Đơn vị tiếp', 'Cơ quan chủ trì'],
    results: ['Kết quả làm việc'],
  },
  ...delegationFlow,
  thresholds: guestCeilings,
  check: (row, { thresholds }) => {
    const found: Finding<keyof typeof row & string>[] = [];
    const { held, direction, people, women, reportedOn } = row;
    if (people !== null && women !== null && women > people)
      found.push({ field: 'women', message: 'Số nữ nhiều hơn số người của đoàn: hãy xem lại hai số.' });
    if (held && held.to === null)
      found.push({
        field: 'held',
        message: 'Chưa có ngày kết thúc: hạn báo cáo kết quả tính từ ngày đó.',
        isWarning: true,
      });
    const astray = held && daysOfProgramme(row.programme, held);
    if (astray?.length)
      found.push({
        field: 'programme',
        message: `Ngày ${astray.join(', ')} nằm ngoài thời gian của đoàn: hãy xem lại chương trình hoặc thời gian.`,
        isWarning: true,
      });
    if (direction === 'in' && held && held.from >= guestCosts.inForce && !row.ceilingLeave)
      found.push(...findOverCeiling(row.guestClass, row, thresholds));
    if (reportedOn && held && reportedOn < held.from)
      found.push({ field: 'reportedOn', message: 'Ngày báo cáo phải sau ngày đoàn bắt đầu.' });
    if (row.commitments && !row.commitmentsBy && !row.commitmentDuties)
      found.push({
        field: 'commitmentsBy',
        message: 'Cam kết chưa có hạn và chưa giao nhiệm vụ nào: ghi hạn hoặc chọn nhiệm vụ.',
        isWarning: true,
      });
    return found;
  },
});
