import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Sổ theo dõi';
const day = z.iso.date('Ngày không đúng: nhập theo dạng ngày/tháng/năm.');
const balance = {
  opening: z.number(),
  received: z.number(),
  used: z.number(),
  returned: z.number(),
  closing: z.number(),
};

export const financeAsked = z.object({
  from: day,
  to: day,
  agency: z.uuid().optional(),
  /** Of one aid item only. */
  project: z.uuid().optional(),
  /** Each in its own currency, or all turned into VND by the rate that was entered with it. */
  money: z.enum(['own', 'VND']).default('own'),
});

/** Of money: one line an aid item, source and currency. */
export const moneyLineShape = z.object({
  projectId: z.uuid(),
  code: z.string().nullable(),
  name: z.string(),
  donor: z.string(),
  owner: z.string(),
  budget: z.string().nullable(),
  source: z.string(),
  currency: z.string(),
  ...balance,
  /** Of what was received or used in the window: accounted by the Treasury, and still pending. */
  accounted: z.number(),
  pending: z.number(),
  /** Entries that nobody turned into VND yet: they are in no sum of VND. */
  unconverted: z.int(),
});
export type MoneyLine = z.output<typeof moneyLineShape>;

/** In kind: one line an aid item, source, kind of goods and measure; quantities, and what they are worth by currency. */
export const goodsLineShape = z.object({
  projectId: z.uuid(),
  code: z.string().nullable(),
  name: z.string(),
  source: z.string(),
  goods: z.string(),
  measure: z.string(),
  currency: z.string(),
  ...balance,
  worthReceived: z.number(),
  worthUsed: z.number(),
});
export type GoodsLine = z.output<typeof goodsLineShape>;

const totalShape = z.object({ source: z.string(), currency: z.string(), ...balance });
export type Total = z.output<typeof totalShape>;

export const financeShape = z.object({
  money: z.array(moneyLineShape),
  totals: z.array(totalShape),
  goods: z.array(goodsLineShape),
  /** Lines whose closing balance is below nothing: more was used than received. */
  overdrawn: z.int(),
  unconverted: z.int(),
});
export type Finance = z.output<typeof financeShape>;

export const aidFinance = route({
  method: 'GET',
  path: '/api/aid/finance',
  tag,
  summary:
    'Bảng tài chính viện trợ: dư đầu kỳ, nhận, sử dụng, dư cuối kỳ theo khoản viện trợ và nguồn, bằng tiền và hiện vật.',
  query: financeAsked,
  response: financeShape,
});

/** Who publishes: its identifier in the IATI registry, its name, and its kind in the codelist OrganisationType. */
export const publisherShape = z.object({
  ref: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{2,80}$/,
      'Mã tổ chức IATI gồm chữ, số, dấu gạch, ví dụ VN-MOHA-12345.',
    ),
  name: z.string('Ghi tên cơ quan công bố.').trim().min(2, 'Ghi tên cơ quan công bố.').max(200),
  kind: z.enum(['10', '11', '15', '22', '24'], 'Chọn loại cơ quan công bố.'),
});
export type Publisher = z.output<typeof publisherShape>;

export const showPublisher = route({
  method: 'GET',
  path: '/api/aid/publisher',
  tag,
  summary: 'Cơ quan công bố viện trợ của tỉnh theo chuẩn IATI: mã, tên, loại; trống khi chưa đặt.',
  response: z.object({ publisher: publisherShape.nullable(), maySet: z.boolean() }),
});

export const setPublisher = route({
  method: 'PUT',
  path: '/api/aid/publisher',
  tag,
  summary: 'Đặt cơ quan công bố viện trợ của tỉnh theo chuẩn IATI, dùng cho mọi tệp công bố.',
  body: publisherShape,
  response: z.object({ publisher: publisherShape }),
});

export const aidActivities = route({
  method: 'GET',
  path: '/api/aid/activities',
  tag,
  summary: 'Khoản viện trợ nào đủ dữ liệu để công bố theo chuẩn IATI 2.03, khoản nào thiếu gì.',
  response: z.object({
    ready: z.int(),
    /** Not approved yet: they are not published. */
    early: z.int(),
    lacking: z.array(z.object({ id: z.uuid(), name: z.string(), lacks: z.array(z.string()) })),
  }),
});

export const campaignResults = route({
  method: 'GET',
  path: '/api/aid/campaigns/:id/results',
  tag,
  summary:
    'Chỉ tiêu và kết quả của một chương trình vận động viện trợ, tính từ các khoản viện trợ thuộc chương trình.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    name: z.string(),
    lines: z.array(
      z.object({
        key: z.enum(['projects', 'donors', 'pledged', 'disbursed', 'beneficiaries']),
        unit: z.string(),
        target: z.number().nullable(),
        result: z.number(),
      }),
    ),
    projects: z.array(
      z.object({ id: z.uuid(), name: z.string(), donor: z.string(), pledgedOn: day.nullable() }),
    ),
  }),
});

/** Files, so no JSON routes: a link or a browser asks for them. */
export const aidPaths = { finance: '/api/aid/finance.xlsx', activities: '/api/aid/iati.xml' } as const;
