import {
  agency,
  choice,
  date,
  defineRegister,
  links,
  longText,
  money,
  period,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';

/** Kinh phí: estimate, allotment and spending, by agency and by duty (Kế hoạch 217, III.5; chỉ tiêu 25 và 15). */
export const budget = defineRegister({
  name: 'budget',
  said: ['Kinh phí đối ngoại nhân dân', 'Funds'],
  one: ['khoản kinh phí', 'item of funds'],
  heading: 'means',
  basis: 'Kế hoạch 217/KH-UBND, III.5; NĐ 129/2026/NĐ-CP',
  title: 'content',
  fields: {
    content: text('Nội dung chi', 'Purpose', { required: true }),
    spender: agency('Đơn vị sử dụng', 'Spender', { required: true }),
    year: period('Thời gian', 'Period', { required: true }),
    source: choice('Nguồn', 'Source', {
      required: true,
      choices: {
        regular: ['ngân sách: chi thường xuyên', 'budget: regular'],
        special: ['ngân sách: bổ sung, đột xuất', 'budget: additional'],
        counterpart: ['vốn đối ứng', 'counterpart funds'],
        social: ['xã hội hóa, đóng góp', 'contributions'],
        aid: ['viện trợ nước ngoài', 'foreign aid'],
      },
    }),
    estimated: money('Dự toán đề nghị', 'Estimate'),
    allotted: money('Đã giao', 'Allotted'),
    allottedBy: symbol('Quyết định giao', 'Decision of allotment'),
    allottedOn: date('Ngày giao', 'Allotted on'),
    spent: money('Đã chi', 'Spent'),
    settledOn: date('Ngày quyết toán', 'Settled on'),
    duties: links('Nhiệm vụ được chi', 'Duties paid for', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes'),
  },
  sections: [
    {
      said: ['Khoản kinh phí', 'Item'],
      fields: ['content', 'spender', 'year', 'source', 'duties'],
    },
    {
      said: ['Dự toán, giao', 'Estimate, allotment'],
      fields: ['estimated', 'allotted', 'allottedBy', 'allottedOn'],
    },
    {
      said: ['Chi, quyết toán', 'Spending, settlement'],
      fields: ['spent', 'settledOn', 'note'],
    },
  ],
  list: ['content', 'spender', 'source', 'allotted', 'spent'],
  filters: ['spender', 'source', 'year', 'allottedOn'],
  sort: '-allottedOn',
  alike: ['content', 'spender', 'year'],
  headings: {
    content: ['Nội dung', 'Diễn giải'],
    spender: ['Đơn vị', 'Đơn vị thực hiện'],
    estimated: ['Dự toán'],
    allotted: ['Kinh phí giao', 'Số giao'],
    spent: ['Thực chi', 'Đã sử dụng'],
  },
  workflow: {
    states: {
      proposed: ['đề nghị', 'proposed'],
      allotted: ['đã giao', 'allotted'],
      settled: ['đã quyết toán', 'settled'],
      refused: ['không được giao', 'refused'],
    },
    transitions: [
      {
        name: 'allot',
        said: ['Ghi đã giao kinh phí', 'Allotted'],
        from: ['proposed', 'refused'],
        to: 'allotted',
        who: usualPermissions.write,
        needs: ['allotted', 'allottedOn'],
        tells: { duty: 'progress', said: ['đã được giao kinh phí', 'was given its funds'] },
      },
      {
        name: 'refuse',
        said: ['Không giao', 'Not allotted'],
        from: ['proposed'],
        to: 'refused',
        who: usualPermissions.write,
        withReason: true,
      },
      {
        name: 'settle',
        said: ['Quyết toán', 'Settle'],
        from: ['allotted'],
        to: 'settled',
        who: usualPermissions.write,
        needs: ['spent', 'settledOn'],
      },
    ],
  },
  timers: [
    {
      name: 'settle',
      said: ['Quyết toán khoản kinh phí', 'Settle the funds'],
      from: 'year.to',
      count: 31,
      unit: 'day',
      until: 'settledOn',
      where: { state: ['allotted'] },
      source: 'Thời hạn chỉnh lý quyết toán theo quy định của tỉnh: đặt lại theo văn bản của Sở Tài chính',
      mark: 'R',
    },
  ],
  thresholds: {
    overspent: {
      said: ['Mức chi vượt số giao thì cảnh báo', 'Overspending that is warned of'],
      value: 100,
      unit: '%',
      source: 'Mặc định của hệ thống: chi không vượt số được giao',
      mark: 'R',
    },
  },
  indicators: [
    {
      key: 'budget.allotted',
      said: ['Kinh phí giao', 'Funds allotted'],
      unit: 'đồng',
      rule: 'flow',
      on: 'allottedOn',
      sum: 'allotted',
    },
    {
      key: 'budget.spent',
      said: ['Kinh phí đã sử dụng', 'Funds spent'],
      unit: 'đồng',
      rule: 'flow',
      on: 'year.to',
      sum: 'spent',
    },
    {
      key: 'budget.counterpart',
      said: ['Vốn đối ứng', 'Counterpart funds'],
      unit: 'đồng',
      rule: 'flow',
      on: 'allottedOn',
      sum: 'allotted',
      where: { source: ['counterpart'] },
    },
    {
      key: 'budget.settled',
      said: ['Tỷ lệ khoản đã quyết toán', 'Share settled'],
      unit: '%',
      rule: 'ratio',
      on: 'allottedOn',
      part: { settledOn: 'filled' },
    },
  ],
  check: ({ allotted, spent, settledOn, allottedOn }, { thresholds }) => [
    ...(allotted &&
    spent &&
    allotted.currency === spent.currency &&
    spent.amount * 100 > allotted.amount * thresholds.overspent!
      ? [
          {
            field: 'spent' as const,
            message: 'Đã chi vượt số được giao: kiểm tra lại hai số, hoặc ghi khoản bổ sung thành dòng khác.',
            isWarning: true,
          },
        ]
      : []),
    ...(settledOn && allottedOn && settledOn < allottedOn
      ? [{ field: 'settledOn' as const, message: 'Ngày quyết toán phải sau ngày giao.' }]
      : []),
  ],
});
