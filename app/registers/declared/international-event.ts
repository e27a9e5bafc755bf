import {
  agency,
  choice,
  choices,
  countries,
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
  symbol,
  table,
  text,
  yesNo,
} from '#libraries/register/index.ts';
import { fieldsOfCooperation } from './friendship-choices.ts';
import { internationalEventFlow } from './international-event-flow.ts';

/** Hoạt động, sự kiện, hội nghị quốc tế; conferences go up the ladder of QĐ 06/2020/QĐ-TTg (sổ tay §5.2; chỉ tiêu 7–8). */
export const internationalEvent = defineRegister({
  name: 'international-event',
  said: ['Hoạt động, sự kiện, hội nghị quốc tế', 'International events and conferences'],
  one: ['hoạt động', 'event'],
  heading: 'delegations',
  basis: 'QĐ 06/2020/QĐ-TTg; Kế hoạch 217/KH-UBND, II.3, III.7, III.8',
  title: 'name',
  fields: {
    name: text('Tên hoạt động', 'Name', { required: true, longest: 500 }),
    kind: choice('Loại', 'Kind', {
      required: true,
      choices: {
        conference: ['hội nghị, hội thảo quốc tế', 'international conference'],
        friendship: ['giao lưu hữu nghị, kỷ niệm', 'friendship, anniversary'],
        culture: ['văn hóa, nghệ thuật, triển lãm', 'culture, arts, exhibition'],
        sport: ['thể thao', 'sport'],
        trade: ['xúc tiến thương mại, hội chợ', 'trade promotion, fair'],
        investment: ['xúc tiến đầu tư', 'investment promotion'],
        tourism: ['xúc tiến du lịch', 'tourism promotion'],
        volunteer: ['tình nguyện quốc tế', 'volunteering'],
        other: ['hoạt động khác', 'other'],
      },
    }),
    purpose: longText('Mục đích', 'Purpose', { longest: 4000 }),
    theme: text('Chủ đề, nội dung', 'Theme', { longest: 500 }),
    works: choices('Lĩnh vực', 'Fields', { choices: fieldsOfCooperation }),
    held: period('Thời gian', 'Period', { required: true }),
    venue: text('Địa điểm', 'Venue'),
    side: choice('Nơi tổ chức', 'Held', {
      choices: {
        here: ['tại tỉnh, thành phố', 'in the province'],
        home: ['nơi khác trong nước', 'elsewhere in Vietnam'],
        abroad: ['ở nước ngoài', 'abroad'],
      },
    }),
    form: choice('Hình thức', 'Form', {
      choices: {
        present: ['trực tiếp', 'in person'],
        online: ['trực tuyến', 'online'],
        both: ['trực tiếp và trực tuyến', 'both'],
      },
    }),
    organiser: agency('Đơn vị tổ chức', 'Organiser', { required: true }),
    partners: links('Đơn vị phối hợp', 'With', { to: 'agency' }),
    foreignPartners: text('Đối tác nước ngoài', 'Foreign partners', { longest: 500 }),
    guestLevel: choice('Khách cao nhất', 'Highest guests', {
      choices: {
        minister: ['cấp bộ trưởng trở lên', 'ministers or higher'],
        below: ['dưới cấp bộ trưởng', 'below ministers'],
      },
    }),
    topics: choices('Nội dung thuộc diện Thủ tướng cho phép', 'Topics for the Prime Minister', {
      choices: {
        sovereignty: ['chủ quyền, biên giới', 'sovereignty, borders'],
        security: ['quốc phòng, an ninh', 'defence, security'],
        ethnic: ['dân tộc', 'ethnic matters'],
        religion: ['tôn giáo', 'religion'],
        rights: ['nhân quyền', 'human rights'],
        secrets: ['bí mật nhà nước', 'State secrets'],
      },
      hint: [
        'Chỉ đánh dấu có hay không; không ghi nội dung mật vào đây.',
        'Only mark them; no secret content belongs here.',
      ],
    }),
    hosting: symbol('Chủ trương đăng cai', 'Approval to host'),
    scheme: yesNo('Đã có Đề án (Mẫu 01)', 'Scheme (form 01) is there'),
    permitter: choice('Cấp cho phép', 'Permitted by', {
      choices: {
        primeMinister: ['Thủ tướng Chính phủ', 'Prime Minister'],
        chairman: ['Chủ tịch UBND tỉnh, thành phố', 'chairman of the province'],
        other: ['cấp khác, không phải xin phép', 'others, none needed'],
      },
    }),
    opinionAskedOn: date('Ngày lấy ý kiến', 'Opinions asked on'),
    opinionGivenOn: date('Ngày có đủ ý kiến', 'Opinions given on'),
    opinions: longText('Ý kiến các cơ quan', 'Opinions', { longest: 4000 }),
    submittedOn: date('Ngày trình xin phép', 'Submitted on'),
    permit: symbol('Văn bản cho phép', 'Permission'),
    permittedOn: date('Ngày cho phép', 'Permitted on'),
    people: number('Người tham dự', 'Participants', { unit: 'lượt' }),
    foreigners: number('Trong đó người nước ngoài', 'Of them foreigners', { unit: 'lượt' }),
    women: number('Trong đó nữ', 'Of them women', { unit: 'lượt' }),
    companies: number('Doanh nghiệp tham gia', 'Companies', { unit: 'doanh nghiệp' }),
    countries: number('Số nước tham dự', 'Countries', { unit: 'nước' }),
    nationalities: text('Quốc tịch đại biểu', 'Nationalities', { longest: 500 }),
    fromCountries: countries('Nước có đại biểu', 'Countries of delegates'),
    participants: table('Thành phần tham dự', 'Participants', {
      columns: {
        body: text('Cơ quan, tổ chức', 'Body', { longest: 200 }),
        country: country('Nước', 'Country'),
        capacity: text('Tư cách', 'Capacity', { longest: 100 }),
        people: number('Số người', 'People'),
      },
      hint: [
        'Theo cơ quan, tổ chức; không ghi tên từng người. Trong Excel: một ô, mỗi dòng một cơ quan: “Quỹ Châu Á | Hoa Kỳ | khách mời | 3”.',
        'By body; no names of people. In Excel: one cell, a line a body, columns parted by |.',
      ],
    }),
    speakers: longText('Báo cáo viên', 'Speakers', { longest: 4000 }),
    cost: money('Kinh phí', 'Cost'),
    costSource: text('Nguồn kinh phí', 'Paid from'),
    results: longText('Kết quả', 'Results'),
    followUps: longText('Kiến nghị, việc tiếp theo', 'Proposals, follow-ups', { longest: 4000 }),
    reportedOn: date('Ngày báo cáo kết quả (Mẫu 02)', 'Reported on (form 02)'),
    report: symbol('Báo cáo kết quả', 'Report'),
    associations: links('Hội hữu nghị', 'Associations', { to: 'register:friendship-association' }),
    delegations: links('Đoàn tham dự', 'Delegations', { to: 'register:delegation' }),
    agreements: links('Thỏa thuận ký dịp này', 'Agreements signed there', { to: 'register:agreement' }),
    officer: person('Người theo dõi', 'Officer in charge'),
    papers: file('Tài liệu, ảnh', 'Materials, pictures'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    {
      said: ['Hoạt động', 'Event'],
      fields: ['name', 'kind', 'purpose', 'theme', 'works', 'held', 'venue', 'side', 'form'],
    },
    { said: ['Đơn vị', 'Agencies'], fields: ['organiser', 'partners', 'foreignPartners'] },
    {
      said: ['Xin phép', 'Permission'],
      fields: [
        'guestLevel',
        'topics',
        'hosting',
        'scheme',
        'permitter',
        'opinionAskedOn',
        'opinionGivenOn',
        'opinions',
        'submittedOn',
        'permit',
        'permittedOn',
      ],
    },
    {
      said: ['Người tham dự, kinh phí', 'Participants, costs'],
      fields: [
        'people',
        'foreigners',
        'women',
        'companies',
        'countries',
        'nationalities',
        'fromCountries',
        'participants',
        'speakers',
        'cost',
        'costSource',
      ],
    },
    {
      said: ['Kết quả', 'Results'],
      fields: ['results', 'followUps', 'reportedOn', 'report'],
    },
    {
      said: ['Liên kết', 'Links'],
      fields: ['associations', 'delegations', 'agreements', 'officer', 'papers', 'duties', 'note'],
    },
  ],
  list: ['name', 'kind', 'organiser', 'held', 'people', 'permitter', 'reportedOn'],
  filters: ['kind', 'organiser', 'works', 'held', 'permitter', 'side', 'associations', 'fromCountries'],
  sort: '-held',
  alike: ['name', 'kind', 'held'],
  headings: {
    name: ['Tên sự kiện', 'Tên hội nghị, hội thảo', 'Nội dung hoạt động'],
    held: ['Thời gian tổ chức'],
    organiser: ['Cơ quan tổ chức', 'Đơn vị chủ trì'],
    people: ['Số đại biểu', 'Số người tham dự', 'Số lượng người tham dự'],
    foreigners: ['Đại biểu nước ngoài', 'Khách quốc tế'],
    results: ['Kết quả đạt được'],
  },
  ...internationalEventFlow,
  check: (row, { today }) => {
    const found: Finding<keyof typeof row & string>[] = [];
    const { held, people } = row;
    const isForPrimeMinister = row.guestLevel === 'minister' || row.topics !== null;
    if (row.kind === 'conference' && isForPrimeMinister && row.permitter && row.permitter !== 'primeMinister')
      found.push({
        field: 'permitter',
        message:
          'Có khách từ cấp bộ trưởng trở lên hoặc nội dung nêu trên thì Thủ tướng cho phép (QĐ 06/2020/QĐ-TTg): hãy chọn lại cấp cho phép.',
        // What has been held already is told as it was.
        ...(held && held.from < today ? { isWarning: true } : {}),
      });
    for (const field of ['foreigners', 'women'] as const)
      if (people !== null && (row[field] ?? 0) > people)
        found.push({ field, message: 'Nhiều hơn số người tham dự: hãy xem lại hai số.' });
    if (held && held.to === null)
      found.push({
        field: 'held',
        message: 'Chưa có ngày kết thúc: hạn báo cáo kết quả tính từ ngày đó.',
        isWarning: true,
      });
    for (const [before, after, message] of [
      ['opinionAskedOn', 'opinionGivenOn', 'Ngày có ý kiến phải sau ngày lấy ý kiến.'],
      ['submittedOn', 'permittedOn', 'Ngày cho phép phải sau ngày trình.'],
    ] as const)
      if (row[before] && row[after] && row[after] < row[before]) found.push({ field: after, message });
    if (held && row.reportedOn && row.reportedOn < held.from)
      found.push({ field: 'reportedOn', message: 'Ngày báo cáo phải sau ngày tổ chức.' });
    return found;
  },
});
