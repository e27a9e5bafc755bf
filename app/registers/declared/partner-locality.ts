import {
  agency,
  choice,
  choices,
  country,
  date,
  defineRegister,
  email,
  links,
  longText,
  person,
  phone,
  sealed,
  symbol,
  text,
  usualPermissions,
  webAddress,
} from '#libraries/register/index.ts';
import { fieldsOfCooperation, foreignLevels, priorities } from './friendship-choices.ts';

const who = usualPermissions.write;
const stock = (key: keyof typeof priorities, vi: string, en: string) =>
  ({
    key: `partner-locality.${key}`,
    said: [vi, en],
    unit: 'địa phương',
    rule: 'stock',
    on: 'linkedOn',
    end: 'endedOn',
    where: { state: ['linked', 'quiet', 'ended'], priority: [key] },
  }) as const;

/** Địa phương kết nghĩa, đối tác nước ngoài, by country and priority (Kế hoạch 217, II.3). */
export const partnerLocality = defineRegister({
  name: 'partner-locality',
  said: ['Quan hệ địa phương kết nghĩa, đối tác', 'Partner localities'],
  one: ['địa phương', 'locality'],
  heading: 'friendship',
  basis: 'Kế hoạch 217/KH-UBND, II.3',
  title: 'name',
  fields: {
    name: text('Địa phương nước ngoài', 'Foreign locality', { required: true }),
    localName: text('Tên bằng tiếng nước bạn', 'Name in its language'),
    country: country('Nước', 'Country', { required: true }),
    level: choice('Cấp', 'Level', {
      choices: { province: foreignLevels.province, city: foreignLevels.city, other: foreignLevels.other },
    }),
    priority: choice('Ưu tiên', 'Priority', { choices: priorities }),
    kind: choice('Loại quan hệ', 'Relation', {
      choices: {
        sister: ['kết nghĩa', 'sister'],
        friendly: ['hữu nghị, hợp tác', 'friendly co-operation'],
        partner: ['đối tác theo lĩnh vực', 'partner in a field'],
        contact: ['tiếp xúc, tìm hiểu', 'in contact'],
      },
    }),
    works: choices('Lĩnh vực hợp tác', 'Fields of co-operation', { choices: fieldsOfCooperation }),
    ourSide: text('Phía ta', 'Our side', {
      longest: 200,
      hint: [
        'Tỉnh, thành phố hoặc xã, phường đứng quan hệ.',
        'Which locality of ours stands in the relation.',
      ],
    }),
    formerProvince: text('Kế thừa từ tỉnh, huyện cũ', 'Inherited from', { longest: 120 }),
    proposedOn: date('Ngày trình chủ trương', 'Proposed on'),
    consent: symbol('Văn bản đồng ý chủ trương', 'Consent'),
    linkedOn: date('Ngày thiết lập quan hệ', 'Since'),
    anniversaryOn: date('Ngày kỷ niệm sắp tới', 'Next anniversary'),
    activeOn: date('Hoạt động gần nhất', 'Last active on'),
    lead: agency('Cơ quan đầu mối', 'Lead agency'),
    partners: links('Cơ quan, hội tham gia', 'Agencies taking part', { to: 'agency' }),
    associations: links('Hội hữu nghị', 'Associations', { to: 'register:friendship-association' }),
    foreignOffice: text('Đầu mối phía bạn', 'Office on their side'),
    contact: sealed(text('Người liên hệ phía bạn', 'Contact on their side')),
    phone: sealed(phone('Điện thoại liên hệ', 'Phone')),
    email: sealed(email('Thư điện tử liên hệ', 'E-mail')),
    website: webAddress('Trang web', 'Web page'),
    officer: person('Người theo dõi', 'Officer in charge'),
    contents: longText('Nội dung hợp tác', 'Co-operation'),
    results: longText('Kết quả, đánh giá', 'Results'),
    endedOn: date('Ngày chấm dứt', 'Ended on'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    {
      said: ['Địa phương', 'Locality'],
      fields: ['name', 'localName', 'country', 'level', 'priority', 'kind', 'works'],
    },
    {
      said: ['Quan hệ', 'Relation'],
      fields: [
        'ourSide',
        'formerProvince',
        'proposedOn',
        'consent',
        'linkedOn',
        'anniversaryOn',
        'activeOn',
        'lead',
        'partners',
        'associations',
      ],
    },
    {
      said: ['Liên hệ', 'Contact'],
      fields: ['foreignOffice', 'contact', 'phone', 'email', 'website', 'officer'],
    },
    {
      said: ['Kết quả', 'Results'],
      fields: ['contents', 'results', 'endedOn', 'duties', 'note'],
    },
  ],
  list: ['name', 'country', 'priority', 'kind', 'linkedOn', 'activeOn'],
  filters: ['country', 'priority', 'kind', 'works', 'lead', 'linkedOn', 'activeOn'],
  sort: 'name',
  alike: ['name', 'country'],
  headings: {
    name: ['Tên địa phương', 'Đối tác'],
    country: ['Quốc gia'],
    linkedOn: ['Ngày ký kết', 'Thời gian thiết lập'],
  },
  workflow: {
    states: {
      contact: ['đang tìm hiểu', 'in contact'],
      proposed: ['đã trình chủ trương', 'proposed'],
      linked: ['đang có quan hệ', 'linked'],
      quiet: ['tạm lắng', 'quiet'],
      ended: ['đã chấm dứt', 'ended'],
    },
    transitions: [
      {
        name: 'propose',
        said: ['Ghi đã trình chủ trương', 'Proposed'],
        from: ['contact'],
        to: 'proposed',
        who,
        needs: ['works', 'proposedOn'],
      },
      {
        name: 'link',
        said: ['Ghi đã thiết lập quan hệ', 'Linked'],
        from: ['contact', 'proposed', 'quiet'],
        to: 'linked',
        who,
        needs: ['priority', 'kind', 'linkedOn'],
        tells: { duty: 'progress', said: ['đã thiết lập quan hệ', 'was linked'] },
      },
      {
        name: 'quiet',
        said: ['Ghi tạm lắng', 'Quiet'],
        from: ['linked'],
        to: 'quiet',
        who,
        withReason: true,
      },
      {
        name: 'end',
        said: ['Ghi đã chấm dứt', 'End'],
        from: ['linked', 'quiet', 'proposed'],
        to: 'ended',
        who,
        needs: ['endedOn'],
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'anniversary',
      said: ['Chuẩn bị kỷ niệm quan hệ', 'Prepare the anniversary'],
      from: 'anniversaryOn',
      count: -90,
      unit: 'day',
      where: { state: ['linked', 'quiet'] },
      source: 'Mặc định của hệ thống: chuẩn bị 90 ngày trước ngày kỷ niệm',
      mark: 'R',
    },
    {
      name: 'idle',
      said: ['Nối lại trao đổi với địa phương đối tác', 'Resume exchanges'],
      from: 'activeOn',
      count: 12,
      unit: 'month',
      where: { state: ['linked'] },
      source: 'Mặc định của hệ thống: 12 tháng không có hoạt động thì xem lại quan hệ',
      mark: 'R',
    },
  ],
  indicators: [
    {
      key: 'partner-locality.linked',
      said: ['Địa phương nước ngoài có quan hệ', 'Localities linked'],
      unit: 'địa phương',
      rule: 'stock',
      on: 'linkedOn',
      end: 'endedOn',
      where: { state: ['linked', 'quiet', 'ended'] },
    },
    {
      key: 'partner-locality.new',
      said: ['Địa phương thiết lập quan hệ mới', 'Newly linked'],
      unit: 'địa phương',
      rule: 'flow',
      on: 'linkedOn',
    },
    {
      key: 'partner-locality.countries',
      said: ['Số nước có địa phương mới thiết lập quan hệ', 'Countries of those newly linked'],
      unit: 'nước',
      rule: 'distinct',
      on: 'linkedOn',
      of: 'country',
    },
    stock('neighbour', 'Trong đó: nước láng giềng', 'Of them neighbouring'),
    stock('traditional', 'Trong đó: nước truyền thống', 'Of them traditional'),
    stock('strategic', 'Trong đó: đối tác quan trọng, chiến lược', 'Of them strategic'),
  ],
  check: ({ proposedOn, linkedOn, endedOn }) => [
    ...(linkedOn && endedOn && endedOn < linkedOn
      ? [{ field: 'endedOn' as const, message: 'Ngày chấm dứt phải sau ngày thiết lập quan hệ.' }]
      : []),
    ...(proposedOn && linkedOn && linkedOn < proposedOn
      ? [
          {
            field: 'linkedOn' as const,
            message: 'Quan hệ có trước khi trình chủ trương: hãy xem lại hai ngày.',
            isWarning: true,
          },
        ]
      : []),
  ],
});
