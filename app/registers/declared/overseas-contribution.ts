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
} from '#libraries/register/index.ts';

/** Đóng góp của kiều bào: investment, remittance, charity, knowledge (Kế hoạch 217, II.5, III.10; chỉ tiêu 22). */
export const overseasContribution = defineRegister({
  name: 'overseas-contribution',
  said: ['Đóng góp của kiều bào', 'Contributions from overseas'],
  one: ['khoản đóng góp', 'contribution'],
  heading: 'overseas',
  basis: 'Kế hoạch 217/KH-UBND, II.5, III.10; 36-NQ/TW, 45-CT/TW, 169/NQ-CP',
  title: 'name',
  fields: {
    name: text('Khoản đóng góp, công trình', 'Contribution', { required: true }),
    kind: choice('Loại', 'Kind', {
      required: true,
      choices: {
        investment: ['đầu tư', 'investment'],
        remittance: ['kiều hối', 'remittance'],
        charity: ['từ thiện, an sinh xã hội', 'charity'],
        knowledge: ['tri thức, chuyên gia', 'knowledge'],
      },
    }),
    giver: link('Kiều bào, hội đoàn', 'Giver', { to: 'register:overseas-vietnamese' }),
    giverName: text('Người đóng góp khác', 'Another giver', {
      hint: ['Khi chưa có trong sổ kiều bào.', 'Who is not in the register.'],
    }),
    country: country('Từ nước', 'From'),
    receiver: agency('Cơ quan tiếp nhận', 'Received by'),
    receiverName: text('Nơi nhận khác', 'Another receiver'),
    place: place('Địa bàn', 'Place'),
    form: choice('Hình thức', 'Form', {
      choices: {
        money: ['bằng tiền', 'money'],
        kind: ['hiện vật', 'in kind'],
        work: ['công sức, chuyên môn', 'work'],
        capital: ['vốn góp, dự án', 'capital'],
      },
    }),
    value: money('Giá trị', 'Value'),
    expertDays: number('Ngày công chuyên gia', 'Expert days', { unit: 'ngày' }),
    beneficiaries: number('Người hưởng lợi', 'Beneficiaries', { unit: 'người' }),
    pledgedOn: date('Ngày cam kết', 'Pledged on'),
    expectedOn: date('Dự kiến tiếp nhận', 'Expected on'),
    givenOn: date('Ngày tiếp nhận', 'Received on'),
    paper: symbol('Văn bản, giấy chứng nhận', 'Paper'),
    thankedOn: date('Ngày cảm ơn', 'Thanked on'),
    proof: file('Biên bản, ảnh', 'Minutes, pictures'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Sử dụng, kết quả', 'Use, result'),
  },
  sections: [
    {
      said: ['Khoản đóng góp', 'Contribution'],
      fields: ['name', 'kind', 'form', 'giver', 'giverName', 'country'],
    },
    { said: ['Nơi nhận', 'Receiver'], fields: ['receiver', 'receiverName', 'place', 'beneficiaries'] },
    {
      said: ['Giá trị, ngày', 'Value and days'],
      fields: ['value', 'expertDays', 'pledgedOn', 'expectedOn', 'givenOn', 'paper', 'thankedOn'],
    },
    { said: ['Kết quả', 'Result'], fields: ['proof', 'duties', 'note'] },
  ],
  list: ['name', 'kind', 'giver', 'country', 'value', 'givenOn'],
  filters: ['kind', 'country', 'receiver', 'form', 'givenOn', 'value'],
  sort: '-givenOn',
  alike: ['name', 'kind', 'givenOn'],
  headings: {
    name: ['Nội dung đóng góp', 'Tên công trình'],
    giverName: ['Người đóng góp', 'Nhà tài trợ'],
    value: ['Số tiền', 'Trị giá'],
  },
  workflow: {
    states: {
      pledged: ['đã cam kết', 'pledged'],
      received: ['đã tiếp nhận', 'received'],
      dropped: ['không thực hiện', 'dropped'],
    },
    transitions: [
      {
        name: 'receive',
        said: ['Ghi đã tiếp nhận', 'Received'],
        from: ['pledged'],
        to: 'received',
        who: usualPermissions.write,
        needs: ['givenOn'],
        tells: { duty: 'progress', said: ['đã được tiếp nhận', 'was received'] },
      },
      {
        name: 'drop',
        said: ['Không thực hiện', 'Drop'],
        from: ['pledged'],
        to: 'dropped',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'receive',
      said: ['Tiếp nhận khoản đã cam kết', 'Receive what was pledged'],
      from: 'expectedOn',
      count: 0,
      unit: 'day',
      until: 'givenOn',
      where: { state: ['pledged'] },
      source: 'Ngày dự kiến ghi ở dòng này',
      mark: 'V',
    },
    {
      name: 'thank',
      said: ['Cảm ơn người đóng góp', 'Thank the giver'],
      from: 'givenOn',
      count: 30,
      unit: 'day',
      until: 'thankedOn',
      where: { state: ['received'], kind: ['charity', 'knowledge'] },
      source: 'Thông lệ; chưa có văn bản, tỉnh xác nhận',
      mark: 'R',
    },
  ],
  indicators: [
    {
      key: 'overseas-contribution.value',
      said: ['Giá trị kiều bào đóng góp', 'Value of contributions'],
      unit: 'theo loại tiền',
      rule: 'flow',
      on: 'givenOn',
      sum: 'value',
      where: { state: ['received'] },
    },
    ...(
      [
        ['investment', 'Kiều bào đầu tư', 'Investment'],
        ['remittance', 'Kiều hối', 'Remittances'],
        ['charity', 'Kiều bào làm từ thiện, an sinh', 'Charity'],
      ] as const
    ).map(([kind, vi, en]) => ({
      key: `overseas-contribution.${kind}`,
      said: [vi, en] as const,
      unit: 'theo loại tiền',
      rule: 'flow' as const,
      on: 'givenOn' as const,
      sum: 'value' as const,
      where: { state: ['received'], kind: [kind] },
    })),
    {
      key: 'overseas-contribution.knowledge',
      said: ['Đóng góp tri thức, chuyên gia', 'Contributions of knowledge'],
      unit: 'lượt',
      rule: 'flow',
      on: 'givenOn',
      where: { state: ['received'], kind: ['knowledge'] },
    },
    {
      key: 'overseas-contribution.givers',
      said: ['Kiều bào, hội đoàn có đóng góp', 'Givers'],
      unit: 'người, hội',
      rule: 'distinct',
      on: 'givenOn',
      of: 'giver',
      where: { state: ['received'] },
    },
  ],
  check: ({ kind, giver, giverName, value, pledgedOn, expectedOn }) => [
    // Remittances are known as a sum of a province, not by who sent them.
    ...(kind !== 'remittance' && !giver && !giverName
      ? [
          {
            field: 'giver' as const,
            message: 'Chưa ghi ai đóng góp: chọn trong sổ kiều bào, hoặc ghi ở ô người đóng góp khác.',
            isWarning: true,
          },
        ]
      : []),
    ...(kind && kind !== 'knowledge' && !value
      ? [
          {
            field: 'value' as const,
            message: 'Chưa có giá trị nên chưa tính vào chỉ tiêu.',
            isWarning: true,
          },
        ]
      : []),
    ...(pledgedOn && expectedOn && expectedOn < pledgedOn
      ? [{ field: 'expectedOn' as const, message: 'Ngày dự kiến tiếp nhận phải sau ngày cam kết.' }]
      : []),
  ],
});
