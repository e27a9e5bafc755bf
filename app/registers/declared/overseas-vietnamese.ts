import {
  choice,
  choices,
  country,
  date,
  defineRegister,
  email,
  link,
  links,
  longText,
  number,
  partialDate,
  person,
  phone,
  place,
  sealed,
  text,
  usualPermissions,
  webAddress,
} from '#libraries/register/index.ts';

/** What a note must not hold: Luật 91/2025/QH15 calls it sensitive, and no work of this plan needs it. */
const sensitive = /đảng phái|chính kiến|quan điểm chính trị|tôn giáo|tín ngưỡng|theo đạo/iu;

/**
 * Kiều bào: persons and bodies abroad with ties to the province (Kế hoạch 217, II.5, III.10; sổ tay §5.7, §9.3;
 * chỉ tiêu 22). What concerns a person alone is sealed; politics and religion are not kept at all, nor passports.
 */
export const overseasVietnamese = defineRegister({
  name: 'overseas-vietnamese',
  said: ['Kiều bào, hội đoàn', 'Overseas Vietnamese'],
  one: ['kiều bào, hội đoàn', 'person or body'],
  heading: 'overseas',
  basis: 'Kế hoạch 217/KH-UBND, II.5, III.10; 36-NQ/TW, 45-CT/TW, 12-KL/TW, 169/NQ-CP; Luật 91/2025/QH15',
  title: 'name',
  fields: {
    name: text('Họ tên, tên hội đoàn', 'Name', { required: true }),
    kind: choice('Loại', 'Kind', {
      required: true,
      choices: {
        person: ['cá nhân', 'person'],
        body: ['hội đoàn', 'association'],
        business: ['doanh nghiệp kiều bào', 'company'],
      },
    }),
    country: country('Nước sở tại', 'Country', { required: true }),
    city: text('Thành phố, vùng', 'City', { longest: 120 }),
    hometown: place('Quê quán', 'Home town'),
    work: choice('Lĩnh vực', 'Field of work', {
      choices: {
        science: ['khoa học, công nghệ', 'science, technology'],
        business: ['kinh doanh, đầu tư', 'business, investment'],
        education: ['giáo dục, đào tạo', 'education'],
        health: ['y tế', 'health'],
        culture: ['văn hóa, nghệ thuật, thể thao', 'culture, arts, sport'],
        media: ['báo chí, truyền thông', 'media'],
        society: ['hoạt động xã hội, cộng đồng', 'community work'],
        student: ['du học sinh', 'student'],
        worker: ['lao động', 'worker'],
        other: ['khác', 'other'],
      },
    }),
    position: text('Nghề nghiệp, chức danh', 'Occupation'),
    offers: choices('Có thể giúp', 'Can help with', {
      choices: {
        investment: ['đầu tư, thương mại', 'investment, trade'],
        knowledge: ['chuyên gia, tri thức', 'expertise'],
        charity: ['từ thiện, an sinh', 'charity'],
        culture: ['văn hóa, dạy tiếng Việt', 'culture, language'],
        bridge: ['kết nối với nước sở tại', 'links with the country'],
      },
    }),
    isYoung: choice('Thế hệ', 'Generation', {
      choices: { young: ['kiều bào trẻ', 'young'], first: ['thế hệ đi trước', 'elder'] },
    }),
    foundedOn: partialDate('Thành lập (hội đoàn)', 'Founded'),
    members: number('Số hội viên (hội đoàn)', 'Members', { unit: 'người' }),
    website: webAddress('Trang web', 'Web page'),
    body: link('Hội đoàn tham gia', 'Member of', { to: 'register:overseas-vietnamese' }),
    head: sealed(text('Người đứng đầu, đầu mối', 'Head, contact')),
    nationality: sealed(country('Quốc tịch', 'Nationality')),
    birth: sealed(partialDate('Năm sinh', 'Born')),
    phone: sealed(phone('Điện thoại', 'Phone')),
    email: sealed(email('Thư điện tử', 'E-mail')),
    address: sealed(text('Địa chỉ liên hệ', 'Address')),
    relatives: sealed(text('Thân nhân ở quê', 'Relatives at home')),
    legalBasis: choice('Căn cứ giữ dữ liệu cá nhân', 'Basis for keeping personal data', {
      choices: {
        consent: ['người đó đồng ý', 'consent'],
        duty: ['nhiệm vụ theo luật, theo kế hoạch', 'duty by law or plan'],
        public: ['người đó đã công khai', 'made public by the person'],
      },
    }),
    consentOn: date('Ngày đồng ý', 'Consent given on'),
    contactedOn: date('Liên hệ gần nhất', 'Last contact'),
    honours: longText('Vinh danh, khen thưởng', 'Honours', { longest: 1000 }),
    officer: person('Người giữ liên hệ', 'Officer in contact'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes', {
      hint: ['Không ghi quan điểm chính trị, tôn giáo.', 'No politics, no religion.'],
    }),
  },
  sections: [
    {
      said: ['Kiều bào, hội đoàn', 'Person or body'],
      fields: ['name', 'kind', 'country', 'city', 'hometown'],
    },
    { said: ['Khả năng hợp tác', 'Co-operation'], fields: ['work', 'position', 'offers', 'isYoung'] },
    { said: ['Hội đoàn', 'Association'], fields: ['foundedOn', 'members', 'website', 'body'] },
    {
      said: ['Dữ liệu cá nhân', 'Personal data'],
      fields: [
        'head',
        'nationality',
        'birth',
        'phone',
        'email',
        'address',
        'relatives',
        'legalBasis',
        'consentOn',
      ],
    },
    {
      said: ['Theo dõi', 'Follow-up'],
      fields: ['contactedOn', 'honours', 'officer', 'duties', 'note'],
    },
  ],
  list: ['name', 'kind', 'country', 'work', 'contactedOn'],
  filters: ['kind', 'country', 'work', 'offers', 'isYoung', 'hometown', 'contactedOn'],
  alike: ['name', 'country'],
  headings: {
    name: ['Họ và tên', 'Tên hội'],
    country: ['Nước', 'Nước cư trú', 'Quốc gia cư trú'],
    hometown: ['Quê', 'Nguyên quán'],
    position: ['Nghề nghiệp'],
  },
  workflow: {
    states: {
      known: ['đang liên hệ', 'in contact'],
      lost: ['mất liên hệ', 'contact lost'],
      withdrawn: ['rút lại đồng ý', 'consent withdrawn'],
    },
    transitions: [
      {
        name: 'lose',
        said: ['Ghi mất liên hệ', 'Contact lost'],
        from: ['known'],
        to: 'lost',
        who: usualPermissions.write,
        withReason: true,
      },
      {
        name: 'regain',
        said: ['Liên hệ lại được', 'In contact again'],
        from: ['lost'],
        to: 'known',
        who: usualPermissions.write,
        needs: ['contactedOn'],
      },
      {
        name: 'withdraw',
        said: ['Người đó rút lại đồng ý', 'Consent withdrawn'],
        from: ['known', 'lost'],
        to: 'withdrawn',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'contact',
      said: ['Giữ liên hệ với kiều bào, hội đoàn', 'Keep in contact'],
      from: 'contactedOn',
      count: 12,
      unit: 'month',
      where: { state: ['known'] },
      source: 'Thông lệ: mỗi năm ít nhất một lần thăm hỏi; chưa có văn bản, tỉnh xác nhận',
      mark: 'R',
    },
  ],
  indicators: [
    {
      key: 'overseas-vietnamese.persons',
      said: ['Kiều bào đang giữ liên hệ', 'Persons in contact'],
      unit: 'người',
      rule: 'stock',
      on: 'createdOn',
      where: { kind: ['person'], state: ['known'] },
    },
    {
      key: 'overseas-vietnamese.bodies',
      said: ['Hội đoàn kiều bào đang giữ liên hệ', 'Associations in contact'],
      unit: 'hội',
      rule: 'stock',
      on: 'createdOn',
      where: { kind: ['body'], state: ['known'] },
    },
    {
      key: 'overseas-vietnamese.countries',
      said: ['Số nước có kiều bào mới giữ liên hệ', 'Countries of new contacts'],
      unit: 'nước',
      rule: 'distinct',
      on: 'createdOn',
      of: 'country',
    },
  ],
  check: ({ kind, members, legalBasis, consentOn, note }, { today }) => [
    ...(legalBasis === 'consent' && !consentOn
      ? [
          {
            field: 'consentOn' as const,
            message: 'Giữ dữ liệu vì người đó đồng ý thì cần ghi ngày đồng ý, để chứng minh được.',
          },
        ]
      : []),
    ...(consentOn && consentOn > today
      ? [{ field: 'consentOn' as const, message: 'Ngày đồng ý chưa tới: hãy xem lại ngày.' }]
      : []),
    ...(kind === 'person' && members !== null
      ? [
          {
            field: 'members' as const,
            message: 'Số hội viên chỉ ghi cho hội đoàn: hãy xem lại loại.',
            isWarning: true,
          },
        ]
      : []),
    ...(sensitive.test(note ?? '')
      ? [
          {
            field: 'note' as const,
            message:
              'Quan điểm chính trị, tôn giáo là dữ liệu nhạy cảm: sổ này không giữ, hãy bỏ khỏi ghi chú.',
          },
        ]
      : []),
  ],
});
