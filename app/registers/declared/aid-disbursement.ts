import {
  choice,
  date,
  defineRegister,
  file,
  link,
  links,
  longText,
  money,
  number,
  period,
  symbol,
  text,
  usualPermissions,
} from '#libraries/register/index.ts';
import { moneySources } from './aid-choices.ts';

/**
 * Giải ngân theo kỳ: what of an aid item was received, used and given back, in money and in kind. Balances of the
 * finance tables (TT 23/2022/TT-BTC) are sums of these rows; what was pledged or approved stands in the project.
 */
export const aidDisbursement = defineRegister({
  name: 'aid-disbursement',
  said: ['Giải ngân, tiếp nhận và sử dụng viện trợ', 'Aid received and used'],
  one: ['lần giải ngân', 'entry'],
  heading: 'aid',
  basis: 'TT 23/2022/TT-BTC; NĐ 313/2025/NĐ-CP; Kế hoạch 217/KH-UBND, III.6.b, III.7.d',
  title: 'content',
  fields: {
    content: text('Nội dung, đợt', 'Entry', { required: true }),
    project: link('Khoản viện trợ', 'Aid item', { to: 'register:aid-project', required: true }),
    entry: choice('Loại phát sinh', 'Kind of entry', {
      required: true,
      choices: {
        received: ['tiếp nhận (bên tài trợ giải ngân)', 'received (disbursed by the donor)'],
        used: ['sử dụng (đã chi)', 'used (spent)'],
        returned: ['hoàn trả bên tài trợ', 'given back to the donor'],
      },
    }),
    source: choice('Nguồn', 'Source', { required: true, choices: moneySources }),
    form: choice('Hình thức', 'Form', {
      required: true,
      choices: {
        cash: ['bằng tiền', 'money'],
        goods: ['bằng hàng hóa, hiện vật', 'in kind'],
        experts: ['chuyên gia, dịch vụ', 'experts, services'],
      },
    }),
    paidOn: date('Ngày phát sinh', 'On', { required: true }),
    during: period('Của kỳ', 'Of the period'),
    amount: money('Số tiền, trị giá', 'Amount, value', { required: true }),
    rate: number('Tỷ giá ra VND', 'Rate to VND', { decimals: 4 }),
    inVnd: number('Quy ra VND', 'In VND', { unit: 'VND', decimals: 2 }),
    inUsd: number('Quy ra USD', 'In USD', { unit: 'USD', decimals: 2 }),
    goods: text('Tên, chủng loại hàng hóa', 'Goods'),
    quantity: number('Số lượng', 'Quantity', { decimals: 2 }),
    measure: text('Đơn vị tính', 'Measure', { longest: 40 }),
    voucher: symbol('Chứng từ, giấy báo có', 'Voucher'),
    treasury: choice('Ghi thu, ghi chi', 'Treasury accounting', {
      choices: {
        notNeeded: ['không thuộc diện', 'not needed'],
        pending: ['chưa ghi thu, ghi chi', 'pending'],
        done: ['đã ghi thu, ghi chi', 'done'],
      },
    }),
    treasuryOn: date('Ngày ghi thu, ghi chi', 'Accounted on'),
    file: file('Tệp chứng từ', 'File'),
    duties: links('Nhiệm vụ liên quan', 'Duties', { to: 'duty' }),
    note: longText('Ghi chú', 'Notes', { longest: 2000 }),
  },
  sections: [
    {
      said: ['Phát sinh', 'Entry'],
      fields: [
        'content',
        'project',
        'entry',
        'source',
        'form',
        'paidOn',
        'during',
        'amount',
        'rate',
        'inVnd',
        'inUsd',
      ],
    },
    { said: ['Hiện vật', 'In kind'], fields: ['goods', 'quantity', 'measure'] },
    {
      said: ['Chứng từ, hạch toán', 'Vouchers, accounting'],
      fields: ['voucher', 'treasury', 'treasuryOn', 'file', 'duties', 'note'],
    },
  ],
  list: ['content', 'project', 'entry', 'source', 'amount', 'paidOn'],
  filters: ['project', 'entry', 'source', 'form', 'treasury', 'paidOn'],
  sort: '-paidOn',
  alike: ['content', 'project', 'entry', 'paidOn', 'amount'],
  headings: {
    content: ['Nội dung', 'Đợt'],
    project: ['Dự án', 'Tên dự án'],
    paidOn: ['Ngày', 'Ngày giải ngân'],
    amount: ['Số tiền', 'Giá trị giải ngân', 'Trị giá'],
    quantity: ['SL'],
    measure: ['ĐVT'],
  },
  workflow: {
    states: { recorded: ['đã ghi', 'recorded'], confirmed: ['đã đối chiếu', 'reconciled'] },
    ends: ['confirmed'],
    transitions: [
      {
        name: 'confirm',
        said: ['Xác nhận đã đối chiếu chứng từ', 'Reconciled'],
        from: ['recorded'],
        to: 'confirmed',
        who: usualPermissions.write,
        needs: ['voucher'],
        tells: { duty: 'progress', said: ['đã giải ngân, có chứng từ', 'was disbursed, with its voucher'] },
      },
      {
        name: 'reopen',
        said: ['Mở lại để sửa', 'Reopen'],
        from: ['confirmed'],
        to: 'recorded',
        who: usualPermissions.write,
        withReason: true,
      },
    ],
  },
  timers: [
    {
      name: 'treasury',
      said: ['Làm thủ tục ghi thu, ghi chi viện trợ', 'Have it accounted by the Treasury'],
      from: 'paidOn',
      count: 1,
      unit: 'month',
      until: 'treasuryOn',
      where: { treasury: ['pending'] },
      source: 'TT 23/2022/TT-BTC (hạch toán theo tháng): đặt lại theo hướng dẫn của Sở Tài chính, Kho bạc',
      mark: 'R',
    },
  ],
  thresholds: {
    rounding: {
      said: ['Chênh lệch quy đổi thì cảnh báo', 'Difference of conversion that is warned of'],
      value: 1,
      unit: '%',
      source: 'Mặc định của hệ thống: sai số làm tròn khi quy đổi',
      mark: 'R',
    },
  },
  indicators: [
    ...(
      [
        ['disbursed', 'Giá trị giải ngân', 'Disbursed', { entry: ['received'], source: ['aid'] }],
        ['used', 'Viện trợ đã sử dụng', 'Aid used', { entry: ['used'], source: ['aid'] }],
        [
          'counterpart-used',
          'Vốn đối ứng đã sử dụng',
          'Counterpart funds used',
          { entry: ['used'], source: ['counterpart'] },
        ],
      ] as const
    ).flatMap(([name, vi, en, where]) => [
      {
        key: `aid-disbursement.${name}`,
        said: [vi, en] as [string, string],
        unit: 'nguyên tệ',
        rule: 'flow' as const,
        on: 'paidOn' as const,
        sum: 'amount' as const,
        where,
      },
      {
        key: `aid-disbursement.${name}-vnd`,
        said: [`${vi} quy ra VND`, `${en} in VND`] as [string, string],
        unit: 'đồng',
        rule: 'flow' as const,
        on: 'paidOn' as const,
        sum: 'inVnd' as const,
        where,
      },
      {
        key: `aid-disbursement.${name}-usd`,
        said: [`${vi} quy ra USD`, `${en} in USD`] as [string, string],
        unit: 'USD',
        rule: 'flow' as const,
        on: 'paidOn' as const,
        sum: 'inUsd' as const,
        where,
      },
    ]),
    {
      key: 'aid-disbursement.projects',
      said: ['Số khoản viện trợ có giải ngân', 'Items with disbursements'],
      unit: 'dự án',
      rule: 'distinct',
      on: 'paidOn',
      of: 'project',
      where: { entry: ['received'], source: ['aid'] },
    },
  ],
  check: (
    { form, goods, quantity, measure, amount, rate, inVnd, treasury, treasuryOn, paidOn },
    { today, thresholds },
  ) => [
    ...(form === 'goods' && (!goods || quantity === null || !measure)
      ? [
          {
            field: 'goods' as const,
            message: 'Viện trợ bằng hiện vật cần ghi tên hàng, số lượng và đơn vị tính.',
          },
        ]
      : []),
    ...(paidOn && paidOn > today
      ? [
          {
            field: 'paidOn' as const,
            message: 'Ngày phát sinh còn ở phía trước: chỉ ghi khi đã nhận, đã chi.',
          },
        ]
      : []),
    ...(treasury === 'done' && !treasuryOn
      ? [{ field: 'treasuryOn' as const, message: 'Đã ghi thu, ghi chi thì cần có ngày.' }]
      : []),
    ...(amount &&
    rate &&
    inVnd !== null &&
    Math.abs(amount.amount * rate - inVnd) * 100 > thresholds.rounding! * amount.amount * rate
      ? [
          {
            field: 'inVnd' as const,
            message: 'Số quy ra VND không bằng số tiền nhân tỷ giá: kiểm tra lại ba số.',
            isWarning: true,
          },
        ]
      : []),
    ...(amount && amount.currency !== 'VND' && inVnd === null
      ? [
          {
            field: 'inVnd' as const,
            message: 'Chưa quy ra VND: khoản này chưa vào cột VND của bảng tài chính.',
            isWarning: true,
          },
        ]
      : []),
  ],
});
