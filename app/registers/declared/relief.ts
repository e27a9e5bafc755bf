import {
  agency,
  choice,
  country,
  date,
  defineRegister,
  file,
  link,
  links,
  longText,
  money,
  number,
  place,
  symbol,
  text,
  usualPermissions,
  yesNo,
} from '#libraries/register/index.ts';
import { donorKinds } from './aid-choices.ts';

const unit = 'người';
/** Things that a report counts by themselves (chỉ tiêu 17): what is given, how it is counted. */
const counted = [
  ['houses', 'nhà', 'Nhà trao tặng', 'Houses', 'cái'],
  ['bridges', 'cầu', 'Cầu xây dựng', 'Bridges', 'cái'],
  ['classrooms', 'phòng học', 'Phòng học xây dựng, sửa chữa', 'Classrooms', 'phòng'],
  ['gifts', 'suất quà', 'Suất quà', 'Gifts', 'suất'],
  ['scholarships', 'học bổng', 'Suất học bổng', 'Scholarships', 'suất'],
  ['patients', 'khám, chữa bệnh', 'Lượt người được khám, chữa bệnh', 'Patients treated', 'lượt'],
] as const;

/** Cứu trợ, nhân đạo, phong trào: goods, cash, houses, gifts, scholarships, movements of solidarity (Kế hoạch 217, II.4; chỉ tiêu 16, 17). */
export const relief = defineRegister({
  name: 'relief',
  said: ['Cứu trợ, nhân đạo, phong trào', 'Relief and movements'],
  one: ['hoạt động cứu trợ', 'relief activity'],
  heading: 'aid',
  basis: 'Kế hoạch 217/KH-UBND, II.4; cứu trợ khẩn cấp theo nghị định riêng (NĐ 313/2025/NĐ-CP)',
  title: 'content',
  fields: {
    content: text('Nội dung', 'Activity', { required: true }),
    kind: choice('Hình thức hỗ trợ', 'What is given', {
      required: true,
      choices: {
        houses: ['nhà', 'houses'],
        bridges: ['cầu', 'bridges'],
        classrooms: ['phòng học', 'classrooms'],
        gifts: ['suất quà', 'gifts'],
        scholarships: ['học bổng', 'scholarships'],
        patients: ['khám, chữa bệnh', 'medical care'],
        goods: ['hàng hóa, thiết bị', 'goods, equipment'],
        cash: ['tiền mặt, chuyển khoản', 'cash'],
        movement: ['phong trào, ủng hộ, đoàn kết', 'movement of solidarity'],
        other: ['hình thức khác', 'other'],
      },
    }),
    direction: choice('Chiều hỗ trợ', 'Direction', {
      required: true,
      choices: {
        received: ['nước ngoài, kiều bào giúp địa phương', 'from abroad to the province'],
        given: ['địa phương ủng hộ nhân dân nước ngoài', 'from the province to people abroad'],
        domestic: ['trong nước', 'domestic'],
      },
    }),
    occasion: choice('Bối cảnh', 'Occasion', {
      choices: {
        disaster: ['thiên tai, thảm họa', 'disaster'],
        epidemic: ['dịch bệnh', 'epidemic'],
        war: ['hậu quả chiến tranh, xung đột', 'consequences of war, conflict'],
        hardship: ['hoàn cảnh khó khăn', 'hardship'],
        holiday: ['lễ, Tết', 'holidays'],
        peace: ['hòa bình, độc lập dân tộc, tiến bộ xã hội', 'peace, independence, progress'],
        other: ['khác', 'other'],
      },
    }),
    isEmergency: yesNo('Cứu trợ khẩn cấp', 'Emergency relief'),
    emergencyOn: date('Ngày bắt đầu đợt khẩn cấp', 'Emergency began on'),
    organiser: agency('Cơ quan tổ chức, tiếp nhận', 'Organiser, receiver', { required: true }),
    partners: links('Cơ quan phối hợp', 'With', { to: 'agency' }),
    donor: text('Bên hỗ trợ', 'Donor'),
    donorKind: choice('Loại bên hỗ trợ', 'Kind of donor', { choices: donorKinds }),
    donorNgo: link('Tổ chức PCPNN trong sổ', 'In the register of NGOs', { to: 'register:foreign-ngo' }),
    country: country('Nước', 'Country'),
    project: link('Thuộc khoản viện trợ', 'Aid item', { to: 'register:aid-project' }),
    decision: symbol('Văn bản chấp thuận', 'Approved as'),
    givenOn: date('Ngày trao', 'Given on'),
    place: place('Nơi trao', 'Place'),
    quantity: number('Số lượng', 'Quantity', { decimals: 2 }),
    measure: text('Đơn vị tính', 'Measure', { longest: 40 }),
    cash: money('Tiền', 'Cash'),
    goods: longText('Hàng hóa: chủng loại, số lượng', 'Goods', { longest: 4000 }),
    goodsValue: money('Trị giá hàng hóa', 'Value of goods'),
    worth: money('Tổng trị giá', 'Total value'),
    households: number('Số hộ', 'Households', { unit: 'hộ' }),
    beneficiaries: number('Người hưởng lợi', 'Beneficiaries', { unit }),
    women: number('Trong đó nữ', 'Women among them', { unit }),
    children: number('Trong đó trẻ em', 'Children among them', { unit }),
    disabled: number('Trong đó người khuyết tật', 'Persons with disabilities among them', { unit }),
    participants: number('Lượt người tham gia phong trào', 'Participants', { unit: 'lượt' }),
    reportedOn: date('Ngày báo cáo, công khai', 'Reported on'),
    photos: file('Ảnh, biên bản trao', 'Photos, record'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    {
      said: ['Hoạt động', 'Activity'],
      fields: [
        'content',
        'kind',
        'direction',
        'occasion',
        'isEmergency',
        'emergencyOn',
        'organiser',
        'partners',
      ],
    },
    {
      said: ['Bên hỗ trợ', 'Donor'],
      fields: ['donor', 'donorKind', 'donorNgo', 'country', 'project', 'decision'],
    },
    {
      said: ['Trao', 'What was given'],
      fields: ['givenOn', 'place', 'quantity', 'measure', 'cash', 'goods', 'goodsValue', 'worth'],
    },
    {
      said: ['Người hưởng lợi, báo cáo', 'Beneficiaries, report'],
      fields: [
        'households',
        'beneficiaries',
        'women',
        'children',
        'disabled',
        'participants',
        'reportedOn',
        'photos',
        'duties',
        'note',
      ],
    },
  ],
  list: ['content', 'kind', 'direction', 'organiser', 'quantity', 'worth', 'givenOn'],
  filters: ['kind', 'direction', 'occasion', 'organiser', 'country', 'place', 'givenOn', 'isEmergency'],
  sort: '-givenOn',
  alike: ['content', 'kind', 'givenOn', 'organiser'],
  headings: {
    content: ['Hoạt động', 'Tên hoạt động'],
    donor: ['Nhà tài trợ', 'Đơn vị hỗ trợ'],
    givenOn: ['Ngày', 'Thời gian'],
    worth: ['Trị giá', 'Tổng giá trị', 'Thành tiền'],
    quantity: ['SL', 'Số suất'],
    measure: ['ĐVT'],
  },
  workflow: {
    states: {
      promised: ['đã vận động', 'promised'],
      given: ['đã trao', 'given'],
      reported: ['đã báo cáo, công khai', 'reported'],
      cancelled: ['không thực hiện', 'cancelled'],
    },
    transitions: [
      {
        name: 'give',
        said: ['Ghi đã trao', 'Given'],
        from: ['promised'],
        to: 'given',
        who: usualPermissions.write,
        needs: ['givenOn', 'place'],
        tells: { duty: 'progress', said: ['đã trao', 'was given'] },
      },
      {
        name: 'report',
        said: ['Ghi đã báo cáo, công khai', 'Reported'],
        from: ['given'],
        to: 'reported',
        who: usualPermissions.write,
        needs: ['reportedOn', 'worth'],
        tells: { duty: 'done', said: ['đã trao và báo cáo', 'was given and reported'] },
      },
      {
        name: 'cancel',
        said: ['Không thực hiện', 'Cancel'],
        from: ['promised'],
        to: 'cancelled',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'emergency',
      said: ['Kết thúc đợt cứu trợ khẩn cấp, chuyển sang quy trình viện trợ', 'End of the emergency phase'],
      from: 'emergencyOn',
      count: 3,
      unit: 'month',
      until: 'reportedOn',
      where: { isEmergency: [true], state: ['promised', 'given'] },
      source: 'NĐ 313/2025/NĐ-CP: đợt cứu trợ khẩn cấp đến 3 tháng nằm ngoài phạm vi của nghị định',
      mark: 'V',
    },
    {
      name: 'report',
      said: ['Báo cáo, công khai kết quả cứu trợ', 'Report the relief'],
      from: 'givenOn',
      count: 30,
      unit: 'day',
      until: 'reportedOn',
      where: { state: ['given'] },
      source: 'Mặc định của hệ thống: đặt lại theo văn bản của tỉnh',
      mark: 'R',
    },
  ],
  indicators: [
    ...counted.map(([kind, , vi, en, one]) => ({
      key: `relief.${kind}`,
      said: [vi, en] as [string, string],
      unit: one,
      rule: 'flow' as const,
      on: 'givenOn' as const,
      sum: 'quantity' as const,
      where: { kind: [kind] },
    })),
    {
      key: 'relief.activities',
      said: ['Hoạt động cứu trợ, nhân đạo', 'Relief activities'],
      unit: 'hoạt động',
      rule: 'flow',
      on: 'givenOn',
    },
    {
      key: 'relief.worth',
      said: ['Trị giá cứu trợ, nhân đạo tiếp nhận', 'Value of relief received'],
      unit: 'nguyên tệ',
      rule: 'flow',
      on: 'givenOn',
      sum: 'worth',
      where: { direction: ['received'] },
    },
    {
      key: 'relief.given-abroad',
      said: ['Trị giá ủng hộ nhân dân nước ngoài', 'Value given to people abroad'],
      unit: 'nguyên tệ',
      rule: 'flow',
      on: 'givenOn',
      sum: 'worth',
      where: { direction: ['given'] },
    },
    {
      key: 'relief.beneficiaries',
      said: ['Người hưởng lợi từ cứu trợ (không thuộc dự án)', 'Beneficiaries of relief (outside projects)'],
      unit,
      rule: 'flow',
      on: 'givenOn',
      sum: 'beneficiaries',
      where: { project: 'empty' },
    },
    {
      key: 'relief.participants',
      said: ['Lượt người tham gia phong trào', 'Participants in movements'],
      unit: 'lượt',
      rule: 'flow',
      on: 'givenOn',
      sum: 'participants',
    },
  ],
  check: (row) => [
    ...(counted.some(([kind]) => kind === row.kind) && row.givenOn && row.quantity === null
      ? [
          {
            field: 'quantity' as const,
            message: 'Hình thức này được cộng vào báo cáo theo số lượng: hãy ghi số lượng đã trao.',
          },
        ]
      : []),
    ...(row.isEmergency && !row.emergencyOn
      ? [
          {
            field: 'emergencyOn' as const,
            message: 'Cứu trợ khẩn cấp cần ngày bắt đầu đợt để tính thời hạn.',
          },
        ]
      : []),
    ...(['women', 'children', 'disabled'] as const).flatMap((field) =>
      row[field] !== null && row.beneficiaries !== null && row[field] > row.beneficiaries
        ? [{ field, message: 'Số này nằm trong tổng số người hưởng lợi nên không thể lớn hơn.' }]
        : [],
    ),
    ...(row.worth &&
    row.cash &&
    row.cash.currency === row.worth.currency &&
    row.cash.amount > row.worth.amount
      ? [
          {
            field: 'worth' as const,
            message: 'Tổng trị giá nhỏ hơn số tiền đã trao: kiểm tra lại.',
            isWarning: true,
          },
        ]
      : []),
  ],
});
